import type { FrameNotice, Furniture } from "../issue/page.ts"
import { pt, type Box } from "../units.ts"

/** One row of a notice: its size is `scale` of the title's, never more than `most` pt. */
interface Row {
  readonly text: string
  readonly scale: number
  readonly most: number
  /** Distance from the row above, as a part of its own size. */
  readonly lead: number
  readonly family: string
  readonly weight: number
}

/** A notice set in a box, and how well it shows there; more is better. */
export interface Arranged {
  readonly words: readonly Furniture[]
  readonly worth: number
}

/** Sizes in pt below which a row cannot be read, and from which it reads at ease. */
const READ = { least: 7.5, ease: 9 } as const

/** Parts of a box that words may fill: low boxes are filled more than high ones. */
const FILL = { wide: 0.8, low: 0.82, high: 0.62, lowBelow: 120 } as const

/** Rows that make a large box look full; more are no better. */
const RICH = 6

/** A box wider than so many times its height shows its words larger rather than more of them. */
const BAND = 3

/** Distance of the first line from the title, as a part of the line's size. */
const AFTER_TITLE = 2.2

/** Part of a type size by which a line of type reaches above its baseline. */
const ABOVE = 0.88

/**
 * A notice, filled in, set in the middle of a box at the largest size that fits; null when a row of
 * it could not be read. All of it is set or nothing: no title stands without its lines.
 */
export function arrangedIn(box: Box, notice: FrameNotice, largest: number): Arranged | null {
  const tall = box.height * 2 > box.width
  const usual = tall
    ? [rowsOf(notice, true), rowsOf(notice, false)]
    : [rowsOf(notice, false), rowsOf(notice, true)]
  const best = usual
    .map((rows) => ({ rows, size: sizeIn(box, rows, largest) }))
    .filter(isRead)
    .toSorted((a, b) => b.size - a.size)[0]
  if (best !== undefined) return { words: wordsIn(box, best), worth: worthOf(box, best) }
  if (notice.lines.length > 0 || notice.label === null) return null
  const rows = [titleRow(`${notice.title}\u3000${notice.label}`)]
  const last = { rows, size: sizeIn(box, rows, READ.ease) }
  return isRead(last) ? { words: wordsIn(box, last), worth: 0 } : null
}

/** Rows and the title's size. */
interface Sized {
  readonly rows: readonly Row[]
  readonly size: number
}

/** Title, lines and label, the title in two rows at its ideographic space when `stacked`. */
function rowsOf({ title, lines, label }: FrameNotice, stacked: boolean): readonly Row[] {
  const titles = stacked ? title.split("\u3000") : [title]
  const line = { scale: 0.46, most: Infinity, lead: 1.75, family: "kai", weight: 500 }
  const small = { scale: 0.46, most: 12, lead: 1.9, family: "kai", weight: 500 }
  return [
    ...titles.map(titleRow),
    ...lines.map((text, i) => ({ ...line, text, lead: i === 0 ? AFTER_TITLE : line.lead })),
    ...(label === null ? [] : [{ ...small, text: label }]),
  ]
}

/** A row of the title. */
function titleRow(text: string): Row {
  return { text, scale: 1, most: Infinity, lead: 1.35, family: "song", weight: 700 }
}

/**
 * How far each row's foot is below the one above; a label's distance grows with the title even
 * where its own size does not, so that it stands apart.
 */
function depthsOf(rows: readonly Row[], size: number): readonly number[] {
  return rows.map((row, i) => row.scale * size * (i === 0 ? 1 : row.lead))
}

/** A row's size when the title has `size`. */
function sizeOf(row: Row, size: number): number {
  return Math.min(row.scale * size, row.most)
}

/** The title's size so that all rows fit the box in width and height, in quarters of a point. */
function sizeIn(box: Box, rows: readonly Row[], largest: number): number {
  const widest = Math.max(...rows.map(({ text, scale }) => emsOf(text) * scale))
  const high = depthsOf(rows, 1).reduce((sum, depth) => sum + depth, 0)
  const part = box.height < FILL.lowBelow ? FILL.low : FILL.high
  const most = Math.min((box.width * FILL.wide) / widest, (box.height * part) / high, largest)
  return Math.floor(most * 4) / 4
}

/** Whether every row can be read. */
function isRead({ rows, size }: Sized): boolean {
  return rows.every((row) => sizeOf(row, size) >= READ.least)
}

/** In a band the area that the words take; elsewhere how many rows read at ease, else the size. */
function worthOf(box: Box, { rows, size }: Sized): number {
  if (box.width > BAND * box.height)
    return rows.reduce((sum, row) => sum + emsOf(row.text) * sizeOf(row, size) ** 2, 0)
  const smallest = Math.min(...rows.map((row) => sizeOf(row, size)))
  return smallest >= READ.ease ? READ.ease + Math.min(rows.length, RICH) : smallest
}

/** The rows centred in the box. */
function wordsIn(box: Box, { rows, size }: Sized): readonly Furniture[] {
  const depths = depthsOf(rows, size)
  const high = depths.reduce((sum, depth) => sum + depth, 0)
  let y = box.y + (box.height - high) / 2
  return rows.map((row, i): Furniture => {
    y += depths[i]!
    return {
      kind: "text",
      role: "house",
      text: row.text,
      family: row.family,
      weight: row.weight,
      size: pt(sizeOf(row, size)),
      x: pt(box.x + box.width / 2),
      baseline: pt(y - (1 - ABOVE) * sizeOf(row, size)),
      align: "center",
      tracking: pt(0),
    }
  })
}

/** Width of a text in em: one for each character, half for ASCII. */
function emsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < "\u0080" ? 0.5 : 1), 0)
}
