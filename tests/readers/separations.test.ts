import { existsSync, rmSync } from "node:fs"
import { dirname } from "node:path"
import sharp from "sharp"
import { beforeAll, describe, expect, it } from "vitest"
import type { DisplayList, Ink, Item } from "../../layouts/display/list.ts"
import { plateList, platesOf } from "../../layouts/display/plate-list.ts"
import { fillBox } from "../../layouts/draw/shapes.ts"
import { pt, type Pt } from "../../layouts/units.ts"
import { openCondition, SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import type { Standard } from "../../main/export/pdf/standard.ts"
import { writePng } from "../../main/export/png/write.ts"
import { plateProofOf } from "../../main/pictures/plate-proof.ts"
import { platesFor } from "../../main/pictures/plates.ts"
import { loadPictures } from "../../main/pictures/print.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { INKS, OPTIONS, pageOf, setLine } from "../build/pdf-page.ts"
import { ask, judge, layDown, platesIn, type PrintedPlate } from "../build/pdf-readers.ts"
import { samplePages, type PressPages } from "../build/press-pages.ts"
import { sampleArticles } from "../build/issue.ts"
import { library } from "../build/type.ts"

const CHECKER = "../shared/acceptance/verify-pdfx.mjs"
const NEWSPRINT = SHIPPED_CONDITIONS[0]!
const PLATES = platesFor(NEWSPRINT)

/** Dots per inch that plates are compared at, and what Ghostscript, which has no half dots, rasters finer by. */
const DPI = 100
const FINER = 4

const spot = (name: string, tint: number, overprint = false): Ink => {
  const solid = [1, 0.3, 0, 0.1] as const
  const cmyk = solid.map((share) => share * tint) as unknown as Ink["cmyk"]
  const plate = name.split(" ")[0]!
  return { name, cmyk, spot: { plate, tint, solid, overprint } }
}

/** A page with spots, tints, black over colour, white on black, and the sample's photo. */
async function inkedPages(): Promise<PressPages> {
  const [photo, bytes] = [...(await loadPictures(await sampleArticles(), PLATES))][0]!
  const inks = [
    ...INKS,
    { name: "朱红", cmyk: [0, 0.9, 0.8, 0] },
    { name: "朱红 40%", cmyk: [0, 0.36, 0.32, 0] },
    spot("Ruihe-Blue", 1),
    spot("Ruihe-Blue 30%", 0.3),
    spot("Varnish", 0.6, true),
    spot("江蓝", 0.5),
  ] satisfies readonly Ink[]
  const box = (ink: string, ...sides: readonly [number, number, number, number]): Item => {
    const [x, y, width, height] = sides.map(pt) as [Pt, Pt, Pt, Pt]
    return fillBox({ x, y, width, height }, ink)
  }
  const items: readonly Item[] = [
    box("朱红", 10, 10, 90, 30),
    setLine("瑞河港开航", { x: 14, y: 32, size: 16 }),
    box("Ruihe-Blue", 110, 10, 80, 30),
    setLine("压在专色上", { x: 114, y: 32, size: 14 }),
    box("black", 10, 50, 90, 30),
    setLine("反白的标题", { x: 14, y: 72, size: 16, ink: "paper" }),
    box("Ruihe-Blue 30%", 110, 50, 80, 30),
    setLine("镂空红字", { x: 114, y: 72, size: 16, ink: "朱红" }),
    box("朱红 40%", 10, 90, 90, 30),
    box("Ruihe-Blue", 40, 95, 30, 20),
    box("Varnish", 20, 100, 30, 30),
    box("江蓝", 110, 90, 80, 30),
    box("paper", 130, 95, 40, 20),
    {
      kind: "image",
      picture: photo,
      box: { x: pt(10), y: pt(140), width: pt(180), height: pt(120) },
      crop: { x: 0, y: 0, width: 1, height: 1 },
    },
    setLine("照片上的说明", { x: 30, y: 200, size: 18 }),
    setLine("照片上的反白", { x: 30, y: 230, size: 18, ink: "paper" }),
  ]
  const list: DisplayList = { ...pageOf(items), inks, bleed: pt(0) }
  const picture = (id: string) => (id === photo ? bytes : null)
  return { lists: [list], press: { face: library.face, picture } }
}

function fileOf({ lists, press }: PressPages, standard: Standard, marks = true): string {
  const opened = openCondition(NEWSPRINT)
  if (!opened.ok) throw new Error(opened.say.en)
  const { intent } = opened.value
  return layDown(pdfOf(lists, press, { ...OPTIONS, standard, marks, intent }))
}

/** A plate as the desk has it: the plate's list, drawn with the plate's part of each picture. */
async function ownPlate(list: DisplayList, plate: string): Promise<PrintedPlate> {
  const shown = plateList(list, plate)
  const at = ["Cyan", "Magenta", "Yellow", "Black"].indexOf(plate)
  const pictures = new Map<string, Uint8Array>()
  for (const item of shown.items) {
    if (item.kind !== "image" || pictures.has(item.picture)) continue
    const proof = sharp((await plateProofOf(item.picture, PLATES, 2048))!)
    const { width, height } = await proof.metadata()
    const box = { left: 0, top: Math.max(0, at) * (height / 4), width, height: height / 4 }
    const part = at < 0 ? proof.extract(box).linear(0, 255) : proof.extract(box)
    pictures.set(item.picture, await part.png().toBuffer())
  }
  const press = { face: library.face, picture: (id: string) => pictures.get(id) ?? null }
  const made = await writePng(shown, press, { dpi: DPI, marks: false })
  if (!made.ok) throw new Error(made.say.en)
  return inked(made.value)
}

/** The ink of a picture's dots. */
async function inked(png: Uint8Array): Promise<PrintedPlate> {
  const whole = sharp(png).toColourspace("b-w").raw()
  const { data, info } = await whole.toBuffer({ resolveWithObject: true })
  const ink = Uint8Array.from({ length: info.width * info.height }, (_, i) => {
    return 255 - data[i * info.channels]!
  })
  return { width: info.width, height: info.height, ink }
}

/** The share of the dots of two plates that differ by more than `most`, and by how much all do on average. */
function difference(a: PrintedPlate, b: PrintedPlate, most: number) {
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)]
  let [far, sum] = [0, 0]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const off = Math.abs(a.ink[y * a.width + x]! - b.ink[y * b.width + x]!)
      if (off > most) far += 1
      sum += off
    }
  return { far: far / (width * height), mean: sum / (width * height) / 255 }
}

