import { readdirSync, readFileSync, rmSync } from "node:fs"
import { basename, extname, join } from "node:path"
import { writeDurably } from "./whole.ts"

/** Characters of a name: with its ending it has to stay a file name everywhere. */
const MOST_NAME = 60

/** A folder of the program's own where each thing that a person keeps is one JSON file, by its name. */
export interface NamedShelf {
  /** In the order of their characters. */
  names(): readonly string[]
  /** These three throw what the disk says. */
  read(name: string): string
  write(name: string, kept: object): void
  remove(name: string): void
}

/** The shelf in a folder; it need not be there yet. */
export function namedShelf(home: string, folder: string): NamedShelf {
  const file = (name: string): string => join(home, folder, `${name}.json`)
  return {
    names() {
      try {
        return readdirSync(join(home, folder))
          .filter((name) => name.endsWith(".json"))
          .map((name) => basename(name, ".json"))
          .sort()
      } catch {
        return []
      }
    },
    read: (name) => readFileSync(file(name), "utf8"),
    write: (name, kept) => writeDurably(file(name), `${JSON.stringify(kept, null, 1)}\n`),
    remove: (name) => rmSync(file(name)),
  }
}

/** The name of a file without its ending and without what no file may be called; else `nameless`. */
export function shelfName(path: string, nameless: string): string {
  const bare = basename(path, extname(path))
    .normalize("NFC")
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, "_")
    .replace(/^\.+|[. ]+$/g, "")
  return Array.from(bare).slice(0, MOST_NAME).join("") || nameless
}
