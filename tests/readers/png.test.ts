import { rmSync } from "node:fs"
import { dirname, join } from "node:path"
import sharp from "sharp"
import { beforeAll, describe, expect, it } from "vitest"
import { makeUp } from "../../layouts/make-up.ts"
import { writePdf } from "../../main/export/pdf/write.ts"
import { writePng } from "../../main/export/png/write.ts"
import { loadPictures } from "../../main/pictures/print.ts"
import { pressesOf } from "../../main/press.ts"
import { orderOf, sampleArticles } from "../build/issue.ts"
import { OPTIONS } from "../build/pdf-page.ts"
import { ask, layDown } from "../build/pdf-readers.ts"
import { library } from "../build/type.ts"

const DPI = 150

/** A picture's grey, dot by dot, and its size. */
async function greyOf(picture: string | Uint8Array) {
  const grey = sharp(picture).toColourspace("b-w").raw()
  const { data, info: size } = await grey.toBuffer({ resolveWithObject: true })
  return { data, size: [size.width, size.height] }
}

/** Share of the dots of two pictures that differ by more than this much. */
function apart(one: Uint8Array, other: Uint8Array, more: number): number {
  let count = 0
  for (let i = 0; i < one.length; i++) if (Math.abs(one[i]! - other[i]!) > more) count++
  return count / one.length
}

function inkOf(data: Uint8Array): number {
  return data.reduce((sum, grey) => sum + 255 - grey, 0)
}

describe("the sample page as a PNG, beside its PDF", () => {
  const seen = { png: new Uint8Array(), mupdf: new Uint8Array(), poppler: new Uint8Array() }
  const sizes: number[][] = []

  beforeAll(async () => {
    const articles = await sampleArticles()
    const presses = pressesOf(library, await loadPictures(articles))
    const made = makeUp(articles, orderOf({ breaks: "original" }), presses.compose)
    if (!made.ok) throw new Error(made.say.en)
    const { list } = made.value.pages[0]!
    const picture = (id: string) => presses.pdf.picture(id)?.bytes ?? null
    const png = await writePng(list, { face: library.face, picture }, { dpi: DPI, marks: true })
    const pdf = writePdf([list], presses.pdf, OPTIONS)
    if (!png.ok || !pdf.ok) throw new Error("the page was not printed")
    const file = layDown(pdf.value)
    const folder = dirname(file)
    const by = (name: string): string => join(folder, name)
    ask("mutool", "draw", "-q", "-r", `${DPI}`, "-c", "gray", "-o", by("mupdf.png"), file)
    ask("pdftoppm", "-r", `${DPI}`, "-gray", "-png", "-singlefile", file, by("poppler"))
    for (const [name, source] of [
      ["png", png.value],
      ["mupdf", by("mupdf.png")],
      ["poppler", by("poppler.png")],
    ] as const) {
      const { data, size } = await greyOf(source)
      seen[name] = data
      sizes.push(size)
    }
    rmSync(folder, { recursive: true })
  })

  it("has their size", () => {
    expect(sizes[1]).toEqual(sizes[0])
    expect(sizes[2]).toEqual(sizes[0])
  })

  it("has the PDF's ink dot for dot as MuPDF sees it; Poppler, which moves glyphs to whole dots, is further", () => {
    const { png, mupdf, poppler } = seen
    expect(apart(png, mupdf, 128)).toBeLessThan(0.001)
    expect(apart(png, mupdf, 64)).toBeLessThan(0.025)
    expect(apart(png, poppler, 64)).toBeLessThan(apart(mupdf, poppler, 64) * 1.2)
    for (const plate of [mupdf, poppler])
      expect(Math.abs(inkOf(png) / inkOf(plate) - 1)).toBeLessThan(0.015)
  })
})
