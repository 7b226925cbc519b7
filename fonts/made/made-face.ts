import type { Face } from "../face.ts"
import { openFaces, wholeFont } from "../shaping/open-face.ts"
import { readOutline } from "./outline-path.ts"
import { trueTypeOf } from "./true-type.ts"

/** What the id of a made glyph's face begins with; its code point and a number of its outline follow. */
const MADE = "made-"

/** Whether a face's id is that of a made glyph. */
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

/** Faces already cast, by what they were cast from; null for what has no sound outline. */
const cast = new WeakMap<MadeDrawing, Face | null>()

/** Lists of faces, by the lists of drawings that they were cast from. */
const lists = new WeakMap<readonly MadeDrawing[], readonly Face[]>()

const NO_FACES: readonly Face[] = []

/**
 * The faces of made glyphs, a TrueType font each like those that ship; those without a sound outline
 * are left out. Each glyph has a face of its own, whose id is told by its outline: what a page prints
 * depends on the glyphs it uses and on no other. The very same list and faces for the same drawings,
 * since pages and lines are remembered by them.
 */
export function madeFaces(drawings: readonly MadeDrawing[] | undefined): readonly Face[] {
  if (!drawings) return NO_FACES
  const known = lists.get(drawings) ?? drawings.flatMap((drawing) => faceFor(drawing) ?? [])
  lists.set(drawings, known)
  return known
}

/** Those of some drawings whose faces are among ids. */
export function drawingsUsed(
  drawings: readonly MadeDrawing[],
  faces: ReadonlySet<string>,
): readonly MadeDrawing[] {
  return drawings.filter((drawing) => faces.has(faceFor(drawing)?.id ?? ""))
}

/** The bytes of one font of made glyphs; null without a sound one. */
export function madeFont(drawings: readonly MadeDrawing[]): Uint8Array | null {
  const sound = drawings.flatMap(({ character, path }) => {
    const contours = readOutline(path)
    return contours && contours.length > 0 ? [{ code: character.codePointAt(0)!, contours }] : []
  })
  return sound.length === 0 ? null : trueTypeOf(sound, "BanxinMade")
}

function faceFor(drawing: MadeDrawing): Face | null {
  const known = cast.get(drawing)
  if (known !== undefined) return known
  const face = castFace(drawing)
  cast.set(drawing, face)
  return face
}

function castFace(drawing: MadeDrawing): Face | null {
  const bytes = madeFont([drawing])
  if (!bytes) return null
  const font = wholeFont(bytes)
  const id = `${MADE}${drawing.character.codePointAt(0)!.toString(16)}-${numberOf(font.bytes)}`
  const face = openFaces(font, () => id)[0]
  if (!face) throw new Error("a font of a made glyph that is none")
  const { character, reading } = drawing
  return { ...face, reading: (text) => (text === character ? reading : text) }
}

/** A number by which bytes are told from others. Source: FNV-1a, 32 bits */
function numberOf(bytes: Uint8Array): string {
  let number = 0x811c9dc5
  for (const byte of bytes) number = Math.imul(number ^ byte, 0x01000193)
  return (number >>> 0).toString(16).padStart(8, "0")
}

/** Faces to try with those of made glyphs behind all others. */
export function facesWithMade<Wish extends { readonly family: string; readonly weight: number }>(
  faces: (wish: Wish) => readonly Face[],
  made: readonly Face[],
): (wish: Wish) => readonly Face[] {
  if (made.length === 0) return faces
  const known = new Map<string, readonly Face[]>()
  return (wish) => {
    const key = `${wish.family} ${wish.weight}`
    const all = known.get(key) ?? [...faces(wish), ...made]
    known.set(key, all)
    return all
  }
}
