import sharp from "sharp"
import { describe, expect, it } from "vitest"
import type { DisplayList, Item } from "../../layouts/display/list.ts"
import { pt, type Box } from "../../layouts/units.ts"
import { writePng } from "../../main/export/png/write.ts"
import { pageOf, setLine } from "../build/pdf-page.ts"
import { library } from "../build/type.ts"

const box = (x: number, y: number, width: number, height: number): Box => ({
  ...{ x: pt(x), y: pt(y) },
  ...{ width: pt(width), height: pt(height) },
})

function panel(ink: string, { x, y, width, height }: Box): Item {
  const corners = [
    ["M", x, y],
    ["L", x + width, y],
    ["L", x + width, y + height],
    ["L", x, y + height],
    ["Z"],
  ] as const
  return { kind: "fill", ink, path: corners }
}

/** Two pixels: red left, blue right. */
const pair = await sharp(Uint8Array.of(255, 0, 0, 0, 0, 255), {
  raw: { width: 2, height: 1, channels: 3 },
})
  .png()
  .toBuffer()

/** A page's pixels: its size, and the red, green and blue at a place of the list. */
async function painted(list: DisplayList, options = { dpi: 72, marks: false }) {
  const picture = (id: string) => (id === "pair" ? new Uint8Array(pair) : null)
  const made = await writePng(list, { face: library.face, picture }, options)
  if (!made.ok) throw new Error(made.say.en)
  const { channels } = await sharp(made.value).metadata()
  const raw = sharp(made.value).toColourspace("srgb").raw()
  const { data, info: size } = await raw.toBuffer({ resolveWithObject: true })
  return {
    ...{ width: size.width, height: size.height, channels },
    at(x: number, y: number): readonly number[] {
      const from = (Math.floor(y) * size.width + Math.floor(x)) * size.channels
      return [...data.subarray(from, from + 3)]
    },
  }
}

const WHITE = [255, 255, 255]
const BLACK = [0, 0, 0]
const RED = [255, 0, 0]
const BLUE = [0, 0, 255]

