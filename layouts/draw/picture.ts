import type { Item } from "../display/list.ts"
import type { PlacedPicture } from "../flow/pictures.ts"
import { pt, type Box } from "../units.ts"
import { BLACK, tintOf } from "./inks.ts"
import { fillBox, strokeBox } from "./shapes.ts"

/** Ground of a picture box whose picture has not come. */
export const AWAITED = tintOf(0.1)

/** The thinnest rule that newsprint holds: 0.1 mm. */
const KEYLINE = pt(0.2835)

/** A picture in its frame; the place of one that is missing. */
export function drawPicture({ room, shown }: PlacedPicture): readonly Item[] {
  if (!shown) return drawAwaited(room)
  const { picture, box, crop } = shown
  return [{ kind: "image", picture: picture.id, box, crop }]
}

/** The place of a picture that is missing: a light ground with a keyline. */
function drawAwaited(box: Box): readonly Item[] {
  return [fillBox(box, AWAITED.name), strokeBox(box, BLACK.name, KEYLINE)]
}
