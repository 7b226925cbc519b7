import { existsSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname } from "node:path"
import type { PDFNumber } from "pdf-lib"
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from "pdf-lib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { importFiles } from "../../main/import/open.ts"
import { loadPictures } from "../../main/pictures/print.ts"
import { pressesOf } from "../../main/press.ts"
import { plainFrame, plainPage } from "../build/document-records.ts"
import { SAMPLE, setPages } from "../build/issue.ts"
import { pdfOf } from "../build/pdf-paint.ts"
import { OPTIONS } from "../build/pdf-page.ts"
import { layDown, readBack } from "../build/pdf-readers.ts"
import { structureOf, type SeenElement } from "../build/pdf-structure.ts"
import { library, press } from "../build/type.ts"

const SEED = "../shared/seed/000_b6d4e270453f7148.txt"

/** An element as a test writes it down: its role and its words. */
type Row = readonly [role: string, text: string]

function rowsOf(article: SeenElement): readonly Row[] {
  return article.kids.map(({ role, text }) => [role, text])
}

/** What an article must be to readers: Poppler gives our own names for roles as the P they stand for. */
function wanted(article: Article, frames: readonly Frame[]): readonly Row[] {
  const has = (role: Frame["role"]): boolean => frames.some((frame) => frame.role === role)
  const { kicker, headline, deck, story, pictures } = article
  const head: readonly (Row | null)[] = [
    kicker === null ? null : ["P", kicker],
    headline === null ? null : ["H1", headline],
    deck === null ? null : ["P", deck],
  ]
  const roles = { body: has("caption") ? "Caption" : "P", subhead: "H2", closing: "P", credit: "P" }
  const shown = frames.filter(({ role }) => role === "picture").slice(0, pictures.length)
  return [
    ...(has("headline") ? head.filter((row) => row !== null) : []),
    ...shown.map((): Row => ["Figure", ""]),
    ...story.map(({ role, text }): Row => [roles[role], text]),
  ]
}

/** Articles as they stand on a page: from the top, at one height from the left. */
function byPlace(articles: readonly Article[], frames: readonly Frame[]): readonly Article[] {
  const place = ({ id }: Article): number =>
    Math.min(
      ...frames.flatMap(({ article, region }) =>
        article === id ? [region.line * 100 + region.column] : [],
      ),
    )
  return articles.toSorted((a, b) => place(a) - place(b))
}

const present = existsSync(SEED)
if (!present) console.log(`skipped: ${SEED} does not exist here`)

describe.each([SAMPLE, SEED].filter((source) => existsSync(source)).map((source) => ({ source })))(
  "$source",
  ({ source }) => {
    let file = ""
    let seen: SeenElement
    let articles: readonly Article[] = []
    let frames: readonly Frame[] = []
    beforeAll(async () => {
      const imported = await importFiles([source], { tray: tmpdir() })
      if (!imported.ok) throw new Error(imported.say.en)
      const presses = pressesOf(library, await loadPictures(imported.value.articles))
      const { pages, issue } = setPages(imported.value.articles)
      const lists = pages.map(
        ({ page }) => composePage(issue, page.id, presses.compose, "free").list,
      )
      frames = pages[0]!.page.frames
      articles = byPlace(imported.value.articles, frames)
      file = layDown(pdfOf(lists, presses.pdf))
      seen = structureOf(file)
    }, 60_000)
    afterAll(() => rmSync(dirname(file), { recursive: true }))

    it("is a document of its articles, in the order of their places", () => {
      expect(seen.role).toBe("Document")
      expect(seen.kids.map(({ role }) => role)).toEqual(articles.map(() => "Art"))
    })

    it("has every heading and paragraph whole, as it was typed", () => {
      const own = (id: string): readonly Frame[] => frames.filter(({ article }) => article === id)
      const expected = articles.map((article) => wanted(article, own(article.id)))
      expect(seen.kids.map(rowsOf)).toEqual(expected)
    })

    it("is read back in that order by Poppler and by MuPDF", () => {
      const text = articles
        .flatMap((article) =>
          wanted(
            article,
            frames.filter((frame) => frame.article === article.id),
          ),
        )
        .map(([, words]) => words)
        .join("")
        .replace(/\s/g, "")
      const { poppler, mupdf } = readBack(file)
      expect(poppler.slice(-text.length)).toBe(text)
      expect(mupdf.slice(-text.length)).toBe(text)
    })
  },
)

