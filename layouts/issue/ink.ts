/** Shares of cyan, magenta, yellow and black, each 0 to 1. */
export type Cmyk = readonly [number, number, number, number]

/**
 * An ink of the issue's table (墨色) by what it is made of: the process plates, a plate of its own
 * with what stands in for it where there is none, or a lighter strength of another ink of the table.
 */
export type IssueInk =
  | { readonly kind: "process"; readonly cmyk: Cmyk }
  | {
      readonly kind: "spot"
      /** What is shown and printed for it where it has no plate. */
      readonly cmyk: Cmyk
      /** True when it prints over what lies below it; else it knocks out, as inks do. */
      readonly overprint: boolean
    }
  | {
      readonly kind: "tint"
      /** Name of a process or spot ink of the table. */
      readonly of: string
      /** More than 0, at most 1. */
      readonly strength: number
    }

/** An issue's inks by name. */
export type IssueInks = Readonly<Record<string, IssueInk>>

/** Longest name of an ink, UTF-16 units. */
const MOST_NAME = 40

/** The inks that every issue has: black alone, and bare paper, which is no ink. */
export const HOUSE_INKS = ["black", "paper"] as const

/** Names that are no free ones: what PDF calls plates. Source: PDF 1.7, 8.6.6.4 */
const TAKEN: readonly string[] = [...HOUSE_INKS, "cyan", "magenta", "yellow", "all", "none"]

/** What reads as a tint's name in a display list: `black-10`, `朱红 40%`. */
const TINTS = /^black-\d+$|%$/i

/** Whether an ink of the table can have a name. */
export function isInkName(name: string): boolean {
  return (
    name !== "" &&
    name === name.trim() &&
    name.length <= MOST_NAME &&
    !/\p{Cc}/u.test(name) &&
    !TINTS.test(name) &&
    !TAKEN.includes(name.toLowerCase())
  )
}

/** Whether a name is that of an ink that every issue has. */
export function isHouseInk(name: string): boolean {
  return HOUSE_INKS.some((known) => known === name)
}

/** The ink of a name in a table; null when it is not there. */
export function inkIn(inks: IssueInks, name: string): IssueInk | null {
  return Object.hasOwn(inks, name) ? inks[name]! : null
}

/** An ink with its shares within 0 to 1; null for what is none. */
export function soundInk(raw: unknown): IssueInk | null {
  const ink = raw as Partial<Record<string, unknown>> | null
  if (typeof ink !== "object" || ink === null) return null
  const { kind, of, strength, overprint } = ink
  if (kind === "tint")
    return typeof of === "string" && isInkName(of) && isShare(strength) && strength > 0
      ? { kind, of, strength }
      : null
  const cmyk = soundCmyk(ink["cmyk"])
  if (!cmyk) return null
  if (kind === "process") return { kind, cmyk }
  return kind === "spot" ? { kind, cmyk, overprint: overprint === true } : null
}

function soundCmyk(raw: unknown): Cmyk | null {
  if (!Array.isArray(raw) || raw.length !== 4 || !raw.every(isShare)) return null
  return raw as unknown as Cmyk
}

function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1
}
