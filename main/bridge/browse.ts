import { readdir, stat } from "node:fs/promises"
import { homedir } from "node:os"
import { join, resolve } from "node:path"
import { done, fault, type Result } from "../result.ts"
import type { FolderEntry } from "./contract.ts"

/** Entries of a folder that are shown; a larger one is cut off. */
const MOST = 5000

/** A folder's entries, folders first, hidden ones left out; an issue counts as a file: it is opened. */
export async function listFolder(
  path: string,
): Promise<Result<{ readonly path: string; readonly entries: readonly FolderEntry[] }>> {
  const folder = path === "" ? homedir() : resolve(path)
  try {
    const found = await readdir(folder, { withFileTypes: true })
    const seen = found.filter(({ name }) => !name.startsWith(".")).slice(0, MOST)
    const entries = await Promise.all(
      seen.map(async (entry): Promise<FolderEntry> => {
        const at = join(folder, entry.name)
        const isFolder = entry.isSymbolicLink() ? await leadsToFolder(at) : entry.isDirectory()
        return { name: entry.name, path: at, folder: isFolder && !entry.name.endsWith(".issue") }
      }),
    )
    return done({ path: folder, entries: entries.sort(byKindThenName) })
  } catch {
    return fault(`打不开文件夹 ${folder}。`, `The folder ${folder} cannot be opened.`)
  }
}

const collator = new Intl.Collator("zh-CN", { numeric: true })

function byKindThenName(a: FolderEntry, b: FolderEntry): number {
  return Number(b.folder) - Number(a.folder) || collator.compare(a.name, b.name)
}

async function leadsToFolder(path: string): Promise<boolean> {
  const target = await stat(path).catch(() => null)
  return target?.isDirectory() ?? false
}
