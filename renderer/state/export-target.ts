import i18next from "i18next"
import { planFiles } from "../../layouts/issue/file-plan.ts"
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

/** What a file's name ends with that is no page as it is printed. */
const SHEETS = { pages: "", proofs: "-大样", galleys: "-小样" } as const

/** The path with the word for proofs or galleys at its end in place of the other, so that neither replaces the pages. */
export function withSheet(path: string, as: ExportWish["as"]): string {
  return `${withEnding(path, null).replace(/-[大小]样$/, "")}${SHEETS[as]}`
}

/**
 * Where an export goes when nothing was said: beside an issue of a folder of its own, else at home,
 * called by the paper and the day.
 */
export async function firstTarget(kind: ExportWish["kind"], door: Door): Promise<string> {
  const { issue } = desk.getState()
  const out = `${await firstFolder(door)}{paper}-{date}`
  const whole = { pages: [], each: false, spreads: false, state: "", proof: "" }
  const plan = issue && planFiles(issue, { out, kind, ...whole })
  return plan?.ok ? plan.files[0]!.path : ""
}

async function firstFolder(door: Door): Promise<string> {
  const [folder] = folderAndName(openPath() ?? "")
  if (!/[\\/]untitled[\\/]$/.test(folder)) return folder
  const home = await door.call("listFolder", "")
  if (!home.ok) return folder
  return home.value.path + (home.value.path.includes("\\") ? "\\" : "/")
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
