import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from "electron"
import { DESK_SCHEME, isOurs } from "./origin.ts"

/** Place and size of the window, from the last time. */
export interface Bounds {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
}

/** The options of every window: a sandboxed page of our own with no Node in it. Set here and nowhere else. */
export function windowOptions(preload: string, bounds: Bounds): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: "Banxin 版心",
    backgroundColor: "#3c3c3c",
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  }
}

/** Holds a window to the desk: it goes nowhere else, opens nothing, and embeds nothing. */
export function confineWindow({ webContents }: BrowserWindow): void {
  const stay = (event: { preventDefault(): void; readonly url: string }): void => {
    if (!isOurs(event.url)) event.preventDefault()
  }
  webContents.on("will-navigate", stay)
  webContents.on("will-redirect", stay)
  webContents.on("will-frame-navigate", stay)
  webContents.on("will-attach-webview", (event) => event.preventDefault())
  webContents.setWindowOpenHandler(() => ({ action: "deny" }))
}

/** Refuses every permission, which Electron would grant, and every address that is not the desk's. */
export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }))
}

const SCHEMES = new Set([`${DESK_SCHEME}:`, "blob:", "data:", "devtools:"])

function mayLoad(url: string): boolean {
  const scheme = /^[a-z-]+:/.exec(url)?.[0] ?? ""
  return scheme === `${DESK_SCHEME}:` ? isOurs(url) : SCHEMES.has(scheme)
}
