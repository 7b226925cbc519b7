import type { Sharp } from "sharp"
import type { PictureBytes } from "./export/pdf/order.ts"
import type { PrintingCondition } from "./conditions/condition.ts"
import { profileFile, SHIPPED_CONDITIONS } from "./conditions/shelf.ts"
import type { Article } from "../layouts/issue/article.ts"

/** Pixels that a picture may have; larger ones are refused rather than filling the memory. */
const MOST_PIXELS = 150_000_000

/** Which plates pictures are made for: black alone, or the four of a press by its profile's file. */
export type PicturePlates =
  { readonly kind: "black" } | { readonly kind: "process"; readonly profile: string }

/** The plates of a printing condition, black alone for none; a condition that is known by name alone is converted to by the newspaper's own profile. */
export function platesFor(condition: PrintingCondition | null): PicturePlates {
  if (condition === null) return { kind: "black" }
  return {
    kind: "process",
    profile: profileFile(condition) ?? profileFile(SHIPPED_CONDITIONS[0]!)!,
  }
}

/**
 * Reads the pictures that articles bring, upright and as JPEGs on the plates asked for.
 * A picture that cannot be read is left out; the page shows its awaited box.
 */
export async function loadPictures(
  articles: readonly Article[],
  plates: PicturePlates = { kind: "black" },
): Promise<ReadonlyMap<string, PictureBytes>> {
  const wanted = new Set(articles.flatMap((article) => article.pictures.map(({ id }) => id)))
  const pictures = new Map<string, PictureBytes>()
  if (wanted.size === 0) return pictures
  const { default: sharp } = await import("sharp")
  for (const id of wanted) {
    try {
      const opened = sharp(id, { limitInputPixels: MOST_PIXELS })
      const { space, channels } = await opened.metadata()
      const { made, onto } = plated(opened.rotate(), { space, channels }, plates)
      const { data: bytes, info } = await made
        .jpeg({ quality: 88, chromaSubsampling: "4:4:4" })
        .toBuffer({ resolveWithObject: true })
      const { width, height } = info
      pictures.set(id, { width, height, space: onto, bits: 8, coding: "jpeg", bytes })
    } catch {
      continue
    }
  }
  return pictures
}

/** What a picture file holds. */
interface Held {
  readonly space: string | undefined
  readonly channels: number | undefined
}

/**
 * A picture on its plates. A grey picture stays grey; CMYK keeps its numbers; everything else goes
 * through its own profile, or sRGB, to the press's.
 * Naming the colour space beside the profile would convert twice. Source: reference/pdf.md C.6
 */
function plated(
  picture: Sharp,
  { space = "srgb", channels = 3 }: Held,
  plates: PicturePlates,
): { readonly made: Sharp; readonly onto: PictureBytes["space"] } {
  if (plates.kind === "black" || channels < 3) return { made: onBlackPlate(picture), onto: "gray" }
  const made =
    space === "cmyk"
      ? picture.pipelineColourspace("cmyk").toColourspace("cmyk")
      : picture.flatten({ background: "white" }).withIccProfile(plates.profile, { attach: false })
  return { made, onto: "cmyk" }
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
