import i18next from "i18next"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Door } from "../../main/bridge/contract.ts"
import { chooseFiles } from "./choose-files.ts"
import { openPath } from "./actions.ts"
import { desk } from "./desk.ts"
import type { ExportWish } from "./export.ts"

/** A path in its folder and its name; the folder keeps the separator that this machine uses. */
export function folderAndName(path: string): readonly [folder: string, name: string] {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"))
  return [path.slice(0, at + 1), path.slice(at + 1)]
}

/** The path with the ending of a kind in place of the other kind's, or behind it; null has none. */
export function withEnding(path: string, kind: ExportWish["kind"] | null): string {
  const bare = path.replace(/\.(?:pdf|png)$/i, "")
  return kind === null ? bare : `${bare}.${kind}`
}

/** Where an export goes when nothing was said: beside an issue of a folder of its own, else at home. */
export async function firstTarget(kind: ExportWish["kind"], door: Door): Promise<string> {
  const [folder] = folderAndName(openPath() ?? "")
  const file = withEnding(fileName(desk.getState().issue), kind)
  if (!/[\\/]untitled[\\/]$/.test(folder)) return folder + file
  const home = await door.call("listFolder", "")
  if (!home.ok) return folder + file
  const separator = home.value.path.includes("\\") ? "\\" : "/"
  return `${home.value.path}${separator}${file}`
}

/** The name of an issue's file: the paper's name and the day. What no file may be called is left out. */
export function fileName(issue: Pick<Issue, "paper" | "date"> | null): string {
  if (!issue) return ""
  const { year, month, day } = issue.date
  const digits = (number: number): string => String(number).padStart(2, "0")
  const paper = issue.paper.replace(/[\\/:*?"<>|\p{Cc}]/gu, "").trim()
  const date = `${year}-${digits(month)}-${digits(day)}`
  return paper === "" ? date : `${paper}-${date}`
}

/** Asks for the place; null when it was given up. */
export async function chooseTarget(
  { out, kind }: Pick<ExportWish, "out" | "kind">,
  door: Door,
): Promise<string | null> {
  const name = folderAndName(out)[1]
  const title = i18next.t("export.target")
  const question = { title, save: true, folder: false, many: false, endings: [kind], name }
  return (await chooseFiles(door, question))[0] ?? null
}

/** The paths where a file stands already; all lie in one folder. */
export async function takenOf(paths: readonly string[], door: Door): Promise<readonly string[]> {
  const [folder] = folderAndName(paths[0] ?? "")
  const listed = folder === "" ? null : await door.call("listFolder", folder)
  if (listed?.ok !== true) return []
  const names = new Set(listed.value.entries.map(({ name }) => name))
  return paths.filter((path) => names.has(folderAndName(path)[1]))
}
