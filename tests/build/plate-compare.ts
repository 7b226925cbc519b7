import type { Drawn } from "./drawn.ts"
import { correlation, inkIn, shiftBetween, type InkImage, type Spot } from "./ink-image.ts"

/** A region of a page, seen on the screen and printed on the plate, at the same scale. */
export interface Region {
  /** Pixels in a point. */
  readonly scale: number
  /** Its top left, pixels from the page's. */
  readonly x: number
  readonly y: number
  readonly screen: InkImage
  readonly plate: InkImage
}

/** A glyph that does not look as it prints. */
export interface Mismatch {
  readonly at: readonly [number, number]
  readonly size: number
  readonly correlation: number
  /** How far its ink is shifted, pixels. */
  readonly off: number
}

/** Least correlation of a glyph's two images, and the most that one may be shifted, pixels. */
export const LIMITS = { correlation: 0.9, off: 0.45 } as const

/** Glyphs of a page that stand whole in a region, and those of them that do not look as they print. */
export function compareGlyphs(
  region: Region,
  drawn: readonly Drawn[],
): {
  readonly count: number
  readonly mismatches: readonly Mismatch[]
} {
  const glyphs = drawn.filter((one) => one.kind === "glyph")
  let count = 0
  const mismatches: Mismatch[] = []
  for (const glyph of glyphs) {
    if (glyph.outline === "") continue
    const { at, size } = glyph
    const spot = inkBox(region, glyph)
    if (!isInside(region, spot)) continue
    const screen = inkIn(region.screen, spot)
    const plate = inkIn(region.plate, spot)
    count += 1
    const off = shiftBetween(screen, plate, spot)
    const alike = correlation(screen, plate)
    if (alike < LIMITS.correlation || off > LIMITS.off)
      mismatches.push({ at, size, correlation: alike, off })
  }
  return { count, mismatches }
}

/** The pixels of a region that a glyph's own ink can touch; those of its neighbours are not its own. */
function inkBox({ scale, x, y }: Region, { at, size, outline }: Drawn & { kind: "glyph" }): Spot {
  const { left, right, bottom, top } = bounds(outline)
  const em = (size * scale) / PER_EM
  const [across, down] = [at[0] * scale - x, at[1] * scale - y]
  const spot = { x: Math.floor(across + left * em), y: Math.floor(down - top * em) }
  const width = Math.ceil(across + right * em) - spot.x
  return { ...spot, width, height: Math.ceil(down - bottom * em) - spot.y }
}

/** All faces of the shop have a thousand units to the em. */
const PER_EM = 1000

const known = new Map<string, ReturnType<typeof measured>>()

function bounds(outline: string) {
  if (!known.has(outline)) known.set(outline, measured(outline))
  return known.get(outline)!
}

/** The box of an outline's points, font units; control points may lie outside its ink. */
function measured(outline: string) {
  const numbers = [...outline.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(([number]) => Number(number))
  const xs = numbers.filter((_, i) => i % 2 === 0)
  const ys = numbers.filter((_, i) => i % 2 === 1)
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  }
}

function isInside({ screen: { width, height } }: Region, spot: Spot): boolean {
  return (
    spot.x >= 0 && spot.y >= 0 && spot.x + spot.width <= width && spot.y + spot.height <= height
  )
}
