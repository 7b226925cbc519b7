/**
 * A run of lines in one column, counted from the top left of the columns that text is poured into.
 * A forced break of the text ends a run, so each run is a frame of its own or part of one.
 */
export interface Run {
  readonly column: number
  readonly line: number
  readonly lines: number
}

/** Columns of one frame side by side: same top, same depth, text running from one to the next. */
export interface RunFrame extends Run {
  readonly columns: number
}

/** Total of some depths, lines. */
export function totalLines(depths: readonly number[]): number {
  return depths.reduce((sum, depth) => sum + depth, 0)
}

/**
 * Whether depths are those of text without forced breaks: all alike but for the line or two that
 * keeping paragraphs together costs, and the last column, which may be short.
 */
export function isEven(depths: readonly number[]): boolean {
  const full = depths.slice(0, -1)
  if (full.length === 0) return true
  const most = Math.max(...full)
  return (
    most - Math.min(...full) <= 2 &&
    depths.at(-1)! <= most &&
    most - depths.at(-1)! <= depths.length
  )
}

/** Depths as even as can be: `lines` over `columns`, the longer columns first. */
export function balanced(lines: number, columns: number): readonly number[] {
  const each = Math.floor(lines / columns)
  const longer = lines - each * columns
  return Array.from({ length: columns }, (_, i) => (i < longer ? each + 1 : each))
}

/**
 * Runs of text between forced breaks poured down columns of the given tops and depths, one after
 * the other; what does not fit comes back as `rest`, run by run.
 */
export function pour(
  segments: readonly number[],
  columns: readonly { readonly line: number; readonly depth: number }[],
): { readonly runs: readonly Run[]; readonly rest: readonly number[] } {
  const runs: Run[] = []
  const left = segments.filter((lines) => lines > 0)
  columns.forEach(({ line, depth }, column) => {
    let used = 0
    while (used < depth && left.length > 0) {
      const lines = Math.min(left[0]!, depth - used)
      runs.push({ column, line: line + used, lines })
      used += lines
      if (lines === left[0]) left.shift()
      else left[0] = left[0]! - lines
    }
  })
  return { runs, rest: left }
}

/**
 * Runs as frames: neighbours of the same top and depth become one frame of several columns when
 * no other run stands between them in the reading order.
 */
export function framesOfRuns(runs: readonly Run[]): readonly RunFrame[] {
  const frames: RunFrame[] = []
  for (const run of runs) {
    const last = frames.at(-1)
    if (
      last !== undefined &&
      run.column === last.column + last.columns &&
      run.line === last.line &&
      run.lines === last.lines
    )
      frames[frames.length - 1] = { ...last, columns: last.columns + 1 }
    else frames.push({ ...run, columns: 1 })
  }
  return frames
}
