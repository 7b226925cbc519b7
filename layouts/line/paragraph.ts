import { pt, type Pt } from "../units.ts"
import { besideLine } from "./beside.ts"
import { breakGreedily } from "./break-greedy.ts"
import { breakLines, type Breaking, type Broken } from "./break.ts"
import { mayEndInGrid } from "./break-in-grid.ts"
import { gridOver, indentIn } from "./cell-grid.ts"
import type { Cells } from "./cells.ts"
import { hyphenWidth } from "./division.ts"
import { endBlank, startBlank, type EndMarks } from "./edge-marks.ts"
import { justify, leaveNatural, type Justified } from "./justify.ts"
import type { Line, LineEnd } from "./line.ts"
import { placeGlyphs } from "./place.ts"
import { setInGrid } from "./set-in-grid.ts"
import { stopsOf } from "./stops.ts"

/** How lines are justified and where they stand; lengths in pt. */
export interface Alignment {
  readonly measure: Pt
  readonly indent: Pt
  readonly align: "justify" | "left" | "center" | "right"
  /** Width of marks at the ends of justified lines. */
  readonly endMarks: EndMarks
  /** True when the last line is spread to the measure too (撑满). */
  readonly fill?: boolean
}

/** How the lines of a paragraph are found and set. */
export interface Setting extends Alignment {
  /** UTF-16 offsets at which a line must end (original column breaks), rising. */
  readonly columnBreaks: readonly number[]
  /** Total fit, or greedy as the reference to beat. */
  readonly breaking: "total" | "greedy"
}

/**
 * The lines of a collected paragraph: break, justify each, place its glyphs.
 * The lines tile the text: nothing is lost, doubled or moved. An empty paragraph has none.
 */
export function setParagraph(cells: Cells, setting: Setting): readonly Line[] {
  const breaking = breakingOf(cells, setting)
  const broken: Broken =
    setting.breaking === "greedy" ? breakGreedily(cells, breaking) : breakLines(cells, breaking)
  return setLines(cells, setting, broken.ends, breaking.forced)
}

/** What the lines of a paragraph are broken to: its measure, indent, and original breaks as cells. */
export function breakingOf(cells: Cells, setting: Omit<Setting, "breaking">): Breaking {
  const { measure, indent, endMarks, columnBreaks } = setting
  const forced = columnBreaks
    .map((offset) => cellAt(cells, offset))
    .filter((cell) => cell > 0 && cell < cells.count)
  return { measure, indent, endMarks, forced }
}

/** Lines that end before the given cells; the last of `ends` is the number of cells. */
export function setLines(
  cells: Cells,
  alignment: Alignment,
  ends: readonly number[],
  forced: readonly number[] = [],
): readonly Line[] {
  return linesFrom(cells, alignment, { start: 0, ends, forced })
}

/** Lines from a cell on, as `setLines` gives them. */
export function linesFrom(
  cells: Cells,
  alignment: Alignment,
  from: {
    readonly start: number
    readonly ends: readonly number[]
    readonly forced: readonly number[]
  },
): readonly Line[] {
  const { ends, forced } = from
  let { start } = from
  return ends.map((end) => {
    const line = setLine(cells, alignment, { start, end, lineEnd: endOf(end, cells.count, forced) })
    start = end
    return line
  })
}

/** The cell that begins at an offset; an offset inside a cell counts for the cell after it. */
function cellAt(cells: Cells, offset: number): number {
  let cell = 0
  while (cell < cells.count && cells.from[cell]! < offset) cell += 1
  return cell
}

function endOf(end: number, count: number, forced: readonly number[]): LineEnd {
  if (forced.includes(end) && end < count) return "columnBreak"
  return end === count ? "paragraph" : "line"
}

/** The cells of a line, and how it ends. */
interface LineCells {
  readonly start: number
  readonly end: number
  readonly lineEnd: LineEnd
}

/** The gaps of a line, and the blanks, pt, that stay behind its last cell and before its first. */
interface Spaced {
  readonly justified: Justified
  readonly blank: number
  /** None when left out. */
  readonly lead?: number
}