describe("spot inks in a file", () => {
  let pages: PressPages
  beforeAll(async () => {
    pages = await inkedPages()
  })

  it.each(["proof", "x1a", "x4"] as const)("are plates of their own in %s", async (standard) => {
    const file = fileOf(pages, standard)
    expect(judge("qpdf", "--check", file)).toMatchObject({ code: 0 })
    const told = ask("mutool", "show", file, "grep")
    for (const name of ["Ruihe-Blue", "Varnish"]) expect(told).toContain(`/Separation/${name}`)
    const plates = await platesIn(file, 36)
    const names = [...plates.keys()]
    expect(names).toEqual(expect.arrayContaining(["Cyan", "Black", "Ruihe-Blue", "Varnish"]))
    expect(names).toHaveLength(7)
    rmSync(dirname(file), { recursive: true })
  })

  it.skipIf(!existsSync(CHECKER)).each(["x1a", "x4"] as const)(
    "leave nothing for the acceptance check to find in %s",
    (standard) => {
      const file = fileOf(pages, standard)
      const name = standard === "x1a" ? "X1a" : "X4"
      const { said } = judge(process.execPath, CHECKER, file, `--x=${name}`, "--tac=0")
      expect(said.split("\n").filter((line) => line.startsWith("ERROR"))).toEqual([])
      rmSync(dirname(file), { recursive: true })
    },
  )
})

describe("the plates that the desk shows", () => {
  it.each([
    ["with spots, tints, overprint, white text and a photo", inkedPages],
    ["of the sample", () => samplePages(PLATES)],
  ] as const)("are Ghostscript's, on the page %s", async (name, pagesOf) => {
    const { lists, press } = await pagesOf()
    const list = { ...lists[0]!, bleed: pt(0) }
    const file = fileOf({ lists: [list], press }, "x4", false)
    const printed = await platesIn(file, DPI, FINER)
    rmSync(dirname(file), { recursive: true })
    for (const plate of platesOf(list)) {
      const theirs = printed.get(plate)
      expect(theirs, `${plate} is among ${[...printed.keys()].join(", ")}`).toBeDefined()
      const { far, mean } = difference(await ownPlate(list, plate), theirs!, 48)
      console.log(
        `${name}: ${plate} ${(100 * far).toFixed(2)} % of the dots, ${(100 * mean).toFixed(2)} % on average`,
      )
      expect(far).toBeLessThan(0.02)
      expect(mean).toBeLessThan(0.02)
    }
    // The comparison is worth something: another plate is not this one.
    const other = difference(await ownPlate(list, "Black"), printed.get("Yellow")!, 48)
    expect(other.far).toBeGreaterThan(0.05)
  })
})
