import { dropField, jsonField, setField, type Fields } from "./content.ts"
import { soundGlyph, type MadeGlyph } from "./made-glyph.ts"
import { sharedList } from "./share.ts"

/** Prefix of the keys that an issue's made glyphs are kept under. */
const KEY = "glyph."

function keyOf(character: string): string {
  return `${KEY}${character.codePointAt(0)!.toString(16)}`
}

/** Sets an issue's glyph for a character; what is none changes nothing. */
export function writeGlyph(issue: Fields, glyph: MadeGlyph): void {
  const sound = soundGlyph(glyph)
  if (sound) setField(issue, keyOf(sound.character), JSON.stringify(sound))
}

/** Removes an issue's glyph for a character. */
export function dropGlyph(issue: Fields, character: string): void {
  if (character !== "") dropField(issue, keyOf(character))
}

/** Sound glyphs by the value that was read: an unchanged one keeps its identity. */
const SOUND = new WeakMap<object, MadeGlyph>()

/** The issue's made glyphs by rising character; the very ones from before when nothing changed, null without any. */
export function readGlyphs(
  issue: Fields,
  before: readonly MadeGlyph[] | undefined,
): readonly MadeGlyph[] | null {
  const keys = [...issue.keys()].filter((key) => key.startsWith(KEY))
  const glyphs = keys.flatMap((key) => {
    const raw = jsonField<object | null>(issue, key, null)
    const known = raw ? (SOUND.get(raw) ?? soundGlyph(raw)) : null
    if (!raw || !known || keyOf(known.character) !== key) return []
    SOUND.set(raw, known)
    return [known]
  })
  if (glyphs.length === 0) return null
  const codeOf = ({ character }: MadeGlyph): number => character.codePointAt(0)!
  const sorted = glyphs.toSorted((a, b) => codeOf(a) - codeOf(b))
  return before ? sharedList(before, sorted) : sorted
}