function setLine(cells: Cells, setting: Alignment, at: LineCells): Line {
  if (setting.endMarks === "grid") return setGridLine(cells, setting, at)
  const indent = at.start === 0 ? setting.indent : 0
  const target = setting.measure - indent - hyphenWidth(cells, at.end)
  return lineFrom(cells, setting, at, justifyLine(cells, setting, { ...at, target }))
}

/** A line in the cells of its measure's grid; its indent is a whole number of them. */
function setGridLine(cells: Cells, setting: Alignment, at: LineCells): Line {
  const grid = gridOver(setting.measure, cells.size)
  const first = at.start === 0 ? indentIn(grid, setting.indent) : 0
  const indent = pt(first * grid.pitch)
  const spaced = setInGrid(cells, grid, { ...at, room: grid.count - first })
  return lineFrom(cells, { ...setting, indent, align: "left" }, at, spaced)
}

/** The line of some cells with its gaps as they are given. */
export function lineFrom(
  cells: Cells,
  setting: Alignment,
  at: LineCells,
  { justified, blank, lead = 0 }: Spaced,
): Line {
  const { start, end, lineEnd } = at
  const indent = start === 0 ? setting.indent : 0
  const placed = placeGlyphs(cells, start, end, justified)
  const width = (placed.width + blank) as Pt
  const room = setting.measure - indent - lead - width
  const shift = setting.align === "center" ? room / 2 : setting.align === "right" ? room : 0
  const beside = besideLine(cells, { ...at, width }, justified)
  return {
    from: cells.from[start]!,
    to: cells.from[end]!,
    x: (indent + lead + shift) as Pt,
    width,
    squeeze: justified.squeeze as Pt,
    expand: justified.expand as Pt,
    looseness: justified.looseness,
    end: lineEnd,
    ...(cells.glyphAcross ? { vertical: true } : {}),
    full: Math.abs(room) < 0.005,
    strained: justified.strained || (end < cells.count && illegal(cells, setting, at)),
    runs: placed.runs,
    stops: stopsOf(cells, at, justified, width),
    ...(beside.length > 0 ? { beside } : {}),
  }
}

/**
 * Full lines are justified, less the blanks that the marks at their edges keep; a paragraph's last
 * line only when it is too wide as it is, and a line before an original break only when it can be
 * filled.
 */
function justifyLine(
  cells: Cells,
  setting: Alignment,
  at: LineCells & { readonly target: number },
): Spaced {
  const natural = leaveNatural(cells, at.start, at.end)
  const width = widthOf(cells, at.start, at.end, natural)
  const ragged = setting.align !== "justify" || (at.lineEnd === "paragraph" && !setting.fill)
  if (ragged && width <= at.target + 1e-9) return { justified: natural, blank: 0, lead: 0 }
  const blank = endBlank(cells, at.end, at.target - width, setting.endMarks)
  if (ragged && width + blank <= at.target + 1e-9) return { justified: natural, blank, lead: 0 }
  const target = at.target - blank
  const plain = justify(cells, at.start, at.end, target)
  const room = { slack: target - width, stretch: plain.looseness }
  const lead = startBlank(cells, at.start, room, setting.endMarks)
  const justified = lead > 0 ? justify(cells, at.start, at.end, target - lead) : plain
  if (at.lineEnd === "columnBreak" && justified.strained && width < at.target)
    return { justified: natural, blank: 0, lead: 0 }
  return { justified, blank, lead }
}

function widthOf(cells: Cells, start: number, end: number, justified: Justified): number {
  const gaps = justified.gaps.reduce((sum, gap) => sum + gap, 0)
  return cells.widthSum[end]! - cells.widthSum[start]! + gaps
}

function illegal(cells: Cells, { endMarks }: Alignment, { end, lineEnd }: LineCells): boolean {
  if (lineEnd !== "line" || cells.breakAfter[end - 1] === 1) return false
  return endMarks !== "grid" || !mayEndInGrid(cells, end)
}
