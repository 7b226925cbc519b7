import type { Paragraph } from "../issue/article.ts"
import type { ParagraphStyle } from "../issue/style.ts"
import { paragraphWith } from "../issue/styled-sheet.ts"
import { breakLines, type Breaking } from "../line/break.ts"
import { breakTurning, type Turning } from "../line/break-turning.ts"
import type { Cells } from "../line/cells.ts"
import type { Line } from "../line/line.ts"
import { breakingOf, linesFrom, type Alignment } from "../line/paragraph.ts"
import { setTabbed } from "../line/tabs.ts"
import type { Pt } from "../units.ts"
import { isTabbed, offsetsOf, settingOf, type Setting } from "./set-paragraph.ts"
import type { SetText } from "./set-text.ts"

/** Where a paragraph turns to another measure, and how it is set so far. */
export interface Turn {
  readonly set: SetText
  /** The lines `from` to `to` stand in the measure before the turn; those before them stay. */
  readonly from: number
  readonly to: number
  /** The measure of those lines, pt. */
  readonly before: Pt
  /** True where they stay too: larger lines whose rows are counted already. */
  readonly fast: boolean
}

/** Lines before a turn that are broken anew for its sake: what is further off does not feel it. */
const MOST_BEFORE = 12

/**
 * A paragraph that goes on in a column of another measure behind its line `to` (变栏): the lines
 * before and behind the turn are broken together, so many before it as there were. Where those may not
 * change (an original break, a tab or a large character among them, text divided by sense) the rest
 * alone is set anew. The lines tile the text.
 */
export function setTurned(
  paragraph: Paragraph,
  style: ParagraphStyle,
  how: Pick<Setting, "measure" | "honours">,
  turn: Turn,
): SetText {
  const { cells } = turn.set
  const own = paragraphWith(style, paragraph.look)
  const setting = settingOf(own, how.measure, offsetsOf(paragraph, how))
  if (isTabbed(paragraph, own)) return tabbed(turn, setting, own.tabs)
  const breaking = breakingOf(cells, setting)
  return together(turn, setting, breaking) ?? apart(turn, setting, breaking)
}

/** The lines on both sides of the turn by one total fit; null where those before it may not change. */
function together(turn: Turn, alignment: Alignment, breaking: Breaking): SetText | null {
  const { set, to, before } = turn
  const { cells } = set
  if (turn.fast || !set.breaking) return null
  const from = Math.max(turn.from, to - MOST_BEFORE)
  const start = cellAt(cells, set.lines[from]!.from)
  const end = cellAt(cells, set.lines[to - 1]!.to)
  if (breaking.forced.some((cell) => cell > start && cell <= end)) return null
  const known = "widths" in set.breaking ? set.breaking.widths.slice(0, turn.from) : []
  const all = new Array<number>(to - turn.from).fill(before)
  const first = all.slice(from - turn.from)
  const turning: Turning = { ...breaking, widths: [...known, ...all] }
  const { ends } = breakTurning(cells, { ...turning, from: start, widths: first })
  if (ends.length <= to - from) return null
  const narrow = { ...alignment, measure: before }
  const over = ends.slice(0, to - from)
  const under = ends.slice(to - from)
  const { forced } = breaking
  return {
    cells,
    breaking: turning,
    lines: [
      ...set.lines.slice(0, from),
      ...linesFrom(cells, narrow, { start, ends: over, forced }),
      ...linesFrom(cells, alignment, { start: over.at(-1) ?? start, ends: under, forced }),
    ],
  }
}

/** The lines before the turn as they are, the rest set by itself. */
function apart({ set, to }: Turn, alignment: Alignment, breaking: Breaking): SetText {
  const { cells, deep } = set
  const start = cellAt(cells, set.lines[to - 1]!.to)
  const { ends } = breakLines(cells, { ...breaking, from: start })
  const { forced } = breaking
  const rest: readonly Line[] = linesFrom(cells, alignment, { start, ends, forced })
  return {
    cells,
    ...(deep === undefined ? {} : { deep }),
    lines: [...set.lines.slice(0, to), ...rest],
  }
}

/** The lines before the turn as they are; behind it tabs lead to the stops of the column behind it. */
function tabbed(
  { set, to }: Turn,
  setting: Parameters<typeof setTabbed>[1],
  tabs: string | undefined,
): SetText {
  const { cells } = set
  const turn = set.lines[to - 1]!.to
  const rest = setTabbed(cells, setting, tabs, { start: cellAt(cells, turn) })
  const before = set.astray?.filter((offset) => offset < turn) ?? []
  return {
    cells,
    lines: [...set.lines.slice(0, to), ...rest.lines],
    astray: [...before, ...rest.astray],
  }
}

/** The cell that begins at an offset. */
function cellAt(cells: Cells, offset: number): number {
  let cell = 0
  while (cells.from[cell]! < offset) cell += 1
  return cell
}
