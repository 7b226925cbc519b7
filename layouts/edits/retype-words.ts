import type { Article, HeadWords } from "../issue/article.ts"
import { articleAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { storyWords, wholeOffset } from "../issue/story.ts"

/** What is retyped of a heading, in UTF-16 units; the same offset twice to insert. */
export interface HeadStretch {
  readonly from: number
  readonly to: number
}

/**
 * Replaces a stretch of an article's kicker, headline or deck by words (改标题). A headline keeps its
 * proposed parts as far as they are left; a heading that is left without words is taken away. Line
 * feeds become blanks, and no pair of UTF-16 units is cut.
 */
export function retypeWords(
  article: string,
  words: HeadWords,
  stretch: HeadStretch,
  text: string,
): Edit {
  return {
    name: "retype-words",
    say: { zh: "改标题", en: "Change headline" },
    run(change) {
      const fields = articleAt(change, article)
      const before = change.issue.articles.find(({ id }) => id === article)
      if (!fields || !before) return
      const changed = retyped(before, words, stretch, text)
      setField(fields, words, changed.text === "" ? null : changed.text)
      if (words === "headline") setField(fields, "headlineParts", JSON.stringify(changed.parts))
    },
  }
}

/** An article's words with a stretch replaced, and the headline's parts after it. */
export function retyped(
  article: Article,
  words: HeadWords,
  stretch: HeadStretch,
  text: string,
): { readonly text: string; readonly parts: readonly string[] } {
  const old = article[words] ?? ""
  const [from, to] = [stretch.from, stretch.to]
    .map((offset) => wholeOffset(old, offset))
    .toSorted(rising)
  const added = storyWords(text).replaceAll("\n", " ")
  const now = old.slice(0, from) + added + old.slice(to)
  if (words !== "headline") return { text: now, parts: article.headlineParts }
  const moved = seamsOf(old, article.headlineParts).flatMap((seam) => {
    if (seam <= from!) return [seam]
    return seam >= to! ? [seam + now.length - old.length] : []
  })
  return { text: now, parts: partsBetween(now, moved) }
}

function rising(a: number, b: number): number {
  return a - b
}

/** Where each part of a headline but the first begins; none when the parts are not its words. */
function seamsOf(headline: string, parts: readonly string[]): readonly number[] {
  const seams: number[] = []
  let from = 0
  for (const part of parts) {
    const at = headline.indexOf(part, from)
    if (at < 0) return []
    seams.push(at)
    from = at + part.length
  }
  return seams.slice(1)
}

function partsBetween(headline: string, seams: readonly number[]): readonly string[] {
  const ends = [0, ...seams, headline.length]
  return ends
    .slice(1)
    .map((end, i) => headline.slice(ends[i], end).trim())
    .filter((part) => part !== "")
}
