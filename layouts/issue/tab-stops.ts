/** A place on a line that a tab leads to (制表位). */
export interface TabStop {
  /** From the column's left edge (its top), em of the paragraph's size. */
  readonly at: number
  /** What of the words behind the tab stands at the place. */
  readonly align: TabAlign
  /** Whether dots lead to it (导点). */
  readonly leader: boolean
}

export type TabAlign = "left" | "center" | "right" | "decimal"

/** One letter an alignment, as stops are kept. */
const LETTERS = { left: "l", center: "c", right: "r", decimal: "d" } as const

const ALIGNS = { l: "left", c: "center", r: "right", d: "decimal" } as const

/** Most stops of a paragraph, and the furthest, em. */
const MOST_STOPS = 20
export const FURTHEST_STOP = 200

/** Words as stops are kept: `6l 12.5r.` is a left one at 6 字 and, led to by dots, a right one at 12.5. */
const STOP = /^(\d{1,3}(?:\.\d{1,2})?)([lcrd])(\.?)$/

/** The stops that words say, by rising place; null for words that say none, or more than a line has. */
export function readTabStops(words: string): readonly TabStop[] | null {
  const stops: TabStop[] = []
  for (const word of words.split(" ")) {
    const found = STOP.exec(word)
    const at = Number(found?.[1])
    if (!found || at <= 0 || at > FURTHEST_STOP) return null
    stops.push({ at, align: ALIGNS[found[2] as keyof typeof ALIGNS], leader: found[3] === "." })
  }
  return stops.length > MOST_STOPS ? null : stops.toSorted((a, b) => a.at - b.at)
}

/** Stops as words, by rising place and one a place; "" for none. */
export function tabWords(stops: readonly TabStop[]): string {
  const places = new Map(stops.map((stop) => [Math.round(stop.at * 100) / 100, stop]))
  return [...places]
    .toSorted(([a], [b]) => a - b)
    .slice(0, MOST_STOPS)
    .map(([at, { align, leader }]) => `${at}${LETTERS[align]}${leader ? "." : ""}`)
    .join(" ")
}
