import { paragraphWith } from "../issue/styled-sheet.ts"
import { rowsFor, takenByLine, type Taken } from "./rows.ts"
import { setRound, type RoundText } from "./set-round.ts"
import type { SetText } from "./set-text.ts"
import { windowAt, type RoundColumn, type Slot } from "./slots.ts"

/** A place of one line: a slot, or the slots of as many rows under each other as a larger line takes. */
export interface LinePlace {
  readonly column: number
  readonly row: number
  readonly rows: number
  /** From the column's left edge, pt. */
  readonly x: number
  readonly measure: number
  /** The first slot behind it. */
  readonly next: number
}

/** A paragraph, and the columns that it goes down from one of their slots on. */
export interface Course {
  readonly columns: readonly RoundColumn[]
  readonly slots: readonly Slot[]
  readonly from: number
}

/** A paragraph in its places, the first line in the first; lines behind the last place have none. */
export interface PlacedText {
  readonly set: SetText
  readonly places: readonly LinePlace[]
  /** What each line takes; null for one row each. */
  readonly taken: readonly Taken[] | null
}

/** Rounds in which the first place that does not hold its line is mended, and those in which all are. */
const ROUNDS = { single: 12, all: 40 } as const

/** A line may be so much wider than its place, pt: what no eye sees. */
const OVER = 0.02

/**
 * Sets a paragraph so that each of its lines stands in a place that holds it: one that is too narrow for
 * the character or the indent that comes there stays empty, and a line with larger characters takes as
 * many rows as they are high. The lines tile the text.
 */
export function setInPlaces(text: RoundText, course: Course): PlacedText {
  const { rows } = text.setting
  let places = placesOf(course)
  for (let round = 0; ; round += 1) {
    const set = setRound(text, places)
    const own = set.lines.map((line) => takenByLine(line, rows))
    const short = set.lines.flatMap(({ x, width }, i) => {
      const place = places[i]
      if (!place) return []
      return place.rows < own[i]!.rows || x + width > place.measure + OVER ? [i] : []
    })
    if (short.length === 0) {
      const placed = { set, places, taken: takenIn(places, own) }
      if (round === 0 || set.lines.length <= places.length) return placed
      const sure = setSurely(text, set, course)
      return reachOf(sure) > reachOf(placed) ? sure : placed
    }
    if (round === ROUNDS.all) return setSurely(text, set, course)
    const least = Math.min(...own.map((one) => one.rows))
    if (round === 0 && least > 1) places = placesOf(course, least)
    else
      for (const at of round < ROUNDS.single ? short.slice(0, 1) : short.toReversed())
        places = mended(places, at, own[at]!.rows, course)
  }
}

/** How far into its text a paragraph has places, UTF-16 units. */
function reachOf({ set: { lines }, places }: PlacedText): number {
  return lines[Math.min(lines.length, places.length) - 1]?.to ?? 0
}

/** All places of a course that have so many rows and at least some width, pt. */
export function placesOf(
  { columns, slots, from }: Course,
  rows = 1,
  width = 0,
): readonly LinePlace[] {
  const places: LinePlace[] = []
  if (rows === 1)
    for (let at = from; at < slots.length; at += 1) {
      const slot = slots[at]!
      if (slot.measure >= width) places.push({ ...slot, rows, next: at + 1 })
    }
  else
    for (let at = from; ;) {
      const window = windowAt(columns, slots, at, { rows, width })
      if (!window) break
      places.push({ ...window, rows })
      at = window.next
    }
  return places
}

/**
 * Sets a paragraph in places each of which holds whatever character comes there, the first of them
 * behind the indent; without it where none does. Where not all lines find places with rows enough for the
 * largest character and room for a hyphen, they do without: larger characters then reach into the row
 * above, but no line is left out.
 */
function setSurely(text: RoundText, { cells }: SetText, course: Course): PlacedText {
  const { paragraph, style, setting } = text
  const own = paragraphWith(style, paragraph.look)
  const { size } = own.text
  const largest = cells.fonts.reduce((most, font) => Math.max(most, font.size), 0)
  const widest = cells.width.reduce((most, width) => Math.max(most, width), 0)
  const setIn = (rows: number, width: number): PlacedText => {
    const wide = placesOf(course, rows, width)
    const first = wide.findIndex(({ measure }) => measure >= widest + own.indent * size)
    const places = wide.slice(Math.max(0, first))
    const flush = { ...paragraph, look: { ...paragraph.look, indent: 0 } }
    const set = setRound(first < 0 ? { ...text, paragraph: flush } : text, places)
    const taken = set.lines.map((line) => takenByLine(line, setting.rows))
    return { set, places, taken: takenIn(places, taken) }
  }
  const deep = rowsFor(largest, setting.rows)
  for (const rows of deep > 1 ? [deep, 1] : [1]) {
    const placed = setIn(rows, widest + size)
    if (placed.set.lines.length <= placed.places.length) return placed
  }
  return setIn(1, widest)
}

/** Places one of which has the rows that its line takes, or is gone. */
function mended(
  places: readonly LinePlace[],
  at: number,
  rows: number,
  { columns, slots }: Course,
): readonly LinePlace[] {
  const { column, row, rows: had, next } = places[at]!
  const before = places.slice(0, at)
  const rest = places.slice(at + 1)
  if (rows <= had) return [...before, ...rest]
  const window = windowAt(columns, slots, next - had, { rows, width: 0 })
  if (window?.column !== column || window.row !== row) return [...before, ...rest]
  const deep: LinePlace = { ...window, rows }
  return [...before, deep, ...rest.filter((one) => one.next - one.rows >= window.next)]
}

/** What lines take in their places; those without a place take what they need. */
function takenIn(places: readonly LinePlace[], own: readonly Taken[]): readonly Taken[] | null {
  const taken = own.map(({ rows, lead }, i) => ({ rows: places[i]?.rows ?? rows, lead }))
  return taken.every(({ rows }) => rows === 1) ? null : taken
}
