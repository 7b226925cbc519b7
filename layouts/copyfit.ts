import { sheetFor } from "./compose.ts"
import { balancedDepths, originalDepths } from "./flow/balance.ts"
import { blocksOf, type Block } from "./flow/blocks.ts"
import type { StorySetting } from "./flow/compose-story.ts"
import { leadingOf, rowsOf } from "./flow/rows.ts"
import type { BreakMode } from "./flow/set-paragraph.ts"
import { gridLines, longWidth } from "./grid/geometry.ts"
import { headLines } from "./head/place-head.ts"
import { fillerLines } from "./head/set-filler.ts"
import type { Article } from "./issue/article.ts"
import type { IssueStyles } from "./issue/issue-styles.ts"
import type { Grid } from "./issue/page.ts"
import { settingOf } from "./issue/setting.ts"
import { sheetOf, trackedSheet } from "./issue/style.ts"
import type { Fit } from "./placement/fit.ts"
import type { Press } from "./press.ts"
import { ziToPt } from "./units.ts"

/** A depth that no page has: so few columns cannot end where the original's did. */
const IMPOSSIBLE = 5000

/**
 * How much room articles take on a grid (算版), by composing them: what placement asks.
 * Lines are remembered, so that composing the placed page afterwards finds them again.
 */
export function fitFor(grid: Grid, press: Press, breaks: BreakMode, styles?: IssueStyles): Fit {
  const sheet = sheetFor(grid.bodySize, styles)
  return {
    depths(article: Article, columns: number): readonly number[] {
      if (article.kind === "filler") return new Array<number>(columns).fill(fillerLines(article))
      const tracked = trackedSheet(sheetOf(article, sheet), settingOf(article).fit.tracking)
      const own = ownDepths(article, columns, grid, { press, sheet: tracked, breaks })
      const leading = leadingOf(article, sheet)
      return own.map((depth) => gridLines(depth, leading))
    },
    headline: (article, columns) =>
      headLines(article, longWidth(grid, columns), grid, {
        sheet: sheetOf(article, sheet),
        press,
      }),
  }
}

/** Depths of an article's columns in lines of its own pitch. */
function ownDepths(
  article: Article,
  columns: number,
  grid: Grid,
  { press, sheet, breaks }: StorySetting,
): readonly number[] {
  const photo = article.kind === "photo"
  const measure = photo ? longWidth(grid, columns) : ziToPt(grid.measure, grid.bodySize)
  const rows = rowsOf(grid, leadingOf(article, sheet))
  const set = (honours: boolean): readonly Block[] =>
    blocksOf(article, { press, sheet, measure, rows, honours: () => honours })
  if (photo) return new Array<number>(columns).fill(balancedDepths(set(false), 1)[0]!)
  const mode = settingOf(article).breaks ?? breaks
  if (mode === "free") return balancedDepths(set(false), columns)
  return originalDepths(set(true), columns) ?? [IMPOSSIBLE]
}
