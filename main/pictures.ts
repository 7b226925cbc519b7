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
      const { data: bytes, info } = await sharp(id, { limitInputPixels: MOST_PIXELS })
        .rotate()
        .flatten({ background: "white" })
        .toColourspace("b-w")
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
