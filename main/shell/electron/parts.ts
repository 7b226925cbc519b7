import type { App, BrowserWindow, Dialog, IpcMain, Menu } from "electron"
import type { Protocol, Screen, Session } from "electron"

/** What of Electron the desk uses; a test brings a stand-in. */
export interface ElectronParts {
  readonly app: App
  readonly BrowserWindow: typeof BrowserWindow
  readonly dialog: Dialog
  readonly ipcMain: IpcMain
  readonly Menu: typeof Menu
  readonly protocol: Protocol
  /** The screens are to be had only once the app is ready, and so is the session. */
  readonly screen: Screen
  session(): Session
}
