import { rmSync } from "node:fs"
import { dirname } from "node:path"
import { describe, expect, test } from "vitest"
import type { ComposedPage } from "../../layouts/compose.ts"
import type { PlacedLine } from "../../layouts/flow/compose-story.ts"
import type { IssueStyles } from "../../layouts/issue/issue-styles.ts"
import { flowColumns } from "../../layouts/flow/flow-columns.ts"
import { pt } from "../../layouts/units.ts"
import { articleOf, para } from "../build/article.ts"
import { COLUMN } from "../build/column.ts"
import { USUAL_WRAP } from "../../layouts/issue/wrap.ts"
import { composePage } from "../../layouts/compose.ts"
import { lineTexts, marked, pdfOfPage, storyPage, type StoryPage } from "../build/beside-page.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"
import { named, pageWith } from "../build/frame.ts"
import { layDown, readBack } from "../build/pdf-readers.ts"
import { press, SIZE } from "../build/type.ts"
import { SKETCH, verticalIssue } from "../build/vertical-page.ts"

const STYLES: IssueStyles = { paragraph: { body: { marks: "grid" } }, character: {} }

const TEXT =
  "瑞河港今晨开进第一列茶车，GPS显示2026年这是头一回。“二十年没见过这么多春茶！”老站长说，international茶商排到了桥头，船工唱起了号子；孩子们追着车跑，水温36.5℃……"

/** A story on a page whose body style is a strict grid. */
function inGrid(story: Parameters<typeof storyPage>[0], how: StoryPage = {}): ComposedPage {
  return storyPage(story, { ...how, issue: { styles: STYLES } })
}

/** Ideographs of body size and where they stand in their column, 字. */
function cellsIn(page: ComposedPage): readonly (readonly [string, number])[] {
  return page.articles[0]!.story.columns.flatMap(({ column, lines }) =>
    lines.flatMap((placed) =>
      hanOf(placed).map(([text, x]) => [text, (x - column.box.x) / SIZE] as const),
    ),
  )
}

function hanOf({ line, x }: PlacedLine): readonly (readonly [string, number])[] {
  return line.runs.flatMap(({ dx, texts, size }) =>
    texts.flatMap((text, i) =>
      size === SIZE && /^[\u4e00-\u9fff]$/u.test(text) ? [[text, x + dx[i]!] as const] : [],
    ),
  )
}

function expectInCells(page: ComposedPage): void {
  const cells = cellsIn(page)
  expect(cells.length).toBeGreaterThan(20)
  for (const [text, at] of cells)
    expect([text, Math.abs(at - Math.round(at)) < 1e-3]).toEqual([text, true])
}

