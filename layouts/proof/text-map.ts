import type { ComposedPage } from "../compose.ts"
import { emBox } from "../flow/em-box.ts"
import { sizeOf } from "../flow/rows.ts"
import type { HeadWords } from "../issue/article.ts"
import { linesOn } from "./mark-rects.ts"
import type { Box } from "../units.ts"
import { frozenArticle, type FrozenArticle } from "./unauthorised.ts"

/**
 * Where every character of a composed page stands (文字位置图): kept with a proof, so that what is
 * marked on the proof's paper is found again in the text, whatever became of the text since.
 * JSON-safe; lengths in pt from the trim's top left, y down.
 */
export interface TextMap {
  readonly page: string
  readonly trim: { readonly width: number; readonly height: number }
  readonly lines: readonly MappedLine[]
  /** The texts of the articles on the page as they stood, whole. */
  readonly texts: readonly FrozenArticle[]
}

/** A composed line of a page. Of a vertical one x and y, width and height change places. */
export interface MappedLine {
  readonly vertical?: true
  readonly article: string
  /** The words of the headline block that it is of; null for the story's. */
  readonly words: HeadWords | null
  readonly paragraph: number
  /** Top of its em boxes, and their height. */
  readonly y: number
  readonly height: number
  /** UTF-16 offsets into its paragraph or its words, before each cell and behind the last, rising. */
  readonly at: readonly number[]
  /** Where those are, never falling. */
  readonly x: readonly number[]
  /** How it is set from left to right; what stands behind the last glyph is set as that. */
  readonly looks: readonly MappedLook[]
}

/** How many UTF-16 units are set alike: face, size in pt, ink. */
export type MappedLook = readonly [units: number, face: string, size: number, ink: string]

/** The map of a composed page. */
export function textMapOf({ page, list, articles }: ComposedPage): TextMap {
  const glyphs = list.items.filter((item) => item.kind === "glyphs")
  const inks = new Map(glyphs.map((item) => [item.glyphs, item.ink]))
  const lines = articles.flatMap((set) =>
    linesOn(set).flatMap((standing): readonly MappedLine[] => {
      const { words, paragraph, shift, line, x, baseline } = standing
      const size = sizeOf(line)
      if (standing.page !== page.id || size === 0) return []
      const box = emBox(line, { x, baseline }, 0, line.width)
      return [
        {
          ...{ article: set.article.id, words, paragraph },
          ...(line.vertical ? { vertical: line.vertical } : {}),
          ...{ y: hundredth(line.vertical ? box.x : box.y), height: hundredth(size) },
          at: line.stops.at.map((offset) => offset + shift),
          x: line.stops.x.map((stop) => hundredth((line.vertical ? box.y : box.x) + stop)),
          looks: line.runs.map((run) => [
            run.texts.reduce((sum, text) => sum + text.length, 0),
            run.face,
            hundredth(run.size),
            inks.get(run.glyphs) ?? run.ink ?? "",
          ]),
        },
      ]
    }),
  )
  const on = new Set(lines.map(({ article }) => article))
  const texts = articles.flatMap(({ article }) =>
    on.has(article.id) ? [frozenArticle(article)] : [],
  )
  return { page: page.id, trim: { ...list.trim }, lines, texts }
}

/** A box of the page as a line's own places are counted: of a vertical line turned over its diagonal. */
export function boxOnLine({ vertical }: Pick<MappedLine, "vertical">, box: Box): Box {
  const { x, y, width, height } = box
  return vertical ? { x: y, y: x, width: height, height: width } : box
}

/** A hundredth of a pt is a thirtieth of a dot of the finest plate. */
function hundredth(length: number): number {
  return Math.round(length * 100) / 100
}
