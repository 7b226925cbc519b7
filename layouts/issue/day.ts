import type { IssueDate } from "./issue.ts"

const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"] as const

/**
 * The weekday of a day of the Gregorian calendar, 0 for Sunday. Counted by Zeller's congruence,
 * so that no clock and no time zone has a part in it.
 */
export function weekday({ year, month, day }: IssueDate): number {
  // January and February count as the 13th and 14th month of the year before.
  const early = month < 3
  const m = early ? month + 12 : month
  const y = early ? year - 1 : year
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  const zeller = day + Math.floor((13 * (m + 1)) / 5) + y + leaps
  // Zeller counts from Saturday.
  return (((zeller + 6) % 7) + 7) % 7
}

/** A date as a folio line has it: 2026年11月23日 星期一. */
export function chineseDate(date: IssueDate): string {
  return `${date.year}年${date.month}月${date.day}日 星期${WEEKDAYS[weekday(date)]!}`
}