describe("a story in a strict grid", () => {
  test("stands in its cells down all columns, with its indents, and none of it is lost", () => {
    const page = inGrid([marked(TEXT), marked(TEXT)], { columns: 2, measure: 13 })
    expectInCells(page)
    expect(lineTexts(page).join("")).toBe(TEXT + TEXT)
    expect(page.articles[0]!.story.columns[0]!.lines[0]!.line.x / SIZE).toBe(2)
  })

  test("is off where no style asks for it, and one paragraph may have it alone", () => {
    const plain = storyPage([marked(TEXT)])
    expect(cellsIn(plain).some(([, at]) => Math.abs(at - Math.round(at)) > 0.01)).toBe(true)
    expectInCells(storyPage([marked(TEXT, [], { marks: "grid" })]))
  })

  test("stands in cells beside a large first character", () => {
    const page = inGrid([marked(TEXT, [], { drop: 2 })], { measure: 17 })
    expectInCells(page)
    expect(page.articles[0]!.story.blocks[0]!.set.deep).toBe(2)
    expect(lineTexts(page).join("")).toBe(TEXT)
  })

  test("keeps its cells under dots and along names", () => {
    const page = inGrid([
      marked("瑞河[港今晨]开进第一列茶车，[瑞河市]的人都来了，站台上一片灯火，夜里也不曾散去。", [
        { emphasis: "dot" },
        { line: "name" },
      ]),
    ])
    expectInCells(page)
    const beside = page.articles[0]!.story.columns[0]!.lines.flatMap(
      ({ line }) => line.beside ?? [],
    )
    const dots = beside.flatMap((one) => (one.kind === "dot" ? [one.x / SIZE] : []))
    expect(dots.map((x) => x % 1)).toEqual([0.5, 0.5, 0.5])
  })

  test("goes round a picture in whole cells on either side", () => {
    const article = {
      ...plainArticle("a"),
      story: [1, 2, 3].map(() => plainParagraph(TEXT.repeat(2), [])),
    }
    const frames = [
      named("body", "body a 0+3 0+24"),
      named("picture", "picture - 0+2 4+8", { inset: { left: 9, right: 9 }, wrap: USUAL_WRAP }),
    ]
    const issue = {
      paper: "瑞河日报",
      date: { year: 2026, month: 11, day: 23 },
      articles: [article],
      pages: [pageWith(frames)],
      styles: STYLES,
    }
    const page = composePage(issue, "A1", press, "free")
    expectInCells(page)
    const { columns } = page.articles[0]!.story
    const widths = columns.flatMap(({ lines }) =>
      lines.map(({ line }) => Math.round(line.width / SIZE)),
    )
    expect(Math.max(...widths)).toBe(17)
    expect(widths).toContain(8)
    const hung = columns.flatMap(({ lines }) =>
      lines.filter(({ line }) =>
        line.runs.some(({ dx }) => dx.some((x) => x >= line.width - 0.01)),
      ),
    )
    expect(hung).toEqual([])
  })

  test("goes on in the cells of a column of another measure", () => {
    const text = TEXT.repeat(2)
    const story = [{ ...para(text), look: { marks: "grid" as const } }]
    const rooms = [
      { lines: 5, measure: pt(13 * SIZE) },
      { lines: 30, measure: pt(9 * SIZE) },
    ]
    const { blocks } = flowColumns(articleOf("a1", story), COLUMN, rooms)
    const { lines } = blocks[0]!
    expect(lines.map(({ from, to }) => text.slice(from, to)).join("")).toBe(text)
    expect(lines.slice(0, 5).map(({ width, x }) => Math.round((x + width) / SIZE))).toContain(13)
    for (const { width, x } of lines.slice(5)) expect(x + width).toBeLessThan(9 * SIZE + 0.01)
    for (const { runs, x } of lines)
      for (const { dx, texts } of runs)
        dx.forEach((at, i) => {
          const cell = (x + at) / SIZE
          if (/[\u4e00-\u9fff]/u.test(texts[i]!)) expect(cell).toBeCloseTo(Math.round(cell), 3)
        })
  })

  test("runs down in the cells of vertical lines", () => {
    const page = composePage({ ...verticalIssue(SKETCH), styles: STYLES }, "A1", press, "free")
    const { columns } = page.articles[0]!.story
    for (const { lines } of columns)
      for (const { line, role } of lines) {
        if (role !== "body") continue
        const places = line.runs.flatMap(({ dx, texts }) =>
          texts.flatMap((text, i) =>
            /^[\u4e00-\u9fff]$/u.test(text) ? [(line.x + dx[i]!) / SIZE - 0.88] : [],
          ),
        )
        for (const at of places) expect(Math.abs(at - Math.round(at))).toBeLessThan(1e-3)
      }
  })

  test("is in the PDF as it is on the page, and reads in order", () => {
    const page = inGrid([marked(TEXT)], { measure: 17 })
    const file = layDown(pdfOfPage(page))
    try {
      const { poppler, mupdf } = readBack(file)
      for (const seen of [poppler, mupdf]) expect(seen.replace(/\s/gu, "")).toContain(TEXT)
    } finally {
      rmSync(dirname(file), { recursive: true })
    }
  })
})
