import type { PdfOptions } from "../export/pdf/order.ts"
import type { Standard } from "../export/pdf/standard.ts"
import { done, fault, type Result } from "../result.ts"
import type { PrintingCondition } from "./condition.ts"
import { openCondition } from "./shelf.ts"

/** What a file is made to: its standard, and the printing condition that it is made for. */
export interface Plate extends Pick<PdfOptions, "standard" | "intent"> {
  /** Null for a proof that is made for none. */
  readonly condition: PrintingCondition | null
}

/**
 * Opens what a file is made to. A fault when the standard wants what the condition has not: a
 * condition at all, or for PDF/X-4 a profile to embed.
 */
export function plateFor(standard: Standard, condition: PrintingCondition | null): Result<Plate> {
  if (condition === null)
    return standard === "proof"
      ? done({ standard, intent: null, condition })
      : fault("这种 PDF 须选印刷条件。", "This kind of PDF needs a printing condition.")
  const opened = openCondition(condition)
  if (!opened.ok) return opened
  if (standard === "x4" && opened.value.intent.profile === null)
    return fault(
      `PDF/X-4 须嵌入特性文件，印刷条件“${condition.name.zh}”没有。`,
      `PDF/X-4 embeds the profile, and the condition “${condition.name.en}” has none.`,
    )
  return done({ standard, ...opened.value })
}
