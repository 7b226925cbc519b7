import { realpathSync } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"
import { BadUsage, type Options } from "./answer.ts"

/** Options that name a file to be written, and those that name one to be read. */
const WRITTEN = ["out", "pdf", "png", "layout", "report"] as const
const READ = ["template", "imprint"] as const

/**
 * Refuses a command line whose results would overwrite what it reads, or one another. `more` are
 * files read beside those that it names, such as pictures.
 */
export function refuseClashes(options: Options, more: readonly string[] = []): void {
  const { values, files } = options
  const read = [...files, ...READ.flatMap((name) => values[name] ?? []), ...more]
  const taken = new Map(read.map((path) => [placeOf(path), path]))
  for (const name of WRITTEN) {
    const path = values[name]
    if (path === undefined) continue
    if (path === "") throw new BadUsage(`--${name} 没有给出文件名。--${name} names no file.`)
    const place = placeOf(path)
    const other = taken.get(place)
    if (other !== undefined)
      throw new BadUsage(
        `--${name} ${path} 会覆盖 ${other}，没有写任何文件。--${name} ${path} would overwrite ${other}; nothing was written.`,
      )
    taken.set(place, `--${name}`)
  }
}

/** Where a path really leads: links are followed as far as there is something. */
function placeOf(path: string): string {
  const whole = resolve(path)
  try {
    return realpathSync.native(whole)
  } catch {
    const folder = dirname(whole)
    return folder === whole ? whole : join(placeOf(folder), basename(whole))
  }
}
