import { flatOutline } from "./flat-outline.ts"

/**
 * A glyph's ink counted in square cells and summed up from its top left: the ink of any rectangle is
 * four sums apart, so that a small glyph is laid at any place for a few sums a pixel.
 */
export interface InkSums {
  /** Where the cells begin, counted from the glyph's origin, y down. */
  readonly left: number
  readonly top: number
  readonly columns: number
  readonly rows: number
  /** Ink of all cells left of and above each corner, row by row; a cell full of ink counts 1. */
  readonly sums: Float32Array
}

/**
 * Counts the ink of an outline (SVG path data, y up) in so many cells an em; null for a blank one.
 * Contours fill what they wind round at all (nonzero), as every painter fills them.
 */
export function inkSums(path: string, perEm: number, cells: number): InkSums | null {
  const flat = flatOutline(path, cells / perEm)
  if (flat.edges.length === 0) return null
  const [left, top] = [Math.floor(flat.left), Math.floor(flat.top)]
  const [columns, rows] = [Math.ceil(flat.right) - left, Math.ceil(flat.foot) - top]
  const turns = { left, top, width: columns + 2, of: cleared((columns + 2) * rows) }
  for (let i = 0; i < flat.edges.length; i += 4) addEdge(turns, flat.edges, i)
  return { left, top, columns, rows, sums: summed(turns, columns, rows) }
}

/** Room to count in, used again and again: a page counts a thousand glyphs. */
let room = new Float64Array(4096)

function cleared(size: number): Float64Array {
  if (room.length < size) room = new Float64Array(size)
  return room.fill(0, 0, size)
}

/** How often contours wind round each cell, as the change from the cell before in its row. */
interface Turns {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly of: Float64Array
}

/**
 * Adds an edge to the rows that it passes: it turns all that is right of it.
 * Source: the exact areas of font-rs (R. Levien).
 */
function addEdge({ left, top, width, of }: Turns, edges: readonly number[], at: number): void {
  const [firstY, lastY] = [edges[at + 1]! - top, edges[at + 3]! - top]
  const down = firstY < lastY
  const [upper, lower] = down ? [firstY, lastY] : [lastY, firstY]
  const slope = (edges[at + 2]! - edges[at]!) / (lastY - firstY)
  let x = (down ? edges[at]! : edges[at + 2]!) - left
  for (let row = Math.floor(upper); row < lower; row += 1) {
    const height = Math.min(row + 1, lower) - Math.max(row, upper)
    const next = x + slope * height
    const [from, to] = x < next ? [x, next] : [next, x]
    const turn = down ? height : -height
    const share = to > from ? turn / (to - from) : 0
    let column = Math.floor(from)
    let before = 0
    for (; column + 1 < to; column += 1) {
      const enters = Math.max(from, column)
      const here = share * (column + 1 - enters)
      const turned = here * (0.5 * (column + 1 - enters)) + share * (enters - from)
      of[row * width + column]! += turned - before
      before = turned
    }
    const enters = Math.max(from, column)
    const here = share === 0 ? turn : share * (to - enters)
    const turned = here * (column + 1 - (enters + to) / 2) + share * (enters - from)
    of[row * width + column]! += turned - before
    of[row * width + column + 1]! += turn - turned
    x = next
  }
}

/** The ink of each cell, summed up along its row and from the rows above. */
function summed({ width, of }: Turns, columns: number, rows: number): Float32Array {
  const across = columns + 1
  const sums = new Float32Array(across * (rows + 1))
  for (let row = 0; row < rows; row += 1) {
    let [turn, ink] = [0, 0]
    for (let column = 0; column < columns; column += 1) {
      turn += of[row * width + column]!
      ink += Math.min(1, Math.abs(turn))
      const at = (row + 1) * across + column + 1
      sums[at] = sums[at - across]! + ink
    }
  }
  return sums
}
