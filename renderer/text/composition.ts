import { retyped } from "../../layouts/edits/retype-words.ts"
import type { Article, Paragraph } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { textAt, type TextPlace } from "./place.ts"

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
  const first: Paragraph = story[from.paragraph] ?? {
    role: "body",
    text: "",
    columnBreaks: [],
    dateline: 0,
  }
  const rest = textAt(article, to).slice(to.offset)
  const last = story[to.paragraph]
  const added = from.offset + text.length - to.offset
  const after = (last?.columnBreaks ?? []).filter(({ offset }) => offset >= to.offset)
  const joined: Paragraph = {
    ...first,
    text: first.text.slice(0, from.offset) + text + rest,
    columnBreaks: [
      ...first.columnBreaks.filter(({ offset }) => offset < from.offset),
      ...after.map((mark) => ({ ...mark, offset: mark.offset + added })),
    ],
    dateline: datelineAfter(first, { from, to, text }),
  }
  return {
    ...article,
    story: [...story.slice(0, from.paragraph), joined, ...story.slice(to.paragraph + 1)],
  }
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
