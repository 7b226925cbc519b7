import type { EndMarks } from "./edge-marks.ts"

/** What a paragraph is broken to. */
export interface Breaking {
  /** Width of every line, pt. */
  readonly measure: number
  /** First-line indent, pt. */
  readonly indent: number
  /** Cells before which a line must end full and flush (original column breaks), rising. */
  readonly forced: readonly number[]
  /** The cell that the first line begins with; absent is the first. Lines from another have no indent. */
  readonly from?: number
  /** Marks at line edges: always half, a whole cell where that fills the line, hanging, or in a grid. */
  readonly endMarks: EndMarks
  /** False where no stop hangs out of a grid, for something stands there. */
  readonly hangs?: false
}

/** Lines as cell numbers: line k runs from `ends[k - 1]` (0 for the first) to `ends[k]`. */
export interface Broken {
  readonly ends: readonly number[]
  /** Total demerits. */
  readonly cost: number
}
