import type { Sharp } from "sharp"
import { openPicture, pixelsOf, type OpenedPicture } from "./open.ts"
import { onBlackPlate } from "./plates.ts"
import { USUAL_QUALITY } from "./print.ts"

/** How a proof shows a picture: as it prints, or in its colours. */
export type ProofLook = "print" | "colour"

/** Widths that a proof may be asked for, pixels. */
const PROOF_WIDTHS = { least: 16, most: 8192 } as const

/**
 * A picture for the screen as a JPEG: upright and no wider than asked, grey by the very way that
 * the plate's grey is made. Null for a width that is none and a file that is no picture.
 */
export async function proofOf(
  file: string,
  look: ProofLook,
  width: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const small = await pixelsFor(file, width)
  if (!small) return null
  try {
    const { pixels } = small
    const shown =
      look === "print"
        ? onBlackPlate(pixels)
        : pixels.flatten({ background: "white" }).toColourspace("srgb")
    return new Uint8Array(await shown.jpeg({ quality: USUAL_QUALITY }).toBuffer())
  } catch {
    return null
  }
}

/** A picture's pixels, upright and no wider than asked; null for what cannot be had so. */
export async function pixelsFor(
  file: string,
  width: number,
): Promise<{ readonly pixels: Sharp; readonly opened: OpenedPicture } | null> {
  if (!Number.isInteger(width) || width < PROOF_WIDTHS.least || width > PROOF_WIDTHS.most)
    return null
  const opened = await openPicture(file)
  if (!opened.ok) return null
  const pixels = await pixelsOf(opened.value).catch(() => null)
  if (!pixels) return null
  return {
    pixels: pixels.resize({ width, withoutEnlargement: true }),
    opened: opened.value,
  }
}
