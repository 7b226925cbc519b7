import type { Issue } from "../issue/issue.ts"

/** What a proof says of itself beside what it shows; words that are "" are left out. */
export interface ProofWords {
  /** How far the page is, such as 清样 (state). */
  readonly state: string
  /** Number of the proof, such as 二校. */
  readonly proof: string
  /** Time of the export, ISO 8601 with its zone: never read from a clock. */
  readonly at: string
}

/** Words one beside the other, two blanks of a 字 between; empty ones left out. */
export function besides(words: readonly string[]): string {
  return words.filter((word) => word !== "").join("　")
}

/** Day of an issue as a head has it: `2031年5月4日`. */
export function dayOf({ date: { year, month, day } }: Pick<Issue, "date">): string {
  return `${year}年${month}月${day}日`
}

/** A time to the minute, as the clock on the wall of its zone had it. */
export function minuteOf(at: string): string {
  return at.slice(0, 16).replace("T", " ")
}
