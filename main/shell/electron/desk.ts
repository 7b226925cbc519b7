import type { App, BrowserWindow, Dialog, IpcMain, IpcMainInvokeEvent, Menu } from "electron"
import type { Protocol, Session } from "electron"
import { isAbsolute, join, resolve } from "node:path"
import { serve, type Machine } from "../../bridge/serve.ts"
import { appFolder } from "../../files/app-folder.ts"
import { fileAt } from "../files.ts"
import { HEADERS } from "../headers.ts"
import { loadBounds, saveBounds } from "./bounds.ts"
import { CALL, EVENT } from "./channels.ts"
import { dialogAnswer } from "./dialogs.ts"
import { DESK_ADDRESS, DESK_SCHEME, isOurs } from "./origin.ts"
import { confineSession, confineWindow, windowOptions } from "./window.ts"

/** What of Electron the desk uses; a test brings a stand-in. */
export interface ElectronParts {
  readonly app: App
  readonly BrowserWindow: typeof BrowserWindow
  readonly dialog: Dialog
  readonly ipcMain: IpcMain
  readonly Menu: typeof Menu
  readonly protocol: Protocol
  /** The session is to be had only once the app is ready. */
  session(): Session
}

/** The built program. */
export interface BuiltProgram {
  /** Banxin's own; `app.getVersion` tells Electron's when it was given a file to run. */
  readonly version: string
  /** The built desk. */
  readonly desk: string
  readonly preload: string
}

/**
 * Runs the desk in Electron: one instance, one window, everything denied that the desk does not need.
 * To be called before the app is ready, for the scheme is registered here.
 */
export async function runDesk(electron: ElectronParts, program: BuiltProgram): Promise<void> {
  const { app, protocol, Menu } = electron
  const home = appFolder()
  app.setName("Banxin")
  app.setPath("userData", join(home, "electron"))
  if (!app.requestSingleInstanceLock()) return app.quit()
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    { scheme: DESK_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  const setting = { home, version: program.version, open: issueIn(process.argv.slice(1)) }
  const machine = serve(setting, {
    kind: "electron",
    chooseFiles: (ask) => dialogAnswer(electron.dialog, windowsOf(electron)[0] ?? null, ask),
    tell(name, event) {
      for (const window of windowsOf(electron)) window.webContents.send(EVENT, name, event)
    },
  })
  app.on("second-instance", () => raise(windowsOf(electron)[0]))
  app.on("window-all-closed", () => app.quit())
  closeBeforeQuit(app, machine)
  await app.whenReady()
  Menu.setApplicationMenu(null)
  confineSession(electron.session())
  protocol.handle(DESK_SCHEME, ({ url }) => response(url, program.desk, machine))
  handleCalls(electron.ipcMain, machine)
  await openWindow(electron, program.preload, home)
}

/** Answers calls of the desk's own page, of no frame in it and of nobody else. */
export function handleCalls(ipc: Pick<IpcMain, "handle">, machine: Pick<Machine, "answer">): void {
  ipc.handle(CALL, ({ senderFrame, sender }: IpcMainInvokeEvent, name: unknown, args: unknown) => {
    if (senderFrame === null || senderFrame !== sender.mainFrame || !isOurs(senderFrame.url))
      throw new Error("refused")
    return machine.answer(name, args)
  })
}

/** The answer to an address of our scheme; 404 for what is not there, 403 for another host. */
export async function response(
  address: string,
  desk: string,
  machine: Pick<Machine, "picture">,
): Promise<Response> {
  if (!isOurs(address)) return new Response(null, { status: 403, headers: HEADERS })
  const file = await fileAt(new URL(address).pathname, desk, machine)
  if (!file) return new Response(null, { status: 404, headers: HEADERS })
  return new Response(file.body, { headers: { ...HEADERS, "Content-Type": file.type } })
}

async function openWindow(electron: ElectronParts, preload: string, home: string): Promise<void> {
  const window = new electron.BrowserWindow(windowOptions(preload, loadBounds(home)))
  confineWindow(window)
  window.once("ready-to-show", () => window.show())
  window.on("close", () => saveBounds(home, window.getNormalBounds()))
  await window.loadURL(DESK_ADDRESS)
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

function windowsOf({ BrowserWindow }: ElectronParts): readonly BrowserWindow[] {
  return BrowserWindow.getAllWindows()
}

function raise(window: BrowserWindow | undefined): void {
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

/** The issue folder on the command line, null when there is none. */
export function issueIn(args: readonly string[]): string | null {
  const named = args.find((arg) => arg.endsWith(".issue"))
  if (named === undefined) return null
  return isAbsolute(named) ? named : resolve(join(process.cwd(), named))
}
