import type { Ink, Item } from "../display/list.ts"
import { inkIn, type Cmyk, type IssueInks } from "../issue/ink.ts"
import { BLACK, PAPER, tintOf } from "./inks.ts"
import { AWAITED } from "./picture.ts"

/** The inks that every list names. */
const ALWAYS: readonly Ink[] = [BLACK, PAPER, AWAITED]

/** How a tint is named: `black-10`, `朱红 40%`. */
const BLACK_TINT = /^black-(\d+)$/
const TINT = /^(.*) (\d+)%$/s

const NO_INKS: IssueInks = {}

/** The inks of a list: black, paper, the awaited picture's ground, and what else its items name. */
export function inksOf(items: readonly Item[], table: IssueInks = NO_INKS): readonly Ink[] {
  const inks = new Map(ALWAYS.map((ink) => [ink.name, ink]))
  let last = BLACK.name
  for (const item of items) {
    if (item.kind !== "glyphs" && item.kind !== "fill" && item.kind !== "stroke") continue
    if (item.ink === last) continue
    last = item.ink
    if (!inks.has(last)) inks.set(last, inkNamed(last, table))
  }
  return [...inks.values()]
}

/**
 * The ink of a name, as items bear it. One that the issue does not have prints black: its words must
 * not be lost with it.
 */
export function inkNamed(name: string, table: IssueInks): Ink {
  const known = solidNamed(name, table, 1)
  if (known) return { ...known, name }
  const black = BLACK_TINT.exec(name)
  if (black) return tintOf(Number(black[1]) / 100)
  const tint = TINT.exec(name)
  const strength = Number(tint?.[2] ?? 100) / 100
  const tinted = tint && solidNamed(tint[1]!, table, strength)
  return { ...(tinted ?? tintOf(strength)), name }
}

/** An ink of the table at a strength; null when it is not there. */
function solidNamed(name: string, table: IssueInks, strength: number): Ink | null {
  const ink = inkIn(table, name)
  if (ink?.kind === "tint") {
    const base = inkIn(table, ink.of)
    if (!base || base.kind === "tint") return null
    return solidNamed(ink.of, table, strength * ink.strength)
  }
  if (!ink) return null
  const cmyk = ink.cmyk.map((share) => share * strength) as unknown as Cmyk
  if (ink.kind === "process") return { name, cmyk }
  const { cmyk: solid, overprint } = ink
  return { name, cmyk, spot: { plate: name, tint: strength, solid, overprint } }
}
