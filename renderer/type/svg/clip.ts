import type { DefaultTreeAdapterTypes } from "parse5"
import { readOutline, type OutlineContour } from "../../../fonts/made/outline-path.ts"
import type { Matrix } from "./matrix.ts"
import { placedPath } from "./path-data.ts"
import { shapeData } from "./shapes.ts"

type Element = DefaultTreeAdapterTypes.Element

/** How far a contour may reach over a clip that leaves it whole, thousandths of an em. */
const OVER = 1

/**
 * Whether a clip path leaves contours whole, as the rectangle does that drawing programs put round
 * everything: one upright rectangle, and all points in it. `matrix` is that of the clipped element.
 */
export function isInsideClip(
  clip: Element,
  contours: readonly OutlineContour[],
  matrix: Matrix,
): boolean {
  const shapes = clip.childNodes.filter((node): node is Element => "tagName" in node)
  const [only] = shapes
  const upright = matrix[1] === 0 && matrix[2] === 0
  const moved = [clip, only].some((one) => one?.attrs.some(({ name }) => name === "transform"))
  if (!only || shapes.length > 1 || only.tagName !== "rect" || !upright || moved) return false
  const attribute = (name: string): string | undefined =>
    only.attrs.find((one) => one.name === name)?.value
  const data = shapeData("rect", attribute)
  const corners = data === null ? [] : (readOutline(placedPath(data, matrix) ?? "")?.flat() ?? [])
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs) - OVER, Math.max(...xs) + OVER]
  const [top, foot] = [Math.min(...ys) - OVER, Math.max(...ys) + OVER]
  return contours.every((contour) =>
    contour.every(({ x, y }) => x >= left && x <= right && y >= top && y <= foot),
  )
}
