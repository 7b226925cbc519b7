import { readWorkflow } from "./read-workflow.ts"
import { freshRound, type PageRound } from "./rounds.ts"
import { HOUSE_WORKFLOW } from "./states.ts"
import type { Workflow } from "./workflow.ts"

/** What of a record tells how far a page is. */
export interface RoundRecord {
  readonly page: string | null
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
}

/** A workflow with the name that the paper keeps it under; "" for the house's. */
export interface NamedWorkflow {
  readonly name: string
  readonly workflow: Workflow
}

const HOUSE: NamedWorkflow = { name: "", workflow: HOUSE_WORKFLOW }

/** Workflows that were read of records. */
const read = new WeakMap<RoundRecord["body"], NamedWorkflow | null>()

/**
 * The workflow that a page goes by: the one in force when it went its first step, which it keeps to
 * the end, so that nobody changes the rules on the way; the newest for a page that never went one,
 * or for no page. An issue that was given none has the house's, as one whose record is damaged.
 */
export function workflowOf(records: readonly RoundRecord[], page: string | null): NamedWorkflow {
  const first = records.findIndex((record) => record.page === page && isStep(record))
  const before = page === null || first < 0 ? records : records.slice(0, first)
  const last = before.findLast(({ kind }) => kind === "workflow")
  return (last && workflowIn(last)) ?? HOUSE
}

function workflowIn({ body }: RoundRecord): NamedWorkflow | null {
  const known = read.get(body)
  if (known !== undefined) return known
  const { name, workflow } = body
  const reading = readWorkflow(workflow)
  const found = reading.ok ? { name: String(name), workflow: reading.workflow } : null
  read.set(body, found)
  return found
}

function isStep({ kind }: RoundRecord): boolean {
  return kind === "transition" || kind === "sign"
}

/** How far a page is by the records of its issue; null when it never went a step. */
export function recordedRound(records: readonly RoundRecord[], page: string): PageRound | null {
  const last = records.findLast((record) => record.page === page && isStep(record))
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
