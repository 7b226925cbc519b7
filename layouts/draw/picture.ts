import type { Image, Item } from "../display/list.ts"
import type { PictureSize } from "../press.ts"
import { pt, type Box } from "../units.ts"
import { BLACK, tintOf } from "./inks.ts"
import { fillBox, strokeBox } from "./shapes.ts"

/** Ground of a picture box whose picture has not come. */
export const AWAITED = tintOf(0.1)

/** The thinnest rule that newsprint holds: 0.1 mm. */
const KEYLINE = pt(0.2835)

/** A picture filling its box, cropped evenly on the sides that stand over. */
export function drawPicture(picture: string, size: PictureSize, box: Box): Image {
  const boxAspect = box.width / box.height
  const aspect = size.width / size.height
  const width = aspect > boxAspect ? boxAspect / aspect : 1
  const height = aspect > boxAspect ? 1 : aspect / boxAspect
  const crop = { x: (1 - width) / 2, y: (1 - height) / 2, width, height }
  return { kind: "image", picture, box, crop }
}

/** The place of a picture that is missing: a light ground with a keyline. */
export function drawAwaited(box: Box): readonly Item[] {
  return [fillBox(box, AWAITED.name), strokeBox(box, BLACK.name, KEYLINE)]
}
