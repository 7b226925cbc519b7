import { createStore } from "zustand/vanilla"
import type { FitChange } from "../../layouts/edits/apply-fit.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { settingOf } from "../../layouts/issue/setting.ts"

/** A way to fit an article that is shown on the page, and not done yet. */
export interface Trial {
  readonly article: string
  readonly change: FitChange
}

/** What is tried on the page of this window; changed by `showTrial` alone. */
export const trial = createStore<{ readonly tried: Trial | null }>(() => ({ tried: null }))

/** The issue as it would be with a trial done; only its article and pages are new records. */
export function withTrial(issue: Issue, tried: Trial | null): Issue {
  if (!tried) return issue
  const { article: id, change } = tried
  const regions = new Map(change.regions.map(({ frame, region }) => [frame, region]))
  const articles = issue.articles.map((article) => {
    if (article.id !== id) return article
    const setting = settingOf(article)
    return { ...article, setting: { ...setting, fit: { ...setting.fit, ...change.fit } } }
  })
  if (regions.size === 0) return { ...issue, articles }
  const pages = issue.pages.map((page) =>
    page.frames.some((frame) => regions.has(frame.id))
      ? {
          ...page,
          frames: page.frames.map((frame) => {
            const region = regions.get(frame.id)
            return region ? { ...frame, region } : frame
          }),
        }
      : page,
  )
  return { ...issue, articles, pages }
}
