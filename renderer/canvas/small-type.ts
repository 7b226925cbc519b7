import type { Glyphs, Matrix } from "../../layouts/display/list.ts"
import type { InkSums } from "./ink-sums.ts"

/** Cells an em in which the ink of glyphs is counted, up to an em of so many device pixels: three a pixel. */
const CELLS = [
  { upTo: 5, cells: 16 },
  { upTo: 8, cells: 32 },
] as const

/** Places in a pixel at which a glyph can stand: what is laid in a piece is what is laid in the whole. */
const PLACES = 64

/** Pixels that a glyph can be wide or high at most, and one more. */
const MOST = 128

/** Ink is taken off the paper in rectangles made of such squares, device pixels: few of them are blank. */
const BLOCK = 64

/** How much of every pixel of a rectangle is covered, 0 to 255, row by row; good until the next is lifted. */
export interface Coverage {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly of: Uint8ClampedArray
}

/** Ink of small glyphs on a piece of paper, gathered to be laid down together. */
export interface SmallType {
  /** Lays upright glyphs of eight pixels or less; false for others: there are few of them to be filled. */
  lay(item: Glyphs, device: Matrix): boolean
  /** Takes what was laid off the paper, rectangle by rectangle; none touches another. */
  lift(take: (ink: Coverage) => void): void
}

/** Where a face's glyphs are counted. */
export type SumsOf = (face: string, glyph: number, cells: number) => InkSums | null

/** Clean paper of so many device pixels. */
export function openSmallType(width: number, height: number, sumsOf: SumsOf): SmallType {
  const paper: Paper = {
    ...{ width, height, across: Math.ceil(width / BLOCK), of: new Float32Array(width * height) },
    inked: new Uint8Array(Math.ceil(width / BLOCK) * Math.ceil(height / BLOCK)),
  }
  const room = new Uint8ClampedArray(width * height)
  return {
    lay(item, device) {
      const [a, , , d, e, f] = device
      const em = item.size * a
      const row = CELLS.find(({ upTo }) => em <= upTo)
      if (!row || !isUpright(item, device)) return false
      item.glyphs.forEach((glyph, i) => {
        const sums = sumsOf(item.face, glyph, row.cells)
        if (!sums) return
        const x = placed(a * (item.x + item.dx[i]!) + e)
        const y = placed(d * (item.y + (item.dy?.[i] ?? 0)) + f)
        layGlyph(paper, sums, { x, y }, row.cells / em)
      })
      return true
    },
    lift(take) {
      for (const block of inkedBlocks(paper)) take(lifted(paper, block, room))
      paper.inked.fill(0)
    },
  }
}

/** Whether glyphs stand on the surface as their face has them, as wide as high. */
function isUpright({ turned, stretch = 1 }: Glyphs, [a, b, c, d]: Matrix): boolean {
  return !turned && stretch === 1 && b === 0 && c === 0 && a > 0 && Math.abs(a - d) <= 1e-9 * a
}

function placed(at: number): number {
  return Math.round(at * PLACES) / PLACES
}

interface Paper {
  readonly width: number
  readonly height: number
  /** Ink of every pixel, 1 for a full one. */
  readonly of: Float32Array
  /** 1 for each block that may have ink, row by row, so many a row. */
  readonly inked: Uint8Array
  readonly across: number
}

/** Sums along the line above the pixels of a row and along the line below it. */
const lines = [new Float64Array(MOST + 1), new Float64Array(MOST + 1)] as const

/** Where each pixel's left edge falls among the cells: the corner before it, and how far behind that. */
const corners = new Int32Array(MOST + 1)
const behind = new Float64Array(MOST + 1)

/** Lays a glyph whose origin is at a pixel place; `cells` go on a pixel. */
function layGlyph(
  paper: Paper,
  { left, top, columns, rows, sums }: InkSums,
  { x, y }: { readonly x: number; readonly y: number },
  cells: number,
): void {
  const fromX = Math.max(0, Math.floor(x + left / cells))
  const fromY = Math.max(0, Math.floor(y + top / cells))
  const toX = Math.min(paper.width, fromX + MOST, Math.ceil(x + (left + columns) / cells))
  const toY = Math.min(paper.height, Math.ceil(y + (top + rows) / cells))
  if (fromX >= toX || fromY >= toY) return
  const count = toX - fromX
  for (let i = 0; i <= count; i += 1) {
    const place = within((fromX + i - x) * cells - left, columns)
    corners[i] = Math.min(columns - 1, Math.floor(place))
    behind[i] = place - corners[i]!
  }
  const across = columns + 1
  const pixel = 1 / (cells * cells)
  let [above, below] = lines
  for (let py = fromY; py <= toY; py += 1) {
    const place = within((py - y) * cells - top, rows)
    const row = Math.min(rows - 1, Math.floor(place))
    const under = place - row
    for (let i = 0; i <= count; i += 1) {
      const at = row * across + corners[i]!
      const upper = sums[at]! + behind[i]! * (sums[at + 1]! - sums[at]!)
      const next = at + across
      const lower = sums[next]! + behind[i]! * (sums[next + 1]! - sums[next]!)
      below[i] = upper + under * (lower - upper)
    }
    const start = (py - 1) * paper.width + fromX
    if (py > fromY)
      for (let i = 0; i < count; i += 1)
        paper.of[start + i]! += (below[i + 1]! - below[i]! - above[i + 1]! + above[i]!) * pixel
    ;[above, below] = [below, above]
  }
  for (let row = Math.floor(fromY / BLOCK); row * BLOCK < toY; row += 1)
    for (let column = Math.floor(fromX / BLOCK); column * BLOCK < toX; column += 1)
      paper.inked[row * paper.across + column] = 1
}

function within(place: number, most: number): number {
  return Math.min(most, Math.max(0, place))
}

type Rectangle = Pick<Coverage, "x" | "y" | "width" | "height">

/** What may have ink, as rectangles of blocks: runs of them, and the same run in the rows below. */
function inkedBlocks({ inked, across, width, height }: Paper): readonly Rectangle[] {
  const found: { x: number; y: number; width: number; height: number }[] = []
  for (let top = 0; top * BLOCK < height; top += 1) {
    const row = inked.subarray(top * across, (top + 1) * across)
    const y = top * BLOCK
    const high = Math.min(BLOCK, height - y)
    for (let from = row.indexOf(1); from >= 0;) {
      const end = row.indexOf(0, from)
      const x = from * BLOCK
      const wide = Math.min(width, (end < 0 ? across : end) * BLOCK) - x
      const above = found.find(
        (one) => one.x === x && one.width === wide && one.y + one.height === y,
      )
      if (above) above.height += high
      else found.push({ x, y, width: wide, height: high })
      from = end < 0 ? -1 : row.indexOf(1, end)
    }
  }
  return found
}

/** The ink of a rectangle, written in `room`; it is clean paper again. */
function lifted(
  paper: Paper,
  { x, y, width, height }: Rectangle,
  room: Uint8ClampedArray,
): Coverage {
  const of = room.subarray(0, width * height)
  for (let row = 0; row < height; row += 1) {
    const from = (y + row) * paper.width + x
    for (let i = 0; i < width; i += 1) of[row * width + i] = 255 * paper.of[from + i]!
    paper.of.fill(0, from, from + width)
  }
  return { x, y, width, height, of }
}
