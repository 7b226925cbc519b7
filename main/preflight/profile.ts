import type { PrintingCondition } from "../conditions/condition.ts"
import { STANDARDS, type Standard } from "../export/pdf/standard.ts"

/** What a file is held against: a standard of PDF, and the press that prints it. */
export interface Profile {
  readonly standard: Standard
  readonly condition: PrintingCondition
}

/** True for the name of a standard. */
export function isStandard(name: string): name is Standard {
  return (STANDARDS as readonly string[]).includes(name)
}
