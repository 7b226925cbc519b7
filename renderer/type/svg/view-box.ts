import type { Matrix } from "./matrix.ts"
import { IDENTITY } from "./matrix.ts"
import { lengthOf, type Attribute } from "./shapes.ts"

/** The cell that a drawing fills. */
const CELL = { width: 1000, height: 1000 }

/**
 * The map of what a drawing's view box shows, or its width and height, into a room: as large as fits,
 * in the middle. A drawing that says neither stays as it is.
 * Source: SVG 2, 8.6 and 8.7 (viewBox; preserveAspectRatio, xMidYMid meet)
 */
export function fitted(
  attribute: Attribute,
  room: { readonly width: number; readonly height: number } = CELL,
): Matrix {
  const said = attribute("viewBox")
    ?.trim()
    .split(/[\s,]+/)
    .map(Number)
  const size = ["width", "height"].map((name) => lengthOf(attribute(name) ?? "") ?? NaN)
  const box = said?.length === 4 ? said : [0, 0, ...size]
  const [x, y, width, height] = box as [number, number, number, number]
  if (!box.every(Number.isFinite) || width <= 0 || height <= 0) return IDENTITY
  const scale = Math.min(room.width / width, room.height / height)
  const [left, top] = [(room.width - scale * width) / 2, (room.height - scale * height) / 2]
  return [scale, 0, 0, scale, left - scale * x, top - scale * y]
}
