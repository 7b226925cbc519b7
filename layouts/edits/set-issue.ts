import type { Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import type { Issue } from "../issue/issue.ts"

/** Sets the paper's name or the day of the issue; what is not named stays. */
export function setIssue({ paper, date }: Partial<Pick<Issue, "paper" | "date">>): Edit {
  return {
    name: "set-issue",
    say: { zh: "改报名日期", en: "Change paper or date" },
    run({ content }) {
      if (paper !== undefined) setField(content.issue, "paper", paper)
      if (date) setField(content.issue, "date", JSON.stringify(date))
    },
  }
}
