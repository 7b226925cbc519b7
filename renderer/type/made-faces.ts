import type { Face } from "../../fonts/face.ts"
import { madeFaces, madeFont, type MadeDrawing } from "../../fonts/made/made-face.ts"
import type { Issue } from "../../layouts/issue/issue.ts"

/**
 * Faces of made glyphs (补字) by id: those of the open issue as it stands, those that pages not yet
 * composed anew were set in, and those of frozen proofs that were looked at.
 */
const faces = new Map<string, Face>()

const NO_GLYPHS: readonly MadeDrawing[] = []

/** What the desk's fields show made glyphs of, and by what; null before there were any. */
let shown: { readonly glyphs: readonly MadeDrawing[]; readonly font: FontFace | null } | null = null

/** The faces of an issue's made glyphs, which the desk's own fields show from now on. */
export function madeFacesOf(issue: Issue): readonly Face[] {
  const glyphs = issue.glyphs ?? NO_GLYPHS
  const made = keepDrawings(glyphs)
  if (shown?.glyphs !== glyphs) showInFields(glyphs)
  return made
}

/** Takes note of glyphs that something is drawn with, as a frozen proof's. */
export function keepDrawings(drawings: readonly MadeDrawing[]): readonly Face[] {
  const made = madeFaces(drawings)
  for (const face of made) faces.set(face.id, face)
  return made
}

/** The face of a made glyph by its id; null for any other. */
export function madeFaceById(id: string): Face | null {
  return faces.get(id) ?? null
}

/** Lets go of the open issue's made glyphs: no field shows them in another issue. */
export function putAwayMadeFaces(): void {
  faces.clear()
  showInFields(NO_GLYPHS)
}

/** Lets the desk's own fields show these made glyphs, and no others. */
function showInFields(glyphs: readonly MadeDrawing[]): void {
  if (shown?.font) document.fonts.delete(shown.font)
  const bytes = madeFont(glyphs)
  const font = bytes && new FontFace("BanxinMade", bytes as Uint8Array<ArrayBuffer>)
  if (font) document.fonts.add(font)
  shown = { glyphs, font }
}
