import type { BrowserWindow, Dialog, OpenDialogOptions, SaveDialogOptions } from "electron"
import type { Calls } from "../../bridge/contract.ts"

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

function openOptions({ title, folder, many, endings }: Ask): OpenDialogOptions {
  return {
    title,
    properties: [
      folder ? "openDirectory" : "openFile",
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
