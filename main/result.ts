import type { Say } from "../layouts/finding.ts"

/** What the outside world answered: a value, or a sentence that a sub-editor understands. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly say: Say }

/** A good answer. */
export function done<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** A fault of the outside world, in Chinese and English. */
export function fault(zh: string, en: string): Result<never> {
  return { ok: false, say: { zh, en } }
}
