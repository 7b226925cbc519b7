import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { hostname, userInfo } from "node:os"
import { join } from "node:path"
import { fault, type Result } from "../result.ts"

/** Writes beside the database who has it open, for the sentence that the next person reads. */
export function signHolder(folder: string): void {
  const holder = { user: userName(), host: hostname(), pid: process.pid, since: Date.now() }
  try {
    writeFileSync(noteIn(folder), JSON.stringify(holder))
  } catch {
    return
  }
}

/** Takes the note away when the issue is closed. */
export function unsignHolder(folder: string): void {
  rmSync(noteIn(folder), { force: true })
}

/** The sentence for a person who opens an issue that is open elsewhere. */
export function heldElsewhere(folder: string): Result<never> {
  const { user, host, since } = readNote(folder)
  const clock = since.toTimeString().slice(0, 5)
  return fault(
    `这一期正被 ${user} 在 ${host} 上打开（自 ${clock}），请等对方关闭后再打开。`,
    `This issue is open by ${user} on ${host} since ${clock}; open it again once it is closed there.`,
  )
}

function readNote(folder: string): { readonly user: string; readonly host: string; since: Date } {
  try {
    const note = JSON.parse(readFileSync(noteIn(folder), "utf8")) as Record<string, unknown>
    const since = new Date(Number(note["since"]))
    return { user: String(note["user"]), host: String(note["host"]), since }
  } catch {
    return { user: "?", host: "?", since: new Date() }
  }
}

function noteIn(folder: string): string {
  return join(folder, "issue.db-holder.json")
}

/** The account's name; a container may have none. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return "?"
  }
}
