import type { BesideCells, Cells, RubyRun, RubyUnit } from "./cells.ts"
import type { BesideLine } from "./line.ts"
import { pt } from "../units.ts"

/** White between two rubies, em of ruby: with ruby of half size a quarter em of the text. */
const AIR = 0.5

/** How far ruby may stand over a neighbour that has none, em of the text: two never meet over one. */
const OVERHANG = 0.5

/** Largest and smallest size of ruby, em of its text. */
const MOST = 0.5
const LEAST = 1 / 3

/** White that lines of Han leave inside their em boxes above and below together, em. */
const INSIDE = 0.1

/** Height of pinyin with tone marks and descenders, em of itself. */
const HEIGHT = 1

/** Where Han ink ends above the baseline and pinyin's descenders below theirs, em of each. */
const TOP = 0.86
const DESCENT = 0.22

/** Rows that a line with readings stands in where its paragraph has room for them (加行距). */
export const OPEN_ROWS = 1.5

/**
 * The size of ruby on rows of a pitch, em of its text: it stands in the line gap, which is never
 * opened for it, so a narrow gap makes it smaller than the usual half.
 * Source: CLREQ #h-line_gap (line gaps do not change for what stands between lines)
 */
export function rubySize(pitch: number, size: number): number {
  const room = (pitch - size) / size + INSIDE
  return Math.min(MOST, Math.max(LEAST, room / HEIGHT))
}

/**
 * The rubies over some cells. Where a text's readings, parted by spaces, are as many as its
 * characters, each character has its own (单字注音); else the reading stands over them all
 * (词组注音).
 */
export function rubyUnits(beside: readonly BesideCells[], scale: number): readonly RubyUnit[] {
  return wholeRubies(beside).flatMap(({ ruby, from, to, size, ink }) => {
    const readings = ruby.text.trim().split(/\s+/)
    const inked = ink === undefined ? {} : { ink }
    const unit = (text: string, first: number, end: number): RubyUnit => ({
      ...{ from: first, to: end, base: size, ...inked },
      ...shaped(text, ruby.faces, pt(scale * size)),
    })
    const each = readings.length === to - from && readings.length > 1
    return each
      ? readings.map((text, i) => unit(text, from + i, from + i + 1))
      : [unit(readings.join(" "), from, to)]
  })
}

type Rubied = BesideCells & { readonly ruby: RubyRun }

/** Neighbours of one reading and item are one text under it, whatever else they are set in. */
function wholeRubies(beside: readonly BesideCells[]): readonly Rubied[] {
  const whole: Rubied[] = []
  for (const one of beside) {
    const { ruby } = one
    if (!ruby) continue
    const last = whole.at(-1)
    const same = last?.ruby.text === ruby.text && last.ruby.item === ruby.item
    if (same && last.to === one.from) whole[whole.length - 1] = { ...last, to: one.to }
    else whole.push({ ...one, ruby })
  }
  return whole
}

function shaped(
  text: string,
  faces: RubyRun["faces"],
  size: RubyUnit["size"],
): Pick<RubyUnit, "face" | "size" | "glyphs" | "dx" | "width" | "text"> {
  const has = (code: number) => (face: RubyRun["faces"][number]) => face.glyphOf(code) !== 0
  const face = faces.find((one) => [...text].every((c) => has(c.codePointAt(0)!)(one))) ?? faces[0]!
  const { glyphs, advances, offsets } = face.shape(text, [])
  let pen = 0
  const dx = glyphs.map((_, i) => {
    const x = (pen + offsets[i]!) * size
    pen += advances[i]!
    return x
  })
  return { face: face.id, size, glyphs, dx, width: pen * size, text }
}

/**
 * Makes room for rubies that are wider than what they stand over: the gaps beside it grow as far as
 * the rubies would else come nearer to each other than their air, or stand too far over a neighbour.
 * A text under one reading is not divided.
 * Source: CLREQ #h-pinyin (spacing of neighbours, overhang)
 */
export function makeRubyRoom(
  units: readonly RubyUnit[],
  cells: Pick<Cells, "width" | "gap" | "gapMin" | "gapMax" | "breakAfter">,
): void {
  const widen = (i: number, need: number): void => {
    const more = need - (cells.gap[i] ?? need)
    if (more <= 0) return
    cells.gap[i]! += more
    cells.gapMin[i] = Math.max(cells.gapMin[i]!, need)
    cells.gapMax[i]! += more
  }
  const overs = units.map((unit) => overOf(unit, cells))
  units.forEach((unit, k) => {
    for (let cell = unit.from; cell < unit.to - 1; cell += 1) cells.breakAfter[cell] = 0
    const air = AIR * unit.size
    const over = overs[k]!
    const alone = over - OVERHANG * unit.base + air / 2
    const next = units[k + 1]
    const touches = next?.from === unit.to
    if (units[k - 1]?.to !== unit.from && unit.from > 0) widen(unit.from - 1, alone)
    if (touches) widen(unit.to - 1, over + overs[k + 1]! + air)
    else if (unit.to - 1 < cells.gap.length) widen(unit.to - 1, alone)
  })
}

/** How far a ruby stands over either end of its text, pt; less than 0 where it is narrower. */
function overOf(unit: RubyUnit, { width, gap }: Pick<Cells, "width" | "gap">): number {
  let base = 0
  for (let cell = unit.from; cell < unit.to; cell += 1)
    base += width[cell]! + (cell < unit.to - 1 ? gap[cell]! : 0)
  return (unit.width - base) / 2
}

/** Shares of their air that the rubies of a line keep, tried one after another until they fit. */
const AIR_KEPT = [1, 0.5, 0.25, 0] as const

/**
 * The rubies of the line of cells start to end, whose left edges are given: each over the middle of
 * its text, but inside the line's edges. Where wide ones at both edges leave no room, they come
 * nearer to each other. Source: CLREQ #h-pinyin (at line edges)
 */
export function rubyOnLine(
  cells: Cells,
  { start, end, width }: { readonly start: number; readonly end: number; readonly width: number },
  left: readonly number[],
): readonly BesideLine[] {
  const units = cells.ruby.filter(({ from }) => from >= start && from < end)
  const wanted = units.map((unit) => {
    const last = Math.min(unit.to, end) - 1
    return (left[unit.from]! + left[last]! + cells.width[last]! - unit.width) / 2
  })
  let x: readonly number[] = wanted
  for (const kept of AIR_KEPT) {
    x = apart(units, wanted, kept * AIR, width)
    if (x[0] === undefined || x[0] >= -1e-6) break
  }
  return units.map(({ face, size, glyphs, dx, base, ink, text }, i): BesideLine => ({
    ...{
      kind: "ruby",
      x: x[i]!,
      up: TOP * base + DESCENT * size,
      base,
      face,
      size,
      glyphs,
      dx,
      text,
    },
    ...(ink === undefined ? {} : { ink }),
  }))
}

/** Places as near to those wanted as leaves so much air, em of ruby, inside a width; the first gives way last. */
function apart(
  units: readonly RubyUnit[],
  wanted: readonly number[],
  air: number,
  width: number,
): readonly number[] {
  const x: number[] = []
  units.forEach((_, i) => {
    const before = i === 0 ? 0 : x[i - 1]! + units[i - 1]!.width + air * units[i - 1]!.size
    x.push(Math.max(wanted[i]!, before))
  })
  let edge = width
  for (let i = x.length - 1; i >= 0; i -= 1) {
    x[i] = Math.min(x[i]!, edge - units[i]!.width)
    edge = x[i]! - (i === 0 ? 0 : air * units[i - 1]!.size)
  }
  return x
}
