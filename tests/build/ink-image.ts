import sharp from "sharp"

/** A grey picture as ink: 0 is bare paper, 1 is black, row by row. */
export interface InkImage {
  readonly width: number
  readonly height: number
  readonly ink: Float32Array
}

/** A rectangle of pixels; whole ones. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Reads a picture file's bytes as ink. */
export async function inkOf(picture: Uint8Array): Promise<InkImage> {
  const { data, info: size } = await sharp(picture)
    .flatten({ background: "white" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true })
  const ink = Float32Array.from({ length: size.width * size.height }, (_, i) => {
    return 1 - data[i * size.channels]! / 255
  })
  return { width: size.width, height: size.height, ink }
}

/** The ink in a rectangle, row by row; paper outside the picture. */
export function inkIn({ width, height, ink }: InkImage, spot: Spot): Float32Array {
  const cut = new Float32Array(spot.width * spot.height)
  for (let y = 0; y < spot.height; y += 1)
    for (let x = 0; x < spot.width; x += 1) {
      const [across, down] = [spot.x + x, spot.y + y]
      if (across < 0 || down < 0 || across >= width || down >= height) continue
      cut[y * spot.width + x] = ink[down * width + across]!
    }
  return cut
}

/** A picture whose pixels are the averages of squares of another one's. */
export function coarser(fine: InkImage, times: number): InkImage {
  const width = Math.floor(fine.width / times)
  const height = Math.floor(fine.height / times)
  const ink = Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [(i % width) * times, Math.floor(i / width) * times]
    return mean(inkIn(fine, { x, y, width: times, height: times }))
  })
  return { width, height, ink }
}

/** How alike two cuts of the same size are: Pearson's correlation, 1 for the same shape of ink. */
export function correlation(one: Float32Array, other: Float32Array): number {
  const [a, b] = [mean(one), mean(other)]
  let [both, first, second] = [0, 0, 0]
  one.forEach((value, i) => {
    const [x, y] = [value - a, other[i]! - b]
    both += x * y
    first += x * x
    second += y * y
  })
  return both / Math.sqrt(first * second || 1)
}

/**
 * How far the ink of one cut lies from that of another of the same size, pixels: the shift that
 * best explains their difference by the slopes of the ink (Lucas and Kanade 1981). Middles of ink
 * would be no measure, for a thin stroke's weight changes with its antialiasing. Exact for small
 * shifts only; large ones show in the correlation.
 */
export function shiftBetween(
  one: Float32Array,
  other: Float32Array,
  { width, height }: Spot,
): number {
  let [xx, xy, yy, xd, yd] = [0, 0, 0, 0, 0]
  for (let y = 1; y < height - 1; y += 1)
    for (let x = 1; x < width - 1; x += 1) {
      const i = y * width + x
      const across = (one[i + 1]! - one[i - 1]! + other[i + 1]! - other[i - 1]!) / 4
      const down = (one[i + width]! - one[i - width]! + other[i + width]! - other[i - width]!) / 4
      const gain = other[i]! - one[i]!
      xx += across * across
      xy += across * down
      yy += down * down
      xd += across * gain
      yd += down * gain
    }
  const det = xx * yy - xy * xy
  if (det < 1e-6) return 0
  return Math.hypot((yy * xd - xy * yd) / det, (xx * yd - xy * xd) / det)
}

/** The average ink of a cut. */
export function mean(cut: Float32Array): number {
  return cut.reduce((sum, ink) => sum + ink, 0) / (cut.length || 1)
}

/**
 * The largest difference of average ink between two pictures over squares of so many pixels. All of
 * both is covered by whole squares: over a few pixels at an edge antialiasing alone differs as much.
 */
export function worstSquare(one: InkImage, other: InkImage, side: number): number {
  let worst = 0
  for (const y of starts(one.height, side))
    for (const x of starts(one.width, side)) {
      const spot = { x, y, width: side, height: side }
      worst = Math.max(worst, Math.abs(mean(inkIn(one, spot)) - mean(inkIn(other, spot))))
    }
  return worst
}

/** Where squares begin along a length; the last one ends with it. */
function starts(length: number, side: number): readonly number[] {
  const whole = Math.floor(length / side)
  const even = Array.from({ length: whole }, (_, i) => i * side)
  return whole * side === length ? even : [...even, Math.max(0, length - side)]
}

/** Two pictures and their difference side by side, as a PNG to look at. */
export async function sideBySide(one: InkImage, other: InkImage): Promise<Buffer> {
  const { width, height } = one
  const pixels = Buffer.alloc(width * 3 * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x
      const [a, b] = [one.ink[i]!, other.ink[i] ?? 0]
      const row = y * width * 3 + x
      pixels[row] = 255 * (1 - a)
      pixels[row + width] = 255 * (1 - b)
      pixels[row + 2 * width] = 255 * (1 - Math.abs(a - b))
    }
  return sharp(pixels, { raw: { width: width * 3, height, channels: 1 } })
    .png()
    .toBuffer()
}
