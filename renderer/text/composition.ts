import { retyped } from "../../layouts/edits/retype-words.ts"
import type { Article, Paragraph } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { lookOfTyped, soundSpans } from "../../layouts/issue/spans.ts"
import type { Span } from "../../layouts/issue/text-look.ts"
import { comparePlaces, type TextPlace } from "./place.ts"

/**
 * What an input method has composed so far: shown on the page in place of a stretch, and not yet
 * part of the issue, so that giving it up leaves nothing behind.
 */
export interface Composition {
  readonly article: string
  /** What it replaces, in the order of the text; both ends in one field. */
  readonly from: TextPlace
  readonly to: TextPlace
  readonly text: string
}

/** The issue as it would be with a composition accepted; only its article is a new record. */
export function withComposition(issue: Issue, composition: Composition | null): Issue {
  if (!composition) return issue
  const articles = issue.articles.map((article) =>
    article.id === composition.article ? composed(article, composition) : article,
  )
  return { ...issue, articles }
}

function composed(article: Article, { from, to, text }: Composition): Article {
  const { words } = from
  if (words !== null) {
    const changed = retyped(article, words, { from: from.offset, to: to.offset }, text)
    const parts = words === "headline" ? { headlineParts: changed.parts } : {}
    return { ...article, [words]: changed.text, ...parts }
  }
  const { story } = article
  const first = story[from.paragraph] ?? NOTHING
  const last = story[to.paragraph] ?? NOTHING
  const joined: Paragraph = {
    ...first,
    text: first.text.slice(0, from.offset) + text + last.text.slice(to.offset),
    columnBreaks: [
      ...first.columnBreaks.filter(({ offset }) => offset < from.offset),
      ...last.columnBreaks
        .filter(({ offset }) => offset >= to.offset)
        .map((mark) => ({ ...mark, offset: mark.offset - to.offset + from.offset + text.length })),
    ],
    dateline: datelineAfter(first, { from, to, text }),
    spans: spansAfter(first, last, { from, to, text }),
  }
  return {
    ...article,
    story: [...story.slice(0, from.paragraph), joined, ...story.slice(to.paragraph + 1)],
  }
}

const NOTHING: Paragraph = { role: "body", text: "", columnBreaks: [], dateline: 0 }

/** Spans round a composition, whose words are set as typed ones would be. */
function spansAfter(
  first: Paragraph,
  last: Paragraph,
  { from, to, text }: Pick<Composition, "from" | "to" | "text">,
): readonly Span[] {
  const replaces = comparePlaces(from, to) < 0
  const look = lookOfTyped(first.spans, from.offset, replaces)
  const end = from.offset + text.length
  const before = (first.spans ?? []).map((span) => ({
    ...span,
    to: Math.min(span.to, from.offset),
  }))
  const own = Object.keys(look).length > 0 ? [{ ...look, from: from.offset, to: end }] : []
  const behind = (last.spans ?? []).map((span) => ({
    ...span,
    from: Math.max(span.from, to.offset) - to.offset + end,
    to: span.to - to.offset + end,
  }))
  const whole = first.text.slice(0, from.offset) + text + last.text.slice(to.offset)
  return soundSpans([...before, ...own, ...behind], whole)
}

/** How long the dateline is with the composition in it or before it. */
function datelineAfter(
  { dateline }: Paragraph,
  { from, to, text }: Pick<Composition, "from" | "to" | "text">,
): number {
  if (from.offset >= dateline) return dateline
  if (to.paragraph > from.paragraph || to.offset >= dateline) return from.offset + text.length
  return dateline - (to.offset - from.offset) + text.length
}

/** The place behind words that were put in at a place: line feeds begin paragraphs. */
export function placeBehind(from: TextPlace, words: string): TextPlace {
  const lines = words.split("\n")
  const last = lines.at(-1)!.length
  if (lines.length === 1 || from.words !== null)
    return { ...from, offset: from.offset + words.length, affinity: "before" }
  const paragraph = from.paragraph + lines.length - 1
  return { ...from, paragraph, offset: last, affinity: "before" }
}
