import { writeFileSync } from "node:fs"
import { basename, extname, join } from "node:path"
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
  const imported = await importFiles(texts.length > 0 ? texts : paths, { choices })
  if (!imported.ok) {
    const bare = (sentence: string): string => sentence.replaceAll(tray, "").replace(/^[\\/]+/, "")
    return { ok: false, say: { zh: bare(imported.say.zh), en: bare(imported.say.en) } }
  }
  return imported
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