describe("an article that goes on over columns and pages", () => {
  const text = "瑞河的水从雾岭来，过了望津桥便慢下来。".repeat(40)
  const paragraph = { role: "body", text, columnBreaks: [], dateline: 0 } as const
  const article: Article = {
    ...{ id: "a1", kind: "news", kicker: null, headline: "慢下来的水", headlineParts: [] },
    ...{ deck: null, dateline: null, credit: null, closing: null, truncated: false },
    ...{ story: [paragraph, { ...paragraph, text: "水退了。" }], pictures: [], decisions: [] },
  }
  const region = { column: 0, columns: 2, line: 10, lines: 12 }
  const head = {
    ...plainFrame("h", "a1"),
    role: "headline",
    region: { ...region, line: 0, lines: 9 },
  }
  const body = { ...plainFrame("b", "a1"), region }
  const issue = {
    paper: "瑞河日报",
    date: { year: 2026, month: 11, day: 23 },
    articles: [article],
    pages: [
      { ...plainPage("A1"), frames: [head, body] as Frame[] },
      {
        ...plainPage("A2"),
        frames: [{ ...body, id: "c", order: 1, region: { ...region, lines: 60 } }] as Frame[],
      },
    ],
  }
  const lists = issue.pages.map(({ id }) => composePage(issue, id, press, "free").list)
  const file = layDown(pdfOf(lists, { face: library.face, picture: () => null }))
  afterAll(() => rmSync(dirname(file), { recursive: true }))

  it("is one article, and a paragraph of it one element", () => {
    const { kids } = structureOf(file)
    expect(kids.map(rowsOf)).toEqual([
      [
        ["H1", "慢下来的水"],
        ["P", text],
        ["P", "水退了。"],
      ],
    ])
  })
})

describe("the structure's objects", () => {
  const image = { x: 0, y: 0, width: 1, height: 1 }
  const box = { x: 20, y: 30, width: 80, height: 40 } as const
  const list = {
    ...{ page: "A1", trim: { width: 200, height: 300 }, bleed: 0, inks: [] },
    items: [
      { kind: "tag", role: "picture", article: "a1", alt: "码头上的老吊车" },
      { kind: "image", picture: "crane", box, crop: image },
    ],
  }
  const grey = { width: 1, height: 1, space: "gray", bits: 8, coding: "pixels" } as const
  const painted = (standard: "proof" | "x1a") =>
    PDFDocument.load(
      pdfOf(
        [list as never],
        { face: library.face, picture: () => ({ ...grey, bytes: Uint8Array.of(90) }) },
        {
          ...{ ...OPTIONS, marks: false, standard },
          intent: { identifier: "IFRA26", note: "newspaper", registered: true, profile: null },
        },
      ),
    )

  it("give a picture its words and its box, and name the language", async () => {
    const { catalog } = await painted("proof")
    expect(String(catalog.get(PDFName.of("Lang")))).toBe("(zh-CN)")
    const root = catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict)
    const down = (from: PDFDict): PDFDict => {
      const kids = from.lookup(PDFName.of("K"))
      return kids instanceof PDFArray ? kids.lookup(0, PDFDict) : (kids as PDFDict)
    }
    const figure = down(down(down(root)))
    expect(figure.lookup(PDFName.of("S"))).toBe(PDFName.of("Figure"))
    expect(figure.lookup(PDFName.of("Alt"), PDFHexString).decodeText()).toBe("码头上的老吊车")
    const layout = figure.lookup(PDFName.of("A"), PDFDict).lookup(PDFName.of("BBox"), PDFArray)
    expect(layout.asArray().map((n) => (n as PDFNumber).asNumber())).toEqual([20, 230, 100, 270])
    const numbers = root
      .lookup(PDFName.of("ParentTree"), PDFDict)
      .lookup(PDFName.of("Nums"), PDFArray)
    expect(numbers.lookup(1, PDFArray).lookup(0)).toBe(figure)
  })

  it("are left out of X-1a", async () => {
    const { catalog } = await painted("x1a")
    expect(catalog.has(PDFName.of("StructTreeRoot"))).toBe(false)
    expect(catalog.has(PDFName.of("MarkInfo"))).toBe(false)
  })
})
