import { chineseDate } from "../issue/day.ts"
import { BLANK_IMPRINT } from "../issue/imprint.ts"
import type { Issue } from "../issue/issue.ts"
import type { Page } from "../issue/page.ts"
import type { Answers } from "./placeholders.ts"

/** What answers depend on beside the page itself. */
export type Asked = Pick<Issue, "paper" | "date" | "imprint"> & {
  /** Number of pages of the issue. */
  readonly pages: number
}

/** What a page's texts are filled in with: its own words first, then the issue's. */
export function answersOf(issue: Asked, page: Pick<Page, "id" | "words">): Answers {
  const own = Object.entries(page.words ?? {}).filter(([, word]) => word.trim() !== "")
  return {
    ...(issue.imprint ?? BLANK_IMPRINT),
    paper: issue.paper,
    date: chineseDate(issue.date),
    page: page.id,
    pages: String(issue.pages),
    ...Object.fromEntries(own),
  }
}
