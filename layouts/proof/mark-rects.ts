import type { ComposedArticle } from "../compose-article.ts"
import { emBox } from "../flow/em-box.ts"
import type { HeadWords } from "../issue/article.ts"
import type { MarkRange } from "../issue/mark.ts"
import type { Place } from "../issue/selection.ts"
import type { Line } from "../line/line.ts"
import type { Box } from "../units.ts"

/** A composed line of an article's text on one page. */
export interface StandingLine {
  readonly page: string
  readonly words: HeadWords | null
  readonly paragraph: number
  /** What the line's offset 0 is in its words. */
  readonly shift: number
  readonly line: Line
  readonly x: number
  readonly baseline: number
}

/** A box of marked text; `vertical` where its characters stand one under the other. */
export interface MarkBox extends Box {
  readonly vertical?: true
}

const known = new WeakMap<ComposedArticle, readonly StandingLine[]>()

/**
 * Where a marked range stands on a page: one box a line, as high as its em boxes (of a vertical line
 * as wide), in pt; a point between two characters is a box without width. None where the text is overset, or
 * on another page.
 */
export function rectsOf(
  set: ComposedArticle,
  page: string,
  { words, from, to }: Omit<Extract<MarkRange, { kind: "text" }>, "kind">,
): readonly MarkBox[] {
  const point = from.paragraph === to.paragraph && from.offset === to.offset
  return linesOn(set).flatMap((standing) => {
    if (standing.page !== page || standing.words !== words) return []
    const { line, shift, paragraph } = standing
    const [first, last] = [line.from + shift, line.to + shift]
    const start =
      paragraph === from.paragraph ? from.offset : paragraph < from.paragraph ? last + 1 : first
    const end = paragraph === to.paragraph ? to.offset : paragraph > to.paragraph ? first - 1 : last
    const inside = Math.min(end, last) > Math.max(start, first)
    const feed = from.paragraph < to.paragraph && (start === last || end === first)
    const holds = point && holdsPoint(standing, from)
    return inside || holds || feed
      ? [boxOn(standing, Math.max(start, first), Math.min(end, last))]
      : []
  })
}

/** Whether a point belongs to a line: an offset at which a line ends is where the next begins. */
function holdsPoint({ line, shift, paragraph }: StandingLine, place: Place): boolean {
  const [first, last] = [line.from + shift, line.to + shift]
  if (paragraph !== place.paragraph || place.offset < first || place.offset > last) return false
  return place.offset < last || line.end === "paragraph"
}

function boxOn({ line, shift, x, baseline }: StandingLine, from: number, to: number): MarkBox {
  const box = emBox(line, { x, baseline }, stopOf(line, from - shift), stopOf(line, to - shift))
  return line.vertical ? { ...box, vertical: true } : box
}

/** Where a caret stands on a line, pt from its start: the stop at or before an offset. */
function stopOf({ stops }: Line, offset: number): number {
  const at = stops.at.findLastIndex((stop) => stop <= offset)
  return stops.x[Math.max(0, at)] ?? 0
}

/** All lines of an article on the pages that it runs through. */
export function linesOn(set: ComposedArticle): readonly StandingLine[] {
  const remembered = known.get(set)
  if (remembered) return remembered
  const pageOf = (frame: string): string | null =>
    set.thread.frames.find((placed) => placed.frame.id === frame)?.page.id ?? null
  const heads = set.heads.flatMap(({ frame, lines }) => {
    const page = pageOf(frame.id)
    return page === null
      ? []
      : lines.map(({ words, at, line, x, baseline }) => {
          return { page, words, paragraph: 0, shift: at, line, x, baseline }
        })
  })
  const story = set.story.columns.flatMap(({ column, lines }) =>
    lines.map(({ line, x, baseline, paragraph }) => {
      return { page: column.page, words: null, paragraph, shift: 0, line, x, baseline }
    }),
  )
  const fillers = set.fillers.flatMap(({ frame, lines }) => {
    const page = pageOf(frame.id)
    return page === null
      ? []
      : lines.map(({ line, x, baseline, paragraph }) => {
          return { page, words: null, paragraph, shift: 0, line, x, baseline }
        })
  })
  const all = [...heads, ...story, ...fillers]
  known.set(set, all)
  return all
}
