import { checkTemplate } from "./checks.ts"
import { faultsOfForm, type TemplateFault } from "./faults.ts"
import { templateForm } from "./schema.ts"
import type { Template } from "./template.ts"

/** A template that was read, or everything that is wrong with it. */
export type TemplateReading =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly faults: readonly TemplateFault[] }

/**
 * Reads a template from parsed JSON. Never throws: whatever comes in, the answer is a template
 * that placement can use or at least one fault that names its field.
 */
export function readTemplate(json: unknown): TemplateReading {
  const form = templateForm.safeParse(json, { reportInput: true })
  if (!form.success) return { ok: false, faults: faultsOfForm(form.error.issues) }
  const faults = checkTemplate(form.data)
  return faults.length === 0 ? { ok: true, template: form.data } : { ok: false, faults }
}
