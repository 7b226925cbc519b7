import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { SetColumn } from "../../layouts/flow/compose-story.ts"
import { sizeOf } from "../../layouts/flow/rows.ts"
import { baselineOf, boxOf } from "../../layouts/grid/geometry.ts"
import { stripsOf } from "../../layouts/grid/strips.ts"
import type { PlacedHead } from "../../layouts/head/place-head.ts"
import type { HeadWords } from "../../layouts/issue/article.ts"
import type { Page } from "../../layouts/issue/page.ts"
import type { Line } from "../../layouts/line/line.ts"
import { textAt } from "./place.ts"
import { isClusterEdge } from "./segment.ts"

/** Part of a line's em box above its baseline. */
const ABOVE = 0.88

/** Height of a caret in display lines, em. */
const DISPLAY_HEIGHT = 1.16

/** A rectangle of the page, pt. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * A line of an article's text where it stands on a page, with its caret stops. A paragraph or a
 * heading with no text yet has a line too, with one stop: where its text would begin.
 */
export interface TextLine {
  readonly page: string
  readonly article: string
  readonly words: HeadWords | null
  readonly paragraph: number
  /** True for a line that runs down the page: then x and y, width and height change places here. */
  readonly vertical: boolean
  /** UTF-16 offsets of the stops in the paragraph or the words, rising, and their pt from the trim's left. */
  readonly at: readonly number[]
  readonly x: readonly number[]
  readonly y: number
  readonly height: number
  /** The column or frame that it stands in; lines of one column share it. */
  readonly column: Area
  /** True when it has no text. */
  readonly empty: boolean
  /** True when the same words stand in an earlier frame too: carets walk through the first. */
  readonly again: boolean
}

/** An area or a point of the page as a line counts its places: turned over its diagonal where it is vertical. */
export function onLine(line: Pick<TextLine, "vertical">, area: Area): Area {
  const { x, y, width, height } = area
  return line.vertical ? { x: y, y: x, width: height, height: width } : area
}

const known = new WeakMap<ComposedArticle, readonly TextLine[]>()

/**
 * All lines of a composed article in reading order: kicker, headline, deck, then the story down its
 * columns, over all pages that it runs through. Overset text has none.
 */
export function linesOf(set: ComposedArticle): readonly TextLine[] {
  let lines = known.get(set)
  if (!lines) {
    lines = [...headLines(set), ...storyLines(set), ...fillerLines(set)]
    known.set(set, lines)
  }
  return lines
}

/** Where a line of type stands, to be made a text line. */
interface Standing {
  readonly x: number
  readonly baseline: number
  readonly height: number
  /** Size that its height is centred on, pt: smaller type beside it stands level with it. */
  readonly em: number
  readonly column: Area
  readonly page: string
  /** What the line's offset 0 is in the article's words. */
  readonly shift: number
  readonly again: boolean
}

function textLine(
  set: ComposedArticle,
  text: { readonly words: HeadWords | null; readonly paragraph: number },
  line: Line,
  standing: Standing,
): TextLine {
  const { x, baseline, shift, page, column, again, em, height } = standing
  const { vertical = false } = line
  const start = vertical ? baseline : x
  const words = textAt(set.article, text)
  const last = line.stops.at.length - 1
  const kept = line.stops.at.flatMap((offset, i) =>
    i === 0 || i === last || isClusterEdge(words, offset + shift) ? [i] : [],
  )
  return {
    ...text,
    page,
    column,
    again,
    vertical,
    article: set.article.id,
    at: kept.map((i) => line.stops.at[i]! + shift),
    x: kept.map((i) => start + line.stops.x[i]!),
    y: vertical ? x - height / 2 : baseline - ABOVE * em - (height - em) / 2,
    height,
    empty: false,
  }
}

function headLines(set: ComposedArticle): readonly TextLine[] {
  return set.heads.flatMap((head, i) => {
    const page = pageOf(set, head.frame.id)
    if (!page) return []
    const column = boxOf(page.grid, head.frame.region)
    const lines = head.lines.map(({ words, at, line, x, baseline }) => {
      const standing = { ...displayHeight(line), x, baseline, column, page: page.id }
      return textLine(set, { words, paragraph: 0 }, line, { ...standing, shift: at, again: i > 0 })
    })
    return lines.length > 0 ? lines : [emptyHead(set, head, page, i > 0)]
  })
}

/** The caret line of a headline frame that has no words yet: in the middle of the frame. */
function emptyHead(
  set: ComposedArticle,
  { frame }: PlacedHead,
  page: Page,
  again: boolean,
): TextLine {
  const column = boxOf(page.grid, frame.region)
  const vertical = frame.vertical === true
  const room = onLine({ vertical }, column)
  const height = Math.min(room.height, 2 * page.grid.linePitch)
  const place = {
    ...({ words: "headline", paragraph: 0 } as const),
    vertical,
    at: [0],
    x: [room.x + room.width / 2],
  }
  const y = room.y + (room.height - height) / 2
  const { id } = set.article
  return { ...place, page: page.id, article: id, y, height, column, empty: true, again }
}

