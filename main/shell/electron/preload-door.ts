import type { IpcRenderer } from "electron"
import { CALL, EVENT } from "./channels.ts"

/** The door as the page gets it: two functions, never the IPC object and never an event of it. */
export function doorOf(ipc: Pick<IpcRenderer, "invoke" | "on">): {
  call(name: string, ...args: readonly unknown[]): Promise<unknown>
  on(name: string, listen: (value: unknown) => void): () => void
} {
  const listeners = new Map<string, Set<(value: unknown) => void>>()
  ipc.on(EVENT, (_event, name: unknown, value: unknown) => {
    for (const listen of listeners.get(String(name)) ?? []) listen(value)
  })
  return {
    call: (name, ...args) => ipc.invoke(CALL, name, args),
    on(name, listen) {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(listen))
      return () => void known.delete(listen)
    },
  }
}
