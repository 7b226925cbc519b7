import {
  freeCharacter,
  isMakeable,
  isOwnCharacter,
  type GlyphPart,
  type MadeGlyph,
} from "../../layouts/issue/made-glyph.ts"

/** A glyph while it is made. */
export interface GlyphDraft {
  /** The character it is, or is to be read as; "" for one that Unicode has not. */
  readonly typed: string
  /** What it is composed of (⿰氵恩); "" where nobody said. */
  readonly description: string
  readonly parts: readonly GlyphPart[]
  /** Path data that was drawn elsewhere and brought in; "" for none. */
  readonly drawn: string
  /** The character of a glyph that is being changed; null for a new one. */
  readonly character: string | null
}

export const NO_DRAFT: GlyphDraft = {
  ...{ typed: "", description: "", parts: [], drawn: "", character: null },
}

/** A made glyph to be changed. */
export function draftOf({ character, reading, parts, path }: MadeGlyph): GlyphDraft {
  const described = [...reading].length > 1
  return {
    typed: described ? "" : reading,
    description: described ? reading : "",
    character,
    parts,
    drawn: parts.length === 0 ? path : "",
  }
}

/** What a draft's glyph is read, searched and copied as; "" while nobody said. */
export function readingOf({ typed, description }: GlyphDraft): string {
  return typed.trim() || description.trim()
}

/**
 * The character that a draft's glyph is kept under: the one that was typed where no face has it, else
 * one of private use. Null when all of those have been used.
 */
export function characterOf(
  { typed, character }: GlyphDraft,
  glyphs: readonly MadeGlyph[],
  has: (character: string) => boolean,
): string | null {
  const own = typed.trim()
  if (isMakeable(own) && !isOwnCharacter(own) && !has(own)) return own
  if (character !== null && (isOwnCharacter(character) || own === "")) return character
  return freeCharacter(glyphs)
}
