import type { Article, HeadWords } from "../../issue/article.ts"
import { isHan } from "../checks/characters.ts"
import { isSurname, parted } from "../checks/lexicon.ts"
import told from "./characters.json" with { type: "json" }
import { sayDigits, sayNumber, SPOKEN_MARKS } from "./spoken-marks.ts"

/** A piece of a text and what is said for it. */
export interface SpokenPiece {
  readonly kind: "words" | "mark" | "number" | "name"
  readonly text: string
  readonly say: string
}

/** One step of reading aloud: a sentence of one text of an article. */
export interface Sentence {
  readonly words: HeadWords | null
  readonly paragraph: number
  /** UTF-16 units into its text. */
  readonly from: number
  readonly to: number
  /** What is said before it: which heading it is, or that a paragraph begins; "" within one. */
  readonly opening: string
  readonly pieces: readonly SpokenPiece[]
}

/** How copy is read aloud. */
export interface Reading {
  /** Numbers digit by digit, or as they are counted. */
  readonly numbers: "digits" | "counted"
  /** Names that are known beside those that look like one. */
  readonly names: readonly string[]
}

const HEADS = { kicker: "引题", headline: "主题", deck: "副题" } as const
const ROLES = { body: "另起一行", subhead: "小标题", closing: "落款", credit: "署名" } as const

/**
 * An article as one of a pair reads it aloud to the other (唱校), sentence by sentence: marks by their
 * names, numbers digit by digit or counted, names with how their characters are written. The pieces
 * of all sentences together are the article's texts, nothing left out.
 */
export function readAloud(article: Article, reading: Reading): readonly Sentence[] {
  const names = [...reading.names].toSorted((a, b) => b.length - a.length)
  const heads = (["kicker", "headline", "deck"] as const).flatMap((words) =>
    sentencesOf(article[words] ?? "", { words, paragraph: 0, opening: HEADS[words] }),
  )
  const story = article.story.flatMap(({ text, role }, paragraph) =>
    sentencesOf(text, { words: null, paragraph, opening: ROLES[role] }),
  )
  return [...heads, ...story].map(({ text, ...sentence }) => {
    return { ...sentence, pieces: piecesOf(text, { ...reading, names }) }
  })
}

type Cut = Omit<Sentence, "pieces"> & { readonly text: string }

/** Ends of sentences, with the closing marks after them. */
const END = /(?:[。！？!?；]|……)+[”’）》」』]*/g

function sentencesOf(
  text: string,
  { opening, ...at }: Pick<Sentence, "words" | "paragraph" | "opening">,
): readonly Cut[] {
  const ends = Array.from(text.matchAll(END), ({ index, 0: end }) => index + end.length)
  if (ends.at(-1) !== text.length && text !== "") ends.push(text.length)
  return ends.map((to, i) => {
    const from = ends[i - 1] ?? 0
    return { ...at, from, to, opening: i === 0 ? opening : "", text: text.slice(from, to) }
  })
}

const NUMBER = /^\d+(?:\.\d+)?/
const DOUBLE_MARKS = Object.keys(SPOKEN_MARKS).filter((mark) => mark.length === 2)

function piecesOf(text: string, reading: Reading): readonly SpokenPiece[] {
  const named = namesIn(text, reading.names)
  const pieces: SpokenPiece[] = []
  let plain = ""
  const flush = (): void => {
    if (plain !== "") pieces.push({ kind: "words", text: plain, say: plain })
    plain = ""
  }
  for (let at = 0; at < text.length;) {
    const piece = pieceAt(text, at, named, reading)
    if (piece) {
      flush()
      pieces.push(piece)
    } else plain += text[at]!
    at += piece?.text.length ?? 1
  }
  flush()
  return pieces
}

function pieceAt(
  text: string,
  at: number,
  named: ReadonlyMap<number, string>,
  { numbers }: Reading,
): SpokenPiece | null {
  const name = named.get(at)
  if (name !== undefined) return { kind: "name", text: name, say: spelled(name) }
  const number = NUMBER.exec(text.slice(at, at + 40))?.[0]
  if (number !== undefined) {
    // A year is said digit by digit however numbers are.
    const isYear = number.length === 4 && text[at + 4] === "年"
    const say = numbers === "digits" || isYear ? sayDigits(number) : sayNumber(number)
    return { kind: "number", text: number, say }
  }
  const double = DOUBLE_MARKS.find((mark) => text.startsWith(mark, at))
  const mark = double ?? text[at]!
  const say = SPOKEN_MARKS[mark]
  return say === undefined ? null : { kind: "mark", text: mark, say }
}

const CHARACTERS: Readonly<Record<string, string>> = told.characters

/** A name, and how those of its characters are written that others sound like. */
function spelled(name: string): string {
  const hard = Array.from(name).flatMap((character) => CHARACTERS[character] ?? [])
  return hard.length === 0 ? name : `${name}，${hard.join("，")}`
}

/** Everyday characters that follow a surname without being a given name. */
const NO_GIVEN = "的了在和与是为说也就有等并对从到来去他她它们这那将已又或及把被让向以要会能可"

/** Names in a text by where they begin: those that are known, and a surname with one or two lone characters after it. */
function namesIn(text: string, names: readonly string[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  let last = 0
  let free = 0
  const { ends } = parted(text)
  const tokens = ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end))
  tokens.forEach((token, i) => {
    const at = last
    last += token.length
    const known = names.find((name) => name !== "" && text.startsWith(name, at))
    const name = at < free ? undefined : (known ?? likelyName(tokens, i))
    if (name === undefined) return
    found.set(at, name)
    free = at + name.length
  })
  return found
}

function likelyName(tokens: readonly string[], at: number): string | undefined {
  if (!isSurname(tokens[at]) || tokens[at]!.length > 1) return undefined
  const given: string[] = []
  for (const token of tokens.slice(at + 1, at + 3)) {
    if (token.length > 1 || !isHan(token) || NO_GIVEN.includes(token)) break
    given.push(token)
  }
  return given.length === 0 ? undefined : `${tokens[at]!}${given.join("")}`
}
