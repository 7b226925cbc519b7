import type { Issue } from "../../layouts/issue/issue.ts"
import { HEAD_WORDS, type TextPlace, type TextSelection } from "./place.ts"

/** What is looked for, and what it is replaced by. */
export interface Query {
  readonly words: string
  /** Words are a regular expression; the replacement may name its groups by $1. */
  readonly regex: boolean
  readonly matchCase: boolean
  readonly replacement: string
  /** Characters that words find too, by the one they are read as (补字); not of a regular expression. */
  readonly alike?: ReadonlyMap<string, readonly string[]>
}

/** Where to look: the article that is shown, the page that is shown, or everywhere. */
export type Scope = "article" | "page" | "issue"

/** A text that is looked through: a paragraph, or words of a headline block. */
export interface SearchedText {
  readonly article: string
  readonly words: TextPlace["words"]
  readonly paragraph: number
  readonly text: string
}

/** A stretch of the n-th searched text that matches, UTF-16 units, and what would replace it. */
export interface Hit {
  readonly text: number
  readonly from: number
  readonly to: number
  readonly put: string
}

/** Hits looked for at most: more than that is a query that was not meant. */
export const MOST_HITS = 5000

/** Texts of the issue in reading order: each article's kicker, headline, deck, then its story. */
export function searchedTexts(
  issue: Issue,
  scope: Scope,
  shown: { readonly page: string | null; readonly article: string | null },
): readonly SearchedText[] {
  const onPage = new Set(
    issue.pages.find(({ id }) => id === shown.page)?.frames.map((frame) => frame.article),
  )
  return issue.articles
    .filter(
      ({ id }) => scope === "issue" || (scope === "page" ? onPage.has(id) : id === shown.article),
    )
    .flatMap((article) => [
      ...HEAD_WORDS.flatMap((words) => {
        const text = article[words]
        return text === null ? [] : [{ article: article.id, words, paragraph: 0, text }]
      }),
      ...article.story.map(({ text }, paragraph) => ({
        article: article.id,
        words: null,
        paragraph,
        text,
      })),
    ])
}

/** The pattern of a query; null for one that is empty or no regular expression. */
export function patternOf({ words, regex, matchCase, alike }: Query): RegExp | null {
  if (words === "") return null
  const plain = words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
  const source = regex ? words : withAlike(plain, alike)
  try {
    return new RegExp(source, matchCase ? "gu" : "giu")
  } catch {
    return null
  }
}

/** A pattern that finds what its characters are read as, too. */
function withAlike(pattern: string, alike: Query["alike"] = new Map()): string {
  return [...alike].reduce(
    (now, [read, characters]) => now.replaceAll(read, `[${read}${characters.join("")}]`),
    pattern,
  )
}

/**
 * Where a query's pattern matches, in the order of the texts. Matches of nothing are left out.
 * A regular expression can take any time: ask it where it can be stopped.
 */
export function hitsIn(texts: readonly string[], query: Query): readonly Hit[] {
  const pattern = patternOf(query)
  const hits: Hit[] = []
  if (!pattern) return hits
  for (const [index, text] of texts.entries())
    for (const match of text.matchAll(pattern)) {
      if (match[0] === "") continue
      const put = query.regex ? expanded(query.replacement, match) : query.replacement
      hits.push({ text: index, from: match.index, to: match.index + match[0].length, put })
      if (hits.length >= MOST_HITS) return hits
    }
  return hits
}

/** A replacement with $1, $<name>, $& and $$ filled in, as the language's own replace does. */
function expanded(replacement: string, match: RegExpMatchArray): string {
  return replacement.replace(/\$(\$|&|\d{1,2}|<[^>]*>)/g, (whole, name: string) => {
    if (name === "$") return "$"
    if (name === "&") return match[0]
    if (name.startsWith("<")) return match.groups?.[name.slice(1, -1)] ?? ""
    const group = Number(name)
    return group >= 1 && group < match.length ? (match[group] ?? "") : whole
  })
}

/** A hit as the text that it selects. */
export function selectionOf(
  { article, words, paragraph }: SearchedText,
  { from, to }: Hit,
): TextSelection {
  const place = { words, paragraph }
  return {
    article,
    anchor: { ...place, offset: from, affinity: "after" },
    focus: { ...place, offset: to, affinity: "before" },
  }
}

/**
 * The hit to go to from a selection: the next or the last one in the order of the texts, round the
 * ends. From text that is not searched, the first or the last of all; -1 when there is none.
 */
export function hitBeside(
  texts: readonly SearchedText[],
  hits: readonly Hit[],
  selection: TextSelection | null,
  way: -1 | 1,
): number {
  if (hits.length === 0) return -1
  const end = way > 0 ? 0 : hits.length - 1
  if (!selection) return end
  const [from, to] = [selection.anchor.offset, selection.focus.offset].toSorted((a, b) => a - b)
  const here = texts.findIndex(
    ({ article, words, paragraph }) =>
      article === selection.article &&
      words === selection.focus.words &&
      paragraph === selection.focus.paragraph,
  )
  if (here < 0) return end
  const found =
    way > 0
      ? hits.findIndex((hit) => hit.text > here || (hit.text === here && hit.from >= to!))
      : hits.findLastIndex((hit) => hit.text < here || (hit.text === here && hit.to <= from!))
  return found < 0 ? end : found
}

/** The hit that is just what is selected; -1 for none. */
export function hitAt(
  texts: readonly SearchedText[],
  hits: readonly Hit[],
  selection: TextSelection | null,
): number {
  if (!selection) return -1
  const { anchor, focus, article } = selection
  const [from, to] = [anchor.offset, focus.offset].toSorted((a, b) => a - b)
  return hits.findIndex((hit) => {
    const text = texts[hit.text]!
    const same = text.article === article && text.words === focus.words
    return same && text.paragraph === focus.paragraph && hit.from === from && hit.to === to
  })
}

/** The words round a hit, for a list of them. */
export function roundHit(
  { text }: SearchedText,
  { from, to }: Hit,
): { readonly before: string; readonly hit: string; readonly after: string } {
  const start = Math.max(0, from - 8)
  return {
    before: `${start > 0 ? "…" : ""}${text.slice(start, from)}`,
    hit: text.slice(from, to),
    after: text.slice(to, to + 24),
  }
}
