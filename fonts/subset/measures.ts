import type { Face } from "../face.ts"
import { i16, u16, u32 } from "./sfnt.ts"

/** Measures of a face as a PDF's font descriptor wants them: thousandths of an em, degrees. */
export interface FaceMeasures {
  /** Left, bottom, right and top of all glyphs laid over each other. */
  readonly bounds: readonly [number, number, number, number]
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  /** Degrees counter-clockwise from upright; negative for a face that leans right. */
  readonly italicAngle: number
  /** OS/2 weight class, 1 to 1000; 400 when the face does not say. */
  readonly weight: number
}

const NONE = new Uint8Array(0)

/** Where the tables keep what is read here. Source: OpenType 1.9, head, hhea, OS/2, post. */
const HEAD_BOUNDS = 36
const HHEA_ASCENDER = 4
const HHEA_DESCENDER = 6
const HHEA_METRICS = 34
const OS2_WEIGHT = 4
const OS2_CAP_HEIGHT = 88
const POST_ANGLE = 4

/** Measures a face from its tables; a missing table reads as zeros. */
export function measureFace(face: Face): FaceMeasures {
  const head = face.table("head") ?? NONE
  const hhea = face.table("hhea") ?? NONE
  const os2 = face.table("OS/2") ?? NONE
  const ascent = thousandths(face, i16(hhea, HHEA_ASCENDER))
  // The cap height came with version 2 of OS/2.
  const capHeight = u16(os2, 0) >= 2 ? thousandths(face, i16(os2, OS2_CAP_HEIGHT)) : ascent
  const bound = (side: number): number => thousandths(face, i16(head, HEAD_BOUNDS + 2 * side))
  return {
    bounds: [bound(0), bound(1), bound(2), bound(3)],
    ascent,
    descent: thousandths(face, i16(hhea, HHEA_DESCENDER)),
    capHeight,
    italicAngle: (u32(face.table("post") ?? NONE, POST_ANGLE) | 0) / 0x10000,
    weight: u16(os2, OS2_WEIGHT) || 400,
  }
}

/**
 * Returns the advance of any glyph of a face in thousandths of an em, straight from hmtx.
 * The font program carries the same table, so a PDF's widths and its fonts cannot disagree.
 */
export function advancesOf(face: Face): (glyph: number) => number {
  const hmtx = face.table("hmtx") ?? NONE
  const full = u16(face.table("hhea") ?? NONE, HHEA_METRICS)
  return (glyph) => thousandths(face, u16(hmtx, 4 * Math.min(glyph, full - 1)))
}

/** Font units as thousandths of an em, to three decimals: what is written is what is counted with. */
function thousandths(face: Face, units: number): number {
  return Math.round((units * 1_000_000) / (face.unitsPerEm || 1000)) / 1000
}
