import type { Cells } from "../line/cells.ts"
import type { Line } from "../line/line.ts"

/** A paragraph as cells and lines. */
export interface SetText {
  readonly cells: Cells
  readonly lines: readonly Line[]
  /** Lines that its first character is high, which stand together; absent is one. */
  readonly deep?: number
}
