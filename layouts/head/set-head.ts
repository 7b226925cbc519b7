import type { Article } from "../issue/article.ts"
import { settingOf } from "../issue/setting.ts"
import {
  HEADLINE_SIZES,
  trimOf,
  verticalOf,
  type ParagraphStyle,
  type Stylesheet,
} from "../issue/style.ts"
import { runOf } from "../flow/runs.ts"
import { collect } from "../line/collect.ts"
import type { Cells } from "../line/cells.ts"
import type { Line } from "../line/line.ts"
import { setLines } from "../line/paragraph.ts"
import type { Press } from "../press.ts"
import { pt, type Pt } from "../units.ts"
import { cohesionOf } from "./cohesion.ts"
import { divide } from "./divide.ts"
import { seamsOf, type Seams } from "./seams.ts"
import { wordingOf, type Wording } from "./wording.ts"

/** A line of the headline block; `baseline` in pt below the block's top. */
export interface HeadLine {
  readonly role: Wording["role"]
  /** The article's field that it shows, and where in it the line's offset 0 is. */
  readonly words: Wording["words"]
  readonly at: number
  readonly line: Line
  readonly baseline: Pt
}

/** A set headline block. `height` in pt is what its lines need without air above and below. */
export interface Head {
  readonly lines: readonly HeadLine[]
  readonly height: Pt
  /** True when even the smallest size does not fit the width: letters stand beyond the block. */
  readonly overfull: boolean
  /** Characters of the headline block that no face has. */
  readonly missing: readonly string[]
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

/** Lines that a vertical headline may take in a box too low for three. */
const LAST_RESORT = 12

/** Line pitch of headlines, em. */
const HEAD_PITCH = 1.16

/** Space between kicker, headline and deck, em of the smaller. */
const BETWEEN = 0.45

/** Heads already set, by press and by all that they depend on; the newest ones. */
const remembered = new WeakMap<Press, Map<string, { sheet: Stylesheet; head: Head }>>()

/** Heads remembered for one press: the headlines of a thick issue at some widths each. */
const REMEMBERED = 2000

/**
 * Sets an article's kicker, headline and deck over a width in pt; found again when the words, the
 * width, the size asked for and what the text says of their seams are the same.
 */
export function setHead(article: Article, width: Pt, sheet: Stylesheet, press: Press): Head {
  return foundOr(article, [width], { sheet, press }, (wording, context) =>
    composeHead(article, wording, width, context),
  )
}

/** A vertical headline block: `height` is the width that its lines take, `length` what they run in. */
export interface HeadDown extends Head {
  readonly length: Pt
}

/**
 * Sets the headline block down a box so long and so deep (pt): in the largest size of the house table
 * that leaves a character of air at both ends and a body character at its sides; or in the smallest,
 * without air, in as many lines as it takes. The first line stands rightmost. Source: domain.md 2.5 [N3]
 */
export function setHeadDown(
  article: Article,
  box: { readonly length: Pt; readonly depth: Pt },
  sheet: Stylesheet,
  press: Press,
): HeadDown {
  const { length, depth } = box
  return foundOr(article, [length, depth], { sheet, press }, (wording, context) => {
    const asked = settingOf(article).fit.headline ?? sheet.headline.largest
    const set = (down: Down, room: number): HeadDown => {
      const head = composeHead(article, wording, pt(room), { ...context, down })
      return { ...head, length: pt(room) }
    }
    for (const largest of sizesUpTo(asked ?? HEADLINE_SIZES[0]!)) {
      const room = length - 2 * largest
      const head = room > 0 ? set({ largest, lines: MOST_LINES }, room) : null
      if (head && !head.overfull && head.height <= depth - sheet.body.text.size) return head
    }
    return set({ largest: HEADLINE_SIZES.at(-1)!, lines: LAST_RESORT }, length)
  })
}

/** The head of a place that was set before with the same words, or a new one. */
function foundOr<T extends Head>(
  article: Article,
  place: readonly number[],
  { sheet, press }: { readonly sheet: Stylesheet; readonly press: Press },
  make: (wording: readonly Wording[], context: HeadContext) => T,
): T {
  const wording = wordingOf(article)
  const cohesion = wording.map(({ parts }) => cohesionOf(parts.join(""), article.story))
  const { headline } = settingOf(article).fit
  const seams = cohesion.map((values) => Array.from(values).join())
  const key = JSON.stringify([article.kind, headline, place, wording, seams])
  const heads = remembered.get(press) ?? new Map<string, { sheet: Stylesheet; head: Head }>()
  remembered.set(press, heads)
  const known = heads.get(key)
  if (known?.sheet === sheet) return known.head as T
  const context = {
    ...{ sheet, press },
    seams: wording.map(({ parts }, i) => seamsOf(parts.join(""), cohesion[i]!)),
  }
  const head = make(wording, context)
  if (heads.size >= REMEMBERED) heads.clear()
  heads.set(key, { sheet, head })
  return head
}

/** Largest size of a vertical block's headline, and the lines that each of its pieces may take. */
interface Down {
  readonly largest: Pt
  readonly lines: number
}

/** What a headline block is set with. */
interface HeadContext {
  readonly sheet: Stylesheet
  readonly press: Press
  /** By piece of the wording. */
  readonly seams: readonly Seams[]
  /** Bounds of a block whose lines run down the page; absent for one across it. */
  readonly down?: Down
}

/**
 * Sets an article's kicker, headline and deck over a width in pt: the largest sizes of the house
 * table that suit the width, or that the article is fitted with, in one to three lines. No headline,
 * no lines.
 */
function composeHead(
  article: Article,
  wording: readonly Wording[],
  width: Pt,
  context: HeadContext,
): Head {
  const lines: HeadLine[] = []
  let y = 0
  let overfull = false
  let main = 0
  const missing: string[] = []
  const asked = settingOf(article).fit.headline
  const span = width / context.sheet.body.text.size
  const house = largestFor(span, article.kind === "lead")
  const largest = context.down?.largest ?? asked ?? smaller(house, context.sheet.headline.largest)
  for (const [index, piece] of wording.entries()) {
    const cap =
      piece.role === "headline"
        ? largest
        : smaller(subordinate(main || largest, piece.role), context.sheet[piece.role].largest)
    const fitted = fitPiece(piece, pt(cap), width, {
      ...context,
      seams: context.seams[index]!,
    })
    if (piece.role === "headline") main = fitted.size
    if (lines.length > 0)
      y += BETWEEN * Math.min(fitted.size, lines.at(-1)!.line.runs[0]?.size ?? 0)
    for (const line of fitted.lines) {
      const { role, words, at } = piece
      lines.push({ role, words, at, line, baseline: pt(y + 0.88 * fitted.size) })
      y += HEAD_PITCH * fitted.size
    }
    y -= (HEAD_PITCH - 1) * fitted.size
    overfull ||= fitted.overfull
    missing.push(...fitted.missing)
  }
  return { lines, height: pt(Math.max(0, y)), overfull, missing }
}

function largestFor(span: number, lead: boolean): number {
  const size = SIZE_BY_SPAN.find(([most]) => span <= most)![1]
  const at = HEADLINE_SIZES.findIndex((known) => known <= size)
  return HEADLINE_SIZES[lead ? Math.max(0, at - 1) : at]!
}

function smaller(size: number, largest: Pt | undefined): number {
  return largest === undefined ? size : Math.min(size, largest)
}

/** The sizes to try, large to small: those of the table, and the largest of all even if it has none such. */
function sizesUpTo(largest: Pt): readonly Pt[] {
  const smaller = HEADLINE_SIZES.filter((known) => known < largest)
  return [largest, ...smaller]
}

/** Kicker and deck stand two steps of the size table below the headline. Source: domain.md 2.5 [N19] */
function subordinate(main: number, role: Wording["role"]): number {
  const at = HEADLINE_SIZES.findIndex((size) => size <= main)
  const steps = role === "kicker" ? 3 : 4
  return HEADLINE_SIZES[Math.min(HEADLINE_SIZES.length - 2, at + steps)]!
}

/** A piece set at one size. */
interface FittedPiece {
  readonly lines: readonly Line[]
  readonly size: Pt
  readonly missing: readonly string[]
}

/**
 * A piece at its best size: fewer lines unless another line buys a clearly larger size, and a smaller
 * one rather than a line that ends amid its sense.
 */
function fitPiece(
  piece: Wording,
  cap: Pt,
  width: Pt,
  context: Omit<HeadContext, "seams"> & { readonly seams: Seams },
): FittedPiece & { readonly overfull: boolean } {
  const style = context.sheet[piece.role]
  let best: { score: number; size: Pt; cells: Cells; ends: readonly number[] } | null = null
  for (const size of sizesUpTo(cap)) {
    const cells = cellsOf(piece, style, size, context)
    for (let count = 1; count <= (context.down?.lines ?? MOST_LINES); count += 1) {
      const division = divide(cells, count, width, { seams: context.seams })
      if (!division) continue
      const { ends, seams } = division
      const asParts = count === piece.parts.length ? 1 : 0
      const score = size - SIZE_PER_LINE * (count - 1) + asParts - seams
      if (!best || score > best.score) best = { score, size, cells, ends }
    }
  }
  if (best) return { ...finish(best, style, width), overfull: false }
  const size = HEADLINE_SIZES.at(-1)!
  const cells = cellsOf(piece, style, size, context)
  return { ...finish({ size, cells, ends: [cells.count] }, style, width), overfull: true }
}

function cellsOf(
  piece: Wording,
  style: ParagraphStyle,
  size: Pt,
  { press, down }: Pick<HeadContext, "press" | "down">,
): Cells {
  const text = piece.parts.join("")
  const run = runOf({ ...style.text, size }, 0, text.length, press)
  const vertical = down === undefined ? {} : { vertical: verticalOf(style) }
  return collect(text, [run], { ...style, size, ...trimOf(style), ...vertical })
}

function finish(
  best: { size: Pt; cells: Cells; ends: readonly number[] },
  style: ParagraphStyle,
  width: Pt,
): FittedPiece {
  const { align, endMarks } = style
  const alignment = { measure: width, indent: pt(0), align, endMarks }
  return {
    lines: setLines(best.cells, alignment, best.ends),
    size: best.size,
    missing: best.cells.missing.map((sort) => sort.character),
  }
}
