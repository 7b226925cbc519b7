import type { Matrix } from "../../../layouts/display/list.ts"
import type { Rect } from "../read/pages.ts"
import { around, moved } from "./matrix.ts"

/** A path while it is built: its points on paper. */
export interface PathDraft {
  points: (readonly [number, number])[]
  /** Where each piece begins among the points. */
  begun: number[]
  curved: boolean
}

export function freshPath(): PathDraft {
  return { points: [], begun: [], curved: false }
}

/** Points that a path keeps; what is beyond them only widens its box. */
const MOST_POINTS = 10_000

/** Adds what a path operator draws. Returns false for an operator that draws none. */
export function addToPath(
  path: PathDraft,
  operator: string,
  numbers: readonly number[],
  matrix: Matrix,
): boolean {
  const add = (x: number, y: number): void => {
    if (path.points.length >= MOST_POINTS) {
      const box = around(path.points)!
      path.points = [
        [box[0], box[1]],
        [box[2], box[3]],
      ]
      path.begun = [0]
      path.curved = true
    }
    path.points.push(moved(matrix, x, y))
  }
  const [a = 0, b = 0, c = 0, d = 0] = numbers
  if (operator === "re") {
    path.begun.push(path.points.length)
    for (const [x, y] of [
      [a, b],
      [a + c, b],
      [a + c, b + d],
      [a, b + d],
    ] as const)
      add(x, y)
    return true
  }
  if (operator === "m") path.begun.push(path.points.length)
  if (operator === "c" || operator === "v" || operator === "y") path.curved = true
  if (!/^[mlcvy]$/.test(operator)) return operator === "h"
  for (let i = 0; i + 1 < numbers.length; i += 2) add(numbers[i]!, numbers[i + 1]!)
  return true
}

/** The rectangle round each piece of a path. */
export function piecesOf({ points, begun }: PathDraft): readonly Rect[] {
  return begun
    .map((from, i) => around(points.slice(from, begun[i + 1])))
    .filter((piece) => piece !== null)
}

/** Width and height of a path that is one rectangle of straight sides; null for another. */
export function plankOf({
  points,
  begun,
  curved,
}: PathDraft): { readonly width: number; readonly height: number } | null {
  if (curved || begun.length !== 1 || points.length < 4 || points.length > 5) return null
  const [a, b, c, d, e] = points
  if (e && (Math.abs(e[0] - a![0]) > 0.01 || Math.abs(e[1] - a![1]) > 0.01)) return null
  const side = (p: readonly [number, number], q: readonly [number, number]): number =>
    Math.hypot(q[0] - p[0], q[1] - p[1])
  // A four-sided figure whose sides are equal two and two, and its diagonals too.
  const equal = (p: number, q: number): boolean => Math.abs(p - q) < 0.01
  const is =
    equal(side(a!, b!), side(c!, d!)) &&
    equal(side(b!, c!), side(d!, a!)) &&
    equal(side(a!, c!), side(b!, d!))
  return is ? { width: side(a!, b!), height: side(b!, c!) } : null
}
