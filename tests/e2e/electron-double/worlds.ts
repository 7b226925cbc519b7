import { randomBytes } from "node:crypto"

/**
 * The scripts that stand in for Electron in a page: one for the page's own world, and the preload in
 * an isolated world. Both see the same DOM and no object of each other; what crosses does so in the
 * detail of DOM events, which Chromium clones. The events come at once, so that calls over the bridge
 * can answer without a promise, as with Electron's. The names of the events cannot be guessed.
 */
export function worldScripts(preload: string): { readonly page: string; readonly preload: string } {
  const token = JSON.stringify(randomBytes(16).toString("hex"))
  const load = `function (require, module, exports) {${preload}\n}`
  return {
    page: `(${pageWorld})(${bridgeWorlds}, ${token})`,
    preload: `(${preloadWorld})(${bridgeWorlds}, ${token}, ${load})`,
  }
}

/** Name of the isolated world, of the function in it that reaches the main process, and of the one back. */
export const WORLD = "electron-double"
export const REACH = "reachMainProcess"
export const HEAR = "hearMainProcess"

type Crossing =
  | { readonly kind: "plain"; readonly value: unknown }
  | { readonly kind: "function" | "promise"; readonly mark: number }
  | { readonly kind: "record"; readonly entries: readonly (readonly [string, Crossing])[] }

type Detail = Partial<{
  call: number
  args: readonly Crossing[]
  answer: Crossing
  fault: string
  settle: number
  expose: string
  value: Crossing
}>

type Bridge = ReturnType<typeof bridgeWorlds>
type Callable = (...args: unknown[]) => unknown

/** One end of the bridge between two worlds: functions cross as marks, promises settle later. */
function bridgeWorlds(
  here: string,
  there: string,
  exposed: (name: string, api: unknown) => void = () => undefined,
) {
  const lent = new Map<number, Callable>()
  const promised = new Map<number, readonly [Callable, Callable]>()
  let marks = 0
  let returned: Detail = {}
  const send = (detail: Detail): void => void dispatchEvent(new CustomEvent(there, { detail }))

  function lend(value: unknown): Crossing {
    const mark = ++marks
    if (typeof value === "function") {
      lent.set(mark, value as Callable)
      return { kind: "function", mark }
    }
    if (value instanceof Promise) {
      value.then(
        (good) => send({ settle: mark, answer: lend(good) }),
        (bad: unknown) => send({ settle: mark, fault: String((bad as Error).message) }),
      )
      return { kind: "promise", mark }
    }
    const holds = value !== null && typeof value === "object" ? Object.entries(value) : []
    if (!holds.some(([, held]) => typeof held === "function")) return { kind: "plain", value }
    return { kind: "record", entries: holds.map(([name, held]) => [name, lend(held)]) }
  }

  function borrow(crossing: Crossing): unknown {
    if (crossing.kind === "plain") return crossing.value
    if (crossing.kind === "record") {
      const own = crossing.entries.map(([name, held]) => [name, borrow(held)] as const)
      return Object.freeze(Object.fromEntries(own))
    }
    const { kind, mark } = crossing
    if (kind === "promise")
      return new Promise((good, bad) => promised.set(mark, [good as Callable, bad]))
    return (...args: unknown[]) => {
      send({ call: mark, args: args.map(lend) })
      const { answer, fault } = returned
      if (fault !== undefined) throw new Error(fault)
      return borrow(answer!)
    }
  }

  function answered({ call, args }: Detail): void {
    try {
      send({ answer: lend(lent.get(call!)!(...args!.map(borrow))) })
    } catch (cause) {
      send({ fault: (cause as Error).message })
    }
  }

  function settled({ settle, answer, fault }: Detail): void {
    const [good, bad] = promised.get(settle!)!
    promised.delete(settle!)
    if (fault === undefined) good(borrow(answer!))
    else bad(new Error(fault))
  }

  addEventListener(here, (event) => {
    const detail = (event as CustomEvent<Detail>).detail
    if (detail.call !== undefined) answered(detail)
    else if (detail.settle !== undefined) settled(detail)
    else if (detail.expose !== undefined) exposed(detail.expose, borrow(detail.value!))
    else returned = detail
  })
  return { lend, send }
}

function pageWorld(bridge: typeof bridgeWorlds, token: string): void {
  if (window.top !== window) return
  bridge(`${token}-page`, `${token}-preload`, (name, value) =>
    Object.defineProperty(window, name, { value, enumerable: true }),
  )
}

/** What the isolated world has of its host: the binding there, and what it is called back by. */
type Reach = Record<"reachMainProcess", (text: string) => void> &
  Record<"hearMainProcess", (text: string) => void>

/** Runs the preload with the two of Electron's modules that a sandboxed one has here. */
function preloadWorld(
  bridge: typeof bridgeWorlds,
  token: string,
  load: (require: unknown, module: object, exports: object) => void,
): void {
  if (window.top !== window) return
  const world = globalThis as unknown as Reach
  const { lend, send }: Bridge = bridge(`${token}-preload`, `${token}-page`)
  const waiting = new Map<number, readonly [(value: unknown) => void, (fault: Error) => void]>()
  const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>()
  let calls = 0

  world.hearMainProcess = (text) => {
    const heard = JSON.parse(text, (_key, value: { $bytes?: string } | null) =>
      typeof value?.$bytes === "string"
        ? (Uint8Array as unknown as { fromBase64(text: string): unknown }).fromBase64(value.$bytes)
        : value,
    ) as { id?: number; value?: unknown; fault?: string; channel?: string; args?: unknown[] }
    if (heard.id === undefined) {
      for (const listen of listeners.get(heard.channel!) ?? []) listen({}, ...heard.args!)
      return
    }
    const [good, bad] = waiting.get(heard.id)!
    waiting.delete(heard.id)
    if (heard.fault === undefined) good(heard.value)
    else bad(new Error(heard.fault))
  }

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((good, bad) => {
        waiting.set(++calls, [good, bad])
        const sent = JSON.stringify({ id: calls, channel, args }, (_key, value: unknown) =>
          value instanceof Uint8Array
            ? { $bytes: (value as unknown as { toBase64(): string }).toBase64() }
            : value,
        )
        world.reachMainProcess(sent)
      }),
    on(channel: string, listen: (event: object, ...args: unknown[]) => void) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listen])
    },
  }
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) => send({ expose: name, value: lend(api) }),
  }
  const module = { exports: {} }
  const require = (name: string): object => {
    if (name !== "electron") throw new Error(`a sandboxed preload cannot require ${name}`)
    return { contextBridge, ipcRenderer }
  }
  load(require, module, module.exports)
}
