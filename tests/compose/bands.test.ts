import { rmSync } from "node:fs"
import { dirname } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { printList } from "../../layouts/display/print.ts"
import { sizeOf } from "../../layouts/flow/rows.ts"
import { boxOf } from "../../layouts/grid/geometry.ts"
import { pictureRoom } from "../../layouts/grid/obstacles.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { BAND_FRAMES, bandPage, FERRY, THREE_BANDS } from "../build/band-page.ts"
import { pdfOfPage } from "../build/beside-page.ts"
import { frame } from "../build/frame.ts"
import { ask, layDown } from "../build/pdf-readers.ts"
import { textOf } from "../build/type.ts"

const page = bandPage()
const set = page.articles.find(({ article }) => article.id === "ferry")!
const { grid } = page.page
const whole = FERRY.story.map(({ text }) => text).join("")

/** The columns of a page whose text stands in these frames. */
function columnsIn(frames: readonly Frame[]) {
  return bandPage(FERRY, frames).articles.find(({ article }) => article.id === "ferry")!.story
}

test("a vertical article in bands round a picture: the golden", async () => {
  await expect(printList(page.list)).toMatchFileSnapshot("../goldens/bands.txt")
})

describe("a vertical story in bands", () => {
  test("is read down its bands, then on in the next frame, none of it lost", () => {
    const shown = set.story.columns.flatMap(({ lines }) => lines.map(({ line }) => textOf(line)))
    expect(shown.join("")).toBe(whole)
    expect(set.story.columns.map(({ column }) => column.frame.id)).toEqual([
      ...["right", "right", "right", "left", "left"],
    ])
    const tops = set.story.columns.map(({ column }) => column.box.y)
    expect(tops.slice(0, 3)).toEqual(tops.slice(0, 3).toSorted((a, b) => a - b))
  })

  test("stands inside its bands", () => {
    for (const { column, lines } of set.story.columns)
      for (const { line, baseline } of lines) {
        expect(baseline).toBeGreaterThan(column.box.y - 0.01)
        expect(baseline + line.width).toBeLessThan(column.box.y + column.box.height + 0.01)
      }
  })

  test("keeps off the picture and the headline, by the 字 that they ask for, and is not cut by them", () => {
    const things = page.page.frames.filter(({ id }) => id === "photo" || id === "head")
    expect(things).toHaveLength(2)
    for (const thing of things) {
      const box = boxOf(grid, thing.region)
      const off = grid.bodySize - 0.01
      for (const { lines } of set.story.columns)
        for (const { line, x, baseline } of lines) {
          const half = Math.min(grid.bodySize, sizeOf(line)) / 2
          const beside = x + half < box.x - off || x - half > box.x + box.width + off
          const over = baseline + line.width < box.y - off
          const under = baseline > box.y + box.height + off
          expect(beside || over || under, `${textOf(line)} at ${thing.id}`).toBe(true)
        }
    }
    const rules = page.findings.map(({ rule }) => rule)
    expect(rules).not.toContain("page/overlap")
    expect(rules).not.toContain("flow/overset")
  })

  test("comes nearer to an outline than to the box round it, and not over it", () => {
    const round = BAND_FRAMES.find(({ id }) => id === "round")!
    const { x, y, width, height } = pictureRoom(page.page, round)
    const near = set.story.columns.flatMap(({ lines }) =>
      lines.filter(
        (placed) => placed.x > x && placed.x < x + width && placed.baseline < y + height,
      ),
    )
    expect(near.some(({ line, baseline }) => baseline + line.width > y)).toBe(true)
    for (const { line, x: middle, baseline } of near) {
      const end = baseline < y ? baseline + line.width : baseline
      const across = (middle - x - width / 2) / (width / 2)
      const down = (end - y - height / 2) / (height / 2)
      expect(across * across + down * down).toBeGreaterThan(1)
    }
  })

  test("is level where it asks for it: the last frame's bands end on one line", () => {
    const bands = { ...THREE_BANDS, mode: "relative" } as const
    const used = (level: boolean): readonly number[] =>
      columnsIn([
        frame("body ferry 1+3 1+34", {
          vertical: true,
          bands: level ? { ...bands, level } : bands,
        }),
      ]).columns.map((column) => column.used)
    const plain = used(false)
    expect(plain[0]).toBeGreaterThan(plain[2]! + 10)
    const level = used(true)
    expect(Math.max(...level) - Math.min(...level)).toBeLessThanOrEqual(2)
  })

  test("that has too much text is over by what its bands do not hold, level or not", () => {
    const small = { vertical: true, bands: { ...THREE_BANDS, level: true } } as const
    const { overset, columns } = columnsIn([frame("body ferry 0+1 0+20", small)])
    const shown = columns.flatMap(({ lines }) => lines.map(({ line }) => textOf(line))).join("")
    expect(whole.startsWith(shown)).toBe(true)
    expect(overset.characters).toBe(whole.slice(shown.length).replaceAll(/\s/g, "").length)
    expect(columns.map(({ used, room }) => used === room || used === room - 1)).toEqual([
      ...[true, true, true],
    ])
  })

  test("begins with a character as wide as two of its lines", () => {
    const [first, second] = set.story.columns[0]!.lines
    const [large] = first!.line.runs.filter(({ size }) => size > grid.bodySize)
    expect(large!.size).toBeCloseTo(grid.linePitch + grid.bodySize, 6)
    expect(large!.across![0]! + large!.size / 2).toBeCloseTo(-grid.linePitch / 2, 6)
    expect(second!.baseline).toBeCloseTo(set.story.columns[0]!.column.box.y + 27, 6)
  })
})

describe("the printed page", () => {
  let file = ""
  beforeAll(() => {
    file = layDown(pdfOfPage(page))
  })
  afterAll(() => rmSync(dirname(file), { recursive: true }))

  test("reads in the order of its bands and its thread", () => {
    const plain = (printed: string): string => printed.replaceAll(/[\s\f\ufeff]/g, "")
    const story = plain(whole)
    expect(plain(ask("pdftotext", "-raw", file, "-"))).toContain(story)
    expect(plain(ask("mutool", "draw", "-q", "-F", "txt", file))).toContain(story)
  })
})
