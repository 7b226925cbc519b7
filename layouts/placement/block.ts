import { brokenMeasure } from "../grid/column-division.ts"
import { longMeasure } from "../grid/geometry.ts"
import type { Grid } from "../issue/page.ts"
import {
  brokenText,
  headBeside,
  measureCost,
  type BrokenText,
  type HeadBeside,
} from "./dressed-block.ts"
import type { Fit } from "./fit.ts"
import type { Bench } from "./bench.ts"
import type { Piece } from "./piece.ts"
import { pictureRange, type PictureRange } from "./picture.ts"
import { balanced, isEven, pour, totalLines, type Run } from "./pour.ts"
import { AIR, WEIGHTS } from "./weights.ts"

/** The running text of a block: its runs from the text's top left, and how deep each column is. */
export interface TextRuns {
  readonly runs: readonly Run[]
  readonly depths: readonly number[]
  /** Lines of all columns together. */
  readonly lines: number
}

/**
 * A piece set over so many basic columns: what it holds and how high it can be.
 * Heights are lines without the air above; `most` is more than `least` when a picture or a box in
 * it gives way.
 */
export interface Block {
  readonly piece: Piece
  readonly columns: number
  /** Lines of air over it where it does not stand at the head of the page; a headline brings its own. */
  readonly air: number
  readonly headline: number
  readonly text: TextRuns | null
  readonly picture: PictureRange | null
  /** Its text in columns of its own; null in basic ones. */
  readonly broken: BrokenText | null
  /** Its headline beside or in its text; null over it. `headline` is 0 then. */
  readonly beside: HeadBeside | null
  /** Lines kept clear under it, its height counts them: 1 for one in a box of its own. */
  readonly foot: number
  readonly caption: number
  readonly least: number
  readonly wish: number
  readonly most: number
  /** White under each column when the block is as high as its deepest, lines. */
  readonly wells: readonly number[]
  /** Price of this width for this piece, whatever stands round it. */
  readonly discomfort: number
}

/** Lines a filler's box stands clear of its text above and below together, and how much it may grow. */
const BOX = { clear: 2, grow: 6 } as const

/** The part of the page that a photo with its caption takes on an ordinary day, and the most that a text's own picture should. */
const PHOTO = { least: 0.08, most: 0.15, own: 0.09 } as const

/** 字 below which a headline is cramped, and lines of text below which a wide headline looks lost. */
const COMFORT = { cramped: 14, wide: 46, thin: 3 } as const

/** A piece set over `columns` basic columns. */
export function blockOf(piece: Piece, columns: number, bench: Bench): Block {
  switch (piece.setting) {
    case "text":
      return boxed(textBlock(piece, columns, bench))
    case "photo":
      return photoBlock(piece, columns, bench)
    case "box":
      return boxBlock(piece, columns, bench)
  }
}

/** Height of the headline block, 0 for text that goes on from an earlier page; never the whole page. */
export function headlineOf(piece: Piece, columns: number, { grid, fit }: Bench): number {
  if (piece.rest !== null) return 0
  return Math.min(fit.headline(piece.article, columns), Math.max(0, grid.lines - 2))
}

/**
 * Lines of a piece's text between forced breaks. Text without forced breaks is one segment,
 * whatever columns it was asked for.
 */
export function segmentsOf(piece: Piece, columns: number, fit: Fit): readonly number[] {
  const depths = piece.rest ?? fit.depths(piece.article, columns)
  const lines = totalLines(depths)
  return isEven(depths) ? [lines] : depths.filter((depth) => depth > 0)
}

/** The text of a piece over so many columns: as the compositor has it, or poured where its breaks are more than the columns. */
function textRuns(piece: Piece, columns: number, fit: Fit): TextRuns {
  const asked = piece.rest === null ? fit.depths(piece.article, columns) : null
  if (asked !== null && asked.length <= columns) {
    const depths = [...asked, ...Array<number>(columns - asked.length).fill(0)]
    // An article without text still gets a line, so that it has a frame to be written in.
    if (totalLines(depths) === 0) depths[0] = 1
    return ofDepths(depths)
  }
  const segments = (piece.rest ?? asked!).filter((each) => each > 0)
  const lines = Math.max(1, totalLines(segments))
  if (segments.length <= 1) return ofDepths(balanced(lines, columns))
  const depth = Math.ceil(lines / columns)
  const room = Array.from({ length: columns }, () => ({ line: 0, depth }))
  const { runs } = pour(segments, room)
  return { runs, depths: depthsOfRuns(runs, columns), lines }
}

