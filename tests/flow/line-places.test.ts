import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import type { SetStory } from "../../layouts/flow/compose-story.ts"
import { setRound } from "../../layouts/flow/set-round.ts"
import type { Paragraph } from "../../layouts/issue/article.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { USUAL_WRAP } from "../../layouts/issue/wrap.ts"
import { pt } from "../../layouts/units.ts"
import { articleOf, para } from "../build/article.ts"
import { COLUMN } from "../build/column.ts"
import { named, pageWith } from "../build/frame.ts"
import { press } from "../build/type.ts"

const SENTENCE =
  "瑞河市在河边修了一条步道，全长12公里，沿岸种了三万株柳树；市民说：“走一走，真好。”"

/** A story in a frame with a picture over it. */
function setBeside(story: readonly Paragraph[], ...frames: readonly Frame[]): SetStory {
  const date = { year: 2026, month: 11, day: 23 }
  const pages = [pageWith(frames)]
  const issue = { paper: "瑞河日报", date, articles: [articleOf("a", story)], pages }
  return composePage(issue, "A1", press, "free").articles[0]!.story
}

/** The text that lines show. */
function textOf({ columns }: SetStory, story: readonly Paragraph[]): string {
  return columns
    .flatMap(({ lines }) => lines)
    .map(({ line, paragraph }) => story[paragraph]!.text.slice(line.from, line.to))
    .join("")
}

/** A paragraph with one character of 14 pt. */
function withLarge(text: string, from: number): Paragraph {
  return { ...para(text), spans: [{ from, to: from + 1, size: pt(14) }] }
}

/** A picture down a column that leaves so many 字 on each side. */
function astride(left: number, right: number): readonly Frame[] {
  const photo = named("photo", "picture - 0+1 0+60", {
    inset: { left, right },
    wrap: { ...USUAL_WRAP, sides: "both", clearance: 0, least: 2 },
  })
  return [named("text", "body a 0+1 0+60"), photo]
}

describe("a larger character where text goes round something all the way down", () => {
  it("leaves nothing off the page while rows are free on both sides", () => {
    const story = [withLarge(SENTENCE.repeat(6), 60), para(SENTENCE)]
    const set = setBeside(story, ...astride(8, 8))
    expect(textOf(set, story)).toBe(SENTENCE.repeat(7))
    expect(set.overset.characters).toBe(0)
  })

  it("leaves its indent off where the places are as narrow, and nothing else", () => {
    const story = [withLarge("新桥通车。".repeat(6), 9)]
    const set = setBeside(story, ...astride(2, 0))
    expect(textOf(set, story)).toBe(story[0]!.text)
    const feet = set.columns.flatMap(({ lines }) => lines.map(({ x, line }) => x + line.width))
    expect(Math.max(...feet)).toBeLessThan(set.columns[0]!.column.box.x + 2 * 9 + 0.05)
  })
})

describe("a paragraph for which no place is left", () => {
  it.each([
    ["with tabs", "首班\t8时", {}],
    ["in a strict grid", "首班船从老码头开", { marks: "grid" }],
    ["as any other", "首班船从老码头开", {}],
  ] as const)("is set as wide as its column, %s", (_, text, look) => {
    const paragraph = { ...para(text), look }
    const setting = { ...COLUMN, story: [paragraph] }
    const { lines } = setRound({ paragraph, style: COLUMN.sheet.body, setting }, [])
    expect(lines.map(({ from, to }) => text.slice(from, to)).join("")).toBe(text)
    for (const { width } of lines) expect(width).toBeLessThanOrEqual(COLUMN.measure + 0.01)
  })
})
