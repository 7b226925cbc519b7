import { app } from "./app.ts"
import { dialog } from "./dialog.ts"
import { BrowserWindow, startWindows } from "./window.ts"
import { direct } from "./direct.ts"

/**
 * What of Electron's API the desk uses, on Chromium, so that the built main process and preload run
 * unchanged where Electron's binary is not. A green run is no proof of real Electron: sandbox, fuses,
 * menus and native dialogs are not here. Source: ../shared/reference/shell.md 3.1, 3.4.
 */
export { app, BrowserWindow, dialog }
export { ipcMain } from "./ipc.ts"
export { protocol, session } from "./session.ts"

export const Menu = {
  setApplicationMenu: () => undefined,
  buildFromTemplate: (template: unknown) => template,
}

/** One screen, large enough for any window of a test. */
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
}

const ready = app.whenReady
app.whenReady = async () => {
  await ready()
  await startWindows()
  await direct()
}
app.closeAll = async () => {
  for (const window of BrowserWindow.getAllWindows()) window.close()
  return BrowserWindow.getAllWindows().length === 0
}
