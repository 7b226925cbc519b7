import type { Article } from "../issue/article.ts"
import { settingOf } from "../issue/setting.ts"
import { PLAIN_HEAD, type HeadTable } from "../issue/head-setting.ts"
import type { Stylesheet } from "../issue/style.ts"
import type { Line } from "../line/line.ts"
import type { Press } from "../press.ts"
import { pt, type Pt } from "../units.ts"
import { cohesionOf } from "./cohesion.ts"
import { fitPiece, sizesUpTo, type FittedPiece } from "./fit-piece.ts"
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
  /** Blank over and under the lines together that they ask for. */
  readonly air: Pt
  /** What was done to the headline beside its size, be it by hand or so that it fits. */
  readonly fitted: HeadFitted
}

/** What was done to a headline beside its size. */
export interface HeadFitted {
  /** Added between its characters, em; and their width as a factor of their own. */
  readonly tracking: number
  readonly stretch: number
  /** True when that was done for its room's sake, and not by hand. */
  readonly byRoom: boolean
  /** True when a line that was to be spread over its width is too short for it. */
  readonly unfilled: boolean
  /** True when a line does not end where it was asked to by hand: nothing there can be parted. */
  readonly unbroken: boolean
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

/** Lines a headline may take. */
const MOST_LINES = 3

/** Lines that a vertical headline may take in a box too low for three. */
const LAST_RESORT = 12

/** Line pitch of headlines, em. */
const HEAD_PITCH = 1.16

/** Blank over and under a headline together, em of its size. Source: domain.md 2.5 [N3] [N5] [N19] */
const AIR = 0.8

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
    for (const largest of sizesUpTo(asked ?? sheet.heads.sizes[0]!, sheet)) {
      const room = length - 2 * largest
      const head = room > 0 ? set({ largest, lines: MOST_LINES }, room) : null
      if (head && !head.overfull && head.height <= depth - sheet.body.text.size) return head
    }
    return set({ largest: sheet.heads.sizes.at(-1)!, lines: LAST_RESORT }, length)
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
  const { fit, head: own } = settingOf(article)
  const seams = cohesion.map((values) => Array.from(values).join())
  const key = JSON.stringify([article.kind, fit.headline, own, place, wording, seams])
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
  const { sheet } = context
  const pieces = fitPieces(article, wording, width, context)
  const lines: HeadLine[] = []
  let y = 0
  for (const [index, { size, lines: set }] of pieces.entries()) {
    if (index > 0) y += BETWEEN * Math.min(size, pieces[index - 1]!.size)
    for (const line of set) {
      const { role, words, at } = wording[index]!
      lines.push({ role, words, at, line, baseline: pt(y + 0.88 * size) })
      y += HEAD_PITCH * size
    }
    y -= (HEAD_PITCH - 1) * size
  }
  const main = pieces[wording.findIndex(({ role }) => role === "headline")]
  return {
    lines,
    height: pt(Math.max(0, y)),
    air: pt(AIR * (main?.size ?? sheet.body.text.size)),
    overfull: pieces.some(({ overfull }) => overfull),
    missing: pieces.flatMap(({ missing }) => missing),
    fitted: {
      byRoom: main?.byRoom ?? false,
      tracking: main?.tracking ?? 0,
      stretch: main?.stretch ?? 1,
      unfilled: main?.unfilled ?? false,
      unbroken: main?.unbroken ?? false,
    },
  }
}

/** The pieces at their sizes: the headline first, as the others stand below it by their rank. */
function fitPieces(
  article: Article,
  wording: readonly Wording[],
  width: Pt,
  { sheet, press, seams, down }: HeadContext,
): readonly FittedPiece[] {
  const { fit, head = PLAIN_HEAD } = settingOf(article)
  const house = largestFor(width / sheet.body.text.size, article.kind === "lead", sheet.heads)
  const largest = down?.largest ?? fit.headline ?? smaller(house, sheet.headline.largest)
  const setAs = (piece: Wording, cap: number): FittedPiece =>
    fitPiece(piece, {
      ...{ sheet, press, width, seams: seams[wording.indexOf(piece)]! },
      cap: pt(cap),
      lines: down?.lines ?? MOST_LINES,
      vertical: down !== undefined,
      own: piece.role === "headline" ? head : PLAIN_HEAD,
    })
  const first = wording.find(({ role }) => role === "headline")
  const main = first ? setAs(first, largest) : null
  return wording.map((piece) => {
    if (piece === first) return main!
    return setAs(
      piece,
      smaller(subordinate(main?.size ?? largest, sheet.heads), sheet[piece.role].largest),
    )
  })
}

function largestFor(span: number, lead: boolean, { sizes }: HeadTable): number {
  const size = SIZE_BY_SPAN.find(([most]) => span <= most)![1]
  const found = sizes.findIndex((known) => known <= size)
  const at = found < 0 ? sizes.length - 1 : found
  return sizes[lead ? Math.max(0, at - 1) : at]!
}

function smaller(size: number, largest: Pt | undefined): number {
  return largest === undefined ? size : Math.min(size, largest)
}

/** Kicker and deck stand some steps of the size table below the headline. Source: domain.md 2.5 [N19] */
function subordinate(main: number, { sizes, below }: HeadTable): Pt {
  const smaller = sizes.filter((size) => size < main)
  return smaller[Math.min(below, smaller.length) - 1] ?? pt(main)
}
