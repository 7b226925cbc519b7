import { rmSync } from "node:fs"
import { dirname } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { writePdf } from "../../main/export/pdf/write.ts"
import { sheetOf } from "../../main/export/pdf/sheet.ts"
import { OPTIONS } from "../build/pdf-page.ts"
import { ask, judge, layDown, seenCharacters } from "../build/pdf-readers.ts"
import { library } from "../build/type.ts"
import { SKETCH, verticalPage } from "../build/vertical-page.ts"

describe("a page of vertical text", () => {
  const { list } = verticalPage()
  let file = ""
  beforeAll(() => {
    const options = { ...OPTIONS, marks: false }
    const pdf = writePdf([list], { face: library.face, picture: () => null }, options)
    if (!pdf.ok) throw new Error(pdf.say.en)
    file = layDown(pdf.value)
  })
  afterAll(() => rmSync(dirname(file), { recursive: true }))

  /** What a reader makes of the page, line by line, its headline block left out. */
  const bodyIn = (printed: string): readonly string[] => {
    const lines = printed.split("\n").map((line) => line.replace(/[\s\f\ufeff]/g, ""))
    return lines.slice(lines.findIndex((line) => line.startsWith("江水退去")))
  }
  const story = SKETCH.story.map(({ text }) => text).join("")

  it("is read in order by Poppler and MuPDF", () => {
    const plain = story.replace(/\s/g, "")
    expect(bodyIn(ask("pdftotext", file, "-")).join("")).toBe(plain)
    expect(bodyIn(ask("mutool", "draw", "-q", "-F", "txt", file)).join("")).toBe(plain)
  })

  it("is read a whole line at a time, numbers in one cell with it", () => {
    const lines = bodyIn(ask("pdftotext", file, "-"))
    expect(lines).toContain("江水退去三尺，老石阶露了出来。“这")
    expect(lines).toContain("阶一共120级，”摆渡的周老汉说，“我数了")
    expect(lines).toContain("60年。”他指给我看：最下面那级刻着“光")
  })

  it("is a sound file for qpdf and Ghostscript", () => {
    expect(judge("qpdf", "--check", file)).toMatchObject({ code: 0 })
    const args = ["-q", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONERROR", "-dPDFSTOPONWARNING"]
    expect(judge("gs", ...args, "-sDEVICE=nullpage", file)).toEqual({ code: 0, said: "" })
  })

  it("has every glyph where the list has it", () => {
    const { left, media, top } = sheetOf(list, false)
    const seen = seenCharacters(file).filter(({ char }) => char.trim() !== "")
    const placed = list.items.flatMap((item) =>
      item.kind === "glyphs"
        ? item.texts.flatMap((text, i) =>
            text.trim() === ""
              ? []
              : [
                  {
                    char: [...text][0]!,
                    x: left + item.x + item.dx[i]!,
                    y: media[3] - top + item.y + (item.dy?.[i] ?? 0),
                    // MuPDF reads how letters hang in whole thousandths of an em.
                    near: 0.003 + item.size / 2000,
                  },
                ],
          )
        : [],
    )
    expect(placed.length).toBeGreaterThan(200)
    for (const { char, x, y, near } of placed) {
      const found = seen.find(
        (one) => one.char === char && Math.abs(one.x - x) < near && Math.abs(one.y - y) < near,
      )
      expect(found, `${char} at ${x} ${y}`).toBeDefined()
    }
  })
})
