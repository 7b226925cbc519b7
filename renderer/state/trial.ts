import { createStore } from "zustand/vanilla"
import type { FitChange } from "../../layouts/edits/apply-fit.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Page } from "../../layouts/issue/page.ts"
import { settingOf } from "../../layouts/issue/setting.ts"
import type { OutlinePoint } from "../../layouts/issue/wrap.ts"

/** A way to fit an article that is shown on the page, and not done yet. */
interface FitTrial {
  readonly article: string
  readonly change: FitChange
}

/** An outline that is dragged, and that text goes round already. */
interface OutlineTrial {
  readonly frame: string
  readonly outline: readonly OutlinePoint[]
}

export type Trial = FitTrial | OutlineTrial

/** What is tried on the page of this window; changed by `showTrial` alone. */
export const trial = createStore<{ readonly tried: Trial | null }>(() => ({ tried: null }))

/** The issue as it would be with a trial done; only its article and pages are new records. */
export function withTrial(issue: Issue, tried: Trial | null): Issue {
  if (!tried) return issue
  return "frame" in tried ? withOutline(issue, tried) : withFit(issue, tried)
}

function withOutline(issue: Issue, { frame: id, outline }: OutlineTrial): Issue {
  const pages = issue.pages.map((page) =>
    page.frames.some((frame) => frame.id === id) ? outlinedOn(page, id, outline) : page,
  )
  return { ...issue, pages }
}

function outlinedOn(page: Page, id: string, outline: readonly OutlinePoint[]): Page {
  const frames = page.frames.map((frame) =>
    frame.id === id && frame.wrap ? { ...frame, wrap: { ...frame.wrap, outline } } : frame,
  )
  return { ...page, frames }
}

function withFit(issue: Issue, { article: id, change }: FitTrial): Issue {
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
