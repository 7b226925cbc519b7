import { expect, it } from "vitest"
import { drawPicture } from "../../layouts/draw/picture.ts"
import type { PlacedPicture } from "../../layouts/flow/pictures.ts"
import { presetOutline, USUAL_WRAP, type Wrap } from "../../layouts/issue/wrap.ts"
import { pt } from "../../layouts/units.ts"
import { named, pageWith } from "../build/frame.ts"

const room = { x: pt(10), y: pt(20), width: pt(200), height: pt(100) }

function placed(wrap?: Wrap): PlacedPicture {
  const frame = named("photo", "picture - 0+2 10+9", wrap ? { wrap } : {})
  const picture = { id: "p", alt: "", aspect: 2 }
  const crop = { x: 0, y: 0, width: 1, height: 1 }
  const shown = { picture, size: { width: 600, height: 300 }, box: room, crop, ppi: 216 }
  return { page: pageWith([frame]), frame, index: 0, room, shown }
}

it("a picture that text goes round along an outline is cut out along it, and no other", () => {
  expect(drawPicture(placed()).map(({ kind }) => kind)).toEqual(["image"])
  expect(drawPicture(placed(USUAL_WRAP))[0]).not.toHaveProperty("cut")
  const outline = presetOutline("ellipse")
  const [image, ...more] = drawPicture(placed({ ...USUAL_WRAP, shape: "outline", outline }))
  expect(more).toEqual([])
  if (image?.kind !== "image") throw new Error("no picture")
  const points = image.cut!.flatMap((one) => (one[0] === "Z" ? [] : [[one[1], one[2]] as const]))
  expect(points).toEqual(outline.map(([x, y]) => [10 + 200 * x, 20 + 100 * y]))
  expect(image.cut!.at(-1)).toEqual(["Z"])
})
