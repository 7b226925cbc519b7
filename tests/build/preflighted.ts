import { SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import type { Standard } from "../../main/export/pdf/standard.ts"
import { preflight, type PreflightReport } from "../../main/preflight/preflight.ts"
import type { PdfFinding } from "../../main/preflight/report.ts"

/** The report of a file that can be read, for the condition that ships first. */
export async function preflighted(
  bytes: Uint8Array,
  standard: Standard = "proof",
): Promise<PreflightReport> {
  const report = await preflight(bytes, () => ({ standard, condition: SHIPPED_CONDITIONS[0]! }))
  if (!report.ok) throw new Error(report.say.en)
  return report.value
}

/** The findings of a rule, and how a file's rules are told in short: `error colour/rgb`. */
export function ofRule(report: PreflightReport, rule: string): readonly PdfFinding[] {
  return report.findings.filter((finding) => finding.rule === rule)
}

export function rulesOf(report: PreflightReport): readonly string[] {
  return [...new Set(report.findings.map(({ severity, rule }) => `${severity} ${rule}`))]
}
