import type { BrowserWindow, WebContents } from "electron"
import type { EventName, Events } from "../../bridge/contract.ts"
import type { Machine } from "../../bridge/serve.ts"
import type { Asker } from "../../bridge/shell-port.ts"
import { boundsBeside, boundsOn, loadWindowState, saveWindowState } from "./bounds.ts"
import { EVENT } from "./channels.ts"
import { askWhetherToClose } from "./dialogs.ts"
import { DESK_ADDRESS } from "./origin.ts"
import type { ElectronParts } from "./parts.ts"
import { windowOptions } from "./window.ts"

/** Time that a desk has to keep what is pending before its window closes, ms. */
const CLOSE_TIME = 5000

/** Shortest life of a page that is loaded again after it crashed, ms. */
const SHORT_LIFE = 10_000

/** A window and the issue in it. */
export interface DeskWindow {
  readonly window: BrowserWindow
  /** The issue that it is to show when its page starts; null once the page was told. */
  toShow: string | null
  /** The issue that it shows. */
  issue: string | null
  /** Runs while the desk keeps what is pending. */
  closing: NodeJS.Timeout | null
}

/** The program's windows, an issue in each. */
export interface DeskWindows {
  /** Opens a window, with an issue in it or empty. */
  open(issue: string | null): Promise<void>
  /** Shows an issue that was opened from outside: where it is, in an empty window, or in a new one. */
  show(issue: string): void
  /** The window of a page; undefined for any other. */
  of(contents: WebContents): DeskWindow | undefined
  /** The window that a dialog belongs to: the asker's, else the latest; null without any. */
  over(asker: Asker): BrowserWindow | null
  /** Brings a window to the front, the latest when none is named. */
  raise(own?: DeskWindow): void
  /** The desk kept what was pending, or could not: a person decides then. */
  readyToClose(own: DeskWindow, kept: boolean): void
  /** Tells every window, or all but the asker's. */
  tell<N extends EventName>(name: N, event: Events[N], except?: Asker): void
}

/** What the windows need of the program. */
export interface WindowsOrder {
  readonly electron: ElectronParts
  readonly preload: string
  readonly home: string
  /** A function, for the machine is made with the windows, which carry its events. */
  machine(): Machine
}

/** No window yet; to be used once the app is ready. */
export function deskWindows({ electron, preload, home, machine }: WindowsOrder): DeskWindows {
  const all: DeskWindow[] = []

  async function open(issue: string | null): Promise<void> {
    if (issue !== null) machine().trust(issue)
    const state = loadWindowState(home)
    const last = all.at(-1)?.window
    const wanted = last ? boundsBeside(last.getNormalBounds()) : state.bounds
    const screens = electron.screen.getAllDisplays().map(({ workArea }) => workArea)
    const window = new electron.BrowserWindow(windowOptions(preload, boundsOn(wanted, screens)))
    const own: DeskWindow = { window, toShow: issue, issue: null, closing: null }
    all.push(own)
    if (state.maximized && !last) window.maximize()
    watch(own)
    await window.loadURL(DESK_ADDRESS)
  }

  function watch(own: DeskWindow): void {
    const { window } = own
    const page = window.webContents
    loadAgainAfterCrash(own, machine)
    window.once("ready-to-show", () => window.show())
    window.on("close", (event) => {
      saveWindowState(home, window.getNormalBounds(), window.isMaximized())
      if (own.issue === null) return
      event.preventDefault()
      if (own.closing) return
      own.closing = setTimeout(() => decide(own, "silent"), CLOSE_TIME)
      window.webContents.send(EVENT, "closeAsked", null)
    })
    // The desk was asked before: what its page would still say is no reason to stay.
    window.webContents.on("will-prevent-unload", (event) => event.preventDefault())
    window.on("closed", () => {
      all.splice(all.indexOf(own), 1)
      if (own.closing) clearTimeout(own.closing)
      if (own.issue !== null) void machine().answer("closeIssue", [own.issue], page)
      machine().left(page)
    })
  }

  function decide(own: DeskWindow, why: "silent" | "unkept"): void {
    void askWhetherToClose(electron.dialog, own.window, home, why).then((close) => {
      if (close && !own.window.isDestroyed()) own.window.destroy()
    })
  }

  function of(asker: Asker): DeskWindow | undefined {
    return all.find(({ window }) => window.webContents === asker)
  }

  function raise(own = all.at(-1)): void {
    if (own?.window.isMinimized()) own.window.restore()
    own?.window.focus()
  }

  return {
    open,
    raise,
    of,
    over: (asker) => (of(asker) ?? all.at(-1))?.window ?? null,
    show(issue) {
      const there = all.find((own) => own.issue === issue || own.toShow === issue)
      const empty = all.find((own) => own.issue === null && own.toShow === null)
      if (there) return raise(there)
      if (!empty) return void open(issue)
      machine().trust(issue)
      empty.window.webContents.send(EVENT, "openAsked", { path: issue })
      raise(empty)
    },
    readyToClose(own, kept) {
      if (!own.closing) return
      clearTimeout(own.closing)
      own.closing = null
      if (kept) own.window.destroy()
      else decide(own, "unkept")
    },
    tell(name, event, except) {
      for (const { window } of all)
        if (window.webContents !== except) window.webContents.send(EVENT, name, event)
    },
  }
}

/** A page that crashed is loaded again and written into the crash log; one that crashes at once is left. */
function loadAgainAfterCrash({ window }: DeskWindow, machine: () => Machine): void {
  let loaded = performance.now()
  window.webContents.on("render-process-gone", (_event, { reason, exitCode }) => {
    const message = `the window's process ended: ${reason} (${exitCode})`
    void machine().answer("reportFault", [{ message, stack: "", where: "window" }])
    if (reason === "clean-exit" || performance.now() - loaded < SHORT_LIFE) return
    loaded = performance.now()
    void window.loadURL(DESK_ADDRESS)
  })
}
