import type { Calls, EventName, Events } from "./contract.ts"

/** Whoever asks: a window of the desk, told from others by identity alone. */
export type Asker = unknown

/** What a shell lends to the calls. */
export interface ShellPort {
  readonly kind: "electron" | "browser"
  /** The platform's own dialog, over the window that asks; null where the shell has none. */
  chooseFiles(
    ask: Parameters<Calls["chooseFiles"]>[0],
    asker: Asker,
  ): Promise<readonly string[] | null>
  /** Tells every window, or all but one. */
  tell<N extends EventName>(name: N, event: Events[N], except?: Asker): void
}

/** What a program start decided. */
export interface Setting {
  /** The program's own folder. */
  readonly home: string
  readonly version: string
  /** An issue folder to open at once, as an absolute path. */
  readonly open: string | null
}
