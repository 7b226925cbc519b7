import type { App, BrowserWindowConstructorOptions, Session } from "electron"
import type { WebContents } from "electron"
import type { Bounds } from "./bounds.ts"
import { dirname, join } from "node:path"
import { DESK_ADDRESS, DESK_SCHEME, isOurs } from "./origin.ts"

/** The options of every window: a sandboxed page of our own with no Node in it. Set here and nowhere else. */
export function windowOptions(preload: string, bounds: Bounds): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: "Banxin 版心",
    icon: join(dirname(preload), "icon.png"),
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

/**
 * Holds the whole program before it starts: every page in the sandbox, no name on any network, and
 * whatever page comes to be, confined before it loads.
 */
export function confineStart(app: App): void {
  app.enableSandbox()
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND")
  app.on("web-contents-created", (_event, contents) => confinePage(contents))
}

/** Holds a page to the desk: it goes nowhere else, opens nothing, and embeds nothing. */
export function confinePage(contents: WebContents): void {
  const stay = (event: { preventDefault(): void; readonly url: string }): void => {
    if (event.url !== DESK_ADDRESS) event.preventDefault()
  }
  contents.on("will-navigate", stay)
  contents.on("will-redirect", stay)
  contents.on("will-frame-navigate", stay)
  contents.on("will-attach-webview", (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: "deny" }))
}

/** Refuses every permission, which Electron would grant, every address that is not the desk's, every download. */
export function confineSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }))
  session.on("will-download", (event) => event.preventDefault())
}

const SCHEMES = new Set([`${DESK_SCHEME}:`, "blob:", "data:", "devtools:"])

function mayLoad(url: string): boolean {
  const scheme = /^[a-z-]+:/.exec(url)?.[0] ?? ""
  return scheme === `${DESK_SCHEME}:` ? isOurs(url) : SCHEMES.has(scheme)
}
