import type { BrowserWindow, Dialog, OpenDialogOptions, SaveDialogOptions } from "electron"
import type { Calls } from "../../bridge/contract.ts"
import { openPreferences } from "../../files/preferences.ts"

type Ask = Parameters<Calls["chooseFiles"]>[0]

/** The paths chosen in the platform's own dialog; none when it was cancelled. */
export async function dialogAnswer(
  dialog: Pick<Dialog, "showOpenDialog" | "showSaveDialog">,
  window: BrowserWindow | null,
  ask: Ask,
): Promise<readonly string[]> {
  if (ask.save) {
    const options = saveOptions(ask)
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options))
    return canceled ? [] : [filePath]
  }
  const options = openOptions(ask)
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? [] : filePaths
}

/** What is said when a window cannot be closed without asking. */
const CLOSING = {
  "zh-CN": {
    silent: "窗口没有回应，最后的改动可能还没有存下来。",
    unkept: "有改动没有存到磁盘上。",
    buttons: ["不关闭", "仍然关闭"],
  },
  en: {
    silent: "The window does not answer; its last changes may not be kept yet.",
    unkept: "There are changes that could not be written to the disk.",
    buttons: ["Keep open", "Close anyway"],
  },
} as const

/** Asks a person whether to close a window that could not keep what was pending. */
export async function askWhetherToClose(
  dialog: Pick<Dialog, "showMessageBox">,
  window: BrowserWindow,
  home: string,
  why: "silent" | "unkept",
): Promise<boolean> {
  const words = CLOSING[openPreferences(home).language]
  const { response } = await dialog.showMessageBox(window, {
    type: "warning",
    message: words[why],
    buttons: [...words.buttons],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}

/** macOS shows an issue folder as one file (isPackage), which only a dialog for files can choose. */
const FOLDER: NonNullable<OpenDialogOptions["properties"]> =
  process.platform === "darwin" ? ["openFile", "openDirectory"] : ["openDirectory"]

function openOptions({ title, folder, many, endings }: Ask): OpenDialogOptions {
  return {
    title,
    properties: [
      ...(folder ? FOLDER : ["openFile" as const]),
      ...(many ? ["multiSelections" as const] : []),
    ],
    ...filtersOf(endings),
  }
}

function saveOptions({ title, name, endings }: Ask): SaveDialogOptions {
  return { title, defaultPath: name, ...filtersOf(endings) }
}

function filtersOf(endings: readonly string[]): Pick<OpenDialogOptions, "filters"> {
  if (endings.length === 0) return {}
  return { filters: [{ name: endings.join(" "), extensions: [...endings] }] }
}
