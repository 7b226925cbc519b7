import { freshRound, type PageRound } from "./rounds.ts"
import type { Workflow } from "./workflow.ts"

/** What of a record tells how far a page is. */
export interface RoundRecord {
  readonly page: string | null
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
}

/** How far a page is by the records of its issue; null when it never went a step. */
export function recordedRound(records: readonly RoundRecord[], page: string): PageRound | null {
  const last = records.findLast(
    (record) => record.page === page && (record.kind === "transition" || record.kind === "sign"),
  )
  return (last?.body["round"] as PageRound | undefined) ?? null
}

/** How far a page is; one that never went a step is where the workflow starts. */
export function roundOf(
  workflow: Workflow,
  records: readonly RoundRecord[],
  page: string,
): PageRound {
  return recordedRound(records, page) ?? freshRound(workflow)
}

/** Ids that records of a kind tell of on a page: marks that were looked at, pictures approved. */
export function idsTold(
  records: readonly RoundRecord[],
  page: string,
  kind: "seen" | "approve",
): ReadonlySet<string> {
  const own = records.filter((record) => record.page === page && record.kind === kind)
  return new Set(own.flatMap(({ body }) => (Array.isArray(body["ids"]) ? body["ids"] : [])))
}
