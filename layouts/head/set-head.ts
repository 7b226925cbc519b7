import type { Article } from "../issue/article.ts"
import { HEADLINE_SIZES, type ParagraphStyle, type Stylesheet } from "../issue/style.ts"
import { collect } from "../line/collect.ts"
import type { Cells } from "../line/cells.ts"
import type { Line } from "../line/line.ts"
import { setLines } from "../line/paragraph.ts"
import type { Press } from "../press.ts"
import { pt, type Pt } from "../units.ts"
import { divide } from "./divide.ts"
import { wordingOf, type Wording } from "./wording.ts"

/** A line of the headline block; `baseline` in pt below the block's top. */
export interface HeadLine {
  readonly role: Wording["role"]
  readonly line: Line
  readonly baseline: Pt
}

/** A set headline block. `height` in pt is what its lines need without air above and below. */
export interface Head {
  readonly lines: readonly HeadLine[]
  readonly height: Pt
  /** True when even the smallest size does not fit the width: letters stand beyond the block. */
  readonly overfull: boolean
}

/** Widest headline size by how many 字 of body the block spans; leads go one step larger. */
const SIZE_BY_SPAN: readonly (readonly [span: number, size: number])[] = [
  [14, 16],
  [24, 18],
  [42, 21],
  [60, 27.5],
  [80, 30],
  [Infinity, 36],
]

/** A further line must gain this much size, pt, to be worth its height. */
const SIZE_PER_LINE = 3

/** Lines a headline may take. */
const MOST_LINES = 3

/** Line pitch of headlines, em. */
const HEAD_PITCH = 1.16

/** Space between kicker, headline and deck, em of the smaller. */
const BETWEEN = 0.45

/**
 * Sets an article's kicker, headline and deck over a width in pt: the largest sizes of the house
 * table that suit the width, in one to three lines. No headline, no lines.
 */
export function setHead(article: Article, width: Pt, sheet: Stylesheet, press: Press): Head {
  const lines: HeadLine[] = []
  let y = 0
  let overfull = false
  let main = 0
  const wording = wordingOf(article)
  const largest = largestFor(width / sheet.body.text.size, article.kind === "lead")
  for (const piece of wording) {
    const cap = piece.role === "headline" ? largest : subordinate(main || largest, piece.role)
    const fitted = fitPiece(piece, pt(cap), width, { sheet, press })
    if (piece.role === "headline") main = fitted.size
    if (lines.length > 0)
      y += BETWEEN * Math.min(fitted.size, lines.at(-1)!.line.runs[0]?.size ?? 0)
    for (const line of fitted.lines) {
      lines.push({ role: piece.role, line, baseline: pt(y + 0.88 * fitted.size) })
      y += HEAD_PITCH * fitted.size
    }
    y -= (HEAD_PITCH - 1) * fitted.size
    overfull ||= fitted.overfull
  }
  return { lines, height: pt(Math.max(0, y)), overfull }
}

function largestFor(span: number, lead: boolean): number {
  const size = SIZE_BY_SPAN.find(([most]) => span <= most)![1]
  const at = HEADLINE_SIZES.findIndex((known) => known <= size)
  return HEADLINE_SIZES[lead ? Math.max(0, at - 1) : at]!
}

/** Kicker and deck stand two steps of the size table below the headline. Source: domain.md 2.5 [N19] */
function subordinate(main: number, role: Wording["role"]): number {
  const at = HEADLINE_SIZES.findIndex((size) => size <= main)
  const steps = role === "kicker" ? 3 : 4
  return HEADLINE_SIZES[Math.min(HEADLINE_SIZES.length - 2, at + steps)]!
}

/** A piece at its best size: fewer lines unless another line buys a clearly larger size. */
function fitPiece(
  piece: Wording,
  cap: Pt,
  width: Pt,
  context: { sheet: Stylesheet; press: Press },
): { readonly lines: readonly Line[]; readonly size: Pt; readonly overfull: boolean } {
  const style = context.sheet[piece.role]
  let best: { score: number; size: Pt; cells: Cells; ends: readonly number[] } | null = null
  for (const size of HEADLINE_SIZES.filter((known) => known <= cap)) {
    const cells = cellsOf(piece, style, size, context.press)
    for (let count = 1; count <= MOST_LINES; count += 1) {
      const ends = divide(cells, count, width)
      if (!ends) continue
      const score = size - SIZE_PER_LINE * (count - 1) + (count === piece.parts.length ? 1 : 0)
      if (!best || score > best.score) best = { score, size, cells, ends }
      break
    }
  }
  if (best) return { ...finish(best, style, width), overfull: false }
  const size = HEADLINE_SIZES.at(-1)!
  const cells = cellsOf(piece, style, size, context.press)
  return { ...finish({ size, cells, ends: [cells.count] }, style, width), overfull: true }
}

function cellsOf(piece: Wording, style: ParagraphStyle, size: Pt, press: Press): Cells {
  const text = piece.parts.join("")
  const faces = press.faces({ family: style.text.family, weight: style.text.weight })
  return collect(text, [{ from: 0, to: text.length, faces, size }], { ...style, trim: true })
}

function finish(
  best: { size: Pt; cells: Cells; ends: readonly number[] },
  style: ParagraphStyle,
  width: Pt,
): { readonly lines: readonly Line[]; readonly size: Pt } {
  const { align, endMarks } = style
  const alignment = { measure: width, indent: pt(0), align, endMarks }
  return { lines: setLines(best.cells, alignment, best.ends), size: best.size }
}
