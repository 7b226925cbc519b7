import { regionAround } from "../grid/regions.ts"
import { brokenMeasure } from "../grid/column-division.ts"
import { longMeasure } from "../grid/geometry.ts"
import type { HeadPlace } from "../head/head-places.ts"
import type { Grid, OwnColumns } from "../issue/page.ts"
import type { Slot, SlotFrame } from "../templates/template.ts"

/** Where a headline stands to its text (题文位置), or that it runs down beside it (竖题). */
export type HeadStand = HeadPlace | "down"

/** How a piece is set otherwise than with its headline over basic columns (盖文题, 基本栏). */
export interface Dress {
  readonly head: HeadStand
  /** Whether its text stands in columns of its own, wider than the basic ones (破栏). */
  readonly broken: boolean
  /** Whether it is to have a box round it (加框), which needs a line of air over and under it. */
  readonly boxed: boolean
  /** What it costs a page not to set it so. */
  readonly worth: number
}

/** 字 of a line that reads easily, of a column of an article's own. Source: CLREQ #line_length */
export const EASY = { least: 17, most: 24, best: 20 } as const

/**
 * The columns that so many basic ones are broken into (a 破 b), fewer than they are and of whole 字
 * that read easily: those that come out without a remainder first, then the nearest to 20 字. Null
 * where the basic columns read easily themselves, and where none come out so.
 * Source: domain §2.2 [N2]
 */
export function brokenColumns(grid: Grid, columns: number): OwnColumns | null {
  if (grid.measure >= EASY.least) return null
  const long = longMeasure(grid, columns)
  const ways = Array.from({ length: columns - 1 }, (_, i) => i + 1)
    .map((count) => ({ count, ...brokenMeasure(long, count, grid.gutter) }))
    .filter(({ measure }) => measure >= EASY.least && measure <= EASY.most)
    .toSorted(
      (a, b) =>
        Math.min(1, a.remainder) - Math.min(1, b.remainder) ||
        Math.abs(a.measure - EASY.best) - Math.abs(b.measure - EASY.best),
    )
  const [best] = ways
  return best ? { count: best.count, mode: "absolute", gutter: grid.gutter } : null
}

/** How a slot shows its article dressed, by its own frames and looks; null where it is ordinary. */
export function dressOf({ frames, looks = [] }: DressedSlot): Omit<Dress, "worth"> | null {
  const own = frames.filter(({ part }) => part === 0)
  const text = own.filter(({ role }) => role === "body")
  const dress = {
    head: standOf(own),
    broken: text.some(({ ownColumns }) => ownColumns !== undefined),
    boxed: looks.some(({ part, surround }) => part === 0 && surround !== undefined),
  }
  return dress.head === "over" && !dress.broken && !dress.boxed ? null : dress
}

/** What of a slot shows how its article is dressed. */
export type DressedSlot = Pick<Slot, "frames" | "looks">

/** Where a headline stands among the frames of its article. */
function standOf(frames: readonly SlotFrame[]): HeadStand {
  const head = frames.find(({ role }) => role === "headline")
  const text = frames.filter(({ role }) => role === "body")
  if (!head || text.length === 0) return "over"
  if (head.vertical) return "down"
  const { region } = head
  const around = regionAround([head, ...text].map((frame) => frame.region))
  if (region.columns === around.columns) return "over"
  if (region.line > around.line) return "inside"
  if (region.column === around.column) return "left"
  return region.column + region.columns === around.column + around.columns ? "right" : "amid"
}