/** One run a column. */
function ofDepths(depths: readonly number[]): TextRuns {
  const runs = depths
    .map((lines, column) => ({ column, line: 0, lines }))
    .filter((run) => run.lines > 0)
  return { runs, depths, lines: totalLines(depths) }
}

/** How deep runs reach in each column. */
function depthsOfRuns(runs: readonly Run[], columns: number): readonly number[] {
  return Array.from({ length: columns }, (_, column) =>
    runs.reduce(
      (most, run) => (run.column === column ? Math.max(most, run.line + run.lines) : most),
      0,
    ),
  )
}

/** Running text under its headline, with the article's own picture between or beside. */
function textBlock(piece: Piece, columns: number, bench: Bench): Block {
  const beside = headBeside(piece, columns, bench)
  if (beside) return besideBlock(piece, columns, beside, bench)
  const broken = brokenText(piece, columns, bench)
  if (broken) return brokenBlock(piece, columns, broken, bench)
  const headline = headlineOf(piece, columns, bench)
  const text = textRuns(piece, columns, bench.fit)
  const deepest = Math.max(...text.depths)
  const range = pictureOf(piece, columns, bench, text)
  const heightOf = (lines: number): number => headline + textHeight(text, columns, range, lines)
  return {
    piece,
    columns,
    air: headline > 0 ? 0 : AIR,
    headline,
    text,
    picture: range,
    ...ORDINARY,
    caption: 0,
    least: range === null ? headline + deepest : heightOf(range.least),
    wish: range === null ? headline + deepest : heightOf(range.wish),
    most: range === null ? headline + deepest : heightOf(range.most),
    wells: range?.beside ? text.depths.map(() => 0) : text.depths.map((depth) => deepest - depth),
    discomfort:
      textDiscomfort(piece, columns, text, bench.grid) + ownPictureCost(range, bench.grid),
  }
}

/** A headline over basic columns. */
const ORDINARY = { broken: null, beside: null, foot: 0 } as const

/** A block with a line of air over and under it for the box round it, where it is to have one. */
function boxed(block: Block): Block {
  if (!block.piece.dress?.boxed) return block
  const { least, wish, most } = block
  const heights = { least: least + AIR, wish: wish + AIR, most: most + AIR }
  return { ...block, ...heights, air: AIR, foot: AIR, wells: block.wells.map(() => 0) }
}

/** A headline over text in columns of its own (破栏). */
function brokenBlock(piece: Piece, columns: number, broken: BrokenText, bench: Bench): Block {
  const headline = headlineOf(piece, columns, bench)
  const { depths, own } = broken
  const deepest = Math.max(1, ...depths)
  const high = headline + deepest
  const long = longMeasure(bench.grid, columns)
  const { measure } = brokenMeasure(long, own.count, own.gutter)
  const wells = Array<number>(columns).fill(0)
  return {
    ...{ piece, columns, headline, picture: null, broken, beside: null, foot: 0, caption: 0 },
    air: headline > 0 ? 0 : AIR,
    text: { runs: [], depths: Array<number>(columns).fill(deepest), lines: columns * deepest },
    ...{ least: high, wish: high, most: high },
    wells: wells.with(-1, deepest - (depths.at(-1) ?? deepest)),
    discomfort: WEIGHTS.broken + measureCost(piece, measure),
  }
}

/** A headline beside its text, between its columns or inside it (串文题, 文夹题, 文包题, 竖题). */
function besideBlock(piece: Piece, columns: number, beside: HeadBeside, bench: Bench): Block {
  const { lines, stand } = beside
  return {
    ...{ piece, columns, headline: 0, text: null, picture: null, caption: 0 },
    ...{ broken: null, beside, foot: 0 },
    air: AIR,
    ...{ least: lines, wish: lines, most: lines },
    wells: Array<number>(columns).fill(0),
    discomfort: WEIGHTS.heads[stand] + measureCost(piece, bench.grid.measure),
  }
}

