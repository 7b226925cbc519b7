import { isHan } from "./characters.ts"
import { wordFinder, type FoundWord } from "./find-words.ts"
import type { HouseEntry } from "./house-tables.ts"
import type { Masks } from "./masks.ts"
import type { Note } from "./note.ts"

/** The paper's own tables as a check of one text. */
export type HouseCheck = (text: string, masks: Masks) => readonly Note[]

/** A string that is looked for: of which entry, and whether it is wrong there. */
interface Sought {
  readonly word: string
  readonly entry: HouseEntry
  readonly as: "right" | "wrong" | "title"
}

/** A search for the tables' words; made once, it takes any number of texts. */
export function houseCheck(entries: readonly HouseEntry[]): HouseCheck {
  const sought = entries.flatMap(soughtOf)
  const find = wordFinder(sought.map(({ word }) => word))
  const titles = new Map<string, HouseEntry[]>()
  for (const { word, entry, as } of sought)
    if (as === "title") titles.set(word, [...(titles.get(word) ?? []), entry])
  const documents = documentGaps(entries)
  return (text, masks) => {
    const hits = find(text)
    const found = hits.map(({ word, from, to }): Found => {
      const { entry, as } = sought[word]!
      return { from, to, entry, as }
    })
    return [
      ...found.flatMap((one) => (one.as === "wrong" ? wrongForm(one, text, found) : [])),
      ...personNotes(text, found, titles),
      ...nearDocuments(text, masks, documents),
    ]
  }
}

type Found = Omit<FoundWord, "word"> & Omit<Sought, "word">

function soughtOf(entry: HouseEntry): readonly Sought[] {
  const { kind, word, also, wrong } = entry
  const bad = kind === "banned" ? [word, ...wrong] : wrong
  const good = kind === "banned" ? [] : [word, ...(kind === "person" ? [] : also)]
  return [
    ...bad.map((one): Sought => ({ word: one, entry, as: "wrong" })),
    ...good.map((one): Sought => ({ word: one, entry, as: "right" })),
    ...(kind === "person" ? also.map((one): Sought => ({ word: one, entry, as: "title" })) : []),
  ]
}

/** A wrong form, unless it is a part of a right one: 瑞河大学 within 瑞河大学堂. */
function wrongForm(hit: Found, text: string, all: readonly Found[]): readonly Note[] {
  const { from, to, entry } = hit
  const inside = all.some(
    (one) =>
      one.as === "right" && one.from <= from && one.to >= to && one.to - one.from > to - from,
  )
  const longer = all.some((one) => one.as === "wrong" && one.from <= from && one.to > to)
  if (inside || longer) return []
  const words = text.slice(from, to)
  const because = entry.note === "" ? "" : `（${entry.note}）`
  if (entry.kind === "banned") {
    const instead = entry.suggest.length === 0 ? "" : `，用“${entry.suggest.join("”“")}”`
    const say = { zh: `“${words}”本报不用${instead}${because}。`, en: `${words} is not used here.` }
    return [{ rule: "house/banned", from, to, suggest: entry.suggest, say }]
  }
  const say = { zh: `“${words}”应为“${entry.word}”${because}。`, en: `${words} is ${entry.word}.` }
  return [ofName(entry, { rule: "house/wording", from, to, suggest: [entry.word], say })]
}

/** A fault of an entry's name, which counts double where the paper says that the name is important. */
function ofName(entry: HouseEntry, note: Note): Note {
  if (!entry.important) return note
  const { zh, en } = note.say
  const say = {
    zh: `${zh}重要名称，差错加倍计。`,
    en: `${en} An important name: it counts double.`,
  }
  return { ...note, say, important: true }
}

/** Titles that do not belong to the name beside them, lists out of order, names nearly listed. */
function personNotes(
  text: string,
  found: readonly Found[],
  titles: ReadonlyMap<string, readonly HouseEntry[]>,
): readonly Note[] {
  const notes: Note[] = []
  const names = found.filter(({ entry, as }) => entry.kind === "person" && as === "right")
  const named = new Set(names.map(({ from }) => from))
  const seen = new Set<string>()
  for (const title of longest(found.filter(({ as }) => as === "title"))) {
    const words = text.slice(title.from, title.to)
    const holders = titles.get(words) ?? []
    const name = names.find(({ from }) => from === title.to)
    const key = `${title.from}`
    if (seen.has(key)) continue
    seen.add(key)
    if (name && !holdsTitle(name.entry, words)) notes.push(otherTitle(name, words, title.from))
    else if (!name && !named.has(title.to)) notes.push(...nearName(text, title.to, words, holders))
  }
  return [...notes, ...outOfOrder(text, names)]
}

