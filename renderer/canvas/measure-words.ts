import type { TFunction } from "i18next"
import { boxOf, longMeasure } from "../../layouts/grid/geometry.ts"
import type { Grid, Region } from "../../layouts/issue/page.ts"
import { ptToMm } from "../../layouts/units.ts"
import type { GuideDrag } from "./guides.ts"
import { unitOf, zeroOf, type RulerUnit } from "./ruler-scale.ts"

/** How large a region is: 字 × 行, and the same in mm. */
export function sizeWords(t: TFunction, grid: Grid, region: Region): readonly string[] {
  const zi = rounded(longMeasure(grid, region.columns))
  const { width, height } = boxOf(grid, region)
  return [
    t("frame.size", { zi, lines: region.lines }),
    t("frame.sizeMm", { width: rounded(ptToMm(width)), height: rounded(ptToMm(height)) }),
  ]
}

/** Where a region stands: its first column and line, counted from 1, and mm from the type area's top left. */
export function placeWords(t: TFunction, grid: Grid, region: Region): readonly string[] {
  const { x, y } = boxOf(grid, region)
  const across = ptToMm(x) - ptToMm(grid.x)
  const down = ptToMm(y) - ptToMm(grid.y)
  return [
    t("frame.place", { column: region.column + 1, line: region.line + 1 }),
    t("frame.placeMm", { x: rounded(across), y: rounded(down) }),
  ]
}

/** A number with one decimal at most. */
export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** Where a guide in the hand stands, counted from the type area; that it goes where it is off the page. */
export function guideWords(
  t: TFunction,
  grid: Grid,
  drag: GuideDrag | null,
  unit: RulerUnit,
): string {
  if (!drag) return ""
  if (drag.at === null) return drag.index === null ? "" : t("view.guideOff")
  const { axis, at } = drag
  const count = (at - zeroOf(grid, axis)) / unitOf(grid, axis, unit)
  const key = unit === "mm" ? "guideMm" : axis === "x" ? "guideZi" : "guideLines"
  return t(`view.${key}`, { n: rounded(count) })
}
