import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { writeDurably } from "./whole.ts"

/** Issues that the list keeps. */
const MOST = 20

/** Issue folders opened lately, newest first; those that are gone are left out. Damage reads as empty. */
export function recentIssues(home: string): readonly string[] {
  return listed(home).filter((path) => existsSync(join(path, "issue.db")))
}

/** Puts an issue folder at the head of the list. A list that cannot be written is no reason to stop. */
export function rememberIssue(home: string, path: string): void {
  const list = [path, ...listed(home).filter((other) => other !== path)].slice(0, MOST)
  try {
    writeDurably(join(home, "recent.json"), JSON.stringify(list))
  } catch {
    return
  }
}

/** Empties the list; the issues stay where they are. */
export function forgetRecent(home: string): void {
  writeDurably(join(home, "recent.json"), "[]")
}

function listed(home: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(readFileSync(join(home, "recent.json"), "utf8"))
    return Array.isArray(list) ? list.filter((path) => typeof path === "string") : []
  } catch {
    return []
  }
}