function pageOf(set: ComposedArticle, frame: string): Page | null {
  return set.thread.frames.find((placed) => placed.frame.id === frame)?.page ?? null
}

function storyLines(set: ComposedArticle): readonly TextLine[] {
  const lines = set.story.columns.flatMap(({ column, pitch, lines: placed }) =>
    placed.map(({ line, x, baseline, paragraph }) => {
      const { bodySize } = column.grid
      const em = isDropped(set, paragraph, line) ? bodySize : Math.max(bodySize, sizeOf(line))
      const height = Math.max(pitch, DISPLAY_HEIGHT * em)
      const standing = { x, baseline, em, height, column: column.box }
      const rest = { page: column.page, shift: 0, again: false }
      return textLine(set, { words: null, paragraph }, line, { ...standing, ...rest })
    }),
  )
  return withEmpty(set, lines)
}

/** Whether a line begins with a character as high as several: its caret is that of those beside it. */
function isDropped({ story }: ComposedArticle, paragraph: number, { from }: Line): boolean {
  return from === 0 && story.blocks.some((one) => one.paragraph === paragraph && one.set.deep)
}

/** The lines with one for each paragraph that has no text, where its text would begin. */
function withEmpty(set: ComposedArticle, lines: readonly TextLine[]): readonly TextLine[] {
  const { story } = set.article
  const empty = story.flatMap(({ text }, i) => (text === "" ? [i] : []))
  if (story.length === 0) empty.push(0)
  const all = [...lines]
  for (const paragraph of empty) {
    const after = all.findIndex((line) => line.paragraph > paragraph)
    const at = after < 0 ? all.length : after
    const line = emptyLine(set, paragraph, all[at - 1])
    if (line) all.splice(at, 0, line)
  }
  return all
}

function emptyLine(
  set: ComposedArticle,
  paragraph: number,
  before: TextLine | undefined,
): TextLine | null {
  if (!isPlaced(set, paragraph, before)) return null
  const spot = emptySpot(set.story.columns, before)
  if (!spot) return null
  const { column, y } = spot
  return {
    page: column.page,
    article: set.article.id,
    words: null,
    paragraph,
    vertical: column.vertical,
    at: [0],
    x: [onLine(column, column.box).x],
    y,
    height: column.grid.linePitch,
    column: column.box,
    empty: true,
    again: false,
  }
}

/** Whether all text before an empty paragraph stands on pages; what comes after overset text is over too. */
function isPlaced(set: ComposedArticle, paragraph: number, before: TextLine | undefined): boolean {
  const { story } = set.article
  const last = story.findLastIndex(({ text }, i) => i < paragraph && text !== "")
  if (last < 0) return true
  if (!before || before.paragraph < last) return false
  return before.paragraph > last || before.at.at(-1) === story[last]!.text.length
}

/** The line after a line, or the first of the column after it; null where the columns end. */
function emptySpot(
  columns: readonly SetColumn[],
  before: TextLine | undefined,
): { readonly column: SetColumn["column"]; readonly y: number } | null {
  const at = before ? columns.findIndex(({ column }) => column.box === before.column) : -1
  const here = columns[at]?.column
  if (before && here?.vertical) {
    const y = before.empty ? before.y : before.y - before.height
    if (y >= here.box.x - 1) return { column: here, y }
  } else if (before && here) {
    const y = before.empty ? before.y : before.y + before.height
    if (y + before.height <= here.box.y + here.box.height + 1) return { column: here, y }
  }
  const next = columns[at + 1]?.column
  return next ? { column: next, y: topOf(next) } : null
}

function topOf({ grid, line, vertical, box }: SetColumn["column"]): number {
  if (vertical) return stripsOf(grid, box, 1).first - grid.linePitch / 2
  return baselineOf(grid, line) - ABOVE * grid.bodySize - (grid.linePitch - grid.bodySize) / 2
}

function fillerLines(set: ComposedArticle): readonly TextLine[] {
  return set.fillers.flatMap((filler, i) => {
    const page = pageOf(set, filler.frame.id)
    if (!page) return []
    const column = boxOf(page.grid, filler.frame.region)
    return filler.lines.map(({ line, paragraph, x, baseline }) => {
      const standing = { ...displayHeight(line), x, baseline, column, page: page.id }
      return textLine(set, { words: null, paragraph }, line, {
        ...standing,
        shift: 0,
        again: i > 0,
      })
    })
  })
}

/** Height of the carets of a display line, which stands on no grid. */
function displayHeight(line: Line): { readonly em: number; readonly height: number } {
  const em = sizeOf(line)
  return { em, height: DISPLAY_HEIGHT * em }
}
