import type { Face } from "../../fonts/face.ts"
import { madeFace, madeFont } from "../../fonts/made/made-face.ts"
import type { Issue } from "../../layouts/issue/issue.ts"

/** Faces of made glyphs that pages were set in, by id: a tile may still be drawn from an earlier one. */
const faces = new Map<string, Face>()

/** The face of an issue's made glyphs (补字); null for an issue without any. */
export function madeFaceOf({ glyphs }: Issue): Face | null {
  const face = madeFace(glyphs)
  if (face && !faces.has(face.id)) showInFields(glyphs!)
  if (face) faces.set(face.id, face)
  return face
}

/** What fields show made glyphs in. */
let shown: FontFace | null = null

/** Lets the desk's own fields show made glyphs too. */
function showInFields(glyphs: NonNullable<Issue["glyphs"]>): void {
  const bytes = madeFont(glyphs)
  if (!bytes) return
  if (shown) document.fonts.delete(shown)
  shown = new FontFace("BanxinMade", bytes as Uint8Array<ArrayBuffer>)
  document.fonts.add(shown)
}

/** A face of made glyphs by its id; null for any other. */
export function madeFaceById(id: string): Face | null {
  return faces.get(id) ?? null
}
