import type { Item, Matrix } from "../../layouts/display/list.ts"

/** A rectangle in page points: left, top, right, bottom. */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Bounds of items, kept by their identity: an item never changes. */
const known = new WeakMap<Item, Bounds | null>()

/** Ink of a glyph outside its em box, em; the dash of two em is the widest glyph there is. */
const OVERHANG = 0.2

/** Where an item can leave ink, a little more rather than less; null for items that draw nothing. */
export function boundsOf(item: Item): Bounds | null {
  let bounds = known.get(item)
  if (bounds === undefined) {
    bounds = measure(item)
    known.set(item, bounds)
  }
  return bounds
}

function measure(item: Item): Bounds | null {
  switch (item.kind) {
    case "glyphs": {
      const dy = item.dy ?? [0]
      return {
        left: item.x + Math.min(...item.dx) - item.size * (item.turned ? 0.2 + OVERHANG : OVERHANG),
        top: item.y + Math.min(...dy) - item.size * (1 + OVERHANG),
        right: item.x + Math.max(...item.dx) + item.size * (2 + OVERHANG),
        bottom: item.y + Math.max(...dy) + item.size * ((item.turned ? 2 : 0.2) + OVERHANG),
      }
    }
    case "fill":
      return pathBounds(item.path, 0)
    case "stroke":
      return pathBounds(item.path, item.width)
    case "image": {
      const { x, y, width, height } = item.box
      return { left: x, top: y, right: x + width, bottom: y + height }
    }
    case "push":
    case "pop":
    case "tag":
      return null
  }
}

function pathBounds(path: readonly (readonly (string | number)[])[], width: number): Bounds {
  const xs: number[] = []
  const ys: number[] = []
  for (const segment of path)
    for (let i = 1; i + 1 < segment.length; i += 2) {
      xs.push(segment[i] as number)
      ys.push(segment[i + 1] as number)
    }
  return {
    left: Math.min(...xs) - width,
    top: Math.min(...ys) - width,
    right: Math.max(...xs) + width,
    bottom: Math.max(...ys) + width,
  }
}

/** The rectangle that holds another one after a matrix. */
export function boundsUnder([a, b, c, d, e, f]: Matrix, bounds: Bounds): Bounds {
  const { left, top, right, bottom } = bounds
  if (a === 1 && b === 0 && c === 0 && d === 1)
    return { left: left + e, top: top + f, right: right + e, bottom: bottom + f }
  const corners = [left, right].flatMap((x) =>
    [top, bottom].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  )
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  }
}

/** True when two rectangles share an area. */
export function meets(a: Bounds, b: Bounds): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
