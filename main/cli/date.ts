import type { IssueDate } from "../../layouts/issue/issue.ts"
import { BadUsage } from "./answer.ts"

/** The day of the issue: as given, else today by the clock of this machine. */
export function dateOf(value: string | undefined): IssueDate {
  if (value === undefined) {
    const now = new Date()
    return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
  }
  const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? []).slice(1).map(Number)
  const given = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0))
  if (year === undefined || given.getUTCMonth() + 1 !== month || given.getUTCDate() !== day)
    throw new BadUsage("--date 须写作 2026-11-23。--date must be a day such as 2026-11-23.")
  return { year, month, day }
}
