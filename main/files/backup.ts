import { cpSync, existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs"
import { join } from "node:path"
import { backup, DatabaseSync } from "node:sqlite"
import { flushFolder, makeFolder } from "./whole.ts"

/** Backups that stay. */
const KEPT = 2

/** Files of a live database: the database, its log, its shared index. */
const LIVE = ["issue.db", "issue.db-wal", "issue.db-shm"]

/**
 * Copies the open database into `backup/`, reads the copy over, and only then lets it count; the two
 * newest stay. False when the copy could not be made or does not verify; the older ones then stand.
 */
export async function backUp(database: DatabaseSync, folder: string, at: Date): Promise<boolean> {
  const shelf = join(folder, "backup")
  const clock = at.toISOString().replace(/\D/g, "").slice(0, 14)
  const draft = join(shelf, `issue-${clock}.part`)
  try {
    makeFolder(shelf)
    await backup(database, draft)
    if (!isSound(draft)) throw new Error("the backup does not verify")
    renameSync(draft, join(shelf, `issue-${clock}.db`))
    flushFolder(shelf)
    for (const old of backupsOf(folder).slice(KEPT)) rmSync(old, { force: true })
    return true
  } catch {
    rmSync(draft, { force: true })
    return false
  }
}

/**
 * Puts the newest backup that verifies in the place of a database that cannot be read. The damaged
 * files are set aside in the folder, never deleted. Returns the backup's time, null when
 * there is no backup that can be read.
 */
export function restoreBackup(folder: string, at: Date): Date | null {
  const sound = backupsOf(folder).find(isSound)
  if (sound === undefined) return null
  const aside = join(folder, `damaged-${at.toISOString().replace(/\D/g, "").slice(0, 14)}`)
  makeFolder(aside)
  const draft = join(folder, "issue.db.part")
  cpSync(sound, draft)
  for (const name of LIVE)
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name))
  renameSync(draft, join(folder, "issue.db"))
  flushFolder(folder)
  return statSync(sound).mtime
}

/** Backups of an issue, newest first. */
function backupsOf(folder: string): readonly string[] {
  const shelf = join(folder, "backup")
  if (!existsSync(shelf)) return []
  const names = readdirSync(shelf).filter((name) => /^issue-\d+\.db$/.test(name))
  return names
    .sort()
    .reverse()
    .map((name) => join(shelf, name))
}

function isSound(path: string): boolean {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(path, { readOnly: true })
    const { quick_check: verdict } = database.prepare("PRAGMA quick_check").get() as {
      quick_check: string
    }
    return verdict === "ok"
  } catch {
    return false
  } finally {
    database?.close()
  }
}
