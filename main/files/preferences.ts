import { readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { BLANK_IMPRINT } from "../../layouts/issue/imprint.ts"
import type { Preferences } from "../bridge/contract.ts"
import { done, fault, type Result } from "../result.ts"
import { imprintForm, imprintWords } from "./imprint-form.ts"
import { writeDurably } from "./whole.ts"

/** Characters that the panels' standing may take. */
const MOST_PANELS = 64 * 1024

/** The form of the preferences; a field that is missing or wrong reads as it comes. */
export const preferencesForm: z.ZodType<Preferences> = z.strictObject({
  language: z.enum(["zh-CN", "en"]),
  look: z.enum(["light", "dark", "system"]),
  screenDpi: z.number().min(30).max(1000).nullable(),
  units: z.enum(["zi", "mm"]),
  paper: imprintWords,
  imprint: imprintForm,
  panels: z.string().max(MOST_PANELS),
})

/** What a program is set to that nobody set. */
export const FIRST_PREFERENCES: Preferences = {
  language: "zh-CN",
  look: "light",
  screenDpi: null,
  units: "zi",
  paper: "",
  imprint: BLANK_IMPRINT,
  panels: "",
}

/** What was set on this machine. A field that cannot be read is as it comes; the others stand. */
export function openPreferences(home: string): Preferences {
  const kept = written(home)
  const fields = Object.keys(FIRST_PREFERENCES) as (keyof Preferences)[]
  return fields.reduce<Preferences>((known, field) => {
    const tried = preferencesForm.safeParse({ ...known, [field]: kept[field] })
    return tried.success ? tried.data : known
  }, FIRST_PREFERENCES)
}

/** Writes down what was set. */
export function keepPreferences(home: string, preferences: Preferences): Result<null> {
  try {
    writeDurably(fileIn(home), JSON.stringify(preferences))
    return done(null)
  } catch (cause) {
    const { message } = cause as Error
    return fault(
      `偏好设置存不下来：${message}。`,
      `The preferences cannot be written down: ${message}.`,
    )
  }
}

function written(home: string): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(readFileSync(fileIn(home), "utf8"))
    return typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function fileIn(home: string): string {
  return join(home, "preferences.json")
}
