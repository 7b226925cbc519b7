import type { Item, Segment } from "../display/list.ts"
import type { PlacedPicture } from "../flow/pictures.ts"
import type { OutlinePoint } from "../issue/wrap.ts"
import { pt, type Box } from "../units.ts"
import { BLACK, tintOf } from "./inks.ts"
import { pathOf } from "./shapes.ts"

/** Ground of a picture box whose picture has not come. */
export const AWAITED = tintOf(0.1)

/** The thinnest rule that newsprint holds: 0.1 mm. */
const KEYLINE = pt(0.2835)

/** A picture in its frame, cut out along its outline where it has one; the place of one that is missing. */
export function drawPicture({ room, shown, frame }: PlacedPicture): readonly Item[] {
  const outline = frame.wrap?.shape === "outline" ? frame.wrap.outline : undefined
  const cut = outline && outlinePath(outline, room)
  if (!shown) return drawAwaited(cut ?? pathOf(room))
  const { picture, box, crop } = shown
  return [{ kind: "image", picture: picture.id, box, crop, ...(cut && { cut }) }]
}

/** An outline as it lies in a room. */
function outlinePath(outline: readonly OutlinePoint[], room: Box): readonly Segment[] {
  const points = outline.map(([x, y], i): Segment => [
    i === 0 ? "M" : "L",
    room.x + x * room.width,
    room.y + y * room.height,
  ])
  return [...points, ["Z"]]
}

/** The place of a picture that is missing: a light ground with a keyline. */
function drawAwaited(path: readonly Segment[]): readonly Item[] {
  return [
    { kind: "fill", ink: AWAITED.name, path },
    { kind: "stroke", ink: BLACK.name, path, width: KEYLINE, dash: [] },
  ]
}
