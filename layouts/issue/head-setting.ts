import { pt, type Pt } from "../units.ts"

/** What is done to an article's headline by hand; what is absent is found by its room. */
export interface HeadSetting {
  /** Its letters are spread to the whole width of its block (撑满). */
  readonly fill?: true
  /** Added between its characters, em (字距). */
  readonly tracking?: number
  /** Width of its characters as a factor of their own (长体, 扁体). */
  readonly stretch?: number
  /** Its lines end where its parts do, and nowhere else (手动折行). */
  readonly byHand?: true
}

/** Bounds of what can be set of a headline by hand. */
export const HEAD_TRACKING = { least: -0.1, most: 1 } as const
export const HEAD_STRETCH = { least: 0.7, most: 1.3 } as const

/** The setting of a headline that nobody set. */
export const PLAIN_HEAD: HeadSetting = {}

/** How a paper sizes its headlines (字号表), and how far one that is too long gives way. */
export interface HeadTable {
  /** Sizes that headlines are taken from, large to small. */
  readonly sizes: readonly Pt[]
  /** Steps of the table that a headline comes down before its letters are brought closer. */
  readonly steps: number
  /** How close, em, 0 or less; and then how narrow, as a factor of their width, 1 or less. */
  readonly tightest: number
  readonly narrowest: number
  /** Steps of the table that kicker and deck stand below the headline. Source: domain.md 2.5 [N19] */
  readonly below: number
}

/**
 * The house's table: sizes of CLREQ's table of type sizes, 小初 is 30 pt in the newspaper textbook.
 * Source: domain.md 2.3, 2.5
 */
export const HOUSE_TABLE: HeadTable = {
  sizes: [42, 36, 30, 27.5, 24, 21, 18, 16, 14, 12, 10.5, 9].map(pt),
  steps: 4,
  tightest: -0.06,
  narrowest: 0.8,
  below: 2,
}

/** Bounds of a paper's own table. */
export const TABLE_BOUNDS = {
  size: { least: 6, most: 200 },
  steps: { least: 0, most: 12 },
  tightest: { least: HEAD_TRACKING.least, most: 0 },
  narrowest: { least: HEAD_STRETCH.least, most: 1 },
  below: { least: 0, most: 6 },
} as const

/** What of a headline's setting is sound; what is not is left out. */
export function soundHead(raw: Readonly<Record<string, unknown>>): HeadSetting {
  const tracking = within(raw["tracking"], HEAD_TRACKING)
  const stretch = within(raw["stretch"], HEAD_STRETCH)
  return {
    ...(raw["fill"] === true ? { fill: true } : {}),
    ...(tracking === null || tracking === 0 ? {} : { tracking }),
    ...(stretch === null || stretch === 1 ? {} : { stretch }),
    ...(raw["byHand"] === true ? { byHand: true } : {}),
  }
}

/** What of a paper's table is sound: its sizes large to small, each once; null when it changes nothing. */
export function soundTable(raw: Readonly<Record<string, unknown>>): Partial<HeadTable> | null {
  const given = Array.isArray(raw["sizes"]) ? raw["sizes"] : []
  const sizes = given.flatMap((size) => {
    const sound = within(size, TABLE_BOUNDS.size)
    return sound === null ? [] : [sound]
  })
  const sorted = [...new Set(sizes)].toSorted((a, b) => b - a).map(pt)
  const own: Record<string, unknown> = sorted.length > 0 ? { sizes: sorted } : {}
  for (const name of ["steps", "below", "tightest", "narrowest"] as const) {
    const value = within(raw[name], TABLE_BOUNDS[name])
    if (value === null) continue
    own[name] = name === "steps" || name === "below" ? Math.round(value) : value
  }
  return Object.keys(own).length > 0 ? own : null
}

function within(
  value: unknown,
  { least, most }: { readonly least: number; readonly most: number },
): number | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return null
  return Math.min(most, Math.max(least, value))
}
