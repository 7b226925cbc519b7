import { readTabStops, type TabStop } from "../issue/tab-stops.ts"
import { pt } from "../units.ts"
import type { Cells } from "./cells.ts"
import { CLASS } from "./classes.ts"
import { hyphenWidth } from "./division.ts"
import { EM_MIDDLE } from "./gathering.ts"
import { justify, type Justified } from "./justify.ts"
import type { GlyphRun, Line } from "./line.ts"
import { breakingOf, lineFrom, type Setting } from "./paragraph.ts"
import { griddedCells } from "./set-in-grid.ts"

/** Where no stop was set, one stands at every so many em. */
const USUAL_STOPS = 2

/** Dots of a leader, em: one from the next, and white at its ends. */
const LEADER = { pitch: 1 / 3, white: 0.25 } as const

/** White that a tab keeps where its words reach back to what is before it, em. */
const LEAST_WHITE = 0.25

/** U+00B7, which leaders are made of. */
const DOT = 0xb7

/** A line while it is filled. */
interface Filling {
  readonly start: number
  /** What the line has of its column. */
  readonly room: TabRoom
  /** White of each tab on it, by its cell. */
  readonly whites: Map<number, number>
  /** Stretches led to by dots, pt from the line's first cell. */
  readonly leaders: { readonly font: number; readonly from: number; readonly to: number }[]
  /** The cell behind its last tab; its start where it has none. */
  behindTab: number
  /** Where that cell stands, pt from the line's first cell. */
  at: number
}

/** What lines with tabs are set to. */
interface Tabbing {
  readonly setting: Setting
  readonly stops: readonly TabStop[]
  /** Cells before which a line must end. */
  readonly forced: readonly number[]
  /** Where tabs are told whose stop is not on their line. */
  readonly astray: number[]
}

/** What a line has of its column: from where on, pt from the column's edge, and how much. */
export interface TabRoom {
  readonly x: number
  readonly measure: number
}

/** Which lines of a paragraph are set, and where they stand; all of the measure when left out. */
export interface TabCourse {
  /** The cell that the first line begins with. */
  readonly start?: number
  readonly roomOf?: (line: number) => TabRoom
}

/** Lines with tabs, and the offsets of those tabs whose stop is not on their line. */
export interface TabbedLines {
  readonly lines: readonly Line[]
  readonly astray: readonly number[]
}

/**
 * The lines of a paragraph with tabs (制表): the words behind each tab stand at the next stop of
 * `tabs`, and behind the last of those at every second em. Stops belong to the column: a line that has
 * only part of it keeps those that it reaches. Words that end at a stop behind the line's end stand at
 * that end; any other tab for which a line has no stop left begins a new one. Lines are filled in turn,
 * for what stands at a stop is not to be moved; only words behind the last tab that fill the line are
 * justified. The lines tile the text as all others do. In a strict grid the cells of a line are counted
 * anew from each stop.
 */
export function setTabbed(
  given: Cells,
  asked: Setting,
  tabs: string | undefined,
  { start: first = 0, roomOf }: TabCourse = {},
): TabbedLines {
  const stops = (tabs === undefined ? null : readTabStops(tabs)) ?? []
  const inGrid = asked.endMarks === "grid"
  const setting: Setting = inGrid ? { ...asked, align: "left" } : asked
  const cells = inGrid ? griddedCells(given) : given
  const { forced } = breakingOf(cells, setting)
  const tabbing: Tabbing = { setting, stops, forced, astray: [] }
  const whole = { x: 0, measure: setting.measure }
  const lines: Line[] = []
  for (let start = first; start < cells.count;) {
    const room = roomOf?.(lines.length) ?? whole
    const filling: Filling = {
      start,
      room,
      whites: new Map(),
      leaders: [],
      behindTab: start,
      at: 0,
    }
    const end = fillLine(cells, tabbing, filling)
    const own = { ...setting, measure: pt(room.measure) }
    lines.push(closeLine(cells, { ...tabbing, setting: own }, filling, end))
    start = end
  }
  return { lines, astray: tabbing.astray }
}

/** Fills a line; returns the cell that the next one begins with. */
function fillLine(cells: Cells, tabbing: Tabbing, filling: Filling): number {
  const { setting, stops, forced, astray } = tabbing
  const { start } = filling
  const indent = start === 0 ? setting.indent : 0
  const edge = filling.room.x + indent
  const room = filling.room.measure - indent
  const most = forced.find((cell) => cell > start) ?? cells.count
  let pen = 0
  for (let cell = start; cell < most;) {
    const end = stretchEnd(cells, cell, most)
    const fitting = fits(cells, { from: cell, to: end, room: room - pen, first: cell === start })
    if (fitting < end) return fitting
    pen += widthOf(cells, cell, end)
    if (end === most) break
    const words = stretchEnd(cells, end + 1, most)
    const reach = { pen: pen + edge, end: edge + room }
    const place = nextPlace(cells, stops, reach, { from: end + 1, to: words })
    const white = Math.max(LEAST_WHITE * cells.size, place.at - edge - pen)
    if (stops.length > 0 && !place.found) astray.push(cells.from[end]!)
    if (pen + white > room + 1e-6) return end + 1
    filling.whites.set(end, white)
    const font = cells.glyphFont[cells.glyphFrom[end]!]!
    if (place.leader) filling.leaders.push({ font, from: pen, to: pen + white })
    pen += white
    cell = end + 1
    filling.behindTab = cell
    filling.at = pen
  }
  return most
}

/** The next tab from a cell on. */
function stretchEnd(cells: Cells, from: number, most: number): number {
  let end = from
  while (end < most && cells.kind[end] !== CLASS.tab) end += 1
  return end
}

