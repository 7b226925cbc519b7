import type { Finding, Say, Severity } from "../../finding.ts"

/** What a press and its paper hold. A printing condition (印刷条件) is one. */
export interface PressLimits {
  readonly name: Say
  /** Most ink on one spot, percent of all plates together. */
  readonly inkLimit: number
  /** Thinnest rule that the press holds, pt. */
  readonly thinnest: number
  /** Pictures at their printed size, pixels an inch: too coarse below `error`, told below `warn`. */
  readonly resolution: { readonly error: number; readonly warn: number }
}

/** What pages are held against before they are exported: a standard of PDF, and a press. */
export interface PressProfile {
  readonly standard: "proof" | "x1a" | "x4"
  readonly limits: PressLimits
}

/** How much a rule matters to a proof (样张), and to a file that a printer gets. */
interface Weight {
  readonly proof: Severity
  readonly press: Severity
}

/**
 * Severities of the rules that weigh otherwise on paper that is read over than on plates; all other
 * rules keep their own. Sources: reference/domain.md 2.6 and 7; reference/pdf.md C.2
 */
const WEIGHTS: Readonly<Record<string, Weight>> = {
  "article/unplaced": { proof: "note", press: "note" },
  "frame/empty": { proof: "note", press: "warning" },
  "ink/over-limit": { proof: "warning", press: "error" },
  "ink/spot": { proof: "note", press: "note" },
  "jump/broken": { proof: "warning", press: "error" },
  "jump/missing": { proof: "note", press: "warning" },
  "line/hairline": { proof: "note", press: "warning" },
  "page/bleed-short": { proof: "note", press: "warning" },
  "page/furniture-missing": { proof: "note", press: "warning" },
  "picture/coarse": { proof: "note", press: "warning" },
  "picture/too-coarse": { proof: "warning", press: "error" },
  "text/many-inks": { proof: "note", press: "warning" },
  "text/reversed-small": { proof: "note", press: "warning" },
  "text/rich-black": { proof: "note", press: "warning" },
}

/** A finding before its severity is known. */
export type Remark = Omit<Finding, "severity">

/** Remarks as findings, weighed for a profile. Throws for a rule that has no weight. */
export function weighed(
  remarks: readonly Remark[],
  { standard }: PressProfile,
): readonly Finding[] {
  return remarks.map((remark) => {
    const weight = WEIGHTS[remark.rule]
    if (!weight) throw new Error(`no weight for the rule ${remark.rule}`)
    return { ...remark, severity: weight[standard === "proof" ? "proof" : "press"] }
  })
}
