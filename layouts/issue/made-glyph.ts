/** A glyph made for a character that no face has (补字). */
export interface MadeGlyph {
  /** One code point: the character's own, or one of private use for what Unicode has not. */
  readonly character: string
  /** What it is read, searched and copied as: the character, or what it is composed of (⿰氵恩). */
  readonly reading: string
  /** SVG path data in a cell of 1000 × 1000, from its top left, y down. */
  readonly path: string
  /** What it was composed of, to be composed anew; none for one that was drawn. */
  readonly parts: readonly GlyphPart[]
}

/** A character of the paper's face in a part of the cell: its em box, thousandths of an em. */
export interface GlyphPart {
  readonly character: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Longest reading, UTF-16 units, most path data of a glyph, and most of its parts. */
export const MOST_READING = 20
export const MOST_PATH = 40_000
export const MOST_PARTS = 8

/** Characters that Unicode leaves to its users, in a plane where no shipped face has a glyph. */
const FIRST_OWN = 0xf0000
const LAST_OWN = 0xffffd

/** The made glyph of a record's JSON; null for what is none. */
export function soundGlyph(raw: unknown): MadeGlyph | null {
  if (typeof raw !== "object" || raw === null) return null
  const { character, reading, path, parts } = raw as Readonly<Record<string, unknown>>
  if (typeof character !== "string" || !isMakeable(character)) return null
  if (typeof path !== "string" || path.length > MOST_PATH || !/^M[MLQZ\d\s.,-]*$/.test(path))
    return null
  const read = typeof reading === "string" && reading !== "" && reading.length <= MOST_READING
  const composed = Array.isArray(parts) ? parts.filter(isPart).slice(0, MOST_PARTS) : []
  return { character, reading: read ? reading : character, path, parts: composed }
}

/** Whether a glyph can be made for a text: one character that shows, and no Western one. */
export function isMakeable(text: string): boolean {
  const code = text.codePointAt(0) ?? 0
  if (text !== String.fromCodePoint(code)) return false
  return (
    code >= 0x2e80 && !(code >= 0xd800 && code <= 0xdfff) && !/[\s\p{Cc}\p{Cn}\p{M}]/u.test(text)
  )
}

function isPart(part: unknown): part is GlyphPart {
  if (typeof part !== "object" || part === null) return false
  const { character, ...box } = part as GlyphPart
  const { x, y, width, height } = box
  const all = [x, y, width, height]
  return (
    typeof character === "string" &&
    character.length <= 2 &&
    all.every((one) => Number.isFinite(one) && Math.abs(one) <= 4000) &&
    width > 0 &&
    height > 0
  )
}

/** Whether a character is one of private use that made glyphs are kept under. */
export function isOwnCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code >= FIRST_OWN && code <= LAST_OWN
}

/** The first character of private use that no glyph of these has; null when all have been used. */
export function freeCharacter(glyphs: readonly MadeGlyph[]): string | null {
  const used = new Set(glyphs.map(({ character }) => character.codePointAt(0)))
  for (let code = FIRST_OWN; code <= LAST_OWN; code += 1)
    if (!used.has(code)) return String.fromCodePoint(code)
  return null
}

/** A text with made glyphs' characters in place of what they are composed of: what is looked for in a story. */
export function asTyped(text: string, glyphs: readonly MadeGlyph[] | undefined): string {
  return (glyphs ?? []).reduce(
    (now, { character, reading }) =>
      isDescription(reading) ? now.replaceAll(reading, character) : now,
    text,
  )
}

/** The characters of made glyphs that are read as some other one, by that one. */
export function readAlike(
  glyphs: readonly MadeGlyph[] | undefined,
): ReadonlyMap<string, readonly string[]> {
  const alike = new Map<string, readonly string[]>()
  for (const { character, reading } of glyphs ?? [])
    if (isMakeable(reading) && reading !== character)
      alike.set(reading, [...(alike.get(reading) ?? []), character])
  return alike
}

function isDescription(reading: string): boolean {
  return [...reading].length > 1
}
