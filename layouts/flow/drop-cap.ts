import { endMarksOf, type ParagraphStyle } from "../issue/style.ts"
import { breakLines } from "../line/break.ts"
import type { Cells, LineStyle, TextRun } from "../line/cells.ts"
import { CLASS, classOf, isJoined } from "../line/classes.ts"
import { collect } from "../line/collect.ts"
import type { Line } from "../line/line.ts"
import { linesFrom } from "../line/paragraph.ts"
import { pt, type Pt } from "../units.ts"
import type { SetText } from "./set-text.ts"

/** Least white between the large character and the lines beside it, em of the text. */
const AIR = 0.15

/** Where an em box ends below the baseline, and where Han ink ends above it, em. */
const BELOW = 0.12
const TOP = 0.82

/** A paragraph that begins with a large character, and what it is set with. */
export interface DropSetting {
  readonly text: string
  readonly runs: readonly TextRun[]
  readonly style: ParagraphStyle
  readonly lineStyle: LineStyle
  readonly measure: Pt
  readonly pitch: Pt
  /** Offsets at which a line must end, rising. */
  readonly columnBreaks: readonly number[]
}

/**
 * A paragraph whose first character, with the opening marks before it, is as high as so many lines
 * (首字下沉). It takes whole characters of the lines beside it, which so stay on the grid, and the
 * paragraph has no indent. A paragraph with too few lines, or a measure that leaves the lines beside it
 * less than twice its height, has a smaller one; null where not even two lines stand beside it.
 */
export function setDropped(lines: number, setting: DropSetting): SetText | null {
  for (let deep = lines; deep >= 2; deep -= 1) {
    const set = setDeep(deep, setting)
    if (set) return set
  }
  return null
}

function setDeep(deep: number, setting: DropSetting): SetText | null {
  const { text, runs, style, lineStyle, measure, pitch } = setting
  const to = dropEnd(text)
  const { size } = style.text
  const height = (deep - 1) * pitch + size
  const cells = collect(text, droppedRuns(setting, to, deep), lineStyle)
  const count = cells.from.findIndex((from) => from >= to)
  const natural = cells.widthSum[count]! + cells.gapSum[count - 1]!
  const width = Math.ceil((natural + AIR * size) / size - 1e-9) * size
  if (count <= 0 || count >= cells.count || width > measure - 2 * height) return null
  widen(cells, count, width - natural)
  const alignment = { measure, indent: pt(0), align: style.align, endMarks: endMarksOf(style) }
  const narrow = { ...alignment, measure: pt(measure - width) }
  const beside = breakLines(cells, { ...narrow, forced: [], from: count }).ends.slice(0, deep)
  if (beside.length < deep || runs.length === 0) return null
  const from = beside.at(-1)!
  const forced = setting.columnBreaks
    .map((offset) => cells.from.findIndex((start) => start >= offset))
    .filter((cell) => cell > from && cell < cells.count)
  const rest = from < cells.count ? breakLines(cells, { ...alignment, forced, from }).ends : []
  const shifted = (line: Line): Line => ({ ...line, x: pt(line.x + width) })
  return {
    cells,
    deep,
    lines: [
      ...linesFrom(cells, alignment, { start: 0, ends: beside.slice(0, 1), forced: [] }),
      ...linesFrom(cells, narrow, { start: beside[0]!, ends: beside.slice(1), forced: [] }).map(
        shifted,
      ),
      ...linesFrom(cells, alignment, { start: from, ends: rest, forced }),
    ],
  }
}

/** The offset behind a text's first character, the marks before it and the signs on it. */
function dropEnd(text: string): number {
  let at = 0
  while (at < text.length && isOpening(text.codePointAt(at)!)) at += 1
  if (at >= text.length) return at
  at += text.codePointAt(at)! > 0xffff ? 2 : 1
  while (at < text.length && isJoined(text.codePointAt(at)!)) at += 1
  return at
}

function isOpening(code: number): boolean {
  const kind = classOf(code)
  return kind === CLASS.open || kind === CLASS.latinOpen
}

/**
 * The runs with the first characters large: Han from the top of the first line's em box to the bottom
 * of the last line's, letters from the top of Han ink to the last baseline; of vertical text both in
 * the middle of the lines that they are as wide as. Nothing stands beside them: dots and readings are
 * made for the size of the text.
 */
function droppedRuns(
  { text, runs, style, lineStyle, pitch }: DropSetting,
  to: number,
  deep: number,
): readonly TextRun[] {
  const { size } = style.text
  const fall = (deep - 1) * pitch
  const down = lineStyle.vertical !== undefined
  return runs.flatMap((run) => {
    if (run.from >= to) return [run]
    const code = text.codePointAt(Math.max(0, to - 1))!
    const letter = classOf(code) === CLASS.latin || classOf(code) === CLASS.digit
    const face = run.faces[0]!
    const cap = letter && !down ? face.ink(face.glyphOf(code)).top : 0
    const large = cap > 0.3 ? (fall + TOP * size) / cap : fall + size
    const sunk = cap > 0.3 ? -fall : -(fall + BELOW * size - BELOW * large)
    const rise = down ? -fall / 2 : sunk
    const end = Math.min(run.to, to)
    const { from, faces, ink } = run
    const bare = { from, to: end, faces, size: pt(large), rise, bound: "inside" } as const
    const drop: TextRun = ink === undefined ? bare : { ...bare, ink }
    return run.to > end ? [drop, { ...run, from: end }] : [drop]
  })
}

/** Gives the last of the large cells so much white behind it, and no gap that could grow. */
function widen(cells: Cells, count: number, white: number): void {
  const last = count - 1
  cells.width[last]! += white
  for (const gaps of [cells.gap, cells.gapMin, cells.gapMax]) gaps[last] = 0
  cells.squeezeStep[last] = 0
  cells.expandStep[last] = 0
  cells.breakAfter[last] = 0
  for (let i = 0; i < cells.count; i += 1) {
    cells.widthSum[i + 1] = cells.widthSum[i]! + cells.width[i]!
    cells.gapSum[i + 1] = cells.gapSum[i]! + (cells.gap[i] ?? 0)
  }
}
