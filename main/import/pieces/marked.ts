import type { Article, Paragraph } from "../../../layouts/issue/article.ts"
import { soundSpans } from "../../../layouts/issue/spans.ts"
import type { Span } from "../../../layouts/issue/text-look.ts"
import type { MarkedText } from "../rich/docx-marks.ts"

/** A text without its blanks, and where each of its characters stood. */
interface Compact {
  readonly text: string
  readonly at: readonly number[]
}

/**
 * Articles whose paragraphs bear what those of the same words bore in the document. Paragraphs are
 * found again by their words, blanks left out, for import cuts and trims them; where the words are
 * not found, they come without.
 */
export function withMarks(
  articles: readonly Article[],
  marked: readonly MarkedText[],
): readonly Article[] {
  if (marked.length === 0) return articles
  const sources = marked.map(({ text, spans }) => ({ words: compact(text), spans }))
  const whole = new Map(sources.map((source) => [source.words.text, source]))
  const mark = (paragraph: Paragraph): Paragraph => {
    const words = compact(paragraph.text)
    const own = whole.get(words.text)
    const near = own ? [own] : sources.filter((source) => isPart(source.words, words, paragraph))
    const spans = near.flatMap((source) => spansFrom(words, source))
    const sound = soundSpans(
      spans.toSorted((a, b) => a.from - b.from).filter(isApart),
      paragraph.text,
    )
    return sound.length === 0 ? paragraph : { ...paragraph, spans: sound }
  }
  return articles.map((article) => ({ ...article, story: article.story.map(mark) }))
}

/** Shorter words are found in too many places to be known again by. */
const LEAST_PART = 6

/** Whether a source may be a part of a paragraph, or the other way round; rows of tables have short parts. */
function isPart(source: Compact, words: Compact, { text }: Paragraph): boolean {
  const least = Math.min(source.text.length, words.text.length)
  return least >= LEAST_PART || (text.includes("\t") && words.text.length > source.text.length)
}

/** What of a source's spans lies on a paragraph's words, at their places there. */
function spansFrom(
  words: Compact,
  source: { readonly words: Compact; readonly spans: readonly Span[] },
): readonly Span[] {
  if (words.text === "" || source.words.text === "") return []
  const inSource = source.words.text.indexOf(words.text)
  const inWords = inSource < 0 ? words.text.indexOf(source.words.text) : -1
  if (inSource < 0 && inWords < 0) return []
  const shift = inSource < 0 ? inWords : -inSource
  return source.spans.flatMap(({ from, to, ...look }) => {
    const first = Math.max(0, indexOf(source.words, from) + shift)
    const last = Math.min(words.at.length, indexOf(source.words, to) + shift)
    if (last <= first) return []
    return [{ from: words.at[first]!, to: words.at[last - 1]! + 1, ...look }]
  })
}

/** How many characters of a compact text stood before an offset. */
function indexOf({ at }: Compact, offset: number): number {
  const found = at.findIndex((one) => one >= offset)
  return found < 0 ? at.length : found
}

function isApart(span: Span, i: number, all: readonly Span[]): boolean {
  return i === 0 || all[i - 1]!.to <= span.from
}

function compact(text: string): Compact {
  const at: number[] = []
  let words = ""
  for (let i = 0; i < text.length; i += 1) {
    if (/\s/.test(text[i]!)) continue
    words += text[i]!
    at.push(i)
  }
  return { text: words, at }
}
