import { sheetFor } from "./compose.ts"
import { balancedDepths, originalDepths } from "./flow/balance.ts"
import { blocksOf, type Block } from "./flow/blocks.ts"
import type { StorySetting } from "./flow/compose-story.ts"
import { leadingOf, rowsOf } from "./flow/rows.ts"
import type { BreakMode } from "./flow/set-paragraph.ts"
import { fill } from "./flow/fill.ts"
import { gridLines, linesWithin, longWidth } from "./grid/geometry.ts"
import { headLines } from "./head/place-head.ts"
import { setHeadDown } from "./head/set-head.ts"
import { fillerLines } from "./head/set-filler.ts"
import type { Article } from "./issue/article.ts"
import type { IssueStyles } from "./issue/issue-styles.ts"
import type { Grid } from "./issue/page.ts"
import { settingOf } from "./issue/setting.ts"
import { sheetOf, trackedSheet } from "./issue/style.ts"
import type { Fit } from "./placement/fit.ts"
import type { Press } from "./press.ts"
import { pt, zi, ziToPt, type Pt } from "./units.ts"

/** A depth that no page has: so few columns cannot end where the original's did. */
const IMPOSSIBLE = 5000

/**
 * How much room articles take on a grid (算版), by composing them: what placement asks.
 * Lines are remembered, so that composing the placed page afterwards finds them again.
 */
export function fitFor(grid: Grid, press: Press, breaks: BreakMode, styles?: IssueStyles): Fit {
  const sheet = sheetFor(grid.bodySize, styles)
  const settingFor = (article: Article): StorySetting => {
    const own = trackedSheet(sheetOf(article, sheet), settingOf(article).fit.tracking)
    return { press, sheet: own, breaks: settingOf(article).breaks ?? breaks }
  }
  return {
    depths(article, columns, measure) {
      if (article.kind === "filler") return new Array<number>(columns).fill(fillerLines(article))
      const own = ownDepths(article, columns, measure ?? null, { grid, ...settingFor(article) })
      const leading = leadingOf(article, sheet)
      return own.map((depth) => gridLines(depth, leading))
    },
    holds(article, depths) {
      const setting = settingFor(article)
      if (article.kind === "filler" || isBroken(article, setting.breaks)) return false
      const leading = leadingOf(article, sheet)
      const blocks = storyBlocks(article, ziToPt(grid.measure, grid.bodySize), {
        ...{ grid, ...setting },
        honours: false,
      })
      return (
        fill(
          blocks,
          depths.map((lines) => linesWithin(lines, leading)),
        ).rest === null
      )
    },
    headlineDown(article, columns, lines) {
      const box = { length: pt(lines * grid.linePitch), depth: longWidth(grid, columns) }
      const head = setHeadDown(article, box, sheetOf(article, sheet), press)
      return head.lines.length > 0 && !head.overfull && head.height <= box.depth
    },
    headline: (article, columns) =>
      headLines(article, longWidth(grid, columns), grid, {
        sheet: sheetOf(article, sheet),
        press,
      }),
  }
}

/** What an article's text is composed with before it has frames. */
type Setting = StorySetting & { readonly grid: Grid }

/** Whether columns of an article end where the original's did, and nowhere else. */
function isBroken({ story }: Article, breaks: BreakMode): boolean {
  return breaks === "original" && story.some(({ columnBreaks }) => columnBreaks.length > 0)
}

function storyBlocks(
  article: Article,
  measure: Pt,
  { grid, press, sheet, honours }: Setting & { readonly honours: boolean },
): readonly Block[] {
  const rows = rowsOf(grid, leadingOf(article, sheet))
  return blocksOf(article, { press, sheet, measure, rows, honours: () => honours })
}

/** Depths of an article's columns in lines of its own pitch; `own` is the measure of its own, 字. */
function ownDepths(
  article: Article,
  columns: number,
  own: number | null,
  setting: Setting,
): readonly number[] {
  const { grid, breaks } = setting
  const photo = article.kind === "photo"
  const basic = ziToPt(zi(own ?? grid.measure), grid.bodySize)
  const measure = photo ? longWidth(grid, columns) : basic
  const set = (honours: boolean): readonly Block[] =>
    storyBlocks(article, measure, { ...setting, honours })
  if (photo) return new Array<number>(columns).fill(balancedDepths(set(false), 1)[0]!)
  if (own !== null && isBroken(article, breaks)) return [IMPOSSIBLE]
  if (breaks === "free" || own !== null) return balancedDepths(set(false), columns)
  return originalDepths(set(true), columns) ?? [IMPOSSIBLE]
}
