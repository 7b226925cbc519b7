import i18next from "i18next"
import { chooseFiles } from "./choose-files.ts"
import { hide, openPath, show } from "./actions.ts"
import { desk } from "./desk.ts"
import { takeUpDraft } from "./template-draft.ts"
import { tell, valueOf, type Means } from "./means.ts"

/** Opens an issue folder: the one at a path, else one that is asked for. */
export async function openIssue(path: string | null, means: Means): Promise<void> {
  const question = { title: i18next.t("menu.open"), save: false, folder: true, many: false }
  const chosen = path ?? (await chooseFiles(means.door, { ...question, endings: [], name: "" }))[0]
  if (chosen === undefined) return
  const stored = valueOf(await means.door.call("openIssue", chosen))
  if (stored && (await show(stored, means))) takeUpDraft(means)
}

/** Copies the open issue to a folder that is asked for, and goes on in the copy (另存为). */
export async function saveAs(means: Means): Promise<void> {
  const path = openPath()
  if (path === null) return
  const name = path.split(/[\\/]/).at(-1)!
  const question = { title: i18next.t("menu.saveAs"), save: true, folder: false, many: false }
  const [out] = await chooseFiles(means.door, { ...question, endings: ["issue"], name })
  if (out === undefined || out === path) return
  const stored = valueOf(await means.door.call("copyIssue", path, out))
  if (stored) await show(stored, means)
}

/** Closes the open issue; the desk is empty again. It stays while changes could not be written down. */
export async function closeIssue({ door }: Means): Promise<void> {
  const path = openPath()
  if (path === null) return
  if (desk.getState().saving === "failed") {
    tell(
      {
        zh: "有改动没有存到磁盘上，正在重试；存好之后再关闭。",
        en: "There are changes that could not be written to the disk; they are tried again. Close the issue when they are saved.",
      },
      true,
    )
    return
  }
  hide()
  valueOf(await door.call("closeIssue", path))
}
