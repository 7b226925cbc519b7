import { appendFileSync } from "node:fs"
import { join } from "node:path"
import type { Finding } from "../../layouts/finding.ts"
import { done, fault, type Result } from "../result.ts"
import { makeFolder } from "./whole.ts"

/** An export of pages with errors, as it is remembered. */
export interface LoggedOverride {
  readonly name: string
  readonly reason: string
  /** Issue folder, or the articles that pages were made of. */
  readonly issue: string
  readonly standard: string
  readonly files: readonly string[]
  readonly errors: readonly Finding[]
}

/**
 * Writes an override behind those before it, a JSON line each; nothing is ever taken out of the log.
 * A fault when it cannot be written: such an export must not go unremembered.
 */
export function logOverride(
  home: string,
  { errors, ...rest }: LoggedOverride,
  at: Date,
): Result<null> {
  const told = errors.map(({ rule, where, say }) => ({ rule, ...where, say: say.zh }))
  const line = JSON.stringify({ at: at.toISOString(), ...rest, errors: told })
  const path = overrideLog(home)
  try {
    makeFolder(home)
    appendFileSync(path, `${line}\n`, { flush: true })
    return done(null)
  } catch (cause) {
    const { message } = cause as Error
    return fault(
      `带错输出记不进 ${path}（${message}），没有输出。`,
      `Nothing was exported: ${path} cannot be written (${message}), which keeps exports with errors.`,
    )
  }
}

/** Where exports with errors are remembered. */
export function overrideLog(home: string): string {
  return join(home, "overrides.log")
}
