import type { Cells } from "./cells.ts"

/**
 * Cells whose characters are `factor` times as wide as they were cast (长体 below 1, 扁体 above it),
 * with the gaps between them. Of level text; what stands beside it is left as it was.
 */
export function stretchedCells(cells: Cells, factor: number): Cells {
  const by = (lengths: Float64Array): Float64Array => lengths.map((length) => length * factor)
  return {
    ...cells,
    width: by(cells.width),
    glyphX: cells.glyphX.map((x) => x * factor),
    fonts: cells.fonts.map((font) => ({ ...font, stretch: (font.stretch ?? 1) * factor })),
    gap: by(cells.gap),
    gapMin: by(cells.gapMin),
    gapMax: by(cells.gapMax),
    widthSum: by(cells.widthSum),
    gapSum: by(cells.gapSum),
  }
}
