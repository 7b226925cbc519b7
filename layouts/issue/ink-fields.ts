import { dropField, jsonField, setField, type Fields } from "./content.ts"
import { isInkName, soundInk, type IssueInk, type IssueInks } from "./ink.ts"
import { shared } from "./share.ts"

/** Prefix of the keys, so that no ink is called as a field of every object is. */
const KEY = "ink."

/** Sets an ink of the table; null removes it. A name or an ink that is none changes nothing. */
export function writeInk(inks: Fields, name: string, ink: IssueInk | null): void {
  const sound = ink && isInkName(name) ? soundInk(ink) : null
  if (ink === null) dropField(inks, KEY + name)
  else if (sound) setField(inks, KEY + name, JSON.stringify(sound))
}

/** Writes all inks of an issue. */
export function writeInks(inks: Fields, all: IssueInks): void {
  for (const [name, ink] of Object.entries(all)) writeInk(inks, name, ink)
}

/**
 * The issue's inks, by name in their order; the very ones from before when nothing changed, null
 * when it has none. What is not sound is left out.
 */
export function readInks(inks: Fields, before: IssueInks | undefined): IssueInks | null {
  const names = [...inks.keys()].filter((key) => key.startsWith(KEY)).toSorted()
  const known = names.flatMap((key) => {
    const name = key.slice(KEY.length)
    const json = jsonField<IssueInk | null>(inks, key, null)
    return isInkName(name) && soundInk(json) ? [[name, json!] as const] : []
  })
  return known.length === 0 ? null : shared(before, Object.fromEntries(known))
}
