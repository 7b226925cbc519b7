import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import { composePage } from "../../layouts/compose.ts"
import { printList } from "../../layouts/display/print.ts"
import { clearFormat } from "../../layouts/edits/clear-format.ts"
import { formatText } from "../../layouts/edits/format-text.ts"
import { setCharacterStyle } from "../../layouts/edits/set-character-style.ts"
import { setParagraphLook } from "../../layouts/edits/set-paragraph-look.ts"
import { setParagraphStyle } from "../../layouts/edits/set-paragraph-style.ts"
import type { PlacedLine } from "../../layouts/flow/compose-story.ts"
import { baselineOf } from "../../layouts/grid/geometry.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { pt } from "../../layouts/units.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { press, SIZE, textOf } from "../build/type.ts"

let sample: Issue
let lead: string

beforeAll(async () => {
  sample = setPages(await sampleArticles(), { measure: 13 }).issue
  lead = sample.articles.find(({ kind }) => kind === "lead" || kind === "news")!.id
})

/** The issue after edits. */
function edited(...edits: readonly Edit[]): Issue {
  const document = newDocument(sample)
  for (const edit of edits) document.perform(edit)
  return document.issue()
}

function composedLead(issue: Issue): ComposedArticle {
  const { articles } = composePage(issue, issue.pages[0]!.id, press, "free")
  return articles.find(({ article }) => article.id === lead)!
}

const linesOf = (set: ComposedArticle): readonly PlacedLine[] =>
  set.story.columns.flatMap(({ lines }) => lines)

/** The index of the lead's first long paragraph. */
function long(issue: Issue): number {
  const { story } = issue.articles.find(({ id }) => id === lead)!
  return story.findIndex(({ role, text }) => role === "body" && text.length > 80)
}

const list = (issue: Issue): string =>
  issue.pages.map(({ id }) => printList(composePage(issue, id, press, "free").list)).join("\n")

/** A stretch of the lead's first long paragraph. */
const part = (from: number, to: number) => ({
  from: { paragraph: long(sample), offset: from },
  to: { paragraph: long(sample), offset: to },
})

/** The face and size of each character of the lead's first long paragraph. */
function setIn(issue: Issue): readonly { text: string; face: string; size: number }[] {
  return linesOf(composedLead(issue))
    .filter(({ paragraph }) => paragraph === long(issue))
    .flatMap(({ line }) => line.runs)
    .flatMap(({ face, size, texts }) => texts.map((text) => ({ text, face, size })))
}

describe("characters set unlike their paragraph", () => {
  test("stand in their own face, the others as they were", () => {
    const before = setIn(sample)
    const after = setIn(edited(formatText(lead, part(20, 24), { family: "hei", weight: 700 })))
    const hei = press.faces({ family: "hei", weight: 700 })[0]!.id
    const changed = after.flatMap(({ face }, i) => (face === before[i]!.face ? [] : [i]))
    expect(after.map(({ text }) => text).join("")).toBe(before.map(({ text }) => text).join(""))
    expect(changed.length).toBeGreaterThanOrEqual(3)
    for (const i of changed) expect(after[i]!.face).toBe(hei)
    const words = changed.map((i) => after[i]!.text).join("")
    const { text } = sample.articles.find(({ id }) => id === lead)!.story[long(sample)]!
    expect(text.slice(20, 24)).toContain(words)
  })

  test("take their character style from the issue, their own look over it", () => {
    const named = formatText(lead, part(20, 40), { style: "强调" })
    const sizes = (...edits: readonly Edit[]): ReadonlySet<number> =>
      new Set(setIn(edited(named, ...edits)).map(({ size }) => size))
    expect(sizes()).toEqual(new Set([SIZE]))
    const style = setCharacterStyle("强调", { size: pt(10) })
    expect(sizes(style)).toEqual(new Set([SIZE, 10]))
    const own = formatText(lead, part(20, 30), { size: pt(8) })
    expect(sizes(style, own)).toEqual(new Set([SIZE, 10, 8]))
    expect(list(edited(named, style, clearFormat(lead, part(0, 60))))).toBe(list(edited(style)))
  })

  test("keep to the grid where they fit their row, and take whole rows where not", () => {
    const rowOf = (placed: PlacedLine): number => {
      const { grid } = sample.pages[0]!
      return (placed.baseline - baselineOf(grid, 0)) / grid.linePitch
    }
    const off = (row: number): number => Math.abs(row - Math.round(row))
    const small = composedLead(edited(formatText(lead, part(20, 24), { size: pt(11) })))
    for (const placed of linesOf(small).filter(({ role }) => role === "body"))
      expect(off(rowOf(placed))).toBeLessThan(1e-6)
    const large = composedLead(edited(formatText(lead, part(20, 24), { size: pt(18) })))
    const tall = linesOf(large).filter(({ line }) => line.runs.some(({ size }) => size === 18))
    expect(tall.length).toBeGreaterThan(0)
    for (const placed of linesOf(large).filter((one) => one.role === "body" && !tall.includes(one)))
      expect(off(rowOf(placed))).toBeLessThan(1e-6)
    for (const { lines } of large.story.columns)
      lines.slice(1).forEach((placed, i) => {
        const sizes = [placed, lines[i]!].map(({ line }) =>
          Math.max(...line.runs.map((r) => r.size)),
        )
        const gap = placed.baseline - lines[i]!.baseline
        if (gap > 0.01)
          expect(gap).toBeGreaterThanOrEqual(0.88 * sizes[0]! + 0.12 * sizes[1]! - 0.6)
      })
    const count = (set: ComposedArticle): number => set.story.overset.lines - set.story.underset
    expect(count(large) - count(composedLead(sample))).toBeGreaterThanOrEqual(tall.length)
  })

  test("leave lines exact, lose no character, and are the same warm and cold", () => {
    const plain = list(sample)
    fc.assert(
      fc.property(
        fc.nat(70),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(8, 10.5, 14, 18),
        fc.constantFrom(0, 0.05, -0.02),
        (from, length, size, tracking) => {
          const look = { size: pt(size), tracking, family: "kai" }
          const issue = edited(formatText(lead, part(from, from + length), look))
          const set = composedLead(issue)
          for (const { lines, column, room, used } of set.story.columns) {
            expect(used).toBeLessThanOrEqual(room)
            for (const { line, x, role } of lines) {
              const over = x + line.width - column.box.x - column.box.width
              if (role === "body" && line.end === "line" && !line.strained)
                expect(Math.abs(over)).toBeLessThan(0.01)
              else expect(over).toBeLessThan(0.01)
            }
          }
          const shown = linesOf(set).map(({ line }) => textOf(line))
          const ink = (text: string): number => text.replace(/\s/gu, "").length
          const whole = set.article.story.map(({ text }) => text).join("")
          expect(ink(shown.join("")) + set.story.overset.characters).toBe(ink(whole))
          expect(list(issue)).toBe(list(structuredClone(issue)))
          expect(list(sample)).toBe(plain)
        },
      ),
      { numRuns: 8 },
    )
  }, 60_000)
})

