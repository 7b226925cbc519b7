import type { Article } from "../issue/article.ts"
import type { Grid } from "../issue/page.ts"
import { settingOf } from "../issue/setting.ts"
import type { Stylesheet } from "../issue/style.ts"
import type { Line } from "../line/line.ts"
import type { Rows } from "./set-paragraph.ts"
import type { SetText } from "./set-text.ts"
import { pt } from "../units.ts"

/** What a line takes of its column: whole rows, and how far down in them its baseline's row is. */
export interface Taken {
  readonly rows: number
  /** Rows between the first row's baseline and the line's. */
  readonly lead: number
}

/**
 * The line pitch of an article's running text as a factor of the grid's: its style's, by what was
 * done to fit it.
 */
export function leadingOf(article: Article, sheet: Stylesheet): number {
  const style = article.kind === "photo" ? sheet.caption : sheet.body
  return (style.leading ?? 1) * settingOf(article).fit.leading
}

/** The rows of a grid at a leading. */
export function rowsOf(grid: Pick<Grid, "linePitch" | "bodySize">, leading: number): Rows {
  return { pitch: pt(grid.linePitch * leading), size: grid.bodySize }
}

/** Part of a row that an em box may be high: the ink of a character is less high than its em. */
const SNUG = 1.05

/**
 * What each line takes where one is larger than its row: as many rows as hold it, the line in their
 * middle; or where lines with readings have half a row more above them. Null where every line stands in
 * a row of its own, on its baseline.
 */
export function takenBy({ cells, lines, open }: SetText, rows: Rows): readonly Taken[] | null {
  if (!open && cells.fonts.every(({ size }) => size <= SNUG * rows.pitch)) return null
  const taken = lines.map((line) => takenByLine(line, rows))
  const all = open ? opened(lines, taken) : taken
  return all.every((one) => one.rows === 1) ? null : all
}

/**
 * Lines with readings one and a half rows apart: each first, third, fifth of them that follow each
 * other stands in the middle of two rows, those between in one. So the text behind them is on the grid
 * again. What a line is too large for stays as it is.
 */
function opened(lines: readonly Line[], taken: readonly Taken[]): readonly Taken[] {
  let count = 0
  return lines.map(({ beside = [] }, i) => {
    count = beside.some(({ kind }) => kind === "ruby") ? count + 1 : 0
    return count % 2 === 1 && taken[i]!.rows === 1 ? { rows: 2, lead: 0.5 } : taken[i]!
  })
}

/** An em box is this much lower under the middle than over it, counted from the baseline, em. */
const BELOW_MIDDLE = 0.38

/** Rows that hold characters of a size. */
export function rowsFor(size: number, { pitch }: Rows): number {
  return Math.max(1, Math.ceil(size / (SNUG * pitch) - 1e-9))
}

/** What one line takes. */
export function takenByLine(line: Line, given: Rows): Taken {
  const { pitch, size } = given
  const largest = sizeOf(line)
  const rows = rowsFor(largest, given)
  if (rows === 1) return { rows, lead: 0 }
  return { rows, lead: (rows - 1) / 2 + (BELOW_MIDDLE * (largest - size)) / pitch }
}

/** The largest size on a line, pt; 0 for a line that shows nothing. */
export function sizeOf(line: Line): number {
  return line.runs.reduce((most, run) => Math.max(most, run.size), 0)
}
