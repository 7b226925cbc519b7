import { createStore } from "zustand/vanilla"
import type { Say } from "../../layouts/finding.ts"
import {
  entriesInUse,
  type HouseEntry,
  type HouseTable,
} from "../../layouts/proof/checks/house-tables.ts"
import type { Door } from "../../main/bridge/contract.ts"
import { tell, valueOf } from "./means.ts"

/** The paper's own tables (本报用语表), and those of their entries that the checks use; null until they came. */
export interface HouseTables {
  readonly tables: readonly HouseTable[]
  readonly entries: readonly HouseEntry[] | null
}

export const houseTables = createStore<HouseTables>(() => ({ tables: [], entries: null }))

/** Fetches the kept tables; what cannot be read is told. */
export async function fetchHouseTables(door: Door): Promise<void> {
  const kept = valueOf(await door.call("houseTables"))
  show(kept?.tables ?? [])
  for (const notice of kept?.notices ?? []) tell(notice, false)
}

/** Takes in table files; what of them was left out, a sentence for each row. */
export async function importHouseTables(
  paths: readonly string[],
  door: Door,
): Promise<readonly Say[]> {
  const left: Say[] = []
  for (const path of paths) {
    const answer = await door.call("importHouseTable", path)
    const name = path.split(/[\\/]/).at(-1)
    const faults = answer.ok ? answer.value.faults : [answer.say]
    left.push(...faults.map(({ zh, en }) => ({ zh: `${name}：${zh}`, en: `${name}: ${en}` })))
  }
  await fetchHouseTables(door)
  return left
}

/** Switches a table or entries of it. */
export async function switchHouseTable(table: HouseTable, door: Door): Promise<void> {
  const { id, on, off } = table
  show(houseTables.getState().tables.map((one) => (one.id === id ? table : one)))
  const answer = await door.call("switchHouseTable", id, { on, off })
  if (answer.ok) return
  tell(answer.say, true)
  await fetchHouseTables(door)
}

/** Removes a table. */
export async function removeHouseTable({ id }: HouseTable, door: Door): Promise<void> {
  valueOf(await door.call("removeHouseTable", id))
  await fetchHouseTables(door)
}

function show(tables: readonly HouseTable[]): void {
  houseTables.setState({ tables, entries: entriesInUse(tables) })
}
