import type { Say, Severity } from "../../layouts/finding.ts"
import type { Standard } from "../export/pdf/standard.ts"
import rows from "./rules.json" with { type: "json" }

/** A rule of preflight (印前检查): what it is called, where it is written, how much it matters to each standard. */
export interface Rule {
  readonly name: Say
  /** Where the rule comes from. */
  readonly source: string
  /** Null where a standard does not ask for it. */
  readonly severity: Readonly<Record<Standard, Severity | null>>
}

export type RuleId = keyof typeof rows

/** All rules by their ids. */
export const RULES: Readonly<Record<RuleId, Rule>> = rows as Readonly<Record<RuleId, Rule>>
