import type { Page } from "../../layouts/issue/page.ts"
import { shippedTemplates, templateById } from "../../layouts/templates/shelf.ts"
import { templateId, templateOf } from "../../layouts/templates/template-of.ts"
import type { Template } from "../../layouts/templates/template.ts"
import type { Door } from "../../main/bridge/contract.ts"
import { createStore } from "zustand/vanilla"
import { desk } from "./desk.ts"
import { tell, valueOf } from "./means.ts"

/** The templates that the person keeps beside the shipped ones; null until they came. */
export const templates = createStore<{ readonly kept: readonly Template[] | null }>(() => ({
  kept: null,
}))

/** Fetches the kept templates; what could not be read is told. */
export async function fetchTemplates(door: Door): Promise<void> {
  const known = valueOf(await door.call("templates"))
  if (!known) return
  templates.setState({ kept: known.templates })
  for (const notice of known.notices) tell(notice, false)
}

/** Every template, the shipped ones first. */
export function allTemplates(): readonly Template[] {
  return [...shippedTemplates(), ...(templates.getState().kept ?? [])]
}

/** The template of an id, shipped, made for a measure or kept; null when it is gone. */
export function templateNamed(id: string): Template | null {
  return templateById(id) ?? templates.getState().kept?.find((one) => one.id === id) ?? null
}

/** Whether a template is the person's own. */
export function isKept({ id }: Template): boolean {
  return templateById(id) === null
}

/** Where a page goes as a template: a name, and the id of a kept one that it takes the place of. */
export interface Keeping {
  readonly name: string
  readonly replaces: string | null
}

/** Keeps a page as a template (存为版式); tells why when it cannot be one. */
export async function keepPage(
  page: Page,
  { name, replaces }: Keeping,
  door: Door,
): Promise<Template | null> {
  const taken = allTemplates().map(({ id }) => id)
  const id = replaces ?? templateId(name, taken)
  const base = templateNamed(page.template)
  const { articles = [] } = desk.getState().issue ?? {}
  const reading = templateOf(page, { id, name: { zh: name, en: name }, base, articles })
  if (!reading.ok) {
    tell(reading.faults[0]!.say, true)
    return null
  }
  const answer = await door.call("keepTemplate", reading.template)
  if (!answer.ok) {
    tell(answer.say, true)
    return null
  }
  await fetchTemplates(door)
  return reading.template
}

/** Removes a kept template; pages made from it stay as they are. */
export async function removeTemplate({ id }: Template, door: Door): Promise<void> {
  const answer = await door.call("removeTemplate", id)
  if (!answer.ok) tell(answer.say, true)
  await fetchTemplates(door)
}
