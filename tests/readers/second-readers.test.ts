import { existsSync, rmSync } from "node:fs"
import { dirname } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { DisplayList } from "../../layouts/display/list.ts"
import { pt } from "../../layouts/units.ts"
import { openCondition, SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import { STANDARDS, type Standard } from "../../main/export/pdf/standard.ts"
import { platesFor } from "../../main/pictures/plates.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { OPTIONS } from "../build/pdf-page.ts"
import { ask, judge, layDown } from "../build/pdf-readers.ts"
import {
  motleyPages,
  samplePages,
  SEED,
  seedPages,
  textPages,
  type PressPages,
} from "../build/press-pages.ts"
import { apart, drawnByBoth } from "../build/second-readers.ts"

/**
 * The most that two readers' ink may differ in a square: measured 0.17 on the sample and 0.226 on the
 * seed's page, where edges of type fall otherwise; a line half its size off its place differs by
 * 0.25, a lost picture by 0.9.
 */
const MOST_APART = 0.235

const NEWSPRINT = SHIPPED_CONDITIONS[0]!

const PAGES: Readonly<Record<string, () => Promise<PressPages> | PressPages>> = {
  "the sample page": () => samplePages(platesFor(NEWSPRINT)),
  "a page of pictures, tints, rules and faces": motleyPages,
  "pages of difficult text": textPages,
  ...(existsSync(SEED) ? { "the seed's page": seedPages } : {}),
}

it.skipIf(!existsSync(SEED))(`the seed's page is read from ${SEED}`, () => {
  expect(Object.keys(PAGES)).toContain("the seed's page")
})

function laidDown({ lists, press }: PressPages, standard: Standard): string {
  const opened = openCondition(NEWSPRINT)
  if (!opened.ok) throw new Error(opened.say.en)
  const intent = standard === "proof" ? null : opened.value.intent
  return layDown(pdfOf(lists, press, { ...OPTIONS, standard, intent }))
}

describe.each(Object.keys(PAGES))("%s", (name) => {
  let pages: PressPages
  beforeAll(async () => {
    pages = await PAGES[name]!()
  }, 60_000)

  describe.each(STANDARDS)("as %s", (standard) => {
    let file = ""
    beforeAll(() => {
      file = laidDown(pages, standard)
    })
    afterAll(() => rmSync(dirname(file), { recursive: true }))

    it("is a sound file for qpdf", () => {
      const { code, said } = judge("qpdf", "--check", file)
      expect(said).toContain("No syntax or stream encoding errors found")
      expect(code).toBe(0)
    })

    it("goes through Ghostscript, where a warning is an error, without a word", () => {
      const strict = ["-dPDFSTOPONERROR", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage"]
      expect(judge("gs", "-q", "-dBATCH", "-dNOPAUSE", ...strict, file)).toEqual({
        code: 0,
        said: "",
      })
    })

    it("embeds every font as a tagged subset with its characters", () => {
      const rows = ask("pdffonts", file).trim().split("\n").slice(2)
      const faces = pages.lists.flatMap(({ items }) =>
        items.flatMap((item) =>
          item.kind === "glyphs" && item.glyphs.length > 0 ? item.face : [],
        ),
      )
      expect(rows).toHaveLength(new Set(faces).size)
      for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID .* yes yes yes +\d+ +0$/)
    })

    it("is the same page to Poppler and to MuPDF, plate by plate", async () => {
      const { poppler, mupdf } = await drawnByBoth(file)
      expect(poppler).toHaveLength(pages.lists.length)
      poppler.forEach((page, i) => expect(apart(page, mupdf[i]!)).toBeLessThan(MOST_APART))
    })
  })
})

describe("the comparison of two readers", () => {
  const shown = async (pages: PressPages, change: (list: DisplayList) => DisplayList) => {
    const file = laidDown({ ...pages, lists: pages.lists.map(change) }, "x4")
    const drawn = await drawnByBoth(file)
    rmSync(dirname(file), { recursive: true })
    return drawn
  }
  const same = (list: DisplayList): DisplayList => list

  it.each(Object.keys(PAGES))("sees a line out of its place on %s", async (name) => {
    const pages = await PAGES[name]!()
    const moved = (list: DisplayList): DisplayList => {
      const line = list.items.find((item) => item.kind === "glyphs" && item.glyphs.length > 3)!
      const items = list.items.map((item) =>
        item === line && item.kind === "glyphs" ? { ...item, y: pt(item.y + item.size / 2) } : item,
      )
      return { ...list, items }
    }
    const [{ poppler }, { mupdf }] = [await shown(pages, same), await shown(pages, moved)]
    expect(apart(poppler[0]!, mupdf[0]!)).toBeGreaterThan(MOST_APART)
  })

  it("sees a lost picture", async () => {
    const pages = await motleyPages()
    const lost = (list: DisplayList): DisplayList => {
      const at = list.items.findIndex(({ kind }) => kind === "image")
      return { ...list, items: list.items.toSpliced(at, 1) }
    }
    const [{ poppler }, { mupdf }] = [await shown(pages, same), await shown(pages, lost)]
    expect(apart(poppler[0]!, mupdf[0]!)).toBeGreaterThan(2 * MOST_APART)
  })
})
