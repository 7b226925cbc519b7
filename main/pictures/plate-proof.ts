import type { Sharp } from "sharp"
import { onPlates, type PicturePlates } from "./plates.ts"
import { pixelsFor } from "./proof.ts"

/** Quality of what is between the picture and its plates: nothing of it is seen. */
const BETWEEN = 98

/**
 * The plates of a picture for the screen, as one grey JPEG: cyan, magenta, yellow and black one below
 * the other, dark where they print. It is converted by the very way that the press's pictures are, and
 * is no wider than asked. Null for a width that is none and a file that is no picture.
 */
export async function plateProofOf(
  file: string,
  plates: PicturePlates,
  width: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const small = await pixelsFor(file, width)
  if (!small) return null
  try {
    const { default: sharp } = await import("sharp")
    const inked = await onPlates(small.pixels, small.opened, plates)
      .jpeg({ quality: BETWEEN, chromaSubsampling: "4:4:4" })
      .toBuffer()
    const { pixels, size } = await fourPlates(sharp(inked))
    const raw = { width: size.width, height: 4 * size.height, channels: 1 } as const
    const grey = sharp(pixels, { raw }).toColourspace("b-w")
    return new Uint8Array(await grey.jpeg({ quality: BETWEEN }).toBuffer())
  } catch {
    return null
  }
}

/** The plates of an inked picture one below the other, 0 where they print and 255 where not. */
async function fourPlates(inked: Sharp) {
  const { channels } = await inked.metadata()
  const kept =
    channels === 4
      ? inked.pipelineColourspace("cmyk").toColourspace("cmyk")
      : inked.toColourspace("b-w")
  const { data, info: size } = await kept.raw().toBuffer({ resolveWithObject: true })
  const count = size.width * size.height
  const pixels = new Uint8Array(4 * count).fill(255)
  if (size.channels !== 4) pixels.set(data.subarray(0, count), 3 * count)
  else
    for (let i = 0; i < count; i += 1)
      for (let plate = 0; plate < 4; plate += 1)
        pixels[plate * count + i] = 255 - data[4 * i + plate]!
  return { pixels, size }
}
