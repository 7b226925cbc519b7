import { spawn } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Readable, Writable } from "node:stream"

/** Something that Chromium tells without being asked. */
export interface ProtocolEvent {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  readonly sessionId?: string
}

/** A Chromium that is spoken to over a pipe: it ends when this process ends, however that happens. */
export interface Chromium {
  send<T>(method: string, params?: object, session?: string): Promise<T>
  on(listen: (event: ProtocolEvent) => void): void
  onEnd(listen: () => void): void
  /** The address under which Playwright gets at it; tests only, for that port asks for no proof. */
  readonly endpoint: string
}

interface Waiting {
  readonly settle: (result: never) => void
  readonly fail: (cause: Error) => void
}

/** Starts Chromium without a window, its profile in a folder of its own. */
export async function startChromium(
  program: string,
  profile: string,
  switches: readonly string[],
): Promise<Chromium> {
  const child = spawn(
    program,
    [
      "--headless=new",
      "--remote-debugging-pipe",
      "--remote-debugging-port=0",
      "--no-startup-window",
      "--no-first-run",
      `--user-data-dir=${profile}`,
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...switches,
    ],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  )
  const [, , , down, up] = child.stdio as unknown as [null, null, null, Writable, Readable]
  const protocol = speak(down, up)
  await protocol.send("Browser.getVersion")
  return {
    ...protocol,
    onEnd: (listen) => void child.on("exit", listen),
    endpoint: await endpointIn(profile),
  }
}

/** The address that Chromium notes in its profile: a line with the port, and one with the path. */
async function endpointIn(profile: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const file = join(profile, "DevToolsActivePort")
    const noted = existsSync(file) ? /^(\d+)\n(\S+)$/.exec(readFileSync(file, "utf8").trim()) : null
    if (noted) return `ws://127.0.0.1:${noted[1]}${noted[2]}`
    await new Promise((settle) => setTimeout(settle, 50))
  }
  throw new Error("Chromium noted no port")
}

/** The DevTools protocol over two pipes: JSON texts, each ended by a zero. */
function speak(down: Writable, up: Readable): Pick<Chromium, "send" | "on"> {
  const waiting = new Map<number, Waiting>()
  const listeners: ((event: ProtocolEvent) => void)[] = []
  let count = 0
  let heard = ""
  down.on("error", () => undefined)
  up.on("error", () => undefined)
  up.setEncoding("utf8").on("data", (text: string) => {
    const messages = (heard + text).split("\0")
    heard = messages.pop()!
    for (const message of messages) receive(JSON.parse(message) as ProtocolEvent & ProtocolAnswer)
  })

  function receive({ id, result, error, ...event }: ProtocolEvent & ProtocolAnswer): void {
    if (id === undefined) {
      for (const listen of listeners) listen(event)
      return
    }
    const { settle, fail } = waiting.get(id)!
    waiting.delete(id)
    if (error) fail(new Error(error.message))
    else settle(result as never)
  }

  return {
    on: (listen) => void listeners.push(listen),
    send: (method, params = {}, sessionId) =>
      new Promise((settle, fail) => {
        const id = ++count
        waiting.set(id, { settle, fail: (cause) => fail(new Error(`${method}: ${cause.message}`)) })
        down.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
      }),
  }
}

interface ProtocolAnswer {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}
