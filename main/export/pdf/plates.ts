import { deflateSync } from "node:zlib"
import type { Face } from "../../../fonts/face.ts"
import { cutProgram } from "../../../fonts/subset/program.ts"
import type { FontProgram } from "../../../fonts/subset/program.ts"
import { sha256 } from "./digest.ts"
import type { PictureBytes } from "./order.ts"

/** A font program made ready: deflated, with its tag. */
export interface CastFont {
  readonly program: FontProgram
  readonly packed: Uint8Array
  /** Six capitals that tell this set of glyphs from another of the same face. */
  readonly tag: string
}

/**
 * Standing plates: what the last files needed and the next may need again.
 * The caller makes one record and passes it in for as long as it likes; it holds the last font
 * program of each face and the last deflated stream of each part of a file. Law: a file written
 * with plates of any history equals one written without.
 */
export interface Plates {
  readonly fonts: WeakMap<Face, { readonly glyphs: string; readonly font: CastFont | null }>
  readonly pictures: WeakMap<PictureBytes, Uint8Array>
  readonly profiles: WeakMap<Uint8Array, Uint8Array>
  readonly streams: Map<string, { readonly raw: Uint8Array; readonly packed: Uint8Array }>
}

/** Plates that remember nothing yet. */
export function freshPlates(): Plates {
  return {
    fonts: new WeakMap(),
    pictures: new WeakMap(),
    profiles: new WeakMap(),
    streams: new Map(),
  }
}

/**
 * The font program that shows these glyphs, deflated; null when the face has no outlines for a PDF.
 * The glyphs are taken as a set: their order changes nothing.
 */
export function castFont(plates: Plates, face: Face, glyphs: Iterable<number>): CastFont | null {
  const set = [...new Set(glyphs)].sort((a, b) => a - b)
  const key = set.join(" ")
  const known = plates.fonts.get(face)
  if (known?.glyphs === key) return known.font
  const program = cutProgram(face, set)
  const font = program && { program, packed: deflate(program.bytes), tag: tagOf(program.bytes) }
  plates.fonts.set(face, { glyphs: key, font })
  return font
}

/** Bytes deflated, from memory when this part of the file was the same last time. */
export function pack(plates: Plates, part: string, raw: Uint8Array): Uint8Array {
  const known = plates.streams.get(part)
  if (known !== undefined && Buffer.compare(known.raw, raw) === 0) return known.packed
  const packed = deflate(raw)
  plates.streams.set(part, { raw, packed })
  return packed
}

/** A picture's pixels deflated, once for as long as the press keeps the picture. */
export function packPicture(plates: Plates, picture: PictureBytes): Uint8Array {
  const known = plates.pictures.get(picture)
  if (known !== undefined) return known
  const packed = deflate(picture.bytes)
  plates.pictures.set(picture, packed)
  return packed
}

/** A profile deflated as far as it goes, once for as long as its condition is kept open. */
export function packProfile(plates: Plates, profile: Uint8Array): Uint8Array {
  const known = plates.profiles.get(profile)
  if (known !== undefined) return known
  const packed = deflateSync(profile, { level: 9 })
  plates.profiles.set(profile, packed)
  return packed
}

/**
 * Deflates at the middle level: the highest would make text streams one percent smaller in two and a
 * half times the time, and outlines, which hold few repetitions, not even that.
 */
export function deflate(raw: Uint8Array): Uint8Array {
  return deflateSync(raw, { level: 6, memLevel: 9 })
}

/** Six capitals from a hash of the font program. Source: PDF 1.7, 9.6.4. */
function tagOf(program: Uint8Array): string {
  const hash = sha256().update(program).digest()
  return String.fromCharCode(...hash.subarray(0, 6).map((byte) => 65 + (byte % 26)))
}
