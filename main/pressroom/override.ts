import type { Finding, Say } from "../../layouts/finding.ts"
import { done, fault, type Result } from "../result.ts"

/** Who lets pages with errors go to the printer, and why (带错输出). */
export interface Override {
  readonly name: string
  readonly reason: string
}

/** An export that was not done because of its pages' errors. */
export interface Refusal {
  readonly ok: false
  readonly say: Say
  readonly errors: readonly Finding[]
}

/** Refuses an export whose pages have errors; the sentence names the first and says the way out. */
export function refusal(errors: readonly Finding[]): Refusal {
  const [{ where, say }] = errors as [Finding]
  const page = where.page ?? ""
  return {
    ok: false,
    errors,
    say: {
      zh: `有 ${errors.length} 处错误，没有输出：${page}${page && " 版，"}${say.zh}要带错输出，须写明姓名和理由。`,
      en: `Nothing was exported, for ${errors.length} errors: ${page}${page && ": "}${say.en} To export all the same, give a name and a reason.`,
    },
  }
}

/** An override as it was given: null for none at all, a fault for one half of it. */
export function overrideOf(
  name: string | undefined,
  reason: string | undefined,
): Result<Override | null> {
  if (name === undefined && reason === undefined) return done(null)
  const given = { name: (name ?? "").trim(), reason: (reason ?? "").trim() }
  return given.name === "" || given.reason === ""
    ? fault(
        "带错输出须同时写明姓名（--override）和理由（--reason）。",
        "An export with errors needs both a name (--override) and a reason (--reason).",
      )
    : done(given)
}
