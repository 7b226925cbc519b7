import { existsSync } from "node:fs"
import { join } from "node:path"
import { serve, type Machine } from "../../bridge/serve.ts"
import type { Setting } from "../../bridge/shell-port.ts"
import { rootFolder } from "../../root.ts"
import type { Browser } from "./find-browser.ts"
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

/** Shows the desk in a browser until its last window is gone; every issue is closed then. */
export async function runBrowserShell(run: BrowserRun): Promise<Ending> {
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
  host = await openHost({
    desk,
    machine,
    onStolen: () => run.browser && ending.end("stolen"),
  })
  try {
    if (run.browser) watchWindow(run, run.browser, host, ending)
    else run.say(`界面地址 desk: ${host.address}`)
    await run.meanwhile()
    return await ending.reached
  } finally {
    await host.close()
    await machine.close()
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

/** Opens the window and ends with the last socket: the browser's process is no measure, it may hand over. */
function watchWindow(run: BrowserRun, browser: Browser, host: Host, ending: EndingWatch): void {
  const profile = join(run.setting.home, "browser")
  const launched = launchBrowser(browser, host.address, profile, run.sandboxed)
  let grace: NodeJS.Timeout | undefined
  let seen = false
  const patience = setTimeout(() => ending.end("no window"), PATIENCE)
  host.sockets.onCount((count) => {
    seen ||= count > 0
    clearTimeout(patience)
    clearTimeout(grace)
    if (count === 0) grace = setTimeout(() => ending.end("closed"), GRACE)
  })
  void launched.ended.then((code) => {
    if (!seen && code !== 0) ending.end("no window")
  })
  void ending.reached.then(() => {
    clearTimeout(patience)
    clearTimeout(grace)
    launched.stop()
  })
}
