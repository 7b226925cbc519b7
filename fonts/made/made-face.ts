import type { Face } from "../face.ts"
import { openFaces, wholeFont } from "../shaping/open-face.ts"
import { readOutline } from "./outline-path.ts"
import { trueTypeOf } from "./true-type.ts"

/** What the id of a face of made glyphs begins with; a number of what it was cast from follows. */
const MADE = "made-"

/** Whether a face's id is that of made glyphs. */
export function isMadeFace(id: string): boolean {
  return id.startsWith(MADE)
}

/** A glyph that was made for a character no face has (补字). */
export interface MadeDrawing {
  readonly character: string
  /** What it is read, searched and copied as: the character, or what it is composed of. */
  readonly reading: string
  /** SVG path data in a cell of 1000 × 1000, from its top left, y down. */
  readonly path: string
}

/** Faces already cast, by what they were cast from. */
const cast = new WeakMap<readonly MadeDrawing[], { readonly face: Face | null }>()

/**
 * A face of made glyphs, a TrueType font like those that ship; null without a sound one. The very same face
 * for the same drawings, since lines are remembered by it; other drawings have another id, since
 * outlines are.
 */
export function madeFace(drawings: readonly MadeDrawing[] | undefined): Face | null {
  if (!drawings) return null
  const known = cast.get(drawings)
  if (known) return known.face
  const face = castFace(drawings)
  cast.set(drawings, { face })
  return face
}

/** The bytes of a font of made glyphs; null without a sound one. */
export function madeFont(drawings: readonly MadeDrawing[]): Uint8Array | null {
  const sound = drawings.flatMap(({ character, path }) => {
    const contours = readOutline(path)
    return contours && contours.length > 0 ? [{ code: character.codePointAt(0)!, contours }] : []
  })
  return sound.length === 0 ? null : trueTypeOf(sound, "BanxinMade")
}

function castFace(drawings: readonly MadeDrawing[]): Face | null {
  const bytes = madeFont(drawings)
  if (!bytes) return null
  const font = wholeFont(bytes)
  const id = MADE + numberOf(font.bytes)
  const face = openFaces(font, () => id)[0]
  if (!face) throw new Error("a font of made glyphs that is none")
  const readings = new Map(drawings.map(({ character, reading }) => [character, reading]))
  return { ...face, reading: (character) => readings.get(character) ?? character }
}

/** A number by which bytes are told from others. Source: FNV-1a, 32 bits */
function numberOf(bytes: Uint8Array): string {
  let number = 0x811c9dc5
  for (const byte of bytes) number = Math.imul(number ^ byte, 0x01000193)
  return (number >>> 0).toString(16).padStart(8, "0")
}

/** Faces to try with that of made glyphs behind all others. */
export function facesWithMade<Wish extends { readonly family: string; readonly weight: number }>(
  faces: (wish: Wish) => readonly Face[],
  made: Face | null,
): (wish: Wish) => readonly Face[] {
  if (!made) return faces
  const known = new Map<string, readonly Face[]>()
  return (wish) => {
    const key = `${wish.family} ${wish.weight}`
    const all = known.get(key) ?? [...faces(wish), made]
    known.set(key, all)
    return all
  }
}
