import { OWN_COLUMNS, type Frame, type Grid, type OwnColumns, type Region } from "../issue/page.ts"
import { pt, zi, ziToPt, type Box, type Zi } from "../units.ts"
import { divided, type Share } from "./column-division.ts"
import { boxOf, longMeasure } from "./geometry.ts"

/** A column of a frame: its place on the page, and its measure, 字. */
export interface FrameColumn {
  readonly box: Box
  readonly measure: Zi
}

/**
 * The columns of a frame's region from left to right: its own (变栏), else the basic columns of its
 * region. They stand on the page's lines.
 */
export function frameColumns(
  grid: Grid,
  { region, ownColumns }: Pick<Frame, "region" | "ownColumns">,
): readonly FrameColumn[] {
  const box = boxOf(grid, region)
  return sharesOf(grid, region, ownColumns).map(({ at, measure }) => ({
    box: {
      ...box,
      x: pt(box.x + ziToPt(at, grid.bodySize)),
      width: ziToPt(measure, grid.bodySize),
    },
    measure,
  }))
}

function sharesOf(grid: Grid, region: Region, own: OwnColumns | undefined): readonly Share[] {
  if (!own || own.mode === "auto") return onTheGrid(grid, region.columns, own?.count)
  return divided(longMeasure(grid, region.columns), own.count, own.gutter, own.mode)
}

/**
 * Columns on the page's basic columns (自动): long columns of as many each as there are, the last
 * ones one more where they do not share out evenly. Source: typography §1.9 column widths
 */
function onTheGrid(grid: Grid, basic: number, asked = basic): readonly Share[] {
  const count = Math.min(asked, basic)
  const each = Math.floor(basic / count)
  const longer = basic - count * each
  let column = 0
  return Array.from({ length: count }, (_, i) => {
    const columns = i < count - longer ? each : each + 1
    const at = zi(column * (grid.measure + grid.gutter))
    column += columns
    return { at, measure: longMeasure(grid, columns) }
  })
}

/**
 * What each part has of a frame's own columns, or of its bands, when the frame is cut behind basic
 * column, or under line, `after` of `whole`: its share of them, one at least.
 */
export function partedColumns<Own extends OwnColumns>(
  own: Own,
  after: number,
  whole: number,
): readonly [Own, Own] {
  const left = Math.min(own.count - 1, Math.round((own.count * after) / whole))
  const first = Math.max(1, left)
  return [
    { ...own, count: first },
    { ...own, count: Math.max(1, own.count - first) },
  ]
}

/**
 * Own columns of frames that become one. Side by side they keep as many columns as they had together,
 * basic ones counted too, so that lines stay about as long; else those of the largest, which most of
 * the text stands in. How they share the width is asked of the largest that has own ones. Absent where
 * none of them has, or the largest of those under each other has none.
 */
export function joinedColumns(
  frames: readonly Pick<Frame, "region" | "ownColumns">[],
): OwnColumns | undefined {
  const bySize = frames.toSorted((a, b) => sizeOf(b.region) - sizeOf(a.region))
  const how = bySize.find(({ ownColumns }) => ownColumns)?.ownColumns
  if (!how) return undefined
  if (!areSideBySide(frames.map(({ region }) => region))) return bySize[0]!.ownColumns
  const count = frames.reduce((sum, one) => sum + (one.ownColumns?.count ?? one.region.columns), 0)
  return { ...how, count: Math.min(count, OWN_COLUMNS.most) }
}

function sizeOf({ columns, lines }: Region): number {
  return columns * lines
}

/** Whether regions begin on one line and share no column. */
function areSideBySide(regions: readonly Region[]): boolean {
  const across = regions.toSorted((a, b) => a.column - b.column)
  return across.every(({ column, line }, i) => {
    const before = across[i - 1]
    return !before || (line === before.line && column >= before.column + before.columns)
  })
}
