import type { Say } from "../finding.ts"
import { faultsOfForm } from "../templates/faults.ts"
import { checkWorkflow } from "./check-workflow.ts"
import type { Workflow } from "./workflow.ts"
import { workflowForm } from "./workflow-form.ts"

/** A workflow that was read, or everything that is wrong with it. */
export type WorkflowReading =
  | { readonly ok: true; readonly workflow: Workflow }
  | { readonly ok: false; readonly faults: readonly Say[] }

/**
 * Reads a paper's own workflow from parsed JSON. Never throws: the answer is a workflow that pages can
 * go by, or a sentence for every fault: first those of its form, then those of what it says.
 */
export function readWorkflow(json: unknown): WorkflowReading {
  const form = workflowForm.safeParse(json, { reportInput: true })
  if (!form.success)
    return { ok: false, faults: faultsOfForm(form.error.issues, WHOLE).map(({ say }) => say) }
  const faults = checkWorkflow(form.data).map(({ say }) => say)
  return faults.length === 0 ? { ok: true, workflow: form.data } : { ok: false, faults }
}

const WHOLE: Say = { zh: "流程文件", en: "The workflow" }
