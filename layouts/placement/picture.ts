import { longWidth } from "../grid/geometry.ts"
import type { Picture } from "../issue/article.ts"
import type { Grid } from "../issue/page.ts"

/** The room pictures may take in a block: boxes side by side, all of the same height. */
export interface PictureRange {
  /** Basic columns of all boxes together. */
  readonly columns: number
  /** Basic columns of each box, left to right; boxes take the article's pictures in order. */
  readonly widths: readonly number[]
  /** Whether text stands beside the boxes rather than under them. */
  readonly beside: boolean
  /** Heights in lines: the least and most that cropping allows, and the picture's own. */
  readonly least: number
  readonly wish: number
  readonly most: number
}

/** Proportions (width over height) for a box whose picture has not come yet: 3 : 2, and what may be cropped. */
const UNSEEN = { wish: 1.5, flat: 2.1, upright: 1.1 } as const

/** How much of a known picture's width or height may be cropped away: its box may be so much flatter or taller. */
const CROP = { flat: 1.35, upright: 1.25 } as const

/** The least lines of a picture box, and the most and the wished share of the page's height. */
const HEIGHT = { least: 4, most: 0.6, wish: 0.4 } as const

/**
 * The heights that pictures may have over so many basic columns. Several pictures stand side by
 * side while there is a column for each; the first decides the height.
 */
export function pictureRange(
  pictures: readonly Picture[],
  columns: number,
  beside: boolean,
  grid: Grid,
): PictureRange {
  const count = Math.max(1, Math.min(pictures.length, columns))
  const each = Math.floor(columns / count)
  const widths = Array.from({ length: count }, (_, i) =>
    i < count - 1 ? each : columns - each * (count - 1),
  )
  const own = pictures[0]?.aspect ?? null
  const known = own !== null && Number.isFinite(own) && own > 0
  const wish = known ? own : UNSEEN.wish
  const lines = (aspect: number): number =>
    Math.round(longWidth(grid, widths[0]!) / aspect / grid.linePitch)
  const within = (value: number, share: number): number =>
    Math.max(HEIGHT.least, Math.min(value, Math.floor(grid.lines * share)))
  const least = within(lines(known ? wish * CROP.flat : UNSEEN.flat), HEIGHT.wish)
  const wished = Math.max(least, within(lines(wish), HEIGHT.wish))
  const most = Math.max(
    wished,
    within(lines(known ? wish / CROP.upright : UNSEEN.upright), HEIGHT.most),
  )
  return { columns, widths, beside, least, wish: wished, most }
}
