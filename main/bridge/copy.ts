import { writeFileSync } from "node:fs"
import { basename, extname, join } from "node:path"
import type { Say } from "../../layouts/finding.ts"
import { makeFolder } from "../files/whole.ts"
import { importFiles } from "../import/open.ts"
import type { Answer, CopySource, ImportedCopy } from "./contract.ts"

const PICTURE = /\.(jpe?g|png|tiff?|webp|gif)$/i

/**
 * Imports copy from this machine's files and from files dropped on the window. What was dropped is
 * laid into `tray` first, so that pictures dropped with a text are found beside it by its name.
 */
export async function importCopy(
  sources: readonly CopySource[],
  choices: Readonly<Record<string, string>>,
  tray: string,
): Promise<Answer<ImportedCopy>> {
  makeFolder(tray)
  const paths = sources.map((source, i) => ("path" in source ? source.path : lay(source, i, tray)))
  const texts = paths.filter((path) => !PICTURE.test(path))
  const wanted = texts.length > 0 ? texts : paths
  const imported = await importFiles(wanted, { choices, tray, lenient: true })
  if (!imported.ok) return { ok: false, say: bareOf(imported.say, tray) }
  const notices = imported.value.notices.map((notice) => bareOf(notice, tray))
  return { ok: true, value: { ...imported.value, notices } }
}

/** A sentence about a dropped file, which has no folder that its owner knows. */
function bareOf({ zh, en }: Say, tray: string): Say {
  const bare = (sentence: string): string => sentence.replaceAll(tray, "").replace(/^[\\/]+/, "")
  return { zh: bare(zh), en: bare(en) }
}

/** Writes a dropped file under its own name, or a numbered one when the name is taken by another. */
function lay(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  index: number,
  tray: string,
): string {
  const own = basename(name.replaceAll("\\", "/")).replace(/[\0<>:"|?*]/g, "_")
  const file = own === "" || own === "." || own === ".." ? `${index}${extname(own)}` : own
  const path = join(tray, file)
  try {
    writeFileSync(path, bytes, { flag: "wx" })
    return path
  } catch {
    const numbered = join(tray, `${index}-${file}`)
    writeFileSync(numbered, bytes)
    return numbered
  }
}