/** Where a stretch must be left: its end where all of it fits, else the last place at which a line may end. */
function fits(
  cells: Cells,
  { from, to, room, first }: { from: number; to: number; room: number; first: boolean },
): number {
  let legal = first ? from : -1
  let last = from
  for (let end = from + 1; end <= to; end += 1) {
    if (widthOf(cells, from, end) > room + 1e-6) {
      if (legal > from) return legal
      if (!first) return from
      return Math.max(from + 1, last)
    }
    if (widthOf(cells, from, end) + hyphenWidth(cells, end) > room + 1e-6) continue
    last = end
    if (cells.breakAfter[end - 1] === 1) legal = end
  }
  return to
}

/** Width of cells as they are, with the gaps between them. */
function widthOf(cells: Cells, from: number, to: number): number {
  if (to <= from) return 0
  const gaps = cells.gapSum[to - 1]! - cells.gapSum[from]!
  return cells.widthSum[to]! - cells.widthSum[from]! + gaps
}

/** Where a tab leads to, pt from the column's edge. */
interface TabPlace {
  readonly at: number
  readonly leader: boolean
  /** False where no stop that was set is on the rest of the line. */
  readonly found: boolean
}

/** The stop behind a place of a line that ends at `end`, and where words begin for it. */
function nextPlace(
  cells: Cells,
  stops: readonly TabStop[],
  { pen, end }: { readonly pen: number; readonly end: number },
  { from, to }: { readonly from: number; readonly to: number },
): TabPlace {
  const { size } = cells
  const stop = stops.find(({ at }) => at * size > pen + 1e-6)
  if (!stop) {
    const step = USUAL_STOPS * size
    const at = (Math.floor(pen / step + 1e-6) + 1) * step
    return { at, leader: false, found: false }
  }
  const back = {
    left: () => 0,
    center: () => widthOf(cells, from, to) / 2,
    right: () => widthOf(cells, from, to),
    decimal: () => widthOf(cells, from, decimalIn(cells, from, to)),
  }[stop.align]()
  const found = stop.at * size < end + 1e-6
  const beyond = found || stop.align === "left" ? null : end - widthOf(cells, from, to)
  return { at: Math.max(pen, beyond ?? stop.at * size - back), leader: stop.leader, found }
}

/** The cell of the decimal point, or that behind the whole number; the end of words without a number. */
function decimalIn(cells: Cells, from: number, to: number): number {
  const text = cells.text.slice(cells.from[from], cells.from[to])
  const number = /^\D*\d[\d,，]*/.exec(text)
  const offset = cells.from[from]! + (number ? number[0].length : text.length)
  let cell = from
  while (cell < to && cells.from[cell]! < offset) cell += 1
  return cell
}

function closeLine(
  cells: Cells,
  { setting, forced }: Tabbing,
  filling: Filling,
  end: number,
): Line {
  const { start, whites, leaders, behindTab } = filling
  const lineEnd = end === cells.count ? "paragraph" : forced.includes(end) ? "columnBreak" : "line"
  const justified = gapsOf(cells, setting, filling, { end, fills: lineEnd === "line" })
  const trailing = whites.get(end - 1) ?? 0
  const line = lineFrom(
    cells,
    { ...setting, align: "left" },
    { start, end, lineEnd },
    { justified, blank: trailing },
  )
  if (leaders.length === 0 || behindTab < start) return line
  return { ...line, runs: [...line.runs, ...leaders.flatMap((one) => leaderRun(cells, one))] }
}

/** The gaps of a line: the white of its tabs, and the words behind the last one spread where they fill it. */
function gapsOf(
  cells: Cells,
  { measure, indent, align }: Setting,
  { start, whites, behindTab, at }: Filling,
  { end, fills }: { readonly end: number; readonly fills: boolean },
): Justified {
  const gaps = cells.gap.slice(start, Math.max(start, end - 1))
  for (let cell = start; cell < end - 1; cell += 1) {
    if (cells.kind[cell] === CLASS.tab) gaps[cell - start] = whites.get(cell) ?? 0
    else if (cells.kind[cell + 1] === CLASS.tab) gaps[cell - start] = 0
  }
  const plain = { gaps, squeeze: 0, expand: 0, looseness: 0, strained: false }
  const ends = cells.kind[end - 1] === CLASS.tab
  if (!fills || align !== "justify" || ends || end - behindTab < 2) return plain
  const target = measure - (start === 0 ? indent : 0) - at - hyphenWidth(cells, end)
  const spread = justify(cells, behindTab, end, target)
  gaps.set(spread.gaps, behindTab - start)
  return { ...spread, gaps }
}

/** Dots to a stop, on marks that all lines share, so that those of one line stand over those of the next. */
function leaderRun(
  cells: Cells,
  { font, from, to }: Filling["leaders"][number],
): readonly GlyphRun[] {
  const { face, size, ink } = cells.fonts[font]!
  const pitch = LEADER.pitch * size
  const white = LEADER.white * size
  const dot = face.shape(String.fromCodePoint(DOT), []).glyphs[0] ?? 0
  const box = face.ink(dot)
  const middle = ((box.left + box.right) / 2) * size
  const dx: number[] = []
  for (let n = Math.ceil((from + white) / pitch); n * pitch <= to - white; n += 1)
    dx.push(n * pitch - middle)
  if (dot === 0 || dx.length === 0) return []
  const run = { face: face.id, size, glyphs: dx.map(() => dot), dx, texts: dx.map(() => "") }
  const inked = ink === undefined ? run : { ...run, ink }
  if (!cells.glyphAcross) return [inked]
  return [{ ...inked, across: dx.map(() => -EM_MIDDLE * size), turned: true }]
}
