import { OWN_COLUMNS, type Bands, type Frame, type Grid, type Region } from "../issue/page.ts"
import { pt, zi, ziToPt, type Box } from "../units.ts"
import { divided, type Share } from "./column-division.ts"
import { boxOf, lineTop } from "./geometry.ts"
import type { FrameColumn } from "./own-columns.ts"
import { stripsOf } from "./strips.ts"

/**
 * The bands (档) of a vertical frame from top to bottom: those that its height is cut into, else one.
 * They are found as columns are, with the height for the width: the measure of each is whole 字 but
 * in the mode that breaks it.
 * Source: CLREQ 2.4 vertical columns; typography §1.9 column widths
 */
export function frameBands(
  grid: Grid,
  { region, bands }: Pick<Frame, "region" | "bands">,
): readonly FrameColumn[] {
  const box = boxOf(grid, region)
  if (!bands || bands.count === 1) return [{ box, measure: stripsOf(grid, box, 1).measure }]
  if (bands.mode === "auto") return onTheLines(grid, region, bands.count)
  const high = zi(box.height / grid.bodySize)
  const shares = divided(high, bands.count, bands.gutter, bands.mode)
  if (shares.length === 1) return [{ box, measure: stripsOf(grid, box, 1).measure }]
  return shares.map((share) => bandOf(grid, box, share))
}

function bandOf({ bodySize }: Grid, box: Box, { at, measure }: Share): FrameColumn {
  const y = pt(box.y + ziToPt(at, bodySize))
  return { measure, box: { ...box, y, height: ziToPt(measure, bodySize) } }
}

/** Lines of the page between two bands that stand on its lines. */
const LINES_BETWEEN = 1

/**
 * Bands on the page's lines (自动), one line between two: each begins where a line of level text would,
 * the last ones are a line longer where they do not share out evenly.
 */
function onTheLines(grid: Grid, region: Region, asked: number): readonly FrameColumn[] {
  const count = Math.max(1, Math.min(asked, Math.floor((region.lines + LINES_BETWEEN) / 2)))
  const room = region.lines - (count - 1) * LINES_BETWEEN
  const each = Math.floor(room / count)
  const longer = room - count * each
  const whole = boxOf(grid, region)
  let { line } = region
  return Array.from({ length: count }, (_, i) => {
    const lines = i < count - longer ? each : each + 1
    const box = { ...whole, y: lineTop(grid, line), height: pt(lines * grid.linePitch) }
    line += lines + LINES_BETWEEN
    return { box, measure: stripsOf(grid, box, 1).measure }
  })
}

/**
 * Bands of frames that become one: together where they stand one under another, else those of the
 * first frame that is cut into bands; a frame that is not cut counts as one band.
 */
export function joinedBands(frames: readonly Pick<Frame, "region" | "bands">[]): Bands | undefined {
  const known = frames.find(({ bands }) => bands)?.bands
  const stacked = frames.every(({ region }) => region.column === frames[0]!.region.column)
  if (!known || !stacked) return known
  const count = frames.reduce((sum, { bands }) => sum + (bands?.count ?? 1), 0)
  return { ...known, count: Math.min(count, OWN_COLUMNS.most) }
}
