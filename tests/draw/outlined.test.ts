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

it("a picture that text goes round along an outline is cut out, whichever way its points go", () => {
  expect(drawPicture(placed()).map(({ kind }) => kind)).toEqual(["image"])
  expect(drawPicture(placed(USUAL_WRAP)).map(({ kind }) => kind)).toEqual(["image"])
  const outline = presetOutline("ellipse")
  const masks = [outline, outline.toReversed()].map((points) => {
    const [image, mask] = drawPicture(placed({ ...USUAL_WRAP, shape: "outline", outline: points }))
    expect(image).toMatchObject({ kind: "image" })
    if (mask?.kind !== "fill") throw new Error("no mask")
    expect(mask.ink).toBe("paper")
    return mask.path
  })
  // The cover goes one way round, the hole in it the other: the area of both is what lies outside.
  for (const path of masks) {
    const at = path.findIndex(([kind], i) => kind === "M" && i > 0)
    const areas = [path.slice(0, at), path.slice(at)].map((part) => {
      const points = part.flatMap((one) => (one[0] === "Z" ? [] : [[one[1], one[2]] as const]))
      return points.reduce((sum, [x, y], i) => {
        const [nextX, nextY] = points[(i + 1) % points.length]!
        return sum + (x * nextY - nextX * y) / 2
      }, 0)
    })
    expect(areas[0]).toBeCloseTo(200.6 * 100.6, 0)
    expect(areas[1]! / (Math.PI * 100 * 50)).toBeCloseTo(-1, 1)
  }
})
