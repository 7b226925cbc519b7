import { frozenArticle, type FrozenArticle } from "../proof/unauthorised.ts"
import type { Article } from "./article.ts"
import type { Content } from "./content.ts"

/** Who does something, and when: milliseconds since 1970, for the core has no clock. */
export interface Signature {
  readonly author: string
  readonly role: string
  readonly at: number
}

/** Tells who writes now; null for nobody whose name is kept, such as a program. */
export type Sign = () => Signature | null

/** Nobody signs. */
export const NOBODY: Sign = () => null

/** An article's texts; its story's paragraphs are ended by line feeds. */
export type Texts = Omit<FrozenArticle, "id">

/** One person's writing in an article, from `at` to the next version, and the texts before it. */
export interface ArticleVersion extends Signature {
  readonly before: Texts
}

/** What is kept of a version. */
interface Kept extends ArticleVersion {
  readonly article: string
}

/** How long one person's writing is one version, ms. */
const ONE_VERSION = 10 * 60_000

/**
 * Notes that somebody wrote in an article: its texts as they stood before are kept, unless the last
 * version is the same person's and not ten minutes old. So every character that came or went between
 * two versions is one person's, and a night of typing takes no more than a text every ten minutes.
 */
export function noteVersion(
  content: Content,
  key: string,
  heads: { readonly before: Article | undefined; readonly after: Article | undefined },
  sign: Sign,
): void {
  const { before, after } = heads
  if (!before || !after || isSameText(before, after)) return
  const by = sign()
  if (!by) return
  const last = versionsOf(content, key).at(-1)
  const goesOn =
    last !== undefined &&
    last.author === by.author &&
    last.role === by.role &&
    by.at - last.at < ONE_VERSION
  if (goesOn) return
  const version: Kept = { article: key, ...by, before: textsIn(before) }
  content.versions.push([JSON.stringify(version)])
}

/** An article's texts as they stand. */
export function textsIn(article: Article): Texts {
  const { kicker, headline, deck, story } = frozenArticle(article)
  return { kicker, headline, deck, story }
}

const NONE: readonly ArticleVersion[] = []

/** The versions of an article by its key, oldest first as they were kept. */
export function versionsOf(content: Content, key: string | undefined): readonly ArticleVersion[] {
  return (key !== undefined && versionsIn(content).get(key)) || NONE
}

type ByArticle = ReadonlyMap<string, readonly ArticleVersion[]>

/** What was read of a list of versions when it was so long: it is only ever added to. */
const READ = new WeakMap<
  Content["versions"],
  { readonly length: number; readonly byArticle: ByArticle }
>()

function versionsIn({ versions }: Content): ByArticle {
  const known = READ.get(versions)
  if (known?.length === versions.length) return known.byArticle
  const byArticle = new Map<string, ArticleVersion[]>()
  for (const json of versions.toArray()) {
    const { article, ...version } = JSON.parse(json) as Kept
    const own = byArticle.get(article) ?? []
    byArticle.set(article, [...own, version])
  }
  READ.set(versions, { length: versions.length, byArticle })
  return byArticle
}

/** Whether two records of an article have the same words; how they look may differ. */
function isSameText(a: Article, b: Article): boolean {
  return (
    a.kicker === b.kicker &&
    a.headline === b.headline &&
    a.deck === b.deck &&
    (a.story === b.story ||
      (a.story.length === b.story.length &&
        a.story.every(({ text }, i) => text === b.story[i]!.text)))
  )
}
