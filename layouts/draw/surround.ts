import { boxOf } from "../grid/geometry.ts"
import { regionAround } from "../grid/regions.ts"
import type { Article } from "../issue/article.ts"
import type { Frame, Furniture, Grid, Look, Page } from "../issue/page.ts"
import { shared, sharedList } from "../issue/share.ts"
import { pt, type Box } from "../units.ts"
import { reachOf } from "./borders/border.ts"
import { adBox, fillerBoxes } from "./boxes.ts"
import { columnRules, headlineRules, innerRules } from "./column-rules.ts"

/** What was found last for the page of a grid, which frames that move leave as it is. */
const remembered = new WeakMap<Grid, readonly Furniture[]>()

/** What of an article bears on what is drawn round it. */
export type Surrounded = Pick<Article, "id" | "kind" | "surround" | "columnRule">

/**
 * What a page draws round its articles: rules between them and between their columns, boxes round
 * fillers, advertisements and those that have one. It is found from the frames, so that it follows
 * every change of theirs; pieces that come out as before keep their identity.
 */
export function surroundOf(page: Page, articles: readonly Surrounded[]): readonly Furniture[] {
  const { grid, frames, rules } = page
  const framesOf = (article: string): readonly Frame[] =>
    frames.filter((frame) => frame.article === article)
  const without = new Set(
    articles.flatMap(({ id, columnRule }) => (columnRule?.rule === 0 ? [id] : [])),
  )
  const found = [
    ...(rules.column === null
      ? []
      : columnRules(grid, frames, { width: rules.column, line: rules.line, without })),
    ...(rules.slot === null ? [] : headlineRules(grid, frames, rules.slot)),
    ...articles.flatMap(({ id, columnRule: look }) =>
      look && look.rule > 0 ? innerRules(grid, frames, { id, look }) : [],
    ),
    ...fillerBoxes(grid, frames),
    ...articles.flatMap(({ id, kind }) => (kind === "ad" ? adBox(grid, framesOf(id)) : [])),
    ...articles.flatMap(({ id, surround }) =>
      surround ? articleBox(grid, framesOf(id), surround) : [],
    ),
  ]
  const before = remembered.get(grid) ?? []
  const kept = sharedList(
    before,
    found.map((piece, i) => shared(before[i], piece)),
  )
  remembered.set(grid, kept)
  return kept
}

/** Air between a box's line and the words in it, pt; words end above the foot of their last line. */
const AIR = { side: 1.5, head: 1.5, foot: 0 } as const

/** The box round all frames that an article has on a page (稿件加框). */
function articleBox(
  grid: Grid,
  frames: readonly Frame[],
  { upright: _, ...look }: Look,
): readonly Furniture[] {
  return frames.length === 0 ? [] : [{ kind: "box", ...surroundBox(grid, frames, look), ...look }]
}

/**
 * Where the box round an article's frames on a page stands: in the middle of the gutters on both
 * sides; over and under them, as near as its line allows. There is at least one frame.
 */
export function surroundBox(grid: Grid, frames: readonly Frame[], look: Look): Box {
  const { x, y, width, height } = boxOf(grid, regionAround(frames.map(({ region }) => region)))
  const reach = reachOf({ style: look.line, weight: look.rule })
  const side = Math.max((grid.gutter * grid.bodySize) / 2, look.rule > 0 ? reach + AIR.side : 0)
  const [head, foot] = [reach + AIR.head, reach + AIR.foot]
  return {
    x: pt(x - side),
    y: pt(y - head),
    width: pt(width + 2 * side),
    height: pt(height + head + foot),
  }
}
