import type { Say } from "../finding.ts"
import type { Issue } from "../issue/issue.ts"
import type { MarkRange } from "../issue/mark.ts"
import type { Place } from "../issue/selection.ts"
import { storyTextOf } from "../proof/change-asked.ts"
import type { TextMap } from "../proof/text-map.ts"
import { frozenText } from "../proof/unauthorised.ts"
import { pt, type Box } from "../units.ts"
import { gapAt, wordsUnder, type FrozenStretch } from "./find-words.ts"
import type { Corners, ForeignFile, ForeignNote } from "./foreign.ts"
import type { Guessed } from "./guess-sign.ts"
import { placeAt } from "./places.ts"
import type { ProofRecord, ProofSheet } from "./proof-record.ts"
import { carrier, type Carrier } from "./rebase.ts"
import { onPage, type PageBox } from "./sheet-places.ts"

/** Finds the places of a file's comments in an issue as it stands. */
export interface Finder {
  /** Where a comment's words are now; `on` says what it is laid on. */
  find(note: ForeignNote, on: Guessed["on"]): Placed
  /** Where a comment stood on the proof's page. */
  see(note: ForeignNote): PageBox | null
  /** Where a stretch of a frozen article is now; null when the article is gone. */
  carryPlaces(
    article: string,
    stretch: Omit<Extract<MarkRange, { kind: "text" }>, "kind">,
  ): Carried | null
}

/** A place in the issue as it stands. */
export interface Placed {
  readonly article: string | null
  readonly range: MarkRange
  readonly unsure: Say | null
  readonly quote: string
  readonly seen: PageBox | null
}

/** A stretch of text as it stands. */
export interface Carried {
  readonly range: Extract<MarkRange, { kind: "text" }>
  readonly sure: boolean
}

const NO_PROOF: Say = {
  zh: "文件没有样张记录，是按现在的版面对应的。",
  en: "The file has no proof record; it was matched with the pages as they are now.",
}
const OTHER_PAGES: Say = {
  zh: "文件的页数或大小与样张不同。",
  en: "The file's pages are not those of the proof.",
}
const NO_WORDS: Say = { zh: "没有对应到文字。", en: "It is on no words." }
const MANY: Say = { zh: "圈到了不止一处文字。", en: "It is on words of several places." }
const FAR: Say = { zh: "插入的位置不明确。", en: "Where it is to be inserted is not clear." }
/** Said of words that are not as they were in the proof. */
export const EDITED: Say = { zh: "那里的文字后来改过。", en: "The words there were edited since." }
const GONE: Say = { zh: "稿件已不在这一期。", en: "Its article is gone from the issue." }
const DRAWN: Say = { zh: "是画出来的，请看原处。", en: "It is drawn; look at the place." }

/** What places are found with. */
export interface Ground {
  readonly file: ForeignFile
  readonly record: ProofRecord
  /** True when the record was made of the pages as they are now, for want of the proof's. */
  readonly assumed: boolean
  readonly issue: Issue
}

