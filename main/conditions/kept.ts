import { readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { Say } from "../../layouts/finding.ts"
import { writeDurably } from "../files/whole.ts"
import { done, fault, type Result } from "../result.ts"
import type { PrintingCondition } from "./condition.ts"
import { readProfile } from "./profile.ts"
import { readCondition, readJson } from "./read.ts"
import { SHIPPED_CONDITIONS } from "./shelf.ts"

/** The conditions that a person can choose, and what could not be read. */
export interface ConditionShelf {
  readonly conditions: readonly PrintingCondition[]
  readonly notices: readonly Say[]
}

/** The shipped conditions, then those that the person keeps in the program's own folder. */
export function conditionsIn(home: string): ConditionShelf {
  const read = namesIn(home).map((name) => readJson(join(folderIn(home), name)))
  return {
    conditions: [...SHIPPED_CONDITIONS, ...read.flatMap((one) => (one.ok ? [one.value] : []))],
    notices: read.flatMap((one) => (one.ok ? [] : [one.say])),
  }
}

/**
 * A condition by what a person calls it: the id of a shipped or kept one, or the path of a
 * condition's JSON or of an ICC profile.
 */
export function conditionCalled(home: string, name: string): Result<PrintingCondition> {
  const { conditions } = conditionsIn(home)
  const known = conditions.find(({ id }) => id === name)
  if (known) return done(known)
  if (/\.(?:json|icc|icm)$/i.test(name)) return readCondition(name)
  const ids = conditions.map(({ id }) => id)
  return fault(
    `没有名为“${name}”的印刷条件；可用：${ids.join("、")}。`,
    `There is no condition “${name}”; there are ${ids.join(", ")}.`,
  )
}

/**
 * Keeps a condition under its id with a copy of its profile; one of the same id is replaced, a
 * shipped one never. The profile is checked and stands on the disk before the condition names it.
 */
export function keepCondition(
  home: string,
  condition: PrintingCondition,
): Result<PrintingCondition> {
  const { id, profile, registered, name } = condition
  if (SHIPPED_CONDITIONS.some((shipped) => shipped.id === id))
    return fault(
      `“${id}”是自带的印刷条件，请另起一个代号。`,
      `“${id}” is a shipped condition; give yours another id.`,
    )
  if (profile === null && !registered)
    return fault(
      `印刷条件“${name.zh}”没有特性文件，也不是注册名。`,
      `The condition “${name.en}” has no profile and no registered name.`,
    )
  const bytes = profile === null ? null : readProfile(profile)
  if (bytes && !bytes.ok) return bytes
  const own = join(folderIn(home), `${id}.icc`)
  const written = { ...condition, profile: bytes && `${id}.icc` }
  try {
    if (bytes) writeDurably(own, bytes.value)
    writeDurably(fileOf(home, id), `${JSON.stringify(written, null, 2)}\n`)
    if (!bytes) rmSync(own, { force: true })
  } catch (cause) {
    const { message } = cause as Error
    return fault(
      `印刷条件存不下来：${message}。`,
      `The condition cannot be written down: ${message}.`,
    )
  }
  return done({ ...condition, profile: bytes && own })
}

/** Removes a kept condition and its profile; files made for it stay as they are. */
export function removeCondition(home: string, id: string): Result<null> {
  if (!namesIn(home).includes(`${id}.json`))
    return fault(`没有自建的印刷条件“${id}”。`, `No condition “${id}” of your own is kept.`)
  try {
    rmSync(fileOf(home, id))
    rmSync(join(folderIn(home), `${id}.icc`), { force: true })
    return done(null)
  } catch (cause) {
    const { message } = cause as Error
    return fault(`删不掉印刷条件：${message}。`, `The condition cannot be removed: ${message}.`)
  }
}

function namesIn(home: string): readonly string[] {
  try {
    return readdirSync(folderIn(home))
      .filter((name) => name.endsWith(".json"))
      .sort()
  } catch {
    return []
  }
}

function folderIn(home: string): string {
  return join(home, "conditions")
}

function fileOf(home: string, id: string): string {
  return join(folderIn(home), `${id}.json`)
}
