import { readFileSync } from "node:fs"
import { basename, dirname, extname, resolve } from "node:path"
import { done, fault, type Result } from "../result.ts"
import type { PrintingCondition } from "./condition.ts"
import { profileName, readProfile } from "./profile.ts"
import { conditionForm, SHIPPED_CONDITIONS } from "./shelf.ts"

/** Longest condition's file that is read, characters. */
const MOST_CHARACTERS = 100_000

/**
 * A condition from a file of this machine: a condition's JSON as it says, its profile's path made
 * whole; an ICC profile with the limits of a newspaper, for the person to correct.
 */
export function readCondition(path: string): Result<PrintingCondition> {
  return extname(path).toLowerCase() === ".json" ? readJson(path) : readIcc(path)
}

/** A condition's JSON; its profile is looked for beside it. */
export function readJson(path: string): Result<PrintingCondition> {
  const name = basename(path)
  let written: unknown
  try {
    const text = readFileSync(path, "utf8")
    if (text.length > MOST_CHARACTERS) throw new RangeError("too long")
    written = JSON.parse(text)
  } catch {
    return fault(
      `印刷条件文件“${name}”读不了，或不是 JSON。`,
      `The condition's file ${name} cannot be read, or is no JSON.`,
    )
  }
  const checked = conditionForm.safeParse(written)
  if (!checked.success) {
    const fields = [...new Set(checked.error.issues.map((issue) => issue.path.join(".")))].join(
      ", ",
    )
    return fault(
      `印刷条件文件“${name}”有误：${fields || "整体"}。`,
      `The condition's file ${name} is wrong in ${fields || "its form"}.`,
    )
  }
  const { profile } = checked.data
  const whole = profile === null ? null : resolve(dirname(path), profile)
  return done({ ...checked.data, profile: whole })
}

function readIcc(path: string): Result<PrintingCondition> {
  const profile = readProfile(path)
  if (!profile.ok) return profile
  const bare = basename(path).slice(0, -extname(path).length || undefined)
  const name = profileName(profile.value) || bare
  const identifier = plain(name) || plain(bare) || "CMYK"
  const { inkLimit, gain, thinnest, resolution } = SHIPPED_CONDITIONS[0]!
  return done({
    id: idOf(bare) || idOf(identifier) || "own-1",
    name: { zh: name.slice(0, 100), en: name.slice(0, 100) },
    identifier,
    note: identifier,
    registered: false,
    profile: resolve(path),
    inkLimit,
    gain,
    thinnest,
    resolution,
  })
}

/** The part of a name that a PDF's condition may have: printable ASCII. */
function plain(name: string): string {
  return name
    .replace(/[^\x20-\x7e]+/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, 200)
}

function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "")
}
