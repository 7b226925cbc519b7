import type { Breaking } from "../line/break.ts"
import type { Turning } from "../line/break-turning.ts"
import type { Cells } from "../line/cells.ts"
import type { Line } from "../line/line.ts"

/** A paragraph as cells and lines. */
export interface SetText {
  readonly cells: Cells
  readonly lines: readonly Line[]
  /** What its lines were broken to; absent where they were divided by sense, round a large first character, or in a grid. */
  readonly breaking?: Breaking | Turning
  /** Lines that its first character is high, which stand together; absent is one. */
  readonly deep?: number
  /** Offsets of tabs whose stop is not on their line; absent where there are no tabs. */
  readonly astray?: readonly number[]
  /** True where lines with readings have half a row more above them; absent is false. */
  readonly open?: boolean
}