/** Of titles that overlap, the longest: 副市长 and not 市长 within it. */
function longest(titles: readonly Found[]): readonly Found[] {
  return titles.filter(
    (one) => !titles.some((other) => other.to === one.to && other.from < one.from),
  )
}

function holdsTitle(entry: HouseEntry, title: string): boolean {
  return entry.also.length === 0 || entry.also.some((one) => one === title || one.endsWith(title))
}

function otherTitle(name: Found, title: string, from: number): Note {
  const { entry } = name
  const suggest = entry.also.map((one) => `${one}${entry.word}`)
  return ofName(entry, {
    ...{ rule: "house/title", from, to: name.to, suggest },
    say: {
      zh: `${entry.word}在表里的职务是${entry.also.join("、")}，不是${title}。`,
      en: `${entry.word} is listed with another title than ${title}.`,
    },
  })
}

/** A name of the same length at a listed title that differs in one character. */
function nearName(
  text: string,
  at: number,
  title: string,
  holders: readonly HouseEntry[],
): readonly Note[] {
  for (const entry of holders) {
    const { word } = entry
    const there = text.slice(at, at + word.length)
    if (word.length < 3 || there.length < word.length || ![...there].every(isHan)) continue
    const differing = [...word].filter((one, i) => one !== there[i]).length
    if (differing !== 1) continue
    const say = {
      zh: `“${title}${there}”：表里是“${word}”，请核对。`,
      en: `${there} differs from the listed ${word} in one character.`,
    }
    const place = { from: at, to: at + word.length }
    return [ofName(entry, { rule: "house/near-name", ...place, suggest: [word], say })]
  }
  return []
}

/** Names in one list (A、B、C or A B C) that stand against their rank. */
function outOfOrder(text: string, names: readonly Found[]): readonly Note[] {
  const ranked = names.filter(({ entry }) => entry.order > 0).toSorted((a, b) => a.from - b.from)
  return ranked.flatMap((name, i): readonly Note[] => {
    const next = ranked[i + 1]
    if (!next || next.entry.order >= name.entry.order) return []
    const between = text.slice(name.to, next.from)
    if (between !== "、" && between !== " " && between !== "　" && between !== "和") return []
    return [
      {
        ...{ rule: "house/order", from: name.from, to: next.to },
        suggest: [`${next.entry.word}${between}${name.entry.word}`],
        say: {
          zh: `按表里的次序，${next.entry.word}在${name.entry.word}前面。`,
          en: `By the table ${next.entry.word} comes before ${name.entry.word}.`,
        },
      },
    ]
  })
}

/** Listed document titles by what is left of them without one character. */
function documentGaps(entries: readonly HouseEntry[]): ReadonlyMap<string, string> {
  const gaps = new Map<string, string>()
  for (const { kind, word, also } of entries)
    if (kind === "document")
      for (const title of [word, ...also])
        for (let i = 0; i < title.length && title.length <= 60; i += 1)
          gaps.set(`${i}${title.slice(0, i)}${title.slice(i + 1)}`, title)
  return gaps
}

/** Titles in 《》 that are one character away from a listed one. */
function nearDocuments(
  text: string,
  masks: Masks,
  gaps: ReadonlyMap<string, string>,
): readonly Note[] {
  if (gaps.size === 0) return []
  const notes: Note[] = []
  for (let open = text.indexOf("《"); open >= 0; open = text.indexOf("《", open + 1)) {
    const close = text.indexOf("》", open)
    if (close < 0 || close - open > 62 || masks.title[open] === 0) continue
    const title = text.slice(open + 1, close)
    const right = nearTitle(title, gaps)
    if (right === null) continue
    notes.push({
      ...{ rule: "house/near-document", from: open + 1, to: close, suggest: [right] },
      say: { zh: `表里的文件名是《${right}》。`, en: `The listed title is 《${right}》.` },
    })
  }
  return notes
}

function nearTitle(title: string, gaps: ReadonlyMap<string, string>): string | null {
  let near: string | null = null
  for (let i = 0; i < title.length; i += 1) {
    const right = gaps.get(`${i}${title.slice(0, i)}${title.slice(i + 1)}`)
    if (right === title) return null
    near ??= right ?? null
  }
  return near
}
