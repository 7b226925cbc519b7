import { rmSync } from "node:fs"
import { dirname } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { printList } from "../../layouts/display/print.ts"
import { boxOf } from "../../layouts/grid/geometry.ts"
import { sizeOf } from "../../layouts/flow/rows.ts"
import { rectsOf } from "../../layouts/proof/mark-rects.ts"
import { articleOf, para } from "../build/article.ts"
import { pdfOfPage } from "../build/beside-page.ts"
import { frame } from "../build/frame.ts"
import { layDown, readBack } from "../build/pdf-readers.ts"
import { textOf } from "../build/type.ts"
import { SKETCH, verticalPage } from "../build/vertical-page.ts"

const page = verticalPage()
const [set] = page.articles

test("a vertical article: the golden", async () => {
  await expect(printList(page.list)).toMatchFileSnapshot("../goldens/vertical.txt")
})

describe("a vertical story", () => {
  const { grid } = page.page

  test("stands in strips from right to left, a line pitch apart, inside its frames", () => {
    for (const { column, lines } of set!.story.columns) {
      const box = boxOf(grid, column.frame.region)
      lines.forEach(({ line, x, baseline }, i) => {
        const half = sizeOf(line) / 2
        expect(x - half).toBeGreaterThan(box.x - 0.01)
        expect(x + half).toBeLessThan(box.x + box.width + 0.01)
        expect(baseline).toBeGreaterThan(box.y - 0.01)
        expect(baseline + line.width).toBeLessThan(box.y + box.height + 0.01)
        const next = lines[i + 1]
        if (next && next.paragraph === lines[i]!.paragraph)
          expect(x - next.x).toBeCloseTo(grid.linePitch, 6)
      })
    }
  })

  test("runs on from the right frame into the left one, none of it lost", () => {
    const shown = set!.story.columns.flatMap(({ lines }) => lines.map(({ line }) => textOf(line)))
    expect(shown.join("")).toBe(SKETCH.story.map(({ text }) => text).join(""))
    expect(set!.story.overset.characters).toBe(0)
    expect(set!.story.columns.map(({ lines }) => lines.length > 0)).toEqual([true, true])
  })

  test("that has too much text is overset by what its strips do not hold", () => {
    const long = articleOf("sketch", [para("江水".repeat(400))])
    const frames = [frame("body sketch 0+1 0+12", { vertical: true })]
    const [over] = verticalPage(long, frames).articles
    const { room, lines } = over!.story.columns[0]!
    expect(lines).toHaveLength(room)
    const placed = lines.reduce((sum, { line }) => sum + line.to - line.from, 0)
    expect(over!.story.overset.characters).toBe(800 - placed)
  })

  test("stands across again when its first frame does", () => {
    const across = verticalPage(SKETCH, [frame("body sketch 0+2 0+20")]).articles[0]!
    expect(across.story.columns).toHaveLength(2)
    expect(across.story.columns[0]!.lines.every(({ line }) => !line.vertical)).toBe(true)
  })

  test("a mark on some of its words is a box down the strip", () => {
    const range = {
      words: null,
      from: { paragraph: 0, offset: 2 },
      to: { paragraph: 0, offset: 6 },
    }
    const [box] = rectsOf(set!, "A1", range)
    expect(box!.height).toBeCloseTo(4 * 9, 1)
    expect(box!.width).toBeCloseTo(9, 6)
    const { x } = set!.story.columns[0]!.lines[0]!
    expect(box!.x + box!.width / 2).toBeCloseTo(x, 6)
  })
})

describe("a vertical headline", () => {
  const headIn = (words: string) =>
    verticalPage(SKETCH, [frame(words, { vertical: true })]).articles[0]!.heads[0]!

  test("stands from right to left: kicker, headline, deck", () => {
    const [head] = set!.heads
    const places = head!.lines.map(({ role, x }) => ({ role, x }))
    expect([...new Set(places.map(({ role }) => role))]).toEqual(["kicker", "headline", "deck"])
    expect(places.map(({ x }) => x)).toEqual(places.map(({ x }) => x).toSorted((a, b) => b - a))
  })

  test.each([12, 20, 28, 36, 60])(
    "is as large as %d lines of height allow, with air at its ends",
    (n) => {
      const head = headIn(`headline sketch 3+1 2+${n}`)
      expect(head.overfull).toBe(false)
      const box = boxOf(page.page.grid, head.frame.region)
      for (const { line, x, baseline } of head.lines) {
        const size = sizeOf(line)
        expect(baseline).toBeGreaterThan(box.y)
        expect(baseline + line.width).toBeLessThan(box.y + box.height)
        expect(x - size / 2).toBeGreaterThan(box.x)
        expect(x + size / 2).toBeLessThan(box.x + box.width)
      }
    },
  )

  test("grows with its box, and says so when no size fits", () => {
    const largest = (n: number): number =>
      Math.max(...headIn(`headline sketch 3+1 2+${n}`).lines.map(({ line }) => sizeOf(line)))
    expect(largest(40)).toBeGreaterThan(largest(14))
    expect(headIn("headline sketch 3+1 2+1").overfull).toBe(true)
  })
})

describe("the printed page", () => {
  let file = ""
  beforeAll(() => {
    file = layDown(pdfOfPage(page))
  })
  afterAll(() => rmSync(dirname(file), { recursive: true }))

  test("reads in order in Poppler and MuPDF", () => {
    const { kicker, headline, deck, story } = SKETCH
    const written = [kicker, headline, deck, ...story.map(({ text }) => text)].join("")
    const plain = written.replaceAll(/\s/g, "")
    expect(readBack(file)).toEqual({ poppler: plain, mupdf: plain })
  })
})