/** The picture of a text block; beside the text where that is even and wide enough, else across it. */
function pictureOf(
  piece: Piece,
  columns: number,
  bench: Bench,
  text: TextRuns,
): PictureRange | null {
  const wanted = piece.article.pictures.length > 0 || piece.article.kind === "photo"
  if (!wanted) return null
  const half = Math.max(1, Math.min(columns - 1, bench.pictureColumns ?? Math.ceil(columns / 2)))
  const beside = columns >= 3 && isEven(text.depths) && text.lines / columns >= 20
  return pictureRange(piece.article.pictures, beside ? half : columns, beside, bench.grid)
}

/** Height of text and picture together when the picture is so many lines high. */
export function textHeight(
  text: TextRuns,
  columns: number,
  picture: PictureRange | null,
  lines: number,
): number {
  const deepest = Math.max(...text.depths)
  if (picture === null) return deepest
  if (!picture.beside) return lines + AIR + deepest
  const room = Math.ceil((text.lines + picture.columns * (lines + AIR)) / columns)
  return Math.max(room, lines + AIR + 2)
}

/** A picture and its caption, over the whole width. */
function photoBlock(piece: Piece, columns: number, bench: Bench): Block {
  const { grid, fit } = bench
  const headline = headlineOf(piece, columns, bench)
  const caption = Math.max(...textRuns(piece, columns, fit).depths)
  const lines = totalLines(fit.depths(piece.article, columns)) === 0 ? 0 : caption
  const range = pictureRange(piece.article.pictures, columns, false, grid)
  const share = (columns * (range.wish + lines)) / (grid.columns * grid.lines)
  return {
    piece,
    columns,
    air: AIR,
    headline,
    text: null,
    picture: range,
    ...ORDINARY,
    caption: lines,
    least: headline + range.least + lines,
    wish: headline + range.wish + lines,
    most: headline + range.most + lines,
    wells: Array<number>(columns).fill(0),
    discomfort:
      100 *
      (share < PHOTO.least
        ? WEIGHTS.photoSmall * (PHOTO.least - share)
        : WEIGHTS.photoLarge * Math.max(0, share - PHOTO.most)),
  }
}

/** A filler or advertisement in its box. */
function boxBlock(piece: Piece, columns: number, bench: Bench): Block {
  const headline = headlineOf(piece, columns, bench)
  const lines = Math.max(1, ...textRuns(piece, columns, bench.fit).depths)
  const least = headline + lines + BOX.clear
  return {
    piece,
    columns,
    air: AIR,
    headline,
    text: null,
    picture: null,
    ...ORDINARY,
    caption: 0,
    least,
    wish: least,
    most: least + BOX.grow,
    wells: Array<number>(columns).fill(0),
    discomfort: 0,
  }
}

/** What a width costs news: too narrow for a headline, wider than is pleasant, or too shallow under it. */
function textDiscomfort(piece: Piece, columns: number, text: TextRuns, grid: Grid): number {
  const characters = longMeasure(grid, columns)
  const deepest = Math.max(...text.depths)
  const narrow = characters < COMFORT.cramped && piece.rest === null ? WEIGHTS.narrow : 0
  const thin = columns > 1 && deepest < COMFORT.thin ? WEIGHTS.thin : 0
  const wide = Math.max(0, characters - COMFORT.wide) * WEIGHTS.wide
  const undressed = piece.dress?.worth ?? 0
  return narrow + thin + wide + measureCost(piece, grid.measure) + undressed
}

/** What a picture of the text's own costs when it takes more of the page than it should. */
function ownPictureCost(range: PictureRange | null, grid: Grid): number {
  if (range === null) return 0
  const share = (range.columns * range.wish) / (grid.columns * grid.lines)
  return 100 * WEIGHTS.ownLarge * Math.max(0, share - PHOTO.own)
}
