import { EventEmitter } from "node:events"
import { readFileSync } from "node:fs"
import type { windowOptions } from "../../../main/shell/electron/window.ts"
import { allowed, app, chromium } from "./app.ts"
import type { Chromium } from "./chromium.ts"
import { WebContents } from "./contents.ts"
import { serveRequests } from "./session.ts"

const windows: BrowserWindow[] = []
/** Sessions of the targets that Chromium attached to us, by target. */
const attached = new Map<string, string>()
/** The Chromium of the windows; there once the app is ready, and never before. */
let engine: Chromium
let making = 0

/** A window: a page of its own, closed only when nobody prevents it. */
export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): readonly BrowserWindow[] => [...windows]
  static getFocusedWindow = (): BrowserWindow | null => windows.at(-1) ?? null
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    windows.find(({ webContents }) => webContents === contents) ?? null

  readonly webContents: WebContents
  readonly #made: Promise<void>
  readonly #bounds: { x: number; y: number; width: number; height: number }
  #title: string
  #closed = false

  constructor(options: ReturnType<typeof windowOptions>) {
    super()
    const { preload, contextIsolation, sandbox, nodeIntegration } = options.webPreferences ?? {}
    if (!contextIsolation || !sandbox || nodeIntegration || preload === undefined)
      throw new Error("the double knows isolated, sandboxed windows with a preload only")
    const { x = 0, y = 0, width = 800, height = 600, title = "" } = options
    this.#bounds = { x, y, width, height }
    this.#title = title
    this.webContents = new WebContents(engine)
    app.emit("web-contents-created", {}, this.webContents)
    windows.push(this)
    making += 1
    this.#made = this.webContents
      .make(readFileSync(preload, "utf8"), { width, height }, (target) => attached.get(target)!)
      .finally(() => (making -= 1))
  }

  async loadURL(address: string): Promise<void> {
    await this.#made
    await this.webContents.loadURL(address)
    this.emit("ready-to-show")
  }

  /** Closes as a person's click does: the shell may prevent it. */
  close(): void {
    if (!this.#closed && allowed(this, "close")) this.destroy()
  }

  destroy(): void {
    if (this.#closed) return
    this.#closed = true
    windows.splice(windows.indexOf(this), 1)
    void this.webContents.close().catch(() => undefined)
    this.emit("closed")
    if (windows.length === 0 && !app.quitting) app.emit("window-all-closed")
  }

  /** Takes the page's title over, unless the shell prevents that; Chromium does not tell when it changes. */
  async readTitle(): Promise<void> {
    const title = await this.webContents.title()
    if (allowed(this, "page-title-updated")) this.#title = title
  }

  isDestroyed = (): boolean => this.#closed
  isMinimized = (): boolean => false
  isMaximized = (): boolean => false
  isFullScreen = (): boolean => false
  getTitle = (): string => this.#title
  getBounds = (): object => this.#bounds
  getNormalBounds = (): object => this.#bounds
  show = (): void => undefined
  focus = (): void => undefined
  restore = (): void => undefined
  maximize = (): void => undefined
  setDocumentEdited = (): void => undefined
  setRepresentedFilename = (): void => undefined
}

/** Has the windows run in a Chromium that was started, and every page in it watched. */
export async function startWindows(): Promise<void> {
  engine = await chromium()
  engine.on(({ method, params }) => {
    if (method === "Target.attachedToTarget")
      meet(params["targetInfo"] as TargetNote, String(params["sessionId"]))
    if (method === "Target.targetDestroyed") windowOf(String(params["targetId"]))?.destroy()
  })
  await serveRequests(engine, (frame, address) => {
    const own = windows.map(({ webContents }) => webContents)
    const asked = own.find(({ target }) => target === frame) ?? own[0]
    return asked?.mayGo(frame, address) ?? false
  })
  await engine.send("Target.setDiscoverTargets", { discover: true })
  const filter = [{ type: "page" }]
  const how = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter }
  await engine.send("Target.setAutoAttach", how)
}

interface TargetNote {
  readonly targetId: string
  readonly url: string
  readonly openerId?: string
}

/** A page came: one of ours is being made, or a page tries to open a window. It waits until we say. */
function meet({ targetId, openerId, url }: TargetNote, session: string): void {
  attached.set(targetId, session)
  if (making > 0 && openerId === undefined) return
  const opener = windowOf(openerId ?? "")?.webContents
  if (opener?.mayOpen(url)) void engine.send("Runtime.runIfWaitingForDebugger", {}, session)
  else void engine.send("Target.closeTarget", { targetId })
}

function windowOf(target: string): BrowserWindow | undefined {
  return windows.find(({ webContents }) => webContents.target === target)
}
