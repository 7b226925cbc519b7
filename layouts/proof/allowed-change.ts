import type { Article } from "../issue/article.ts"
import type { Issue } from "../issue/issue.ts"
import type { Page } from "../issue/page.ts"
import type { Edits } from "./workflow.ts"

/**
 * The page that a change must not have touched; null when all is well. A page is touched when its
 * record changed, or an article that stands on it. What is so now as it was before counts for
 * nothing, whatever happened between. `editsOf` says what each page's state allows.
 */
export function forbiddenPage(
  before: Issue,
  after: Issue,
  editsOf: (page: string) => Edits,
): string | null {
  if (before === after) return null
  const articles = new Set([...changedArticles(before, after), ...redrawnArticles(before, after)])
  const pages = new Map(after.pages.map((page) => [page.id, page]))
  const was = new Map(before.pages.map((page) => [page.id, page]))
  for (const id of new Set([...was.keys(), ...pages.keys()])) {
    const edits = editsOf(id)
    if (edits === "everything" || edits === "listed") continue
    const [old, now] = [was.get(id), pages.get(id)]
    if (!sameRecord(printedPart(old), printedPart(now))) return id
    const on = [...(old?.frames ?? []), ...(now?.frames ?? [])]
    const touched = on.some(({ article }) => article !== null && articles.has(article))
    if (touched && edits !== "text") return id
  }
  return null
}

/** What may be edited, from the least to the most. */
const RANKS: readonly Edits[] = ["nothing", "marks", "listed", "text", "everything"]

/** What of an article may be edited: the least that any of its pages lets be; `editsOf(null)` where it is on none. */
export function editsOfArticle(
  { pages }: Pick<Issue, "pages">,
  article: string,
  editsOf: (page: string | null) => Edits,
): Edits {
  const on = pages.filter(({ frames }) => frames.some((frame) => frame.article === article))
  const edits = on.length === 0 ? [editsOf(null)] : on.map(({ id }) => editsOf(id))
  return RANKS.find((rank) => edits.includes(rank))!
}

/** A page without what is seen at the desk alone. */
function printedPart({ guides: _, ...printed }: Partial<Page> = {}): Partial<Page> {
  return printed
}

/** Ids of the articles that came, went, or are otherwise than they were. */
function changedArticles(before: Issue, after: Issue): ReadonlySet<string> {
  const was = new Map(before.articles.map((article) => [article.id, article]))
  const now = new Map(after.articles.map((article) => [article.id, article]))
  const changed = [...new Set([...was.keys(), ...now.keys()])].filter((id) => {
    const [old, fresh] = [was.get(id), now.get(id)]
    return old !== fresh && !sameRecord(bare(old), bare(fresh))
  })
  return new Set(changed)
}

/** Ids of the articles with a character whose made glyph (补字) came, went or is drawn otherwise. */
function redrawnArticles(before: Issue, after: Issue): readonly string[] {
  if (before.glyphs === after.glyphs) return []
  const drawings = (issue: Issue): ReadonlyMap<string, string> =>
    new Map((issue.glyphs ?? []).map(({ character, path }) => [character, path]))
  const [was, now] = [drawings(before), drawings(after)]
  const redrawn = [...new Set([...was.keys(), ...now.keys()])].filter(
    (character) => was.get(character) !== now.get(character),
  )
  return after.articles
    .filter(({ decisions: _, ...article }) => {
      const words = JSON.stringify(article)
      return redrawn.some((character) => words.includes(character))
    })
    .map(({ id }) => id)
}

/** An article without how it was recognised. */
function bare({ decisions: _, ...article }: Partial<Article> = {}): Partial<Article> {
  return article
}

function sameRecord(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
