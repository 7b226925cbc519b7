import type { Paragraph } from "../issue/article.ts"
import { endMarksOf, type ParagraphStyle } from "../issue/style.ts"
import { paragraphWith } from "../issue/styled-sheet.ts"
import { breakTurning } from "../line/break-turning.ts"
import type { Cells } from "../line/cells.ts"
import { breakingOf, linesFrom } from "../line/paragraph.ts"
import { setTabbed } from "../line/tabs.ts"
import { pt } from "../units.ts"
import { isTabbed, setText, settingOf, type Setting } from "./set-paragraph.ts"
import type { SetText } from "./set-text.ts"

/** Lines that text may need more than its length says, and how much more of them, at a first guess. */
const MORE = { lines: 3, factor: 1.3 } as const

/** What a paragraph was set round something with. */
interface Known {
  readonly style: ParagraphStyle
  readonly cells: Cells
  readonly places: string
  readonly set: SetText
}

const remembered = new WeakMap<Paragraph, readonly Known[]>()

/** Paragraphs that stand line by line, by those that do not. */
const single = new WeakMap<Paragraph, Paragraph>()

/** Styles whose marks stay inside their lines, by those whose marks hang out of them. */
const unhung = new WeakMap<ParagraphStyle, ParagraphStyle>()

/** Settings remembered for one paragraph. */
const REMEMBERED = 3

/** A paragraph, its style, and what it is set with. */
export interface RoundText {
  readonly paragraph: Paragraph
  readonly style: ParagraphStyle
  readonly setting: Setting
}

/** What a line has of its column: from where on, pt from the column's left edge, and how much. */
export interface Room {
  readonly x: number
  readonly measure: number
}

/**
 * A paragraph each of whose lines has the measure of its place, the first of them first; lines behind
 * the last place are as wide as that. All lines are broken together, and no mark hangs out of them;
 * tabs lead to stops that are counted from the column's edge.
 */
export function setRound(text: RoundText, rooms: readonly Room[]): SetText {
  const { setting } = text
  const measure = pt(rooms[0]?.measure ?? setting.measure)
  const paragraph = lineByLine(text)
  const style = withoutHanging(text.style)
  const plain = setText(paragraph, style, { ...setting, measure })
  const own = paragraphWith(style, paragraph.look)
  const tabbed = isTabbed(paragraph, own)
  const inGrid = endMarksOf(own) === "grid" && !tabbed
  for (let count = linesNeeded(plain.cells, rooms); ; count *= 2) {
    const needed = rooms.slice(0, count)
    const alike =
      rooms.length === 0 ||
      (!inGrid && needed.every((room) => room.measure === measure && (!tabbed || room.x === 0)))
    const places = needed.map((room) => (tabbed ? `${room.x} ${room.measure}` : room.measure))
    const set = alike
      ? plain
      : remember(paragraph, { style, cells: plain.cells, places: places.join() }, () =>
          (tabbed ? tabbedIn : broken)(plain.cells, own, needed),
        )
    if (set.lines.length <= count || count >= rooms.length) return set
  }
}

/**
 * A paragraph that begins with a character as large as the rest, its lines a row each: nothing stands
 * beside a large one here, and no line has room above it.
 */
function lineByLine({ paragraph, style }: RoundText): Paragraph {
  const { drop, readings } = paragraphWith(style, paragraph.look)
  if (drop === undefined && readings !== "open") return paragraph
  const known = single.get(paragraph)
  if (known) return known
  const plain = { ...(drop === undefined ? {} : { drop: 1 }), readings: "gap" } as const
  const made = { ...paragraph, look: { ...paragraph.look, ...plain } }
  single.set(paragraph, made)
  return made
}

/** A style whose marks do not hang into what its lines end at. */
function withoutHanging(style: ParagraphStyle): ParagraphStyle {
  if (style.endMarks !== "hang") return style
  const known = unhung.get(style)
  if (known) return known
  const made: ParagraphStyle = { ...style, endMarks: "half" }
  unhung.set(style, made)
  return made
}

/** How many places the text may need, at a guess; one at least. */
function linesNeeded(cells: Cells, rooms: readonly Room[]): number {
  const all = cells.count === 0 ? 0 : cells.widthSum[cells.count]! + cells.gapSum[cells.count - 1]!
  let room = 0
  let lines = 0
  while (lines < rooms.length && room < all * MORE.factor) {
    room += rooms[lines]!.measure
    lines += 1
  }
  return lines + MORE.lines
}

/** Lines of one total fit. */
function broken(cells: Cells, own: ParagraphStyle, rooms: readonly Room[]): SetText {
  const all = rooms.map(({ measure }) => measure)
  const last = all.at(-1)!
  const widths = all.slice(0, all.findLastIndex((measure) => measure !== last) + 1)
  const setting = settingOf(own, pt(last), [])
  const breaking = { ...breakingOf(cells, setting), widths, hangs: false } as const
  const { ends } = breakTurning(cells, breaking)
  let start = 0
  const lines = ends.flatMap((end, i) => {
    const measure = pt(widths[i] ?? last)
    const line = linesFrom(cells, { ...setting, measure }, { start, ends: [end], forced: [] })
    start = end
    return line
  })
  return setting.endMarks === "grid" ? { cells, lines } : { cells, lines, breaking }
}

function tabbedIn(cells: Cells, own: ParagraphStyle, rooms: readonly Room[]): SetText {
  const last = rooms.at(-1)!
  const setting = settingOf(own, pt(last.measure), [])
  const roomOf = (line: number): Room => rooms[line] ?? last
  return { cells, ...setTabbed(cells, setting, own.tabs, { roomOf }) }
}

function remember(paragraph: Paragraph, key: Omit<Known, "set">, make: () => SetText): SetText {
  const known = remembered.get(paragraph) ?? []
  const hit = known.find(
    ({ style, cells, places }) =>
      style === key.style && cells === key.cells && places === key.places,
  )
  if (hit) return hit.set
  const set = make()
  remembered.set(paragraph, [{ ...key, set }, ...known].slice(0, REMEMBERED))
  return set
}