describe("a page as a PNG", () => {
  it("has inks as the screen shows them, and one channel where all are grey", async () => {
    const page = pageOf([panel("red", box(10, 10, 20, 20)), panel("tint", box(40, 10, 20, 20))])
    const { at, width, height, channels } = await painted(page)
    expect([width, height, channels]).toEqual([200, 300, 3])
    expect([at(20, 20), at(50, 20), at(80, 20)]).toEqual([RED, [217, 217, 217], WHITE])
    const grey = { ...page, items: page.items.slice(1), inks: page.inks.slice(2) }
    const bare = await painted(grey)
    expect([bare.channels, bare.at(50, 20)]).toEqual([1, [217, 217, 217]])
  })

  it("has glyphs upright on their baseline, moved glyph by glyph", async () => {
    const run = setLine("一一", { x: 20, y: 60, size: 40 })
    if (run.kind !== "glyphs") throw new Error("no run")
    const { at } = await painted(pageOf([{ ...run, dx: [0, 60], dy: [0, 50] }]))
    const inkDown = (x: number): number[] =>
      Array.from({ length: 120 }, (_, y) => y + 10).filter((y) => at(x, y)[0]! < 128)
    const [first, second] = [inkDown(40), inkDown(100)]
    expect(first.length).toBeGreaterThan(0)
    expect(Math.min(...first)).toBeGreaterThan(30)
    expect(Math.max(...first)).toBeLessThan(60)
    expect(second.map((y) => y - 50)).toEqual(first)
  })

  it("keeps strokes, dashes, matrices and clips where the list has them", async () => {
    const line = [
      ["M", 10, 20],
      ["L", 110, 20],
    ] as const
    const { at } = await painted(
      pageOf([
        { kind: "stroke", ink: "black", width: pt(4), dash: [10, 10], path: line },
        { kind: "push", matrix: [0, 1, -1, 0, 100, 150], clip: box(0, 0, 20, 40) },
        panel("red", box(0, 0, 60, 10)),
        { kind: "pop" },
        { kind: "push", matrix: [1, 0, 0, 1, 0, 100], clip: null },
        panel("red", box(0, 100, 10, 10)),
        { kind: "pop" },
      ]),
    )
    expect([at(15, 20), at(25, 20), at(35, 21)]).toEqual([BLACK, WHITE, BLACK])
    expect([at(95, 155), at(95, 168), at(95, 175), at(85, 155)]).toEqual([RED, RED, WHITE, WHITE])
    expect([at(5, 205), at(5, 105)]).toEqual([RED, WHITE])
  })

  it("shows a picture whole or its cropped part, and crosses the box of one that is missing", async () => {
    const whole = { x: 0, y: 0, width: 1, height: 1 }
    const { at } = await painted(
      pageOf([
        { kind: "image", picture: "pair", box: box(10, 10, 40, 20), crop: whole },
        {
          kind: "image",
          picture: "pair",
          box: box(60, 10, 40, 20),
          crop: { ...whole, x: 0.5, width: 0.5 },
        },
        { kind: "image", picture: "gone", box: box(110, 10, 40, 40), crop: whole },
      ]),
    )
    expect([at(12, 20), at(47, 20), at(62, 20), at(97, 20)]).toEqual([RED, BLUE, BLUE, BLUE])
    expect(at(130, 30)[0]).toBeLessThan(200)
    expect(at(130, 20)).toEqual(WHITE)
  })

  it("shows what is under a picture outside the outline that it is cut out along", async () => {
    const whole = { x: 0, y: 0, width: 1, height: 1 }
    const cut = [["M", 10, 10], ["L", 50, 10], ["L", 10, 50], ["Z"]] as const
    const image = { kind: "image", picture: "pair", box: box(10, 10, 40, 40), crop: whole } as const
    const { at } = await painted(pageOf([panel("black", box(0, 0, 60, 60)), { ...image, cut }]))
    expect([at(12, 12), at(47, 11), at(47, 47), at(12, 55)]).toEqual([RED, BLUE, BLACK, BLACK])
  })

  it("stands on its sheet with crop marks when they are asked for", async () => {
    const page = pageOf([panel("black", box(0, 0, 10, 10))])
    const { at, width, height } = await painted(page, { dpi: 72, marks: true })
    const edge = 8.504 + (9 * 72) / 25.4
    expect([width, height]).toEqual([Math.ceil(200 + 2 * edge), Math.ceil(300 + 2 * edge)])
    expect(at(edge + 5, edge + 5)).toEqual(BLACK)
    expect(at(edge + 15, edge + 15)).toEqual(WHITE)
    const column = Array.from({ length: 28 }, (_, y) => at(edge, y)[0]!)
    expect(Math.min(...column)).toBeLessThan(220)
  })

  it("is the same in one piece and in bands", async () => {
    const lines = Array.from({ length: 20 }, (_, i) =>
      setLine("瑞河港开港", { x: 10, y: 15 * (i + 1) }),
    )
    const page = pageOf(lines)
    const tall = { ...page, trim: { width: pt(200), height: pt(15_000) } }
    const [small, banded] = [
      await painted(page, { dpi: 300, marks: false }),
      await painted(tall, { dpi: 300, marks: false }),
    ]
    for (let y = 0; y < 1250; y += 7)
      for (let x = 0; x < 833; x += 7) expect(banded.at(x, y)).toEqual(small.at(x, y))
    expect(banded.height).toBe(62_500)
  })

  it("is refused with a sentence when it would have too many pixels", async () => {
    const options = { dpi: 6000, marks: false }
    const made = await writePng(pageOf([]), { face: library.face, picture: () => null }, options)
    expect(made).toMatchObject({
      ok: false,
      say: { en: expect.stringMatching(/lower resolution/) },
    })
  })
})
