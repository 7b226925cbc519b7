import type { OutlinePoint } from "../issue/wrap.ts"
import type { Box } from "../units.ts"

/** Pixels as a canvas gives them: red, green, blue and alpha, row by row from the top. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: ArrayLike<number>
}

/** From this alpha on a pixel is part of the picture, and up to this lightness of its ground. */
const INK = { alpha: 96, white: 238 } as const

/** Bands that an outline is traced in, and the least share of them that are narrower than the picture. */
const BANDS = 80
const LEAST_GROUND = 0.1

/**
 * The outline of what a picture shows, as fractions of it: of what is not clear in a picture with clear
 * parts, else of what is not its white ground. From the leftmost to the rightmost point of each of its
 * bands, since text does not stand in what it encloses. Null for a picture that fills all of its box.
 */
export function traceOutline(pixels: Pixels): readonly OutlinePoint[] | null {
  const { width, height } = pixels
  const isInk = hasClearParts(pixels) ? isOpaque : isDark
  const bands = Math.min(BANDS, height)
  const lefts: OutlinePoint[] = []
  const rights: OutlinePoint[] = []
  let narrower = 0
  for (let band = 0; band < bands; band += 1) {
    const from = Math.floor((band * height) / bands)
    const to = Math.floor(((band + 1) * height) / bands)
    const [left, right] = reachIn(pixels, from, to, isInk)
    if (left >= right) continue
    if (right - left < 0.98 * width) narrower += 1
    for (const y of [from, to]) {
      lefts.push([left / width, y / height])
      rights.push([right / width, y / height])
    }
  }
  const bare = bands - lefts.length / 2
  if (lefts.length < 4 || narrower + bare < LEAST_GROUND * bands) return null
  return [...rights, ...lefts.toReversed()]
}

/** An outline of a picture as one of its frame's room, which shows it in a box. */
export function outlineInRoom(
  outline: readonly OutlinePoint[],
  shown: Box,
  room: Box,
): readonly OutlinePoint[] {
  const within = (at: number): number => Math.min(1, Math.max(0, at))
  return outline.map(([x, y]) => [
    within((shown.x + x * shown.width - room.x) / room.width),
    within((shown.y + y * shown.height - room.y) / room.height),
  ])
}

type PixelTest = (data: ArrayLike<number>, at: number) => boolean

const isOpaque: PixelTest = (data, at) => data[at + 3]! >= INK.alpha
const isDark: PixelTest = (data, at) =>
  Math.min(data[at]!, data[at + 1]!, data[at + 2]!) < INK.white

function hasClearParts({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at]! < INK.alpha) return true
  return false
}

/** The leftmost and rightmost edge of what some rows show, pixels; the same where they show nothing. */
function reachIn(
  { width, data }: Pixels,
  from: number,
  to: number,
  isInk: PixelTest,
): readonly [number, number] {
  let [left, right] = [width, 0]
  for (let row = from; row < to; row += 1)
    for (let column = 0; column < width; column += 1)
      if (isInk(data, 4 * (row * width + column))) {
        left = Math.min(left, column)
        right = Math.max(right, column + 1)
      }
  return left < right ? [left, right] : [0, 0]
}
