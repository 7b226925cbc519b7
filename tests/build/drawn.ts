import type { Matrix } from "../../layouts/display/list.ts"

/** A point, pt from the trim's top left, y down. */
export type At = readonly [x: number, y: number]

/** Something that a painter left on the page, in its own words of neither canvas nor PDF. */
export type Drawn =
  | {
      readonly kind: "glyph"
      /** Outline as SVG path data in font units. */
      readonly outline: string
      readonly at: At
      readonly size: number
      readonly ink: string
    }
  | { readonly kind: "fill"; readonly path: readonly At[]; readonly ink: string }
  | {
      readonly kind: "stroke"
      readonly path: readonly At[]
      readonly width: number
      readonly dash: readonly number[]
      readonly ink: string
    }
  /** The whole picture from corner to corner, and the part of it that is seen. */
  | { readonly kind: "image"; readonly whole: readonly At[]; readonly seen: readonly At[] }

/** Where a matrix brings a point. */
export function moved([a, b, c, d, e, f]: Matrix, [x, y]: At): At {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The largest distance between the numbers of two drawings; Infinity when they are not alike at all. */
export function distance(one: Drawn, other: Drawn): number {
  if (one.kind === "glyph" && other.kind === "glyph") {
    if (one.outline !== other.outline || one.ink !== other.ink) return Infinity
    return Math.max(apart([one.at], [other.at]), Math.abs(one.size - other.size))
  }
  if (one.kind === "fill" && other.kind === "fill")
    return one.ink === other.ink ? apart(one.path, other.path) : Infinity
  if (one.kind === "stroke" && other.kind === "stroke") {
    if (one.ink !== other.ink || one.dash.join() !== other.dash.join()) return Infinity
    return Math.max(apart(one.path, other.path), Math.abs(one.width - other.width))
  }
  if (one.kind === "image" && other.kind === "image")
    return Math.max(apart(one.whole, other.whole), apart(one.seen, other.seen))
  return Infinity
}

function apart(some: readonly At[], others: readonly At[]): number {
  if (some.length !== others.length) return Infinity
  return Math.max(
    0,
    ...some.flatMap(([x, y], i) => [Math.abs(x - others[i]![0]), Math.abs(y - others[i]![1])]),
  )
}
