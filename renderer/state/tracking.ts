import { createStore } from "zustand/vanilla"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { ArticleVersion } from "../../layouts/issue/versions.ts"
import {
  trackedArticle,
  type TrackedArticle,
  type TrackedChange,
} from "../../layouts/proof/tracked-changes.ts"

/** What changes are shown since (花脸): the copy as it came, this day's beginning, or a moment. */
export type TrackedSince = "import" | "today" | number

/** What this window shows of the changes of texts; never saved with the issue. */
export interface Tracking {
  readonly on: boolean
  readonly since: TrackedSince
  /** By article, what was changed in it; empty while it is not shown. */
  readonly articles: ReadonlyMap<string, TrackedArticle>
  /** Who wrote, in the order in which they came: whose look is whose. */
  readonly people: readonly string[]
  /** When somebody began to write, for what changes can be shown since; oldest first. */
  readonly moments: readonly Pick<ArticleVersion, "author" | "role" | "at">[]
}

/** The window's state of tracked changes. */
export const tracking = createStore<Tracking>(() => ({
  on: false,
  since: "import",
  articles: new Map(),
  people: [],
  moments: [],
}))

/** An article's changes as they were found last, and what they were found from. */
const found = new WeakMap<
  Article,
  { readonly versions: number; readonly at: number; readonly tracked: TrackedArticle }
>()

const NONE: readonly TrackedChange[] = []

/** All changes of an issue's texts that are to be shown now; what did not change is found again. */
export function trackedIn(
  issue: Issue,
  versionsOf: (article: string) => readonly ArticleVersion[],
): readonly TrackedChange[] {
  const { on, since } = tracking.getState()
  if (!on) return NONE
  const at = startOf(since)
  const articles = new Map<string, TrackedArticle>()
  const moments: ArticleVersion[] = []
  for (const article of issue.articles) {
    const versions = versionsOf(article.id)
    if (versions.length === 0) continue
    moments.push(...versions)
    articles.set(article.id, trackedOnce(article, versions, at))
  }
  moments.sort((a, b) => a.at - b.at)
  const people = [...new Set(moments.map(({ author }) => author))]
  tracking.setState({ articles, people, moments })
  return [...articles.values()].flatMap(({ changes }) => changes)
}

function trackedOnce(
  article: Article,
  versions: readonly ArticleVersion[],
  at: number,
): TrackedArticle {
  const known = found.get(article)
  if (known && known.versions === versions.length && known.at === at) return known.tracked
  const tracked = trackedArticle(article, versions, { at, texts: null })
  found.set(article, { versions: versions.length, at, tracked })
  return tracked
}

/** The moment from which changes are shown. */
function startOf(since: TrackedSince): number {
  if (since === "import") return -Infinity
  return since === "today" ? new Date().setHours(0, 0, 0, 0) : since
}
