import { readdirSync, readFileSync, rmSync } from "node:fs"
import { basename, extname, join } from "node:path"
import type { Say } from "../../layouts/finding.ts"
import { readHouseTable, type HouseTable } from "../../layouts/proof/checks/house-tables.ts"
import type { ImportedTable, KeptHouseTables } from "../bridge/contract.ts"
import { readTableFile } from "../import/house-table.ts"
import { done, fault, type Result } from "../result.ts"
import { writeDurably } from "./whole.ts"

/** Characters of a table's name: with its ending it has to stay a file name everywhere. */
const MOST_NAME = 60

/**
 * The paper's own tables (本报用语表) that are kept in the program's folder, one JSON file each, by
 * name. What cannot be read is told and left out; its file stays.
 */
export function keptHouseTables(home: string): KeptHouseTables {
  const read = names(home).map((name) => ({ name, table: readKept(home, name) }))
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
  const id = nameOf(path)
  const before = names(home).includes(id) ? readKept(home, id) : null
  const table: HouseTable = { id, on: before?.on ?? true, off: before?.off ?? [], entries }
  const kept = keep(home, table)
  return kept.ok ? done({ table, faults }) : kept
}

/** Switches a table and single entries of it on or off. */
export function switchHouseTable(
  home: string,
  id: string,
  switched: Pick<HouseTable, "on" | "off">,
): Result<null> {
  const table = names(home).includes(id) ? readKept(home, id) : null
  return table ? keep(home, { ...table, ...switched }) : missing(id)
}

/** Removes a table. */
export function removeHouseTable(home: string, id: string): Result<null> {
  if (!names(home).includes(id)) return missing(id)
  try {
    rmSync(fileOf(home, id))
    return done(null)
  } catch (cause) {
    const { message } = cause as Error
    return fault(`删不掉用语表：${message}。`, `The table cannot be removed: ${message}.`)
  }
}

function keep(home: string, table: HouseTable): Result<null> {
  try {
    writeDurably(fileOf(home, table.id), `${JSON.stringify(table, null, 1)}\n`)
    return done(null)
  } catch (cause) {
    const { message } = cause as Error
    return fault(`用语表存不下来：${message}。`, `The table cannot be written down: ${message}.`)
  }
}

/** A kept table; null when its file is damaged. Its rows are read as those of any table file are. */
function readKept(home: string, id: string): HouseTable | null {
  try {
    const text = readFileSync(fileOf(home, id), "utf8")
    const { on, off } = JSON.parse(text) as { readonly on?: unknown; readonly off?: unknown }
    const { entries, faults } = readHouseTable(text)
    if (faults.length > 0 && entries.length === 0) return null
    const words = Array.isArray(off) ? off.filter((one) => typeof one === "string") : []
    return { id, on: on !== false, off: words, entries }
  } catch {
    return null
  }
}

/** The name of a file without its ending and without what no file may be called. */
function nameOf(path: string): string {
  const bare = basename(path, extname(path))
    .normalize("NFC")
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, "_")
    .replace(/^\.+|[. ]+$/g, "")
  return Array.from(bare).slice(0, MOST_NAME).join("") || "用语表"
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

function names(home: string): readonly string[] {
  try {
    return readdirSync(folderIn(home))
      .filter((name) => name.endsWith(".json"))
      .map((name) => basename(name, ".json"))
      .sort()
  } catch {
    return []
  }
}

function folderIn(home: string): string {
  return join(home, "house-tables")
}

function fileOf(home: string, id: string): string {
  return join(folderIn(home), `${id}.json`)
}
