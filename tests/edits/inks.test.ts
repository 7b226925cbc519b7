import { describe, expect, it } from "vitest"
import { changeFurniture } from "../../layouts/edits/change-furniture.ts"
import { formatText } from "../../layouts/edits/format-text.ts"
import { removeInk } from "../../layouts/edits/remove-ink.ts"
import { renameInk } from "../../layouts/edits/rename-ink.ts"
import { setCharacterStyle } from "../../layouts/edits/set-character-style.ts"
import { setFrameInk } from "../../layouts/edits/set-frame-ink.ts"
import { setInk } from "../../layouts/edits/set-ink.ts"
import { setLook } from "../../layouts/edits/set-look.ts"
import { setParagraphLook } from "../../layouts/edits/set-paragraph-look.ts"
import { setParagraphStyle } from "../../layouts/edits/set-paragraph-style.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { newDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import { inkUses } from "../../layouts/issue/ink-uses.ts"
import { isInkName, soundInk, type IssueInk } from "../../layouts/issue/ink.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Furniture } from "../../layouts/issue/page.ts"
import { pt } from "../../layouts/units.ts"
import { expectEdit } from "../build/document-law.ts"
import { plainArticle, plainFrame, plainParagraph } from "../build/document-records.ts"
import { small } from "../build/document-small.ts"

const RED: IssueInk = { kind: "process", cmyk: [0, 1, 0.9, 0.1] }
const BLUE: IssueInk = { kind: "spot", cmyk: [1, 0.3, 0, 0], overprint: false }
const PALE: IssueInk = { kind: "tint", of: "朱红", strength: 0.4 }

const story = [plainParagraph("瑞河港区开进茶车。"), plainParagraph("长棚底下")]

/** The small issue with the inks 朱红 and 江蓝, a headline and a box. */
const issue: Issue = {
  ...small,
  articles: [plainArticle("a1", story), ...small.articles.slice(1)],
  inks: { 朱红: RED, 江蓝: BLUE },
  pages: small.pages.map((page) =>
    page.id === "A1"
      ? {
          ...page,
          frames: [
            ...page.frames,
            { ...plainFrame("h1", "a1"), role: "headline" },
            { ...plainFrame("b1", null), role: "box", look: { rule: pt(1), tint: 0.2 } },
          ],
        }
      : page,
  ),
}

const whole = { from: { paragraph: 0, offset: 0 }, to: { paragraph: 0, offset: 4 } }
const rule: Furniture = {
  kind: "rule",
  ...{ x1: pt(0), y1: pt(9), x2: pt(90), y2: pt(9), width: pt(1) },
  ink: "朱红",
}

/** All the ways in which an issue uses an ink. */
const USES: readonly Edit[] = [
  setFrameInk(["h1"], "朱红"),
  setLook(["b1"], { ink: "朱红", ground: "朱红" }),
  setParagraphStyle("headline", { ink: "朱红" }),
  setCharacterStyle("红字", { ink: "朱红" }),
  formatText("a1", whole, { ink: "朱红" }),
  setParagraphLook("a1", 1, 1, { ink: "朱红" }),
  changeFurniture(["A1"], [{ before: null, after: rule }]),
]

/** The issue with 朱红 used everywhere, tints of it among it. */
function used(): OpenDocument {
  const document = newDocument(issue)
  for (const edit of [...USES, setInk("浅红", PALE)]) document.perform(edit)
  return document
}

describe("the table of inks", () => {
  it("takes inks, tints of them, and other values", () => {
    expectEdit(newDocument(small), setInk("朱红", RED), (after) =>
      expect(after.inks).toEqual({ 朱红: RED }),
    )
    expectEdit(newDocument(issue), setInk("浅红", PALE), (after) =>
      expect(after.inks?.["浅红"]).toEqual(PALE),
    )
    expectEdit(newDocument(issue), setInk("朱红", BLUE), (after) =>
      expect(after.inks?.["朱红"]).toEqual(BLUE),
    )
  })

  it("takes no tint of what is none, no tint of a tint, no ink without a name or sound shares", () => {
    const document = used()
    const before = document.issue()
    const refused: readonly Edit[] = [
      setInk("淡", { kind: "tint", of: "无此墨", strength: 0.5 }),
      setInk("淡", { kind: "tint", of: "浅红", strength: 0.5 }),
      setInk("朱红", { kind: "tint", of: "江蓝", strength: 0.5 }),
      setInk("Black", RED),
      setInk("", RED),
      setInk("过浓", { kind: "process", cmyk: [0, 2, 0, 0] }),
    ]
    for (const edit of refused) document.perform(edit)
    expect(document.issue()).toBe(before)
  })

  it("keeps names that print, and knows those that are taken", () => {
    for (const name of ["朱红", "PANTONE 185 C", "__proto__"]) expect(isInkName(name)).toBe(true)
    for (const name of ["", " 红", "All", "cyan", "black-10", "红 40%", "红\n"])
      expect(isInkName(name)).toBe(false)
    expect(soundInk({ kind: "spot", cmyk: [0, 0, 0] })).toBeNull()
    expect(soundInk({ kind: "tint", of: "朱红", strength: 0 })).toBeNull()
    expect(soundInk(null)).toBeNull()
  })
})

describe("an ink in use", () => {
  it.each(USES)("is counted where $name uses it", (edit) => {
    const document = newDocument(issue)
    expectEdit(document, edit, (after) => expect(inkUses(after, "朱红")).toBeGreaterThan(0))
  })

  it("is not removed, unless another takes its place everywhere", () => {
    const document = used()
    const before = document.issue()
    for (const by of [null, "朱红", "浅红", "无此墨", "black"])
      document.perform(removeInk("朱红", by))
    expect(document.issue()).toBe(before)
    expectEdit(document, removeInk("朱红", "江蓝"), (after) => {
      expect(after.inks).toEqual({ 江蓝: BLUE, 浅红: { ...PALE, of: "江蓝" } })
      expect(inkUses(after, "朱红")).toBe(0)
      expect(inkUses(after, "江蓝")).toBe(inkUses(before, "朱红"))
    })
  })

  it("gives way to black where it has no tints", () => {
    const document = newDocument(issue)
    document.perform(setFrameInk(["h1"], "朱红"))
    expectEdit(document, removeInk("朱红", "black"), (after) => {
      expect(after.inks).toEqual({ 江蓝: BLUE })
      expect(after.pages[0]!.frames.find(({ id }) => id === "h1")?.ink).toBe("black")
    })
  })

  it("keeps its uses under another name", () => {
    const uses = inkUses(used().issue(), "朱红")
    expectEdit(used(), renameInk("朱红", "报头红"), (after) => {
      expect(after.inks?.["报头红"]).toEqual(RED)
      expect(inkUses(after, "朱红")).toBe(0)
      expect(inkUses(after, "报头红")).toBe(uses)
    })
    const document = used()
    const before = document.issue()
    for (const to of ["江蓝", "black", ""]) document.perform(renameInk("朱红", to))
    expect(document.issue()).toBe(before)
  })

  it("goes at once where nothing uses it", () => {
    expectEdit(newDocument(issue), removeInk("朱红", null), (after) =>
      expect(after.inks).toEqual({ 江蓝: BLUE }),
    )
  })
})
