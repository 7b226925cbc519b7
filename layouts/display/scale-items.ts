import { pt, type Box } from "../units.ts"
import type { Item, Matrix, Segment } from "./list.ts"

/** How items are made larger or smaller, and then moved, pt. */
export interface Scaling {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/**
 * Items as they are at another size and place: every length of theirs is scaled, so that they say
 * where they stand without a matrix around them.
 */
export function scaleItems(items: readonly Item[], scaling: Scaling): readonly Item[] {
  return items.map((item) => scaled(item, scaling))
}

function scaled(item: Item, scaling: Scaling): Item {
  const { scale, x, y } = scaling
  switch (item.kind) {
    case "tag":
    case "pop":
      return item
    case "push":
      return {
        ...item,
        matrix: movedMatrix(item.matrix, scaling),
        clip: item.clip && scaledBox(item.clip, scaling),
      }
    case "glyphs":
      return {
        ...item,
        size: pt(item.size * scale),
        x: pt(item.x * scale + x),
        y: pt(item.y * scale + y),
        dx: item.dx.map((way) => way * scale),
        dy: item.dy && item.dy.map((way) => way * scale),
      }
    case "fill":
      return { ...item, path: scaledPath(item.path, scaling) }
    case "stroke":
      return {
        ...item,
        path: scaledPath(item.path, scaling),
        width: pt(item.width * scale),
        dash: item.dash.map((length) => length * scale),
      }
    case "image":
      return {
        ...item,
        box: scaledBox(item.box, scaling),
        ...(item.cut ? { cut: scaledPath(item.cut, scaling) } : {}),
      }
  }
}

function scaledPath(path: readonly Segment[], scaling: Scaling): readonly Segment[] {
  return path.map((segment) => scaledSegment(segment, scaling))
}

/** The matrix that does at the new place what it did at the old: what it turns about moves too. */
function movedMatrix([a, b, c, d, e, f]: Matrix, { scale, x, y }: Scaling): Matrix {
  return [a, b, c, d, scale * e + x - a * x - c * y, scale * f + y - b * x - d * y]
}

/** A box at another size and place. */
export function scaledBox(box: Box, { scale, x, y }: Scaling): Box {
  return {
    x: pt(box.x * scale + x),
    y: pt(box.y * scale + y),
    width: pt(box.width * scale),
    height: pt(box.height * scale),
  }
}

/** A piece of an outline at another size and place. */
export function scaledSegment(segment: Segment, { scale, x, y }: Scaling): Segment {
  const [command, ...places] = segment
  const moved = places.map((place, i) => place * scale + (i % 2 === 0 ? x : y))
  return [command, ...moved] as unknown as Segment
}
