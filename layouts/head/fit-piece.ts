import { runOf } from "../flow/runs.ts"
import type { HeadSetting } from "../issue/head-setting.ts"
import { trimOf, verticalOf, type ParagraphStyle, type Stylesheet } from "../issue/style.ts"
import type { Cells } from "../line/cells.ts"
import { collect } from "../line/collect.ts"
import type { Line } from "../line/line.ts"
import { setLines } from "../line/paragraph.ts"
import { stretchedCells } from "../line/stretch-cells.ts"
import type { Press } from "../press.ts"
import { pt, type Pt } from "../units.ts"
import { divide } from "./divide.ts"
import type { Seams } from "./seams.ts"
import type { Wording } from "./wording.ts"

/** A further line must gain this much size, pt, to be worth its height. */
const SIZE_PER_LINE = 3

/** Lines that a headline takes before its letters stand beyond its width. */
const LAST_RESORT = 12

/** Letters of a line that is spread to the whole width stand no further apart, em. */
const LOOSEST = 1

/** How much closer letters are brought, and how much narrower they are made, at a time. */
const STEP = { tracking: 0.02, stretch: 0.05 } as const

/** What a piece of a headline block is set with. */
export interface PieceSetting {
  readonly sheet: Stylesheet
  readonly press: Press
  readonly seams: Seams
  /** Largest size, pt, and the width that lines may take. */
  readonly cap: Pt
  readonly width: Pt
  /** Lines that it may take. */
  readonly lines: number
  readonly vertical: boolean
  /** What is done to it by hand. */
  readonly own: HeadSetting
}

/** A piece set at one size, and what else was done so that it fits. */
export interface FittedPiece {
  readonly lines: readonly Line[]
  readonly size: Pt
  /** Added between its characters, em; and their width as a factor of their own. */
  readonly tracking: number
  readonly stretch: number
  /** True when its letters stand so for its room's sake, and not by hand. */
  readonly byRoom: boolean
  /** True when even so it does not fit. */
  readonly overfull: boolean
  /** True when a line that was to be spread is too short for it. */
  readonly unfilled: boolean
  /** True when a line does not end where it was asked to by hand: nothing there can be parted. */
  readonly unbroken: boolean
  readonly missing: readonly string[]
}

/** How the letters of a piece stand. */
interface Letters {
  readonly size: Pt
  readonly tracking: number
  readonly stretch: number
}

interface Candidate extends Letters {
  readonly score: number
  readonly cells: Cells
  readonly ends: readonly number[]
}

/**
 * A piece at its best size: fewer lines unless another line buys a clearly larger size, and a smaller
 * one rather than a line that ends amid its sense. One that would come down by more steps of the
 * paper's table than its letters may has them brought closer, then made narrower, within the paper's
 * bounds; only then is it made smaller still, and last takes more lines. Source: domain.md 2.5
 */
export function fitPiece(piece: Wording, setting: PieceSetting): FittedPiece {
  const { steps } = setting.sheet.heads
  const sizes = sizesUpTo(setting.cap, setting.sheet)
  const given = { tracking: setting.own.tracking ?? 0, stretch: setting.own.stretch ?? 1 }
  const plain = (some: readonly Pt[]): Candidate | null =>
    bestOf(some.flatMap((size) => candidates(piece, { size, ...given }, setting)))
  const last = { size: sizes.at(-1)!, ...given }
  const found =
    plain(sizes.slice(0, steps + 1)) ??
    squeezed(piece, sizes[Math.min(steps, sizes.length - 1)]!, setting) ??
    plain(sizes.slice(steps + 1)) ??
    squeezed(piece, last.size, setting) ??
    bestOf(candidates(piece, last, { ...setting, lines: LAST_RESORT }))
  if (found) return finish(found, piece, setting, false)
  const cells = cellsOf(piece, last, setting)
  const ends = [...endsByHand(cells, piece, setting.own), cells.count]
  return finish({ ...last, score: 0, cells, ends }, piece, setting, true)
}

/** The sizes to try, large to small: those of the table, and the largest of all even if it has none such. */
export function sizesUpTo(largest: Pt, { heads }: Pick<Stylesheet, "heads">): readonly Pt[] {
  return [largest, ...heads.sizes.filter((known) => known < largest)]
}

