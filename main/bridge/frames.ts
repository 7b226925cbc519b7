import type { Answer } from "./contract.ts"

/** A frame from the desk to the host: one call. */
export interface CallFrame {
  readonly id: number
  readonly name: string
  readonly args: readonly unknown[]
}

/** A frame from the host: the answer to a call, or an event. */
export type HostFrame =
  | { readonly id: number; readonly answer: Answer<unknown> }
  | { readonly event: string; readonly value: unknown }
