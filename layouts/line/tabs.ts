import { readTabStops, type TabStop } from "../issue/tab-stops.ts"
import { hyphenWidth } from "./break.ts"
import type { Cells } from "./cells.ts"
import { CLASS } from "./classes.ts"
import { EM_MIDDLE } from "./gathering.ts"
import { justify, type Justified } from "./justify.ts"
import type { GlyphRun, Line } from "./line.ts"
import { breakingOf, lineFrom, type Setting } from "./paragraph.ts"

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
}

/**
 * The lines of a paragraph with tabs (制表): the words behind each tab stand at the next stop of
 * `tabs`, and behind the last of those at every second em. A tab for which a line has no stop left
 * begins a new one. Lines are filled in turn, for what stands at a stop is not to be moved; only words behind the
 * last tab that fill the line are justified. The lines tile the text as all others do.
 */
export function setTabbed(
  cells: Cells,
  setting: Setting,
  tabs: string | undefined,
): readonly Line[] {
  const stops = (tabs === undefined ? null : readTabStops(tabs)) ?? []
  const { forced } = breakingOf(cells, setting)
  const tabbing: Tabbing = { setting, stops, forced }
  const lines: Line[] = []
  for (let start = 0; start < cells.count;) {
    const filling: Filling = { start, whites: new Map(), leaders: [], behindTab: start, at: 0 }
    const end = fillLine(cells, tabbing, filling)
    lines.push(closeLine(cells, tabbing, filling, end))
    start = end
  }
  return lines
}

/** Fills a line; returns the cell that the next one begins with. */
function fillLine(cells: Cells, { setting, stops, forced }: Tabbing, filling: Filling): number {
  const { start } = filling
  const indent = start === 0 ? setting.indent : 0
  const room = setting.measure - indent
  const most = forced.find((cell) => cell > start) ?? cells.count
  let pen = 0
  for (let cell = start; cell < most;) {
    const end = stretchEnd(cells, cell, most)
    const fitting = fits(cells, { from: cell, to: end, room: room - pen, first: cell === start })
    if (fitting < end) return fitting
    pen += widthOf(cells, cell, end)
    if (end === most) break
    const words = stretchEnd(cells, end + 1, most)
    const place = nextPlace(cells, stops, { pen: pen + indent, from: end + 1, to: words })
    const white = Math.max(LEAST_WHITE * cells.size, place.at - indent - pen)
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

/** The stop behind a place, and where the words `from` to `to` begin for it; from the column's edge. */
function nextPlace(
  cells: Cells,
  stops: readonly TabStop[],
  { pen, from, to }: { pen: number; from: number; to: number },
): { readonly at: number; readonly leader: boolean } {
  const { size } = cells
  const stop = stops.find(({ at }) => at * size > pen + 1e-6)
  if (!stop) {
    const step = USUAL_STOPS * size
    return { at: (Math.floor(pen / step + 1e-6) + 1) * step, leader: false }
  }
  const back = {
    left: () => 0,
    center: () => widthOf(cells, from, to) / 2,
    right: () => widthOf(cells, from, to),
    decimal: () => widthOf(cells, from, decimalIn(cells, from, to)),
  }[stop.align]()
  return { at: Math.max(pen, stop.at * size - back), leader: stop.leader }
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
