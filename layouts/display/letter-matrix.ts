import type { Glyphs } from "./list.ts"

/**
 * How an outline of one em, y up, lies on the page, y down, in pt: across and down for its x, across
 * and down for its y. Where it lies is the glyph's place.
 */
export function letterMatrix({
  size,
  turned,
  stretch = 1,
}: Pick<Glyphs, "size" | "turned" | "stretch">): readonly [number, number, number, number] {
  return turned ? [0, size * stretch, size, 0] : [size * stretch, 0, 0, -size]
}

/**
 * Whether a run goes down the page: its glyphs are turned, or stand upright about the middle of their
 * line, left of which their origins are.
 */
export function goesDown({ turned, dx, dy }: Pick<Glyphs, "turned" | "dx" | "dy">): boolean {
  return dy !== null && (turned === true || (dx[0] ?? 0) < 0)
}
