import type { FrozenArticle } from "../proof/unauthorised.ts"
import { frozenText } from "../proof/unauthorised.ts"
import type { MappedLine, TextMap } from "../proof/text-map.ts"
import { paragraphStarts } from "../issue/story.ts"
import type { Corners, ForeignNote, SheetWords } from "./foreign.ts"
import type { ProofRecord, ProofSheet, SheetPlace } from "./proof-record.ts"

/** Which sheets of a proof a file's pages are. */
export interface MatchedSheets {
  /** For each page of the file the sheet that it is, from 0; null for a page that is none of them. */
  readonly sheets: readonly (number | null)[]
  /** Part of the words of those sheets that stand where they stood, 0 to 1; 0 without any. */
  readonly share: number
}

/** Part of a sheet's words that a page must show in their places to be that sheet. */
const SAME = 0.97

/** Side of the squares that pieces of text are kept in, pt. */
const SQUARE = 40

/**
 * Which sheets of a proof a file's pages are, by the words that they show and where: pages that others
 * took out, put in or moved are known by what is on them, not by their numbers.
 */
export function matchSheets(
  record: ProofRecord,
  pages: readonly (readonly SheetWords[])[],
): MatchedSheets {
  const lines = record.sheets.map((sheet) => linesOn(record, sheet))
  const left = new Set(lines.keys())
  const shares: number[] = []
  const sheets = pages.map((words, i) => {
    const shelf = shelved(words)
    // A page is tried as the sheet of its own number first: most files are whole.
    const order = [...left].sort((a, b) => Number(b === i) - Number(a === i) || a - b)
    for (const sheet of order) {
      const share = shareOf(lines[sheet]!, shelf)
      if (share < SAME) continue
      left.delete(sheet)
      shares.push(share)
      return sheet
    }
    return null
  })
  return { sheets, share: shares.length === 0 ? 0 : Math.min(...shares) }
}

/** A file's comments on the sheets of a proof that its pages show; null when they show none of them. */
export function laidOn(
  notes: readonly ForeignNote[],
  { sheets, share }: MatchedSheets,
): readonly ForeignNote[] | null {
  if (share === 0) return null
  return notes.map((note) => ({ ...note, on: sheets[note.sheet] ?? null }))
}

/** A line's words, and where on the sheet it stands. */
interface SheetLine {
  readonly text: string
  readonly box: Corners
}

function linesOn(record: ProofRecord, sheet: ProofSheet): readonly SheetLine[] {
  return sheet.pages.flatMap((place) => {
    const map = record.maps.find(({ page }) => page === place.page)
    return map ? map.lines.flatMap((line) => lineOn(map, line, { sheet, place })) : []
  })
}

interface Laid {
  readonly sheet: ProofSheet
  readonly place: SheetPlace
}

function lineOn(map: TextMap, line: MappedLine, { sheet, place }: Laid): readonly SheetLine[] {
  const article = map.texts.find(({ id }) => id === line.article)
  const text = article ? bare(wordsOf(article, line)) : ""
  if (text === "") return []
  const [along, end] = [line.x[0]!, line.x.at(-1)!]
  const [x, y] = line.vertical ? [line.y, along] : [along, line.y]
  const [width, height] = line.vertical ? [line.height, end - along] : [end - along, line.height]
  const left = sheet.left + place.x + x * place.scale
  const top = sheet.top - place.y - y * place.scale
  const box: Corners = [left, top - height * place.scale, left + width * place.scale, top]
  return [{ text, box }]
}

function wordsOf(article: FrozenArticle, { words, paragraph, at }: MappedLine): string {
  const whole = frozenText(article, words)
  const start = words === null ? (startsOf(article)[paragraph] ?? 0) : 0
  return whole.slice(start + at[0]!, start + at.at(-1)!)
}

const starts = new WeakMap<FrozenArticle, readonly number[]>()

function startsOf(article: FrozenArticle): readonly number[] {
  const known = starts.get(article) ?? paragraphStarts(article.story)
  starts.set(article, known)
  return known
}

/** Words without what is no ink. */
function bare(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
}

type Shelf = ReadonlyMap<string, readonly SheetWords[]>

/** Pieces by the squares that they touch. */
function shelved(words: readonly SheetWords[]): Shelf {
  const shelf = new Map<string, SheetWords[]>()
  for (const piece of words)
    for (const key of squaresOf(piece.box)) {
      const there = shelf.get(key)
      if (there) there.push(piece)
      else shelf.set(key, [piece])
    }
  return shelf
}

/** Squares of a box; of one that is larger than any sheet only some. */
function squaresOf([left, foot, right, top]: Corners): readonly string[] {
  const [first, last] = [Math.floor(left / SQUARE), Math.floor(right / SQUARE)]
  const [low, high] = [Math.floor(foot / SQUARE), Math.floor(top / SQUARE)]
  const keys: string[] = []
  for (let x = first; x <= last && keys.length < 500; x += 1)
    for (let y = low; y <= high && keys.length < 500; y += 1) keys.push(`${x} ${y}`)
  return keys
}

function shareOf(lines: readonly SheetLine[], shelf: Shelf): number {
  const all = lines.reduce((sum, { text }) => sum + text.length, 0)
  if (all === 0) return 0
  const found = lines.reduce((sum, line) => sum + (stands(line, shelf) ? line.text.length : 0), 0)
  return found / all
}

/** Whether a line's words are shown where it stands: in one piece or in several along it. */
function stands({ text, box }: SheetLine, shelf: Shelf): boolean {
  const near = new Set(squaresOf(box).flatMap((key) => shelf.get(key) ?? []))
  const on = [...near].filter((piece) => touches(piece.box, box))
  const along = box[2] - box[0] >= box[3] - box[1]
  const order = on.toSorted((a, b) => (along ? a.box[0] - b.box[0] : b.box[3] - a.box[3]))
  const shown = bare(order.map((piece) => piece.text).join(""))
  return shown.includes(text)
}

/** Whether the middle of the smaller box, across the line, lies in the other, and both have a part along it. */
function touches(a: Corners, b: Corners): boolean {
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  const least = Math.min(a[2] - a[0], b[2] - b[0], a[3] - a[1], b[3] - b[1])
  return wide > 0.4 * least && high > 0.4 * least
}
