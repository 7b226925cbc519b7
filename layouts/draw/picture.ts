import type { Fill, Item, Segment } from "../display/list.ts"
import type { PlacedPicture } from "../flow/pictures.ts"
import type { OutlinePoint } from "../issue/wrap.ts"
import { pt, type Box } from "../units.ts"
import { BLACK, PAPER, tintOf } from "./inks.ts"
import { fillBox, pathOf, strokeBox } from "./shapes.ts"

/** Ground of a picture box whose picture has not come. */
export const AWAITED = tintOf(0.1)

/** The thinnest rule that newsprint holds: 0.1 mm. */
const KEYLINE = pt(0.2835)

/** A picture in its frame; the place of one that is missing. */
export function drawPicture({ room, shown, frame }: PlacedPicture): readonly Item[] {
  if (!shown) return drawAwaited(room)
  const { picture, box, crop } = shown
  const image: Item = { kind: "image", picture: picture.id, box, crop }
  const outline = frame.wrap?.shape === "outline" ? frame.wrap.outline : undefined
  return outline ? [image, paperRound(outline, room)] : [image]
}

/** How far paper covers over a picture's edges, so that no hairline of them shows, pt. */
const EDGE = 0.3

/** Paper over what of a picture's room is outside an outline: a cut-out, whatever its ground. */
function paperRound(outline: readonly OutlinePoint[], room: Box): Fill {
  const points = outline.map(
    ([x, y]) => [room.x + x * room.width, room.y + y * room.height] as const,
  )
  const inward = area(points) > 0 ? points.toReversed() : points
  const hole = inward.map(([x, y], i): Segment => [i === 0 ? "M" : "L", x, y])
  const cover: Box = {
    x: pt(room.x - EDGE),
    y: pt(room.y - EDGE),
    width: pt(room.width + 2 * EDGE),
    height: pt(room.height + 2 * EDGE),
  }
  return { kind: "fill", ink: PAPER.name, path: [...pathOf(cover), ...hole, ["Z"]] }
}

/** Twice the area that points go round, more than 0 for those that go round as a box's outline does. */
function area(points: readonly (readonly [number, number])[]): number {
  return points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!
    return sum + x * nextY - nextX * y
  }, 0)
}

/** The place of a picture that is missing: a light ground with a keyline. */
function drawAwaited(box: Box): readonly Item[] {
  return [fillBox(box, AWAITED.name), strokeBox(box, BLACK.name, KEYLINE)]
}
