/** A length in PostScript points, 1/72 inch. */
export type Pt = number & { readonly unit: "pt" }
/** A length in millimetres. */
export type Mm = number & { readonly unit: "mm" }
/** A length in body characters (字): one em of the body size. */
export type Zi = number & { readonly unit: "zi" }

/** Points in one millimetre. */
const PT_PER_MM = 72 / 25.4

/** Two lengths nearer than this (pt) are the same length; a line that is this near its measure is full. */
export const TOLERANCE = 0.01 as Pt

/** Names a plain number as points. */
export function pt(value: number): Pt {
  return value as Pt
}

/** Names a plain number as millimetres. */
export function mm(value: number): Mm {
  return value as Mm
}

/** Names a plain number as body characters (字). */
export function zi(value: number): Zi {
  return value as Zi
}

/** The same length in points. */
export function mmToPt(value: Mm): Pt {
  return (value * PT_PER_MM) as Pt
}

/** The same length in millimetres. */
export function ptToMm(value: Pt): Mm {
  return (value / PT_PER_MM) as Mm
}

/** The same length in points, at a body size in points. */
export function ziToPt(value: Zi, bodySize: Pt): Pt {
  return (value * bodySize) as Pt
}

/** A rectangle in points: origin at the trim's top left, y down. */
export interface Box {
  readonly x: Pt
  readonly y: Pt
  readonly width: Pt
  readonly height: Pt
}