/** The finder of a file's comments. */
export function finderOf(ground: Ground): Finder {
  const { record, issue } = ground
  const maps = new Map(record.maps.map((map) => [map.page, map]))
  const widths = new Map(record.maps.map(({ page, trim }) => [page, trim.width]))
  const texts = new Map(record.maps.flatMap((map) => map.texts.map((text) => [text.id, text])))
  const carriers = new Map<string, Carrier>()
  const carry = ({ article: id, words, from, to, sure }: FrozenStretch): Carried | null => {
    const [then, now] = [texts.get(id), issue.articles.find((one) => one.id === id)]
    if (!then || !now || (words !== null && now[words] === null)) return null
    const key = `${words ?? ""} ${id}`
    const present = words === null ? storyTextOf(now) : now[words]!
    const carrying = carriers.get(key) ?? carrier(frozenText(then, words), present)
    carriers.set(key, carrying)
    const carried = carrying(from, to)
    const [first, last] = [placeAt(now, words, carried.from), placeAt(now, words, carried.to)]
    return {
      range: { kind: "text", words, from: first, to: last },
      sure: sure && carried.sure,
    }
  }
  const boxesOf = (note: ForeignNote): readonly PageBox[] => {
    const sheet = sheetOf(record, note)
    const corners: readonly Corners[] = note.quads.length > 0 ? note.quads : [note.rect]
    return sheet ? corners.flatMap((one) => onPage(sheet, widths, one) ?? []) : []
  }
  const find = (note: ForeignNote, on: Guessed["on"]): Placed => {
    const boxes = boxesOf(note)
    const [seen = null] = boxes
    const map = seen && maps.get(seen.page)
    const spot = spotOf(seen, boxes, issue)
    if (!map) return { ...spot, unsure: OTHER_PAGES }
    const own = boxes.filter(({ page }) => page === map.page).map(({ box }) => box)
    const stretch = stretchOn(map, own, note, on)
    const doubt = doubtOf(ground, note, on)
    if (!stretch) {
      const free = on === "gap" && note.kind !== "Caret"
      return { ...spot, unsure: doubt ?? (free ? null : on === "place" ? DRAWN : NO_WORDS) }
    }
    const text = texts.get(stretch.article)
    const quote = text ? frozenText(text, stretch.words).slice(stretch.from, stretch.to) : ""
    const carried = carry({ ...stretch, sure: true })
    if (!carried) return { ...spot, quote, unsure: GONE }
    const unclear = stretch.sure ? null : on === "words" ? MANY : FAR
    const unsure = doubt ?? unclear ?? (carried.sure ? null : EDITED)
    return { article: stretch.article, range: carried.range, unsure, quote, seen: spot.seen }
  }
  const carryPlaces: Finder["carryPlaces"] = (article, { words, from, to }) => {
    const text = texts.get(article)
    if (!text) return null
    const at = (place: Place): number =>
      words === null ? indexOf(text.story, place) : place.offset
    return carry({ article, words, from: at(from), to: at(to), sure: true })
  }
  const see = (note: ForeignNote): PageBox | null => {
    const boxes = boxesOf(note)
    return spotOf(boxes[0] ?? null, boxes, issue).seen
  }
  return { find, see, carryPlaces }
}

/** The index of a place into a story's frozen text. */
function indexOf(story: string, { paragraph, offset }: Place): number {
  let at = 0
  for (let n = 0; n < paragraph; n += 1) at = story.indexOf("\n", at) + 1
  return at + offset
}

function stretchOn(
  map: TextMap,
  boxes: readonly Box[],
  note: ForeignNote,
  on: Guessed["on"],
): FrozenStretch | null {
  if (on === "words" || on === "place") return wordsUnder(map, boxes)
  const gap = boxes[0] ? gapAt(map, boxes[0]) : null
  // A free note only points: the nearest gap will do.
  return gap && note.kind !== "Caret" ? { ...gap, sure: true } : gap
}

/** The proof's sheet that a comment's page is. */
function sheetOf({ sheets }: ProofRecord, { on, sheet }: ForeignNote): ProofSheet | undefined {
  return on === null ? undefined : sheets[on ?? sheet]
}

/** What speaks against any place of a comment. */
function doubtOf({ file, record, assumed }: Ground, note: ForeignNote, on: Guessed["on"]) {
  if (assumed) return NO_PROOF
  const [sheet, page] = [sheetOf(record, note), file.sheets[note.sheet]]
  const known = note.on !== undefined
  if (known ? !sheet : file.sheets.length > 0 && file.sheets.length !== record.sheets.length)
    return OTHER_PAGES
  if (!known && sheet && page) {
    const [left, foot, right, top] = page
    const off = Math.abs(right - left - sheet.width) + Math.abs(top - foot - sheet.height)
    if (off > 2) return OTHER_PAGES
  }
  return on === "place" ? DRAWN : null
}

/** The place on the page itself, for what is on no words. */
function spotOf(
  seen: PageBox | null,
  boxes: readonly PageBox[],
  { pages }: Issue,
): Omit<Placed, "unsure"> {
  const page = seen?.page ?? pages[0]?.id ?? ""
  const own = boxes.filter((one) => one.page === page).map(({ box }) => box)
  const box = joined(own)
  return {
    ...{ article: null, range: { kind: "spot", page, box }, quote: "" },
    seen: seen && { page, box },
  }
}

function joined(boxes: readonly Box[]): Box {
  const none = { x: pt(0), y: pt(0), width: pt(0), height: pt(0) }
  if (boxes.length === 0) return none
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))]
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const foot = Math.max(...boxes.map((box) => box.y + box.height))
  return { x: pt(x), y: pt(y), width: pt(right - x), height: pt(foot - y) }
}
