import type { Article } from "../../layouts/issue/article.ts"
import type { IssueDate } from "../../layouts/issue/issue.ts"
import {
  checkArticle,
  type CheckFinding,
  type Means,
} from "../../layouts/proof/checks/check-article.ts"
import { houseCheck } from "../../layouts/proof/checks/house-check.ts"
import type { HouseEntry } from "../../layouts/proof/checks/house-tables.ts"

/** What the worker is told: what to check by from now on, or articles to check. */
export type CheckOrder =
  | { readonly today: IssueDate | null; readonly entries: readonly HouseEntry[] }
  | { readonly turn: number; readonly articles: readonly Article[] }

/** What it answers: the turn that it was asked in, and what it found in each of its articles. */
export interface CheckAnswer {
  readonly turn: number
  readonly found: readonly (readonly CheckFinding[])[]
}

let means: Means = { today: null, house: null }

self.addEventListener("message", ({ data }: MessageEvent<CheckOrder>) => {
  if ("entries" in data) {
    const { today, entries } = data
    means = { today, house: entries.length === 0 ? null : houseCheck(entries) }
    return
  }
  const { turn, articles } = data
  const found = articles.map((article) => checkArticle(article, means))
  self.postMessage({ turn, found } satisfies CheckAnswer)
})
