import { outlineInRoom, traceOutline } from "../../layouts/grid/trace-outline.ts"
import type { PlacedPicture } from "../../layouts/flow/pictures.ts"
import type { OutlinePoint } from "../../layouts/issue/wrap.ts"
import { pictureAddress } from "./actions.ts"

/** Pixels of the longer side that a picture is traced at. */
const SIDE = 240

/**
 * The outline of what a placed picture shows, in its frame; null for one that fills all of its box,
 * that has not come, or that cannot be read.
 */
export async function tracePicture({
  room,
  shown,
}: PlacedPicture): Promise<readonly OutlinePoint[] | null> {
  const address = shown && pictureAddress(shown.picture.id)
  if (!shown || !address) return null
  const pixels = await pixelsOf(address, shown.crop)
  const outline = pixels && traceOutline(pixels)
  return outline && outlineInRoom(outline, shown.box, room)
}

/** The part of a picture that is shown, small. */
async function pixelsOf(
  address: string,
  { x, y, width, height }: NonNullable<PlacedPicture["shown"]>["crop"],
): Promise<ImageData | null> {
  try {
    const answer = await fetch(address)
    if (!answer.ok) return null
    const bitmap = await createImageBitmap(await answer.blob())
    const [wide, high] = [bitmap.width * width, bitmap.height * height]
    const scale = SIDE / Math.max(wide, high)
    const size = [
      Math.max(1, Math.round(wide * scale)),
      Math.max(1, Math.round(high * scale)),
    ] as const
    const surface = new OffscreenCanvas(...size).getContext("2d", { willReadFrequently: true })!
    const from = [bitmap.width * x, bitmap.height * y, wide, high] as const
    surface.drawImage(bitmap, ...from, 0, 0, ...size)
    bitmap.close()
    return surface.getImageData(0, 0, ...size)
  } catch {
    return null
  }
}
