import { setField, type Fields } from "./content.ts"
import { BLANK_IMPRINT, type Imprint } from "./imprint.ts"

/** Names of an imprint's words, each a field of its own: two people fill in different ones at once. */
const NAMES = Object.keys(BLANK_IMPRINT) as (keyof Imprint)[]

/** Sets some words of an issue's imprint; what is not named stays. */
export function writeImprint(issue: Fields, imprint: Partial<Imprint>): void {
  for (const name of NAMES) {
    const word = imprint[name]
    if (word !== undefined) setField(issue, fieldOf(name), word)
  }
}

/** The imprint of an issue's fields; null when nobody ever gave one. */
export function readImprint(issue: Fields): Imprint | null {
  const known = NAMES.filter((name) => typeof issue.get(fieldOf(name)) === "string")
  if (known.length === 0) return null
  const words = known.map((name) => [name, issue.get(fieldOf(name)) as string])
  return { ...BLANK_IMPRINT, ...(Object.fromEntries(words) as Partial<Imprint>) }
}

function fieldOf(name: keyof Imprint): string {
  return `imprint.${name}`
}
