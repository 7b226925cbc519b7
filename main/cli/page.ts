import { printList } from "../../layouts/display/print.ts"
import { filePaths } from "../export/file-paths.ts"
import {
  BadUsage,
  bothTongues,
  progress,
  readOptions,
  writeWhole,
  type Exit,
  type Options,
} from "./answer.ts"
import { runCompose, type Run } from "./compose.ts"
import { refuseClashes } from "./own-paths.ts"
import { dpiOf } from "./press-options.ts"

const VALUED = ["template", "measure", "breaks", "fonts", "paper", "imprint", "date", "pdf"]

/** `banxin page`: the display lists as text, one line a composed line; `--png` pictures them too. */
export async function pageCommand(args: readonly string[]): Promise<Exit> {
  const options = readOptions(args, [...VALUED, "png", "dpi"], ["no-marks"])
  const dpi = dpiOf(options.values["dpi"])
  const run = await runCompose(options)
  const { png } = options.values
  if (png !== undefined) await picturePages(run, { options, out: png, dpi })
  for (const { list } of run.set.pages) process.stdout.write(printList(list))
  return run.findings.some(({ severity }) => severity === "error") ? 1 : 0
}

/** Writes a PNG of every page; none may lie where something was read. */
async function picturePages(
  { set, presses }: Run,
  order: { readonly options: Options; readonly out: string; readonly dpi: number },
): Promise<void> {
  const { options, out, dpi } = order
  // Loaded here: no other command needs the library that rasters.
  const { writePng } = await import("../export/png/write.ts")
  const ids = set.pages.map(({ page }) => page.id)
  const read = set.issue.articles.flatMap(({ pictures }) => pictures.map(({ id }) => id))
  const paths = filePaths(out, "png", ids)
  for (const path of paths)
    refuseClashes({ ...options, values: { ...options.values, png: path } }, read)
  const picture = (id: string): Uint8Array | null => presses.pdf.picture(id)?.bytes ?? null
  for (const [i, { list }] of set.pages.entries()) {
    progress(`出 PNG picturing ${list.page}`)
    const marks = !options.switches.has("no-marks")
    const made = await writePng(list, { face: presses.pdf.face, picture }, { dpi, marks })
    if (!made.ok) throw new BadUsage(bothTongues(made.say))
    writeWhole(paths[i]!, made.value)
  }
}