/** The piece at one size with its letters closer, then narrower too; null where the bounds leave no way. */
function squeezed(piece: Wording, size: Pt, setting: PieceSetting): Candidate | null {
  const { own, sheet, vertical } = setting
  const { tightest, narrowest } = sheet.heads
  const stretch = own.stretch ?? 1
  if (own.tracking === undefined)
    for (let by = STEP.tracking; by <= -tightest + 1e-9; by += STEP.tracking) {
      const closer = bestOf(candidates(piece, { size, stretch, tracking: rounded(-by) }, setting))
      if (closer) return closer
    }
  if (vertical || own.stretch !== undefined) return null
  const tracking = own.tracking ?? tightest
  for (let wide = 1 - STEP.stretch; wide >= narrowest - 1e-9; wide -= STEP.stretch) {
    const letters = { size, tracking, stretch: rounded(wide) }
    const narrower = bestOf(candidates(piece, letters, setting))
    if (narrower) return narrower
  }
  return null
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

function bestOf(all: readonly Candidate[]): Candidate | null {
  return all.reduce<Candidate | null>(
    (best, one) => (best === null || one.score > best.score ? one : best),
    null,
  )
}

/** The ways to divide a piece whose letters stand so. */
function candidates(piece: Wording, letters: Letters, setting: PieceSetting): readonly Candidate[] {
  const { seams, lines, width, own } = setting
  const cells = cellsOf(piece, letters, setting)
  const asked = endsByHand(cells, piece, own)
  const most = Math.max(lines, asked.length + 1)
  const found: Candidate[] = []
  for (let count = asked.length + 1; count <= most; count += 1) {
    const division = divide(cells, count, width, { seams, asked })
    if (!division) continue
    const asParts = count === piece.parts.length ? 1 : 0
    const parted = asked.length > 0 ? 0 : division.seams
    const score = letters.size - SIZE_PER_LINE * (count - 1) + asParts - parted
    found.push({ ...letters, score, cells, ends: division.ends })
  }
  return found
}

/** Offsets at which the lines of a piece end by hand, the last one left out. */
function breaksByHand({ parts }: Wording, { byHand }: HeadSetting): readonly number[] {
  if (!byHand) return []
  let at = 0
  const ends = parts.slice(0, -1).map(({ length }) => (at += length))
  return ends.filter((end) => end > 0)
}

/**
 * The cells at which lines end by hand, rising, the last one left out. A line ends behind what cannot be
 * parted where it was asked to end inside it; no line is empty for that.
 */
function endsByHand(cells: Cells, piece: Wording, own: HeadSetting): readonly number[] {
  const ends = breaksByHand(piece, own).map((at) => cells.from.findIndex((from) => from >= at))
  return [...new Set(ends)].filter((end) => end > 0 && end < cells.count)
}

/** A piece as cells; where a line ends by hand, words, —— and …… are parted. */
function cellsOf(
  piece: Wording,
  { size, tracking, stretch }: Letters,
  { sheet, press, vertical, own }: PieceSetting,
): Cells {
  const { role, parts } = piece
  const style: ParagraphStyle = sheet[role]
  const text = parts.join("")
  const look = { ...style.text, size, tracking: (style.text.tracking ?? 0) + tracking }
  const breaks = [...breaksByHand(piece, own), text.length]
  const runs = breaks.map((to, i) => runOf(look, breaks[i - 1] ?? 0, to, press))
  const down = vertical ? { vertical: verticalOf(style) } : {}
  const cells = collect(text, runs, { ...style, size, ...trimOf(style), ...down })
  return stretch === 1 || vertical ? cells : stretchedCells(cells, stretch)
}

function finish(
  { cells, ends, size, tracking, stretch }: Candidate,
  piece: Wording,
  { sheet, width, own }: PieceSetting,
  overfull: boolean,
): FittedPiece {
  const { role } = piece
  const { align, endMarks } = sheet[role]
  const ragged = { measure: width, indent: pt(0), align, endMarks }
  const lines = setLines(cells, ragged, ends)
  const spread = own.fill
    ? setLines(cells, { ...ragged, align: "justify", endMarks: "half", fill: true }, ends)
    : lines
  const loose = spread.map(({ looseness }) => looseness > LOOSEST + 1e-6)
  return {
    ...{ size, tracking, stretch, overfull },
    byRoom: tracking !== (own.tracking ?? 0) || stretch !== (own.stretch ?? 1),
    lines: spread.map((line, i) => (loose[i] ? lines[i]! : line)),
    unfilled: loose.some(Boolean),
    unbroken: breaksByHand(piece, own).some((at) => !lines.some(({ to }) => to === at)),
    missing: cells.missing.map((sort) => sort.character),
  }
}
