import type { Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { writeImprint } from "../issue/imprint-fields.ts"
import type { Imprint } from "../issue/imprint.ts"
import type { Issue } from "../issue/issue.ts"

/** What may be set of an issue beside its articles and pages. */
export type IssueWords = Partial<Pick<Issue, "paper" | "date">> & {
  readonly imprint?: Partial<Imprint>
}

/** Sets the paper's name, the day of the issue or words of its imprint; what is not named stays. */
export function setIssue({ paper, date, imprint }: IssueWords): Edit {
  return {
    name: "set-issue",
    say: { zh: "改报名日期", en: "Change paper or date" },
    run({ content }) {
      if (paper !== undefined) setField(content.issue, "paper", paper)
      if (date) setField(content.issue, "date", JSON.stringify(date))
      if (imprint) writeImprint(content.issue, imprint)
    },
  }
}
