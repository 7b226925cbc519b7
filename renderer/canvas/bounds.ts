import type { Item } from "../../layouts/display/list.ts"

/** A rectangle in page points: left, top, right, bottom. */
export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Bounds of items, kept by their identity: an item never changes. */
const known = new WeakMap<Item, Bounds | null>()

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
      const last = Math.max(0, ...item.dx)
      const first = Math.min(0, ...item.dx)
      return {
        left: item.x + first - item.size * 0.2,
        top: item.y - item.size * 1.1,
        right: item.x + last + item.size * 2.2,
        bottom: item.y + item.size * 0.4,
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

/** True when two rectangles share an area. */
export function meets(a: Bounds, b: Bounds): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** What changed between two lists: the areas of items that only one of them holds. */
export function changedAreas(before: readonly Item[], after: readonly Item[]): readonly Bounds[] {
  const old = new Set(before)
  const fresh = new Set(after)
  const changed = [
    ...before.filter((item) => !fresh.has(item)),
    ...after.filter((item) => !old.has(item)),
  ]
  return changed.flatMap((item) => boundsOf(item) ?? [])
}
