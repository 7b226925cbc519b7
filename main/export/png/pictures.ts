import sharp from "sharp"
import type { DisplayList, Image } from "../../../layouts/display/list.ts"
import type { PngOptions, PngPress } from "./order.ts"

/** Pixels that a picture may have; larger ones are refused rather than filling the memory. */
const MOST_PIXELS = 150_000_000

/** A picture made ready for one place on the page. */
export interface ReadyPicture {
  /** The shown part as a data address. */
  readonly address: string
  readonly grey: boolean
}

/**
 * The pictures that a page shows, made ready for it: upright, cut to the part that is shown, and no
 * larger than the page's own pixels ask for. One that cannot be read is left out.
 */
export async function readyPictures(
  list: DisplayList,
  press: PngPress,
  { dpi }: PngOptions,
): Promise<ReadonlyMap<Image, ReadyPicture>> {
  const ready = new Map<Image, ReadyPicture>()
  for (const item of list.items) {
    if (item.kind !== "image") continue
    const picture = await readyPicture(item, press, dpi)
    if (picture) ready.set(item, picture)
  }
  return ready
}

async function readyPicture(
  item: Image,
  press: PngPress,
  dpi: number,
): Promise<ReadyPicture | null> {
  const source = press.picture(item.picture)
  const { box, crop } = item
  if (source === null || crop.width <= 0 || crop.height <= 0) return null
  try {
    const upright = sharp(source, { limitInputPixels: MOST_PIXELS }).rotate()
    const whole = upright.flatten({ background: "#fff" }).raw()
    const { data, info } = await whole.toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    const part = shownPart(crop, width, height)
    const pixels = (length: number): number => Math.max(1, Math.ceil((length * dpi) / 72))
    const size = {
      width: Math.min(part.width, pixels(box.width)),
      height: Math.min(part.height, pixels(box.height)),
    }
    const cut = sharp(data, { raw: { width, height, channels } }).extract(part)
    const png = await cut
      .resize({ ...size, fit: "fill" })
      .png({ compressionLevel: 1 })
      .toBuffer()
    const address = `data:image/png;base64,${png.toString("base64")}`
    return { address, grey: channels === 1 }
  } catch {
    return null
  }
}

/** The part of a picture that a crop shows, in whole pixels, at least one each way. */
function shownPart({ x, y, width, height }: Image["crop"], across: number, down: number) {
  const left = Math.min(across - 1, Math.round(x * across))
  const top = Math.min(down - 1, Math.round(y * down))
  return {
    left,
    top,
    width: Math.max(1, Math.min(across - left, Math.round(width * across))),
    height: Math.max(1, Math.min(down - top, Math.round(height * down))),
  }
}
