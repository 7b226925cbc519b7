import { existsSync, rmSync } from "node:fs"
import { dirname } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { DisplayList, Item } from "../../layouts/display/list.ts"
import { pt } from "../../layouts/units.ts"
import type { Box } from "../../layouts/units.ts"
import type { PictureBytes } from "../../main/export/pdf/order.ts"
import { sheetOf } from "../../main/export/pdf/sheet.ts"
import { writePdf } from "../../main/export/pdf/write.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { OPTIONS, pageOf, PRESS, setDown, setLine } from "../build/pdf-page.ts"
import { ask, judge, layDown, platesIn, readBack, seenCharacters } from "../build/pdf-readers.ts"
import type { PrintedPlate } from "../build/pdf-readers.ts"

/** Text with everything that is easily lost on the way: dashes, quotes, rare and paired characters. */
const LINES = [
  "瑞河港“春潮”号——首航茶山",
  "“『引号』里的‘话’，”他说：（好！）……",
  "䶮㛃𬭎𫖯四位站长在铁路工厂",
  "Ruihe 2031，12.5% & <A1>·end",
]

const HEAD = setLine("港口开行首班列车", { face: "song-900", size: 26.5, x: 18, y: 34 })

function textPage(): DisplayList {
  const lines = LINES.map((line, i) =>
    setLine(line, { x: 11.37, y: 60.123 + i * 13.777, size: 9.3, tracking: 0.1234 * (i - 1) }),
  )
  const vertical = setDown("“港口”——『茶』。", { x: 180, y: 130, size: 10 })
  return pageOf([HEAD, ...lines, ...vertical])
}

describe("a page of text", () => {
  const page = textPage()
  const written = page.items.flatMap((item) => (item.kind === "glyphs" ? item.texts : [])).join("")
  let file = ""
  beforeAll(() => {
    file = layDown(pdfOf([page]))
  })
  afterAll(() => rmSync(dirname(file), { recursive: true }))

  it("is a sound file for qpdf and Ghostscript", () => {
    expect(judge("qpdf", "--check", file)).toMatchObject({ code: 0 })
    const drawn = judge(
      "gs",
      "-q",
      "-dBATCH",
      "-dNOPAUSE",
      "-dPDFSTOPONERROR",
      "-dPDFSTOPONWARNING",
      "-sDEVICE=nullpage",
      file,
    )
    expect(drawn).toEqual({ code: 0, said: "" })
  })

  it("embeds every face as a subset with its characters", () => {
    const rows = ask("pdffonts", file).trim().split("\n").slice(2)
    expect(rows).toHaveLength(2)
    for (const row of rows) {
      expect(row).toMatch(/^[A-Z]{6}\+NotoSerifSC-\w+ +CID TrueType +Identity-H +yes yes yes/)
    }
  })

  it("is read back character for character, in order", () => {
    const plain = written.replace(/\s/g, "")
    expect(readBack(file)).toEqual({ poppler: plain, mupdf: plain })
  })

  it("has every glyph where the list has it", () => {
    const { left, media, top } = sheetOf(page, true)
    const seen = seenCharacters(file).filter(({ char }) => char.trim() !== "")
    const placed = page.items.flatMap((item) =>
      item.kind === "glyphs"
        ? item.texts.flatMap((text, i) =>
            text.trim() === ""
              ? []
              : [{ text, x: left + item.x + item.dx[i]!, y: media[3] - top + item.y }],
          )
        : [],
    )
    let next = 0
    for (const { text, x, y } of placed) {
      const first = seen[next]!
      expect(first.char).toBe([...text][0])
      expect(Math.abs(first.x - x)).toBeLessThan(0.01)
      expect(Math.abs(first.y - y)).toBeLessThan(0.01)
      next += [...text].length
    }
    expect(next).toBe(seen.length)
  })

  it("prints black text on the black plate alone, and crop marks on all four", async () => {
    const dpi = 144
    const plates = await platesIn(file, dpi)
    const { media, bleed } = sheetOf(page, true)
    expect([...plates.keys()].sort()).toEqual(["Black", "Cyan", "Magenta", "Yellow"])
    const box = [bleed[0], media[3] - bleed[3], bleed[2], media[3] - bleed[1]].map(
      (v) => (v * dpi) / 72,
    )
    for (const [name, plate] of plates) {
      const { inside, outside } = inkAround(plate, box)
      expect(inside > 0).toBe(name === "Black")
      expect(outside).toBeGreaterThan(100)
    }
  })
})

/** The number of inked dots within a rectangle of dots and outside it. */
function inkAround(
  plate: PrintedPlate,
  box: readonly number[],
): { inside: number; outside: number } {
  const [left, top, right, bottom] = box as [number, number, number, number]
  let inside = 0
  let outside = 0
  plate.ink.forEach((ink, i) => {
    if (ink === 0) return
    const x = i % plate.width
    const y = (i - x) / plate.width
    if (x >= left && x < right && y >= top && y < bottom) inside += 1
    else outside += 1
  })
  return { inside, outside }
}

