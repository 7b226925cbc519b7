import { beforeAll, describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import { inkNamed } from "../../layouts/draw/list-inks.ts"
import { formatText } from "../../layouts/edits/format-text.ts"
import { setCharacterStyle } from "../../layouts/edits/set-character-style.ts"
import { setFrameInk } from "../../layouts/edits/set-frame-ink.ts"
import { setParagraphStyle } from "../../layouts/edits/set-paragraph-style.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { IssueInks } from "../../layouts/issue/ink.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { pt } from "../../layouts/units.ts"
import { frame, pageWith } from "../build/frame.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

const INKS: IssueInks = {
  朱红: { kind: "process", cmyk: [0, 1, 0.8, 0] },
  江蓝: { kind: "spot", cmyk: [1, 0.5, 0, 0], overprint: true },
  浅蓝: { kind: "tint", of: "江蓝", strength: 0.5 },
  无源: { kind: "tint", of: "浅蓝", strength: 0.5 },
}

let sample: Issue
let lead: string

beforeAll(async () => {
  sample = setPages(await sampleArticles(), { measure: 13 }).issue
  lead = sample.articles.find(({ kind }) => kind === "lead" || kind === "news")!.id
})

/** The sample's first page with inks, after some edits. */
function listOf(...edits: readonly Edit[]): DisplayList {
  const document = newDocument({ ...sample, inks: INKS })
  edits.forEach((edit) => document.perform(edit))
  const issue = document.issue()
  return composePage(issue, issue.pages[0]!.id, press, "free").list
}

/** The words of a list that are printed in an ink. */
function wordsIn({ items }: DisplayList, ink: string): string {
  return items
    .flatMap((item) => (item.kind === "glyphs" && item.ink === ink ? item.texts : []))
    .join("")
}

describe("an ink of the issue", () => {
  it("has its shares, or a plate of its own with what stands in for it", () => {
    expect(inkNamed("朱红", INKS)).toEqual({ name: "朱红", cmyk: [0, 1, 0.8, 0] })
    expect(inkNamed("朱红 50%", INKS)).toEqual({ name: "朱红 50%", cmyk: [0, 0.5, 0.4, 0] })
    const solid = [1, 0.5, 0, 0]
    expect(inkNamed("浅蓝 50%", INKS)).toEqual({
      name: "浅蓝 50%",
      cmyk: [0.25, 0.125, 0, 0],
      spot: { plate: "江蓝", tint: 0.25, solid, overprint: true },
    })
  })

  it("that is gone, or is the tint of a tint, prints black", () => {
    expect(inkNamed("走失", INKS)).toEqual({ name: "走失", cmyk: [0, 0, 0, 1] })
    expect(inkNamed("走失 30%", INKS)).toEqual({ name: "走失 30%", cmyk: [0, 0, 0, 0.3] })
    expect(inkNamed("无源", INKS).cmyk).toEqual([0, 0, 0, 1])
  })

  it("colours text by style, by hand, and a headline by its frame over its style", () => {
    const plain = listOf()
    expect(plain.inks.map(({ name }) => name)).toEqual(["black", "paper", "black-10"])
    const stretch = (from: number, to: number) => ({
      from: { paragraph: 1, offset: from },
      to: { paragraph: 1, offset: to },
    })
    const red = listOf(formatText(lead, stretch(0, 6), { ink: "朱红" }))
    expect(wordsIn(red, "朱红")).not.toBe("")
    const styled = listOf(
      setCharacterStyle("蓝字", { ink: "江蓝" }),
      formatText(lead, stretch(0, 6), { style: "蓝字" }),
    )
    expect(wordsIn(styled, "江蓝")).toBe(wordsIn(red, "朱红"))
    const heads = sample.pages[0]!.frames.filter(({ role }) => role === "headline")
    const own = heads.find(({ article }) => article === lead)!.id
    const both = listOf(setParagraphStyle("headline", { ink: "江蓝" }), setFrameInk([own], "朱红"))
    const headline = sample.articles.find(({ id }) => id === lead)!.headline!
    expect(wordsIn(both, "朱红")).toContain(headline.slice(0, 4))
    expect(wordsIn(both, "江蓝")).not.toContain(headline.slice(0, 4))
    expect(wordsIn(both, "江蓝")).not.toBe("")
  })

  it("moves no glyph: only inks differ", () => {
    const bare = ({ items }: DisplayList) =>
      items.map((item) => ("ink" in item ? { ...item, ink: "" } : item))
    expect(bare(listOf(setParagraphStyle("headline", { ink: "朱红" })))).toEqual(bare(listOf()))
  })

  it("draws boxes, rules and furniture", () => {
    const look = { rule: pt(1), tint: 0.3, ink: "江蓝", ground: "朱红" }
    const page = pageWith([frame("box - 0+2 5+9", { look })])
    const furniture = [
      {
        kind: "rule" as const,
        ...{ x1: pt(0), y1: pt(9), x2: pt(90), y2: pt(9), width: pt(1) },
        ink: "浅蓝",
      },
    ]
    const date = { year: 2026, month: 11, day: 23 }
    const issue = {
      paper: "瑞河日报",
      date,
      articles: [],
      pages: [{ ...page, furniture }],
      inks: INKS,
    }
    const { list } = composePage(issue, "A1", press, "free")
    const inks = list.items.flatMap((item) => ("ink" in item ? [item.ink] : []))
    expect(inks).toEqual(["朱红 30%", "浅蓝", "江蓝"])
    expect(list.inks.map(({ name }) => name)).toEqual(expect.arrayContaining(inks))
  })
})
