import type {
  Answer,
  CallName,
  Calls,
  Door,
  EventName,
  Events,
} from "../../main/bridge/contract.ts"
import { pack, unpack } from "../../main/bridge/codec.ts"
import type { CallFrame, HostFrame } from "../../main/bridge/frames.ts"

/** Pause before the socket is opened again after it broke, ms. */
const PAUSE = 1000

const BROKEN: Answer<never> = {
  ok: false,
  say: {
    zh: "与程序的连接断了；正在重连，未存的改动还在窗口里。",
    en: "The connection to the program broke; reconnecting. Unsaved changes are still in this window.",
  },
}

/**
 * The door over a WebSocket to the browser shell's host. A call made while the connection is down
 * answers with a sentence and never throws; the socket is opened again until the window is closed.
 */
export function socketDoor(address: string, protocols: readonly string[]): Door {
  const waiting = new Map<number, (answer: Answer<unknown>) => void>()
  const listeners = new Map<string, Set<(value: unknown) => void>>()
  let calls = 0
  let socket = connect()
  let ready = opened(socket)

  function connect(): WebSocket {
    const fresh = new WebSocket(address, [...protocols])
    fresh.binaryType = "arraybuffer"
    fresh.addEventListener("message", ({ data }) => receive(data as ArrayBuffer))
    fresh.addEventListener("close", () => {
      for (const settle of waiting.values()) settle(BROKEN)
      waiting.clear()
      ready = Promise.resolve(false)
      setTimeout(() => {
        socket = connect()
        ready = opened(socket)
      }, PAUSE)
    })
    return fresh
  }

  function receive(data: ArrayBuffer): void {
    const frame = unpack(new Uint8Array(data))?.value as HostFrame | undefined
    if (!frame) return
    if ("event" in frame) {
      for (const listen of listeners.get(frame.event) ?? []) listen(frame.value)
      return
    }
    waiting.get(frame.id)?.(frame.answer)
    waiting.delete(frame.id)
  }

  return {
    async call<N extends CallName>(name: N, ...args: Parameters<Calls[N]>) {
      if (!(await ready)) return BROKEN as ReturnType<Calls[N]>
      const id = ++calls
      const answer = new Promise<Answer<unknown>>((settle) => waiting.set(id, settle))
      const frame: CallFrame = { id, name, args }
      socket.send(pack(frame))
      return (await answer) as ReturnType<Calls[N]>
    },
    on<N extends EventName>(name: N, listen: (event: Events[N]) => void) {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(listen as (value: unknown) => void))
      return () => void known.delete(listen as (value: unknown) => void)
    },
  }
}

/** Whether a socket came to be open; false once it failed. */
function opened(socket: WebSocket): Promise<boolean> {
  return new Promise((settle) => {
    socket.addEventListener("open", () => settle(true))
    socket.addEventListener("close", () => settle(false))
  })
}
