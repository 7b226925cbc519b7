import { spawn } from "node:child_process"
import type { Readable, Writable } from "node:stream"

/** A window of the system's browser, moved by its protocol alone. */
export interface PlainWindow {
  /** What an expression comes to in the window, promises awaited. */
  evaluate<T>(expression: string): Promise<T>
  /** Anything else of the protocol. */
  send(method: string, params: object): Promise<unknown>
  close(): Promise<void>
}

interface Told {
  readonly id?: number
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

/**
 * Opens an address in a browser with a profile of its own in `folder`. Playwright asks every window
 * to record its network (Network.enable), and the window then keeps up to 100 MB of what it fetched
 * for the one who asked: memory that no person's window has. This one never asks.
 */
export async function openPlainWindow(
  program: string,
  folder: string,
  address: string,
): Promise<PlainWindow> {
  const own = [`--user-data-dir=${folder}`, "--no-first-run", "--window-size=1600,1000"]
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : []
  const options = ["--headless=new", "--disable-gpu", "--remote-debugging-pipe", ...own, ...root]
  const browser = spawn(program, [...options, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  })
  const ended = new Promise<void>((settle) => browser.on("exit", () => settle()))
  const ask = askOver(browser.stdio[3] as Writable, browser.stdio[4] as Readable)
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" })
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true })
  const send = (method: string, params: object) => ask(method, params, sessionId as string)
  await send("Page.navigate", { url: address })
  return {
    send,
    async evaluate<T>(expression: string) {
      const asked = { expression, awaitPromise: true, returnByValue: true }
      const { result, exceptionDetails } = await send("Runtime.evaluate", asked)
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails))
      return (result as { readonly value: T }).value
    },
    close() {
      void ask("Browser.close", {})
      return ended
    },
  }
}

/** Asks over the browser's two pipes: JSON texts, each ended by a NUL. */
function askOver(out: Writable, back: Readable) {
  const waiting = new Map<number, (told: Told) => void>()
  let rest = ""
  let count = 0
  back.setEncoding("utf8").on("data", (part: string) => {
    const texts = (rest + part).split("\0")
    rest = texts.pop()!
    for (const text of texts) {
      const told = JSON.parse(text) as Told
      if (told.id !== undefined) waiting.get(told.id)?.(told)
    }
  })
  return async (method: string, params: object, sessionId?: string) => {
    const id = ++count
    const answer = new Promise<Told>((settle) => waiting.set(id, settle))
    out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    const { result, error } = await answer
    waiting.delete(id)
    if (error) throw new Error(`${method}: ${error.message}`)
    return result!
  }
}
