import type { Face } from "../../fonts/face.ts"
import { madeFace } from "../../fonts/made/made-face.ts"
import type { Issue } from "../../layouts/issue/issue.ts"

/** Faces of made glyphs that pages were set in, by id: a tile may still be drawn from an earlier one. */
const faces = new Map<string, Face>()

/** The face of an issue's made glyphs (补字); null for an issue without any. */
export function madeFaceOf({ glyphs }: Issue): Face | null {
  const face = madeFace(glyphs)
  if (face) faces.set(face.id, face)
  return face
}

/** A face of made glyphs by its id; null for any other. */
export function madeFaceById(id: string): Face | null {
  return faces.get(id) ?? null
}
