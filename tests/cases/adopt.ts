import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import contradictions from "./contradictions.json" with { type: "json" }

/** Where the project's sources keep the cases that others wrote; not part of the repository. */
export const SHARED = "../shared/cases"

/** Cases are other people's records: only the fields that an adapter reads are known. */
export type Case = Readonly<Record<string, unknown>>

/**
 * How the cases of one file are put to our compositor: `problems` tells what differs, one short
 * sentence each and none where the case passes, or null where the case asks for nothing that can
 * be measured. `key` names a case in the list of known failures.
 */
export interface Adapter {
  readonly file: string
  key(one: Case): string
  problems(one: Case): readonly string[] | null
}

/** Where the cases of a file stand. */
export interface Standing {
  readonly file: string
  readonly passed: number
  /** Cases that differ only where mainland practice does, by reason. */
  readonly contradicted: ReadonlyMap<string, number>
  readonly unmeasured: number
  /** Failures by key, with what differs. */
  readonly failed: ReadonlyMap<string, readonly string[]>
}

/** True where the sources of the cases are at hand. */
export function hasCases(): boolean {
  return existsSync(SHARED)
}

/** The cases of a file, found by the number that its name begins with. */
export function casesOf(number: string): readonly Case[] {
  const file = readdirSync(SHARED).find((name) => name.startsWith(`${number}-`))
  if (file === undefined) throw new Error(`no case file ${number}`)
  return (JSON.parse(readFileSync(join(SHARED, file), "utf8")) as { cases: Case[] }).cases
}

/** Puts every case of a file to its adapter. */
export function standingOf(adapter: Adapter, cases: readonly Case[]): Standing {
  const contradicted = new Map<string, number>()
  const failed = new Map<string, readonly string[]>()
  let passed = 0
  let unmeasured = 0
  for (const one of cases) {
    const problems = adapter.problems(one)
    const reason = problems && reasonFor(adapter.file, problems)
    if (problems === null) unmeasured += 1
    else if (problems.length === 0) passed += 1
    else if (reason) contradicted.set(reason, (contradicted.get(reason) ?? 0) + 1)
    else failed.set(adapter.key(one), problems)
  }
  return { file: adapter.file, passed, contradicted, unmeasured, failed }
}

/** Why a case contradicts mainland practice; null unless every problem of it is explained. */
function reasonFor(file: string, problems: readonly string[]): string | null {
  let reason: string | null = null
  for (const problem of problems) {
    const found = contradictions.find(
      ({ files, differs }) => files.includes(file) && new RegExp(differs, "u").test(problem),
    )
    if (!found) return null
    reason = found.reason
  }
  return reason
}
