import { existsSync } from "node:fs"
import { join } from "node:path"
import { serve, type Machine } from "../../bridge/serve.ts"
import type { Setting } from "../../bridge/shell-port.ts"
import { rootFolder } from "../../root.ts"
import { watchProcess } from "../../files/crash-log.ts"
import type { Browser } from "./find-browser.ts"
import { leaveNote } from "./hand-over.ts"
import { openHost, type Host } from "./host.ts"
import { launchBrowser } from "./launch.ts"

/** Time that a window may be gone before the program ends: a reload closes and opens the socket, ms. */
const GRACE = 2000

/** Time that a browser has to show the desk, ms. */
const PATIENCE = 60_000

/** How the browser shell is run. */
export interface BrowserRun {
  readonly setting: Setting
  /** Null opens no window: the address is said and the program stays until it is told to end. */
  readonly browser: Browser | null
  readonly sandboxed: boolean
  /** Done while the browser comes up, which takes it the better part of a second. */
  meanwhile(): Promise<unknown>
  say(sentence: string): void
}

/** Why a browser shell ended: its window was closed, it was told to end, or no window ever came. */
export type Ending = "closed" | "stopped" | "stolen" | "no window"

/**
 * Shows the desk in a browser until its last window is gone; every issue is closed then. A second
 * start of the program has this one open a window.
 */
export async function runBrowserShell(run: BrowserRun): Promise<Ending> {
  const { home } = run.setting
  const unwatch = watchProcess(home)
  let host: Host | null = null
  const machine: Machine = serve(run.setting, {
    kind: "browser",
    chooseFiles: () => Promise.resolve(null),
    tell: (name, event, except) => host?.sockets.tell(name, event, except),
  })
  const ending = endingOf()
  const desk = join(rootFolder(), "dist/desk")
  if (!existsSync(join(desk, "index.html")))
    run.say("界面还没有构建：npm run build。The desk is not built: npm run build.")
  const windows = run.browser ? browserWindows(run, run.browser, ending) : null
  const show = (issue: string | null): void => {
    const address = host!.addressFor(issue)
    if (windows) windows.open(address)
    else run.say(`界面地址 desk: ${address}`)
  }
  host = await openHost({
    desk,
    machine,
    onStolen: () => run.browser && ending.end("stolen"),
    onHandOver: show,
  })
  const takeNoteBack = leaveNote(home, host)
  try {
    windows?.watch(host)
    show(null)
    await run.meanwhile()
    return await ending.reached
  } finally {
    takeNoteBack()
    await host.close()
    await machine.close()
    unwatch()
  }
}

interface EndingWatch {
  readonly reached: Promise<Ending>
  end(how: Ending): void
}

/** The ending to come; SIGINT and SIGTERM bring it too, so that the issues are closed properly. */
function endingOf(): EndingWatch {
  let end: (how: Ending) => void = () => undefined
  const reached = new Promise<Ending>((settle) => {
    end = settle
  })
  const stop = (): void => end("stopped")
  process.once("SIGINT", stop).once("SIGTERM", stop)
  void reached.then(() => process.off("SIGINT", stop).off("SIGTERM", stop))
  return { reached, end }
}

/** The windows of a browser. */
interface BrowserWindows {
  open(address: string): void
  /** Ends with the last socket: the browser's process is no measure, it may hand over. */
  watch(host: Host): void
}

function browserWindows(run: BrowserRun, browser: Browser, ending: EndingWatch): BrowserWindows {
  const profile = join(run.setting.home, "browser")
  let grace: NodeJS.Timeout | undefined
  let seen = false
  const patience = setTimeout(() => ending.end("no window"), PATIENCE)
  void ending.reached.then(() => {
    clearTimeout(patience)
    clearTimeout(grace)
  })
  return {
    open(address) {
      const launched = launchBrowser(browser, address, profile, run.sandboxed)
      void launched.ended.then((code) => {
        if (!seen && code !== 0) ending.end("no window")
      })
      void ending.reached.then(() => launched.stop())
    },
    watch(host) {
      host.sockets.onCount((count) => {
        seen ||= count > 0
        clearTimeout(patience)
        clearTimeout(grace)
        if (count === 0) grace = setTimeout(() => ending.end("closed"), GRACE)
      })
    },
  }
}