describe("a paragraph set unlike its style", () => {
  const look = (change: Parameters<typeof setParagraphLook>[3]): readonly PlacedLine[] => {
    const issue = edited(setParagraphLook(lead, long(sample), long(sample), change))
    const columns = composedLead(issue).story.columns
    return columns
      .flatMap(({ lines }) => lines)
      .filter(({ paragraph }) => paragraph === long(issue))
  }

  test("is aligned, indented and sized as it says", () => {
    const [first, ...rest] = look({ indent: 0 })
    expect(first!.line.x).toBe(0)
    expect(rest.every(({ line }) => line.x === 0)).toBe(true)
    const right = look({ align: "right", indent: 0 })
    for (const { line } of right) expect(line.x + line.width).toBeCloseTo(13 * SIZE, 6)
    const sized = look({ size: pt(8), family: "fang" })
    const runs = sized.flatMap(({ line }) => line.runs)
    expect(runs.every(({ size }) => size === 8)).toBe(true)
    const fang = press.faces({ family: "fang", weight: 400 })[0]!.id
    expect(runs.map(({ face }) => face)).toContain(fang)
  })
})

describe("the issue's styles", () => {
  test("set every paragraph of their name", () => {
    const issue = edited(setParagraphStyle("body", { size: pt(8.5), tracking: 0.01, indent: 1 }))
    const body = linesOf(composedLead(issue)).filter(({ role }) => role === "body")
    const sizes = new Set(body.flatMap(({ line }) => line.runs.map(({ size }) => size)))
    sizes.delete(SIZE)
    expect([...sizes]).toEqual([8.5])
    expect(body.some(({ line }) => line.x === 8.5)).toBe(true)
    expect(list(issue)).toBe(list(structuredClone(issue)))
  })

  test("give the headline its largest size, and stories their leading", () => {
    const head = (issue: Issue): number =>
      composedLead(issue).heads[0]!.lines.find(({ role }) => role === "headline")!.line.runs[0]!
        .size
    expect(head(sample)).toBeGreaterThan(18)
    expect(head(edited(setParagraphStyle("headline", { size: pt(18) })))).toBe(18)
    const { columns } = composedLead(edited(setParagraphStyle("body", { leading: 1.1 }))).story
    for (const { room, column } of columns) expect(room).toBe(Math.floor(column.lines / 1.1 + 1e-9))
  })

  test("that are not set change nothing", () => {
    expect(list({ ...sample, styles: { paragraph: {}, character: {} } })).toBe(list(sample))
  })

  test("count when articles are placed", async () => {
    const styles = { paragraph: { body: { size: pt(10.5) } }, character: {} }
    const copy = await sampleArticles()
    const area = (issue: Issue): number =>
      issue.pages
        .flatMap(({ frames }) => frames)
        .filter(({ role }) => role === "body")
        .reduce((sum, { region }) => sum + region.columns * region.lines, 0)
    const set = setPages(copy, { measure: 13, styles })
    expect(area(set.issue)).toBeGreaterThan(area(sample) * 1.1)
    for (const { story } of set.pages.flatMap(({ articles }) => articles))
      expect(story.overset.characters).toBe(0)
  })
})
