import { hitKey, type Ignored } from "../issue/ignored.ts"
import type { Issue } from "../issue/issue.ts"
import type { IssueRecord, NewRecord, Person } from "./record.ts"

/**
 * The records of what was let stand of the checks' hits (忽略) and of what is minded again, between
 * two states of an issue's list: each with its rule, words and reason, in the name of who did it.
 */
export function ignoredRecords(
  before: readonly Ignored[],
  after: readonly Ignored[],
  { who, role }: Person,
): readonly NewRecord[] {
  const was = new Map(before.map((one) => [hitKey(one), one]))
  const now = new Map(after.map((one) => [hitKey(one), one]))
  const told = (deed: "ignore" | "heed", { rule, article, text, reason }: Ignored): NewRecord => {
    return { who, role, page: null, kind: "ignore", body: { deed, rule, article, text, reason } }
  }
  return [
    ...before.filter((one) => !now.has(hitKey(one))).map((one) => told("heed", one)),
    ...after
      .filter((one) => was.get(hitKey(one))?.reason !== one.reason)
      .map((one) => told("ignore", one)),
  ]
}

/** One line of an issue's register (差错登记) of a hit that was let stand, or is minded again. */
export interface RegisteredIgnore extends Person {
  /** Pages that its article stands on. */
  readonly pages: readonly string[]
  readonly article: string
  readonly deed: "ignore" | "heed"
  readonly rule: string
  readonly text: string
  readonly reason: string
  /** Milliseconds since 1970, by the clock of the machine that kept it. */
  readonly at: number
}

/** What an issue's records tell of hits that were let stand, in their order; of a damaged one nothing. */
export function ignoredRegister(
  { pages }: Issue,
  records: readonly IssueRecord[],
): readonly RegisteredIgnore[] {
  return records.flatMap(({ kind, who, role, at, body }) => {
    if (kind !== "ignore") return []
    const word = (name: string): string => (typeof body[name] === "string" ? body[name] : "")
    const article = word("article")
    const on = pages.filter(({ frames }) => frames.some((frame) => frame.article === article))
    const deed = body["deed"] === "heed" ? "heed" : "ignore"
    const told = { rule: word("rule"), text: word("text"), reason: word("reason") }
    return [{ who, role, at, article, deed, pages: on.map(({ id }) => id), ...told }]
  })
}
