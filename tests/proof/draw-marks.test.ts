import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { applyMark } from "../../layouts/edits/apply-mark.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { isWaiting, type NewMark } from "../../layouts/issue/mark.ts"
import type { SignId } from "../../layouts/issue/payload.ts"
import { drawMarks, passLook } from "../../layouts/proof/draw-marks.ts"
import { SIGN_IDS, SIGNS } from "../../layouts/proof/signs.ts"
import { pt } from "../../layouts/units.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { at, plainMark, READER } from "../build/mark.ts"
import { PAYLOADS } from "../build/noted-proof.ts"
import { press } from "../build/type.ts"

const { issue } = setPages(await sampleArticles())
const page = composePage(issue, issue.pages[0]!.id, press, "free")

function drawn(...marks: readonly NewMark[]) {
  const document = newDocument(issue)
  for (const mark of marks) document.perform(addMark(mark))
  expect(document.marks()).toHaveLength(marks.length)
  return drawMarks(page, document.marks(), press)
}

function signed(sign: SignId, from = at(0, 5), to = at(0, 9)): NewMark {
  const of = { sign, payload: PAYLOADS[sign] ?? {} } as Pick<NewMark, "sign" | "payload">
  return plainMark(sign, from, to, of)
}

describe("drawMarks", () => {
  it("draws every sign of the table on its words, and a note where the standard wants one", () => {
    const shapes = new Set<string>()
    for (const sign of SIGN_IDS) {
      const { list, drawn: marks } = drawn(signed(sign))
      expect(marks[0]!.boxes).toHaveLength(1)
      expect(marks[0]!.note === null).toBe(SIGNS[sign].margin === "none")
      const strokes = list.items.flatMap((item) => (item.kind === "stroke" ? [item.path] : []))
      const { x, y, height } = marks[0]!.boxes[0]!
      const first = strokes[0]!.map(([, ...numbers]) =>
        numbers.map((number, i) => ((number - (i % 2 ? y : x)) / height).toFixed(2)),
      )
      shapes.add(JSON.stringify([first, strokes.length, marks[0]!.note !== null]))
    }
    expect(shapes.size).toBeGreaterThanOrEqual(20)
  })

  it("writes in the margin what the mark says, or what its sign does", () => {
    const said = (sign: SignId): string =>
      drawn(signed(sign))
        .list.items.flatMap((item) => (item.kind === "glyphs" ? item.texts : []))
        .join("")
    expect(
      (["insert", "substitute", "note", "script", "delete", "turn", "raise", "move"] as const).map(
        said,
      ),
    ).toEqual([
      "清早开进港区的一",
      "码头一",
      "改黑体一",
      "上角一",
      "删一",
      "转正一",
      "上下移一",
      "",
    ])
  })

  it("stands on the characters that were marked, one box a line, over columns too", () => {
    const { text } = issue.articles[0]!.story[1]!
    const { drawn: marks } = drawn(signed("delete", at(1, 0), at(1, text.length)))
    const glyphs = page.list.items.filter(
      (item) =>
        item.kind === "glyphs" && item.source?.article === "a1" && item.source.paragraph === 1,
    )
    const baselines = new Set(glyphs.map((item) => (item.kind === "glyphs" ? item.y : 0)))
    expect(marks[0]!.boxes.length).toBeGreaterThan(1)
    expect(marks[0]!.boxes).toHaveLength(
      new Set(glyphs.map((item) => (item.kind === "glyphs" ? `${item.x} ${item.y}` : ""))).size,
    )
    for (const { y, height } of marks[0]!.boxes)
      expect([...baselines].some((baseline) => Math.abs(baseline - y - 0.88 * height) < 0.01)).toBe(
        true,
      )
  })

  it("tells the pass by colour, by dashes and by a label", () => {
    const looks = [1, 2, 3, 4, 9].map((pass) => {
      const { list } = drawn({ ...signed("correct"), pass })
      const leader = list.items.find((item) => item.kind === "stroke" && item.path.length === 4)
      const labels = list.items.flatMap((item) =>
        item.kind === "glyphs" ? [item.texts.join("")] : [],
      )
      expect(list.inks).toEqual([passLook(pass).ink])
      return `${leader?.kind === "stroke" ? leader.dash.join(" ") : ""}|${labels.at(-1)}`
    })
    expect(looks).toEqual(["|一", "4 1.5|二", "1.2 1.2|三", "5 1.4 1.2 1.4|终", "5 1.4 1.2 1.4|终"])
  })

  it("draws spots and headlines, and leaves out what is lost, overset or elsewhere", () => {
    const spot = {
      kind: "spot",
      page: page.page.id,
      box: { x: pt(9), y: pt(9), width: pt(9), height: pt(9) },
    } as const
    const note = { sign: "note", payload: { say: "日期" } } as const
    const bare = { ...READER, article: null, pass: 1, ...note }
    const head = { kind: "text", words: "headline", from: at(0, 0), to: at(0, 2) } as const
    const { drawn: marks } = drawn(
      { ...bare, id: "here", range: spot },
      { ...bare, id: "elsewhere", range: { ...spot, page: "Z9" } },
      { ...signed("correct"), id: "head", range: head },
    )
    expect(marks.map(({ id }) => id)).toEqual(["head", "here"])
    expect(marks[0]!.boxes[0]!.height).toBeGreaterThan(15)
  })

  it("gives each of 60 marks a note inside the sheet", () => {
    const all = issue.articles.flatMap(({ id, story }) =>
      story.flatMap(({ text }, paragraph) =>
        text.length > 9
          ? [
              {
                ...signed("correct", at(paragraph, 3), at(paragraph, 6)),
                article: id,
                id: `${id}.${paragraph}`,
              },
            ]
          : [],
      ),
    )
    const { drawn: marks, list } = drawn(...all.slice(0, 60))
    expect(marks.length).toBeGreaterThan(40)
    for (const { note } of marks) {
      expect(note!.x).toBeGreaterThanOrEqual(0)
      expect(note!.x + note!.width).toBeLessThanOrEqual(list.trim.width)
    }
  })

  it("draws after a mark was carried out what it would draw anew, and leaves be what stays", () => {
    const document = newDocument(issue)
    const lead = issue.articles[0]!.id
    const marks = issue.articles.flatMap(({ id, story }) =>
      story.flatMap(({ text }, paragraph) =>
        text.length > 12
          ? [{ ...signed("correct", at(paragraph, 3), at(paragraph, 5)), article: id }]
          : [],
      ),
    )
    marks.forEach((mark, i) => document.perform(addMark({ ...mark, id: `m${i}` })))
    const shown = () => {
      const composed = composePage(document.issue(), page.page.id, press, "free")
      const waiting = document.marks().filter(isWaiting)
      const warm = drawMarks(composed, waiting, press)
      expect(warm).toEqual(drawMarks(composed, structuredClone(waiting), press))
      return warm.drawn
    }
    const before = shown()
    const { id } = document.marks().find(({ article }) => article === lead)!
    document.perform(applyMark(id, { author: "林青", role: "编辑", at: 1 }))
    const after = shown()
    expect(after.map((one) => one.id)).toEqual(
      before.map((one) => one.id).filter((one) => one !== id),
    )
    const known = new Set(before)
    expect(after.some((one) => known.has(one))).toBe(true)
    document.undo()
    expect(shown()).toEqual(before)
  })
})
