import type { Face } from "../face.ts"
import { readCffNumbering } from "./cff.ts"
import type { CffNumbering } from "./cff.ts"
import { subsetGlyf, wholeGlyf } from "./glyf.ts"
import type { GlyfProgram } from "./glyf.ts"

/** A font program as a PDF embeds it. */
export type FontProgram =
  | ({ readonly kind: "glyf" } & GlyfProgram)
  | ({ readonly kind: "cff"; readonly bytes: Uint8Array } & CffNumbering)

/**
 * Returns the font program that shows these glyphs of a face, null when the face has no outlines
 * that a PDF can hold.
 * TrueType outlines are cut down to the glyphs, unless the licence wants the font whole. A CFF
 * program is embedded whole: cutting one down needs a subsetter for charstrings.
 */
export function cutProgram(face: Face, glyphs: Iterable<number>): FontProgram | null {
  const glyf = face.embedding === "wholeOnly" ? wholeGlyf(face) : subsetGlyf(face, glyphs)
  if (glyf !== null) return { kind: "glyf", ...glyf }
  const bytes = face.table("CFF ")
  const numbering = bytes && readCffNumbering(bytes)
  return bytes && numbering ? { kind: "cff", bytes, ...numbering } : null
}
