import type { Sharp } from "sharp"
import type { PictureBytes } from "./export/pdf/order.ts"
import type { Article } from "../layouts/issue/article.ts"

/** Pixels that a picture may have; larger ones are refused rather than filling the memory. */
const MOST_PIXELS = 150_000_000

/**
 * Reads the pictures that articles bring, upright and as grey JPEGs for the black plate.
 * A picture that cannot be read is left out; the page shows its awaited box.
 */
export async function loadPictures(
  articles: readonly Article[],
): Promise<ReadonlyMap<string, PictureBytes>> {
  const wanted = new Set(articles.flatMap((article) => article.pictures.map(({ id }) => id)))
  const pictures = new Map<string, PictureBytes>()
  if (wanted.size === 0) return pictures
  const { default: sharp } = await import("sharp")
  for (const id of wanted) {
    try {
      const { data: bytes, info } = await onBlackPlate(
        sharp(id, { limitInputPixels: MOST_PIXELS }).rotate(),
      )
        .jpeg({ quality: 88 })
        .toBuffer({ resolveWithObject: true })
      const { width, height } = info
      pictures.set(id, { width, height, space: "gray", bits: 8, coding: "jpeg", bytes })
    } catch {
      continue
    }
  }
  return pictures
}

/** A picture as the black plate takes it: no transparency, one grey. */
function onBlackPlate(picture: Sharp): Sharp {
  return picture.flatten({ background: "white" }).toColourspace("b-w")
}

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
  if (!Number.isInteger(width) || width < PROOF_WIDTHS.least || width > PROOF_WIDTHS.most)
    return null
  const { default: sharp } = await import("sharp")
  try {
    const small = sharp(file, { limitInputPixels: MOST_PIXELS })
      .rotate()
      .resize({ width, withoutEnlargement: true })
    const shown =
      look === "print"
        ? onBlackPlate(small)
        : small.flatten({ background: "white" }).toColourspace("srgb")
    return new Uint8Array(await shown.jpeg({ quality: 88 }).toBuffer())
  } catch {
    return null
  }
}
