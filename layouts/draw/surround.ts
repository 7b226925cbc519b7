import { blockShape, strangersTo, type GridCorner } from "../grid/block-shape.ts"
import { boxOf, columnLeft, lineTop } from "../grid/geometry.ts"
import { regionAround } from "../grid/regions.ts"
import type { Article } from "../issue/article.ts"
import {
  isDrawn,
  type Frame,
  type Furniture,
  type Grid,
  type Look,
  type Page,
} from "../issue/page.ts"
import { shared, sharedList } from "../issue/share.ts"
import { pt, type Box } from "../units.ts"
import { reachOf } from "./borders/border.ts"
import type { Corner } from "./borders/sides.ts"
import { adBox, fillerBoxes } from "./boxes.ts"
import { columnRules, headlineRules, innerRules } from "./column-rules.ts"

/** Air between a box's line and the words in it, pt; words end above the foot of their last line. */
const AIR = { side: 1.5, head: 1.5, foot: 0 } as const

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
  const found = [
    ...pageColumnRules(page, articles),
    ...(rules.slot === null ? [] : headlineRules(grid, frames, rules.slot)),
    ...articles.flatMap(({ id, columnRule: look }) =>
      look && look.rule > 0 ? innerRules(grid, frames, { id, look }) : [],
    ),
    ...fillerBoxes(grid, frames),
    ...articles.flatMap(({ id, kind }) => (kind === "ad" ? adBox(grid, framesOf(id)) : [])),
    ...articles.flatMap(({ id, surround }) => (surround ? articleBox(page, id, surround) : [])),
  ]
  const before = remembered.get(grid) ?? []
  const kept = sharedList(
    before,
    found.map((piece, i) => shared(before[i], piece)),
  )
  remembered.set(grid, kept)
  return kept
}

/** The rules that a page has between its columns (栏线), but beside articles that want none. */
export function pageColumnRules(
  { grid, frames, rules: { column, line } }: Page,
  articles: readonly Surrounded[],
): readonly Furniture[] {
  if (column === null) return []
  const without = new Set(
    articles.flatMap(({ id, columnRule }) => (columnRule?.rule === 0 ? [id] : [])),
  )
  return columnRules(grid, frames, { width: column, line, without })
}

/** A box as it stands round an article; `outline` where the article is no plain box. */
export interface Surround {
  readonly box: Box
  readonly outline: readonly (readonly Corner[])[] | null
}

/** The box round all frames that an article has on a page (稿件加框); nothing where it has none. */
function articleBox(page: Page, id: string, { upright: _, ...look }: Look): readonly Furniture[] {
  const round = surroundOn(page, id, look)
  if (!round) return []
  const { box, outline } = round
  return [{ kind: "box", ...box, ...look, ...(outline ? { outline } : {}) }]
}

/**
 * Where the box round an article's frames on a page stands: in the middle of the gutters on both
 * sides; over and under them, as near as its line allows. Frames that make an L, a U or another block
 * of straight sides have one outline, without a line through it. Null for an article without frames.
 * Source: domain §2.7, multi-edge blocks
 */
export function surroundOn({ grid, frames }: Page, id: string, look: Look): Surround | null {
  const own = frames.flatMap(({ article, region }) => (article === id ? [region] : []))
  if (own.length === 0) return null
  const others = frames.filter(({ article, role }) => article !== id && !isDrawn(role))
  const shape = blockShape(
    own,
    strangersTo(own, others).map(({ region }) => region),
  )
  const off = offsetsOf(grid, look)
  const { x, y, width, height } = boxOf(grid, regionAround(own))
  const box = {
    x: pt(x - off.side),
    y: pt(y - off.head),
    width: pt(width + 2 * off.side),
    height: pt(height + off.head + off.foot),
  }
  const plain = shape.length === 1 && shape[0]!.length === 4
  return { box, outline: plain ? null : shape.map((loop) => outlineOf(grid, loop, off)) }
}

/** How far a box's sides stand off the words in it, pt. */
interface Offsets {
  readonly side: number
  readonly head: number
  readonly foot: number
}

function offsetsOf(grid: Grid, look: Look): Offsets {
  const reach = reachOf({ style: look.line, weight: look.rule })
  const side = Math.max((grid.gutter * grid.bodySize) / 2, look.rule > 0 ? reach + AIR.side : 0)
  return { side, head: reach + AIR.head, foot: reach + AIR.foot }
}

/** A loop of the grid on the page, each of its sides so far off what is inside. */
function outlineOf(
  grid: Grid,
  loop: readonly GridCorner[],
  { side, head, foot }: Offsets,
): readonly Corner[] {
  const gutter = grid.gutter * grid.bodySize
  return loop.map(([column, line], i) => {
    const before = loop[(i + loop.length - 1) % loop.length]!
    const after = loop[(i + 1) % loop.length]!
    const across = before[1] === line ? [before[0], column] : [column, after[0]]
    const down = before[1] === line ? [line, after[1]] : [before[1], line]
    const right = down[1]! > down[0]!
    const top = across[1]! > across[0]!
    const x = columnLeft(grid, column) + (right ? side - gutter : -side)
    return [x, lineTop(grid, line) + (top ? -head : foot)]
  })
}
