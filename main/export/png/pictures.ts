import sharp from "sharp"
import type { DisplayList, Image } from "../../../layouts/display/list.ts"
import type { PngOptions, PngPress } from "./order.ts"

/** Pixels that a picture may have; larger ones are refused rather than filling the memory. */
const MOST_PIXELS = 150_000_000

/**
 * The pictures that a page shows, made ready for it: upright, cut to the part that is shown, and no
 * larger than the page's own pixels ask for. By item; null for a file that cannot be read.
 */
export async function readyPictures(
  list: DisplayList,
  press: PngPress,
  { dpi }: PngOptions,
): Promise<ReadonlyMap<Image, string | null>> {
  const ready = new Map<Image, string | null>()
  for (const item of list.items)
    if (item.kind === "image") ready.set(item, await readyPicture(item, press, dpi))
  return ready
}

async function readyPicture(item: Image, press: PngPress, dpi: number): Promise<string | null> {
  const file = press.file(item.picture)
  const { box, crop } = item
  if (file === null || crop.width <= 0 || crop.height <= 0) return null
  try {
    const open = sharp(file, { limitInputPixels: MOST_PIXELS }).rotate()
    const { data, info } = await open
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    const left = Math.min(width - 1, Math.round(crop.x * width))
    const top = Math.min(height - 1, Math.round(crop.y * height))
    const part = {
      left,
      top,
      width: Math.max(1, Math.min(width - left, Math.round(crop.width * width))),
      height: Math.max(1, Math.min(height - top, Math.round(crop.height * height))),
    }
    const png = await sharp(data, { raw: { width, height, channels } })
      .extract(part)
      .resize({
        width: Math.min(part.width, Math.max(1, Math.ceil((box.width * dpi) / 72))),
        height: Math.min(part.height, Math.max(1, Math.ceil((box.height * dpi) / 72))),
        fit: "fill",
      })
      .png({ compressionLevel: 1 })
      .toBuffer()
    return `data:image/png;base64,${png.toString("base64")}`
  } catch {
    return null
  }
}
