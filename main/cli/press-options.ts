import { overrideOf, type Override } from "../pressroom/override.ts"
import { BadUsage, bothTongues, type Options } from "./answer.ts"
import { STANDARDS, type Standard } from "../export/pdf/standard.ts"

/** Dots per inch of a page's picture unless the command line says otherwise. */
const USUAL_DPI = 150

/** The standard that a file is made to; a plain proof where none is named. */
export function standardOf(value: string | undefined): Standard {
  const standard = STANDARDS.find((known) => known === (value ?? "proof"))
  if (standard) return standard
  const known = STANDARDS.join("、")
  throw new BadUsage(`--standard 须为 ${known}。--standard must be one of ${STANDARDS.join(", ")}.`)
}

/** Bleed on every side as it was asked for, mm; null is each page's own. */
export function bleedOf(value: string | undefined): number | null {
  if (value === undefined) return null
  const bleed = Number(value)
  if (value.trim() === "" || !Number.isFinite(bleed) || bleed < 0 || bleed > 30)
    throw new BadUsage(
      "--bleed 须为 0 至 30 的数（毫米）。--bleed must be a number from 0 to 30 (mm).",
    )
  return bleed
}

/** The time that the files say they were made at; null is the day. */
export function timeOf(value: string | undefined): string | null {
  if (value === undefined) return null
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(value))
    throw new BadUsage(
      "--at 须写作 2026-11-23T22:15:00+08:00。--at must be a time such as 2026-11-23T22:15:00+08:00.",
    )
  return value
}

/** Who lets pages with errors go to a printer; null where nobody does. */
export function signedOf({ values }: Pick<Options, "values">): Override | null {
  const override = overrideOf(values["override"], values["reason"])
  if (!override.ok) throw new BadUsage(bothTongues(override.say))
  return override.value
}

/** Dots an inch of a picture of a page. */
export function dpiOf(value: string | undefined): number {
  if (value === undefined) return USUAL_DPI
  const dpi = Number(value)
  if (!Number.isFinite(dpi) || dpi < 10 || dpi > 2400)
    throw new BadUsage("--dpi 须为 10 至 2400 的数。--dpi must be a number from 10 to 2400.")
  return dpi
}
