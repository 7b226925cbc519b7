import type { Issue, IssueDate } from "../../layouts/issue/issue.ts"
import { sampleArticles } from "./issue.ts"

/** Day of the sample issue. */
export const SAMPLE_DATE: IssueDate = { year: 2026, month: 11, day: 21 }

/** The sample's articles as an issue that has no page yet. */
export async function sampleIssue(): Promise<Issue> {
  return { paper: "瑞河日报", date: SAMPLE_DATE, articles: await sampleArticles(), pages: [] }
}
