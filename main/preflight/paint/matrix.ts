import type { Matrix } from "../../../layouts/display/list.ts"
import type { PdfFile } from "../read/pdf-file.ts"
import type { Rect } from "../read/pages.ts"
import { listOf, numberOf, type Value } from "../read/values.ts"

/** The matrix that leaves all where it is. */
export const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0]

/** A point that a matrix moved. */
export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The rectangle round some points; null for none. */
export function around(points: readonly (readonly [number, number])[]): Rect | null {
  if (points.length === 0) return null
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    bottom = Math.min(bottom, y)
    right = Math.max(right, x)
    top = Math.max(top, y)
  }
  return [left, bottom, right, top]
}

/** The rectangle round a rectangle that a matrix moved. */
export function movedRect(matrix: Matrix, [x0, y0, x1, y1]: Rect): Rect {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ] as const
  return around(corners.map(([x, y]) => moved(matrix, x, y)))!
}

/** Six numbers as a matrix; null for anything else. */
export function matrixOf(file: Pick<PdfFile, "get">, value: Value | undefined): Matrix | null {
  const list = listOf(file.get(value))?.map((one) => numberOf(file.get(one)))
  if (list?.length !== 6 || list.some((one) => one === null)) return null
  return list as unknown as Matrix
}