/** The ink of a plate at a place of the list, on a page without marks and bleed, at 72 dpi. */
function inkAt(plates: Map<string, PrintedPlate>, name: string, x: number, y: number): number {
  const plate = plates.get(name)!
  return plate.ink[Math.floor(y) * plate.width + Math.floor(x)]!
}

/** The inks of a plate down a column of dots, top to bottom. */
function inkDown(plates: Map<string, PrintedPlate>, name: string, x: number): number[] {
  return Array.from({ length: 28 }, (_, i) => inkAt(plates, name, x, 11 + i))
}

function panel(ink: string, box: Box): Item {
  const [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height]
  const corners = [
    ["M", left, top],
    ["L", right, top],
    ["L", right, bottom],
    ["L", left, bottom],
    ["Z"],
  ] as const
  return { kind: "fill", ink, path: corners }
}

describe("ink", () => {
  const box = (x: number, y: number, width = 40, height = 40): Box => ({
    ...{ x: pt(x), y: pt(y) },
    ...{ width: pt(width), height: pt(height) },
  })
  const full = { x: 0, y: 0, width: 1, height: 1 }
  /** Left half cyan, right half black; 0 is no ink. */
  const halves = Uint8Array.from({ length: 8 * 8 * 4 }, (_, i) => {
    const right = Math.floor(i / 4) % 8 >= 4
    return i % 4 === (right ? 3 : 0) ? 255 : 0
  })
  const pictures: Record<string, PictureBytes> = {
    halves: { width: 8, height: 8, space: "cmyk", bits: 8, coding: "pixels", bytes: halves },
    grey: {
      width: 1,
      height: 1,
      space: "gray",
      bits: 8,
      coding: "pixels",
      bytes: Uint8Array.of(51),
    },
  }
  const items: readonly Item[] = [
    panel("red", box(10, 10, 80, 30)),
    setLine("一", { x: 12, y: 34, size: 26 }),
    panel("black", box(110, 10, 80, 30)),
    setLine("一", { x: 112, y: 34, size: 26, ink: "paper" }),
    { kind: "image", picture: "halves", box: box(10, 60), crop: full },
    { kind: "image", picture: "halves", box: box(60, 60), crop: { ...full, x: 0.5, width: 0.5 } },
    { kind: "image", picture: "grey", box: box(110, 60), crop: full },
    { kind: "push", matrix: [0, 1, -1, 0, 100, 150], clip: box(0, 0, 20) },
    panel("red", box(0, 0, 40, 10)),
    { kind: "pop" },
  ]
  let plates = new Map<string, PrintedPlate>()
  beforeAll(async () => {
    const page = { ...pageOf(items), bleed: pt(0) }
    const press = { ...PRESS, picture: (id: string) => pictures[id] ?? null }
    const made = writePdf([page], press, { ...OPTIONS, marks: false })
    if (!made.ok) throw new Error(made.say.en)
    const file = layDown(made.value)
    plates = await platesIn(file, 72)
    rmSync(dirname(file), { recursive: true })
  })

  it("of black text lies over the colour under it, which stays whole", () => {
    for (let x = 11; x < 89; x++) expect(Math.min(...inkDown(plates, "Magenta", x))).toBe(255)
    expect(Math.max(...inkDown(plates, "Black", 25))).toBeGreaterThan(0)
  })

  it("of paper-white text leaves a hole in black", () => {
    expect(Math.min(...inkDown(plates, "Black", 125))).toBeLessThan(255)
    expect(Math.min(...inkDown(plates, "Black", 111))).toBe(255)
  })

  it("of pictures is theirs, whole, cropped or grey", () => {
    const at = (x: number, y: number) => ["Cyan", "Black"].map((name) => inkAt(plates, name, x, y))
    expect(at(15, 80)).toEqual([255, 0])
    expect(at(45, 80)).toEqual([0, 255])
    expect(at(65, 80)).toEqual([0, 255])
    expect(at(95, 80)).toEqual([0, 255])
    expect(at(130, 80)).toEqual([0, 204])
    expect(at(104, 80)).toEqual([0, 0])
  })

  it("under a matrix and a clip lies where the list has it", () => {
    expect(inkAt(plates, "Magenta", 95, 155)).toBe(255)
    expect(inkAt(plates, "Magenta", 95, 165)).toBe(255)
    expect(inkAt(plates, "Magenta", 95, 175)).toBe(0)
    expect(inkAt(plates, "Magenta", 85, 155)).toBe(0)
    expect(inkAt(plates, "Magenta", 105, 155)).toBe(0)
  })
})

describe("the acceptance check of PDF/X", () => {
  const checker = "../shared/acceptance/verify-pdfx.mjs"
  const present = existsSync(checker)
  if (!present) console.log(`skipped: ${checker} does not exist here`)

  it.skipIf(!present)("finds nothing but the identification and the output intent", () => {
    const file = layDown(pdfOf([textPage(), textPage()]))
    const { said } = judge(process.execPath, checker, file, "--tac=0")
    const errors = said.split("\n").filter((line) => line.startsWith("ERROR"))
    expect(errors.filter((line) => !/meta\.pdfxid|oi\.one/.test(line))).toEqual([])
    expect(said).toMatch(/checks passed/)
    rmSync(dirname(file), { recursive: true })
  })
})
