import type { Grid } from "../issue/page.ts"
import type { Fit } from "./fit.ts"

/** What blocks are made for: the page's grid, and the compositor who answers for text. */
export interface Bench {
  readonly grid: Grid
  readonly fit: Fit
  /** Columns that the template gives a picture beside text; null: about half. */
  readonly pictureColumns: number | null
  /** Whether a rule stands between articles side by side. */
  readonly ruled?: boolean
  /** Whether long texts may leave the basic columns (破栏): a measure that was asked for is kept. */
  readonly mayBreak?: boolean
}
