import type { Article, HeadWords } from "../issue/article.ts"
import type { Place } from "../issue/selection.ts"
import { textsIn, type ArticleVersion, type Signature, type Texts } from "../issue/versions.ts"
import { trackedRuns, type Run, type Step } from "./tracked.ts"

/** What changes are told since: a moment, and the article's texts then where a proof kept them. */
export interface Since {
  /** Milliseconds since 1970; -Infinity is since the copy came in. */
  readonly at: number
  readonly texts: Texts | null
}

/** One text of an article with its changes; the story's paragraphs are ended by line feeds. */
export interface TrackedText {
  readonly words: HeadWords | null
  readonly runs: readonly Run[]
}

/** One change of a text: words taken out, words put in their place, and where these stand now. */
export interface TrackedChange {
  readonly article: string
  readonly words: HeadWords | null
  readonly deleted: string
  readonly inserted: string
  readonly by: Signature
  /** Around what was put in; the same place twice where words were only taken out. */
  readonly from: Place
  readonly to: Place
}

/** An article with all that was changed in its texts. */
export interface TrackedArticle {
  readonly texts: readonly TrackedText[]
  /** In the order of the page: headline block, then story. */
  readonly changes: readonly TrackedChange[]
}

const FIELDS = ["kicker", "headline", "deck", null] as const

/** The changes of an article's texts since a moment (花脸稿), each with whose it is. */
export function trackedArticle(
  article: Article,
  versions: readonly ArticleVersion[],
  since: Since,
): TrackedArticle {
  const now = textsIn(article)
  const steps = stepsSince(versions, since)
  const texts = FIELDS.map((words): TrackedText => {
    const field = words ?? "story"
    const own = steps.map(({ before, by }): Step => ({ before: before[field], by }))
    return { words, runs: trackedRuns(own, now[field]) }
  })
  return { texts, changes: texts.flatMap((text) => changesOf(article.id, text)) }
}

/** Who wrote since a moment, and the texts before each. */
function stepsSince(
  versions: readonly ArticleVersion[],
  { at, texts }: Since,
): readonly { readonly before: Texts; readonly by: Signature }[] {
  const signed = versions
    .toSorted((a, b) => a.at - b.at)
    .map(({ before, ...by }) => ({ before, by }))
  const later = signed.filter(({ by }) => by.at >= at)
  if (!texts) return later
  // Whoever wrote last before the moment may have written on.
  const earlier = signed.findLast(({ by }) => by.at < at)
  return [{ before: texts, by: earlier?.by ?? { author: "", role: "", at } }, ...later]
}

/** The changes of one text: what one hand took out and put in at one place is one. */
function changesOf(article: string, { words, runs }: TrackedText): readonly TrackedChange[] {
  const now = runs.map(({ kind, text }) => (kind === "deleted" ? "" : text)).join("")
  const changes: TrackedChange[] = []
  let [index, open] = [0, false]
  for (const { kind, text, by } of runs) {
    const from = placeIn(words, now, index)
    if (kind !== "deleted") index += text.length
    const last = changes.at(-1)
    const joins = open && kind === "inserted" && last?.by === by
    open = kind === "deleted"
    if (kind === "kept") continue
    const to = placeIn(words, now, index)
    if (joins && last) changes[changes.length - 1] = { ...last, inserted: text, to }
    else {
      const [deleted, inserted] = kind === "deleted" ? [text, ""] : ["", text]
      changes.push({ article, words, deleted, inserted, by, from, to })
    }
  }
  return changes
}

/** The place of an index into a text; behind a story's last line feed is its last paragraph's end. */
function placeIn(words: HeadWords | null, text: string, index: number): Place {
  if (words !== null) return { paragraph: 0, offset: index }
  const at = index === text.length && text.endsWith("\n") ? index - 1 : index
  const lines = text.slice(0, at).split("\n")
  return { paragraph: lines.length - 1, offset: lines.at(-1)!.length }
}
