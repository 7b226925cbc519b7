import type { Say } from "../../layouts/finding.ts"
import { readHouseTable, type HouseTable } from "../../layouts/proof/checks/house-tables.ts"
import type { ImportedTable, KeptHouseTables } from "../bridge/contract.ts"
import { readTableFile } from "../import/house-table.ts"
import { done, fault, type Result } from "../result.ts"
import { namedShelf, shelfName, type NamedShelf } from "./named-shelf.ts"

/**
 * The paper's own tables (本报用语表) that are kept in the program's folder, one JSON file each, by
 * name. What cannot be read is told and left out; its file stays.
 */
export function keptHouseTables(home: string): KeptHouseTables {
  const shelf = shelfIn(home)
  const read = shelf.names().map((name) => ({ name, table: readKept(shelf, name) }))
  return {
    tables: read.flatMap(({ table }) => (table ? [table] : [])),
    notices: read.flatMap(({ name, table }) => (table ? [] : [unreadable(name)])),
  }
}

/**
 * Takes in a table file and keeps its sound rows under the file's name; a table of that name is
 * replaced, and stays switched as it was. Rows that cannot be understood are told by their lines; a
 * file without a sound row is not kept.
 */
export function importHouseTable(home: string, path: string): Result<ImportedTable> {
  const read = readTableFile(path)
  if (!read.ok) return read
  const { entries, faults } = read.value
  if (entries.length === 0) return done({ table: null, faults })
  const shelf = shelfIn(home)
  const id = shelfName(path, "用语表")
  const before = shelf.names().includes(id) ? readKept(shelf, id) : null
  const table: HouseTable = { id, on: before?.on ?? true, off: before?.off ?? [], entries }
  const kept = keep(shelf, table)
  return kept.ok ? done({ table, faults }) : kept
}

/** Switches a table and single entries of it on or off. */
export function switchHouseTable(
  home: string,
  id: string,
  switched: Pick<HouseTable, "on" | "off">,
): Result<null> {
  const shelf = shelfIn(home)
  const table = shelf.names().includes(id) ? readKept(shelf, id) : null
  return table ? keep(shelf, { ...table, ...switched }) : missing(id)
}

/** Removes a table. */
export function removeHouseTable(home: string, id: string): Result<null> {
  const shelf = shelfIn(home)
  if (!shelf.names().includes(id)) return missing(id)
  try {
    shelf.remove(id)
    return done(null)
  } catch (cause) {
    const { message } = cause as Error
    return fault(`删不掉用语表：${message}。`, `The table cannot be removed: ${message}.`)
  }
}

function keep(shelf: NamedShelf, table: HouseTable): Result<null> {
  try {
    shelf.write(table.id, table)
    return done(null)
  } catch (cause) {
    const { message } = cause as Error
    return fault(`用语表存不下来：${message}。`, `The table cannot be written down: ${message}.`)
  }
}

/** A kept table; null when its file is damaged. Its rows are read as those of any table file are. */
function readKept(shelf: NamedShelf, id: string): HouseTable | null {
  try {
    const text = shelf.read(id)
    const { on, off } = JSON.parse(text) as { readonly on?: unknown; readonly off?: unknown }
    const { entries, faults } = readHouseTable(text)
    if (faults.length > 0 && entries.length === 0) return null
    const words = Array.isArray(off) ? off.filter((one) => typeof one === "string") : []
    return { id, on: on !== false, off: words, entries }
  } catch {
    return null
  }
}

function unreadable(name: string): Say {
  return {
    zh: `用语表“${name}”读不了，没有列出。`,
    en: `The table “${name}” cannot be read and is left out.`,
  }
}

function missing(id: string): Result<never> {
  return fault(`没有名为“${id}”的用语表。`, `No table “${id}” is kept.`)
}

function shelfIn(home: string): NamedShelf {
  return namedShelf(home, "house-tables")
}
