import { createStore } from "zustand/vanilla"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { sameRecord } from "../../layouts/issue/share.ts"
import type { ArticleVersion, Texts } from "../../layouts/issue/versions.ts"
import {
  trackedArticle,
  type Since,
  type TrackedArticle,
  type TrackedChange,
} from "../../layouts/proof/tracked-changes.ts"
import type { StoredProof } from "../../main/bridge/contract.ts"

/** What changes are shown since (花脸): the copy as it came, this day's beginning, a moment, or a proof. */
export type TrackedSince = "import" | "today" | number | `proof ${string}`

/** A frozen proof (大样) that changes can be shown since. */
export type FrozenTexts = Pick<StoredProof, "page" | "number" | "at" | "state"> & {
  /** By article, its texts as they were frozen; null until they were asked for. */
  readonly texts: ReadonlyMap<string, Texts> | null
}

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
  readonly proofs: readonly FrozenTexts[]
}

/** The window's state of tracked changes. */
export const tracking = createStore<Tracking>(() => ({
  on: false,
  since: "import",
  articles: new Map(),
  people: [],
  moments: [],
  proofs: [],
}))

/** An article's changes as they were found last, and what they were found from. */
const found = new WeakMap<
  Article,
  { readonly versions: number; readonly since: Since; readonly tracked: TrackedArticle }
>()

const NONE: readonly TrackedChange[] = []

/** All changes of an issue's texts that are to be shown now; what did not change is found again. */
export function trackedIn(
  issue: Issue,
  versionsOf: (article: string) => readonly ArticleVersion[],
): readonly TrackedChange[] {
  const { on } = tracking.getState()
  if (!on) return NONE
  const sinceOf = startOf(tracking.getState())
  const articles = new Map<string, TrackedArticle>()
  const moments: ArticleVersion[] = []
  for (const article of issue.articles) {
    const versions = versionsOf(article.id)
    moments.push(...versions)
    const since = sinceOf(article.id)
    if (since && (versions.length > 0 || since.texts))
      articles.set(article.id, trackedOnce(article, versions, since))
  }
  moments.sort((a, b) => a.at - b.at)
  const people = [...new Set(moments.map(({ author }) => author))]
  tracking.setState({ articles, people, moments })
  return [...articles.values()].flatMap(({ changes }) => changes)
}

function trackedOnce(
  article: Article,
  versions: readonly ArticleVersion[],
  since: Since,
): TrackedArticle {
  const known = found.get(article)
  if (known && known.versions === versions.length && sameRecord(known.since, since))
    return known.tracked
  const tracked = trackedArticle(article, versions, since)
  found.set(article, { versions: versions.length, since, tracked })
  return tracked
}

/** What an article's changes are shown since; null for one that is not on the page of the proof. */
function startOf({ since, proofs }: Tracking): (article: string) => Since | null {
  if (since === "import") return () => ({ at: -Infinity, texts: null })
  if (since === "today") return () => ({ at: new Date().setHours(0, 0, 0, 0), texts: null })
  if (typeof since === "number") return () => ({ at: since, texts: null })
  const frozen = proofs.find((proof) => proofName(proof) === since)
  return (article) => {
    const texts = frozen?.texts?.get(article)
    return texts ? { at: Date.parse(frozen!.at), texts } : null
  }
}

/** A proof by its page and number, as what changes are shown since. */
export function proofName({ page, number }: Pick<StoredProof, "page" | "number">): TrackedSince {
  return `proof ${number} ${page}`
}
