import { existsSync, readFileSync, renameSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { BLANK_IMPRINT } from "../../layouts/issue/imprint.ts"
import type { Say } from "../../layouts/finding.ts"
import type { KeptPreferences, Preferences } from "../bridge/contract.ts"
import { done, fault, type Result } from "../result.ts"
import { imprintForm, imprintWords } from "./imprint-form.ts"
import { writeDurably } from "./whole.ts"

/** Characters of a person's name or role, or of a workflow's. */
const MOST_NAME = 80

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
  person: z.strictObject({ name: z.string().max(MOST_NAME), role: z.string().max(MOST_NAME) }),
  workflow: z.string().max(MOST_NAME),
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
  person: { name: "", role: "" },
  workflow: "",
  panels: "",
}

/** What was set on this machine. A field that cannot be read is as it comes; the others stand. */
export function openPreferences(home: string): Preferences {
  return readPreferences(home).preferences
}

/** What was set on this machine, and a sentence for every field that could not be read. */
export function readPreferences(home: string): KeptPreferences {
  const kept = written(home)
  if (kept === null) return { preferences: FIRST_PREFERENCES, notices: [unreadable(null)] }
  const fields = Object.keys(FIRST_PREFERENCES) as (keyof Preferences)[]
  const notices: Say[] = []
  const preferences = fields.reduce<Preferences>((known, field) => {
    if (!Object.hasOwn(kept, field)) return known
    const tried = preferencesForm.safeParse({ ...known, [field]: kept[field] })
    if (!tried.success) notices.push(unreadable(field))
    return tried.success ? tried.data : known
  }, FIRST_PREFERENCES)
  return { preferences, notices }
}

/** Writes down what was set. A file that nobody can read is set aside first, for a person may. */
export function keepPreferences(home: string, preferences: Preferences): Result<null> {
  try {
    const file = fileIn(home)
    if (written(home) === null) renameSync(file, file.replace(/json$/, "damaged.json"))
    writeDurably(file, JSON.stringify(preferences))
    return done(null)
  } catch (cause) {
    const { message } = cause as Error
    return fault(
      `偏好设置存不下来：${message}。`,
      `The preferences cannot be written down: ${message}.`,
    )
  }
}

function unreadable(field: string | null): Say {
  return field === null
    ? {
        zh: "偏好设置文件损坏，先按默认设置；下次改动时旧文件另存为 preferences.damaged.json。",
        en: "The preferences' file is damaged, so all is as it comes; the next change sets it aside as preferences.damaged.json.",
      }
    : {
        zh: `偏好设置里的 ${field} 读不懂，先按默认。`,
        en: `The preference ${field} cannot be understood and is as it comes.`,
      }
}

/** The fields of the file, none where there is no file; null for a file that is damaged. */
function written(home: string): Readonly<Record<string, unknown>> | null {
  if (!existsSync(fileIn(home))) return {}
  try {
    const kept: unknown = JSON.parse(readFileSync(fileIn(home), "utf8"))
    const isFields = typeof kept === "object" && kept !== null && !Array.isArray(kept)
    return isFields ? (kept as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function fileIn(home: string): string {
  return join(home, "preferences.json")
}
