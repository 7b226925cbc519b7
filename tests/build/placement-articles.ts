import type { Article, ArticleKind, ColumnBreak, Paragraph } from "../../layouts/issue/article.ts"

/** Sentences about an invented city to cut paragraphs from; the words do not matter, their number does. */
const COPY =
  "瑞河港的渡轮清晨六点起航，茶山上的薄雾还没有散去，铁工路的机车厂已经亮起灯光。" +
  "巡河员沿着堤岸记下水位，船工把新茶一篓一篓搬上甲板，汽笛声从江心传到老街。" +
  "市民说，河水清了，路也通了，日子一年比一年有奔头。"

/** Invented text of exactly so many characters. */
export function copyOf(characters: number): string {
  return COPY.repeat(Math.ceil(characters / COPY.length)).slice(0, characters)
}

/** A paragraph of so many characters, broken at the given offsets by original column breaks. */
export function paragraphOf(characters: number, breaks: readonly number[] = []): Paragraph {
  const text = copyOf(characters)
  const columnBreaks: readonly ColumnBreak[] = breaks.map((offset) => ({
    offset,
    before: text.slice(Math.max(0, offset - 6), offset),
    after: text.slice(offset, offset + 6),
  }))
  return { role: "body", text, columnBreaks, dateline: 0 }
}

/** An article of a kind with paragraphs of the given lengths; everything else plain or as given. */
export function articleOf(
  id: string,
  kind: ArticleKind,
  paragraphs: readonly (number | Paragraph)[],
  more: Partial<Article> = {},
): Article {
  const headline = kind === "photo" || kind === "filler" ? null : `瑞河新闻${id}`
  return {
    id,
    kind,
    kicker: null,
    headline,
    headlineParts: headline === null ? [] : [headline],
    deck: null,
    dateline: null,
    credit: null,
    closing: null,
    truncated: false,
    story: paragraphs.map((each) => (typeof each === "number" ? paragraphOf(each) : each)),
    pictures: [],
    decisions: [],
    ...more,
  }
}

/**
 * A page's copy of the size of a real one: a long lead, seven short news, a photo without its file
 * and a filler. With breaks, text keeps the column ends of an earlier setting.
 */
export function pageOfCopy(withBreaks: boolean): readonly Article[] {
  const at = (characters: number, offset: number): Paragraph =>
    paragraphOf(characters, withBreaks ? [offset] : [])
  const lead = [
    ...Array.from({ length: 9 }, () => 118),
    at(160, 99),
    ...Array.from({ length: 8 }, () => 130),
    at(150, 34),
    ...Array.from({ length: 16 }, () => 137),
  ]
  const deck = "——瑞河市港口改造三年记"
  return [
    articleOf("a1", "lead", lead, { headline: "江水向东流 港城换新颜", deck }),
    articleOf("a2", "news", [60, 75, at(300, 67)]),
    articleOf("a3", "news", [60, at(378, 166)]),
    articleOf("a4", "news", [110, at(217, 66)]),
    articleOf("a5", "news", [82, at(218, 102)]),
    articleOf("a6", "news", [38, 70, at(260, 49)]),
    articleOf("a7", "news", [54, 84, at(568, 201)]),
    articleOf("a8", "photo", [178]),
    articleOf("a9", "news", [63, 185]),
    articleOf("a10", "filler", [9, 5, 12]),
  ]
}
