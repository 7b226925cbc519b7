import type { App } from "electron"
import { join } from "node:path"
import { serve, type Machine } from "../../bridge/serve.ts"
import { appFolder } from "../../files/app-folder.ts"
import { openPreferences } from "../../files/preferences.ts"
import { fileAt } from "../files.ts"
import { HEADERS } from "../headers.ts"
import { issueIn } from "./arguments.ts"
import { handleCalls } from "./calls.ts"
import { dialogAnswer } from "./dialogs.ts"
import { menuFor } from "./menu.ts"
import { DESK_SCHEME, isOurs } from "./origin.ts"
import type { ElectronParts } from "./parts.ts"
import { confineSession, confineStart } from "./window.ts"
import { deskWindows, type DeskWindows } from "./windows.ts"

/** The built program. */
export interface BuiltProgram {
  /** Banxin's own; `app.getVersion` tells Electron's when it was given a file to run. */
  readonly version: string
  /** The built desk. */
  readonly desk: string
  readonly preload: string
}

/**
 * Runs the desk in Electron: one instance, a window an issue, everything denied that the desk does
 * not need. To be called before the app is ready, for the scheme is registered here.
 */
export async function runDesk(electron: ElectronParts, program: BuiltProgram): Promise<void> {
  const { app, protocol, Menu } = electron
  const home = appFolder()
  app.setName("Banxin")
  app.setPath("userData", join(home, "electron"))
  if (!app.requestSingleInstanceLock()) return app.quit()
  confineStart(app)
  protocol.registerSchemesAsPrivileged([
    { scheme: DESK_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  const windows: DeskWindows = deskWindows({
    electron,
    preload: program.preload,
    home,
    machine: () => machine,
  })
  const setting = { home, version: program.version, open: null }
  const machine: Machine = serve(setting, {
    kind: "electron",
    chooseFiles: (ask, asker) => dialogAnswer(electron.dialog, windows.over(asker), ask),
    tell: windows.tell,
  })
  const asked = watchApp(app, windows)
  closeBeforeQuit(app, machine)
  await app.whenReady()
  const menu = menuFor(process.platform, openPreferences(home).language)
  Menu.setApplicationMenu(menu && Menu.buildFromTemplate(menu))
  confineSession(electron.session())
  protocol.handle(DESK_SCHEME, ({ url }) => response(url, program.desk, machine))
  handleCalls(electron.ipcMain, machine, windows)
  const first = issueIn(process.argv.slice(1), process.cwd())
  for (const issue of asked.untilNow(first)) await windows.open(issue)
}

/** Does what the platform asks of the app: open a file, come forward, end with the last window. */
function watchApp(
  app: App,
  windows: DeskWindows,
): { untilNow(first: string | null): readonly (string | null)[] } {
  const early: string[] = []
  let started = false
  const show = (issue: string): void => {
    if (started) windows.show(issue)
    else early.push(issue)
  }
  app.on("second-instance", (_event, words, folder) => {
    const issue = issueIn(words.slice(1), folder)
    if (issue === null) windows.raise()
    else show(issue)
  })
  // macOS tells this even before the app is ready, when a file was what started it.
  app.on("open-file", (event, path) => {
    event.preventDefault()
    const issue = issueIn([path], process.cwd())
    if (issue !== null) show(issue)
  })
  app.on("window-all-closed", () => app.quit())
  return {
    untilNow(first) {
      started = true
      const issues = [...new Set([...(first === null ? [] : [first]), ...early])]
      return issues.length > 0 ? issues : [null]
    },
  }
}

/** The answer to an address of our scheme; 404 for what is not there, 403 for another host. */
export async function response(
  address: string,
  desk: string,
  machine: Pick<Machine, "picture" | "plates">,
): Promise<Response> {
  if (!isOurs(address)) return new Response(null, { status: 403, headers: HEADERS })
  const file = await fileAt(new URL(address).pathname, desk, machine)
  if (!file) return new Response(null, { status: 404, headers: HEADERS })
  return new Response(file.body, { headers: { ...HEADERS, "Content-Type": file.type } })
}

/** The first quit waits until every issue is closed; what was acknowledged is safe in any case. */
function closeBeforeQuit(app: App, machine: Machine): void {
  let closed = false
  app.on("will-quit", (event) => {
    if (closed) return
    event.preventDefault()
    void machine.close().finally(() => {
      closed = true
      app.quit()
    })
  })
}
