import { createStore } from "zustand/vanilla"
import type { Say } from "../../layouts/finding.ts"
import type { NamedWorkflow } from "../../layouts/proof/round-records.ts"
import { HOUSE_WORKFLOW } from "../../layouts/proof/states.ts"
import type { Door } from "../../main/bridge/contract.ts"
import { desk } from "./desk.ts"
import { tell, valueOf, type Means } from "./means.ts"
import { preferences, setPreferences } from "./preferences.ts"
import { fetchRounds } from "./rounds.ts"

const HOUSE: NamedWorkflow = { name: "", workflow: HOUSE_WORKFLOW }

/** The workflows to choose from: the house's, whose name is empty, and the paper's own. */
export const workflows = createStore<{ readonly shelf: readonly NamedWorkflow[] }>(() => ({
  shelf: [HOUSE],
}))

/** Fetches the kept workflows; what cannot be read is told. */
export async function fetchWorkflows(door: Door): Promise<void> {
  const kept = valueOf(await door.call("workflows"))
  workflows.setState({ shelf: [HOUSE, ...(kept?.workflows ?? [])] })
  for (const notice of kept?.notices ?? []) tell(notice, false)
}

/** Takes in a workflow's file; its name, or a sentence for each fault. */
export async function importWorkflow(
  path: string,
  door: Door,
): Promise<{ readonly name: string | null; readonly faults: readonly Say[] }> {
  const answer = await door.call("importWorkflow", path)
  if (!answer.ok) return { name: null, faults: [answer.say] }
  await fetchWorkflows(door)
  const { workflow, faults } = answer.value
  return { name: workflow?.name ?? null, faults }
}

/** Removes a kept workflow; new issues that were to get it get the house's. */
export async function removeWorkflow(name: string, door: Door): Promise<void> {
  valueOf(await door.call("removeWorkflow", name))
  if (preferences.getState().set?.workflow === name) await setPreferences({ workflow: "" }, door)
  await fetchWorkflows(door)
}

/** Gives the open issue a workflow, for its pages that went no step yet. */
export async function giveWorkflow(name: string, means: Means): Promise<void> {
  const { path } = desk.getState()
  if (path === null) return
  if (valueOf(await means.door.call("giveWorkflow", path, name))) await fetchRounds(means)
}
