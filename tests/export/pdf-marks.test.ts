import { rmSync } from "node:fs"
import { dirname } from "node:path"
import { describe, expect, it } from "vitest"
import type { DisplayList } from "../../layouts/display/list.ts"
import { mm, mmToPt, pt } from "../../layouts/units.ts"
import { PATCHES } from "../../main/export/pdf/bars.ts"
import { registrationPlaces } from "../../main/export/pdf/registration.ts"
import { sheetOf } from "../../main/export/pdf/sheet.ts"
import { slugWords } from "../../main/export/slug-words.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { OPTIONS, pageOf, PRESS, setLine } from "../build/pdf-page.ts"
import { ask, layDown, platesIn, type PrintedPlate } from "../build/pdf-readers.ts"

const PAPER = {
  ...{ paper: "瑞河日报", day: "2031-05-04", page: "A1", state: "清样", proof: "三校" },
  ...{ at: "2031-05-03T22:15:00+08:00", condition: "" },
}
const WORDS = slugWords(PAPER)

/** A page wide enough for all that stands round it; `bleed` in mm. */
function wide(bleed: number): DisplayList {
  const trim = { width: pt(800), height: pt(400) }
  return { ...pageOf([setLine("瑞河港口")]), trim, bleed: mmToPt(mm(bleed)) }
}

function fileOf(list: DisplayList, slug = true): Uint8Array {
  const line = slug ? { slug: { face: "hei-700", words: [WORDS] } } : {}
  return pdfOf([list], PRESS, { ...OPTIONS, ...line })
}

const DPI = 144

/** The ink of every plate at a place of the sheet in pt, y up, as shares. */
function inksAt(plates: ReadonlyMap<string, PrintedPlate>, x: number, y: number, top: number) {
  const at = (name: string): number => {
    const { ink, width } = plates.get(name)!
    const [column, row] = [x, top - y].map((v) => Math.floor((v * DPI) / 72)) as [number, number]
    return ink[row * width + column]! / 255
  }
  return ["Cyan", "Magenta", "Yellow", "Black"].map(at)
}

describe("what stands round a page", () => {
  it("says paper, day, page, state, proof and time in that order, what is unknown left out", () => {
    expect(WORDS).toBe("瑞河日报  2031-05-04  A1 版  清样  三校  输出 2031-05-03 22:15")
    expect(slugWords({ ...PAPER, state: "", proof: "" })).toBe(
      "瑞河日报  2031-05-04  A1 版  输出 2031-05-03 22:15",
    )
  })

  it.each([0, 3, 10])("lies outside a bleed of %i mm, and on all plates", async (bleed) => {
    const list = wide(bleed)
    const file = layDown(fileOf(list))
    const bare = layDown(pdfOf([list], PRESS, { ...OPTIONS, marks: false }))
    const [plates, without] = [await platesIn(file, DPI), await platesIn(bare, DPI)]
    for (const one of [file, bare]) rmSync(dirname(one), { recursive: true })
    const sheet = sheetOf(list, true)
    const top = sheet.media[3]
    for (const [x, y] of registrationPlaces(sheet))
      for (const ink of inksAt(plates, x, y, top)) expect(ink).toBeGreaterThan(0.5)

    // Inside the bleed the plates are those of the page without marks: as much ink, and none new.
    const inside = (plate: PrintedPlate, edge: number): number => {
      const from = Math.ceil((edge * DPI) / 72) + 1
      let sum = 0
      for (let y = from; y < plate.height - from; y++)
        for (let x = from; x < plate.width - from; x++) sum += plate.ink[y * plate.width + x]!
      return sum
    }
    const bled = sheetOf(list, false)
    for (const [name, plate] of plates) {
      const alone = inside(without.get(name)!, bled.bleed[0])
      const marked = inside(plate, sheet.bleed[0])
      // The text falls on other dots where the sheet is larger; the marks alone would be far more.
      expect(Math.abs(marked - alone)).toBeLessThanOrEqual(0.1 * alone)
    }
    expect(inside(plates.get("Cyan")!, sheet.bleed[0])).toBe(0)
  })

  it("has every patch of the bars with its own inks", async () => {
    const list = wide(3)
    const file = layDown(fileOf(list))
    const plates = await platesIn(file, DPI)
    rmSync(dirname(file), { recursive: true })
    const sheet = sheetOf(list, true)
    const size = mmToPt(mm(5))
    PATCHES.forEach((patch, i) => {
      const x = sheet.trim[0] + size + (i + 0.5) * size
      const y = sheet.bleed[3] + mmToPt(mm(4))
      inksAt(plates, x, y, sheet.media[3]).forEach((ink, j) =>
        expect(Math.abs(ink - patch[j]!)).toBeLessThan(0.02),
      )
    })
  })

  it("is read as its words, of a font that the file holds", () => {
    const file = layDown(fileOf(wide(3)))
    const text = ask("pdftotext", "-raw", file, "-")
    const fonts = ask("pdffonts", file)
    rmSync(dirname(file), { recursive: true })
    for (const word of WORDS.split("  ")) expect(text).toContain(word)
    expect(fonts).toMatch(/^[A-Z]{6}\+NotoSansSC-Bold +CID TrueType +Identity-H +yes yes yes/m)
  })

  it("is cut to a page that is narrow, and none of it without marks", () => {
    const narrow = layDown(fileOf(pageOf([setLine("瑞河港口")])))
    const text = ask("pdftotext", "-raw", narrow, "-").replace(/\s/g, "")
    rmSync(dirname(narrow), { recursive: true })
    expect(text).toMatch(/^瑞河/)
    expect(text).not.toContain("22:15")
    const options = { ...OPTIONS, marks: false, slug: { face: "hei-700", words: [WORDS] } }
    const list = wide(3)
    expect(
      Buffer.compare(
        pdfOf([list], PRESS, options),
        pdfOf([list], PRESS, { ...OPTIONS, marks: false }),
      ),
    ).toBe(0)
  })
})
