import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { answerMark } from "../../layouts/edits/answer-mark.ts"
import { applyMark } from "../../layouts/edits/apply-mark.ts"
import { formatText } from "../../layouts/edits/format-text.ts"
import { moveFrames } from "../../layouts/edits/move-frames.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { setIssue } from "../../layouts/edits/set-issue.ts"
import type { Edit } from "../../layouts/issue/change.ts"
import { newDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import { compareProofs } from "../../layouts/proof/compare-proofs.ts"
import { freezePage, type FrozenPage } from "../../layouts/proof/frozen-page.ts"
import { differenceBlocks } from "../../layouts/proof/proof-difference.ts"
import { looksOn, mappedRects } from "../../layouts/proof/mapped-rects.ts"
import { rectsOf } from "../../layouts/proof/mark-rects.ts"
import { recheckProof, unexecuted } from "../../layouts/proof/recheck.ts"

import { sampleArticles, setPages } from "../build/issue.ts"
import { at, plainMark } from "../build/mark.ts"
import { press } from "../build/type.ts"

const { issue } = setPages(await sampleArticles())
const PAGE = issue.pages[0]!.id
const LONGEST = issue.articles
  .filter(({ id }) => issue.pages[0]!.frames.some(({ article }) => article === id))
  .toSorted((a, b) => b.story.length - a.story.length)[0]!
const ARTICLE = LONGEST.id
const LINE = LONGEST.story.findIndex(({ role, text }) => role === "body" && text.length > 60)
const EDITOR = { author: "林青", role: "编辑", at: 2000 } as const

function frozen(document: OpenDocument): FrozenPage {
  const page = composePage(document.issue(), PAGE, press, "free")
  return freezePage(page, document.marks())
}

it("what words bear beside them is a difference of style, where both versions tell of it", () => {
  const range = { from: at(LINE, 4), to: at(LINE, 8) }
  const [was, now] = after(formatText(ARTICLE, range, { emphasis: "dot" }))
  const found = compareProofs(was, now).filter(({ kind }) => kind === "style")
  expect(found).toHaveLength(1)
  expect(found[0]!.say.zh).toContain(LONGEST.story[LINE]!.text.slice(4, 8))
  expect(found[0]!.say.zh).toContain("着重号")
  const older = { ...was, dress: undefined } as unknown as FrozenPage
  expect(compareProofs(older, now).filter(({ kind }) => kind === "style")).toEqual([])
})

function after(...edits: readonly Edit[]): readonly [was: FrozenPage, now: FrozenPage] {
  const document = newDocument(issue)
  const was = frozen(document)
  for (const edit of edits) document.perform(edit)
  return [was, frozen(document)]
}

describe("differenceBlocks", () => {
  it("keeps an article's texts, style and geometry together, and the paper's own last", () => {
    const frame = issue.pages[0]!.frames.find(({ article }) => article === ARTICLE)!.id
    const [was, now] = after(
      setIssue({ paper: "瑞河晚报" }),
      moveFrames(PAGE, [frame], { columns: 0, lines: 1 }),
      retype(ARTICLE, { from: at(LINE, 3), to: at(LINE, 4) }, "新"),
    )
    const differences = compareProofs(was, now)
    const blocks = differenceBlocks(differences)
    expect(blocks.flatMap((block) => block.differences)).toHaveLength(differences.length)
    expect(new Set(blocks.map(({ article }) => article)).size).toBe(blocks.length)
    expect(blocks.at(-1)!.article).toBe(null)
    const own = blocks.find(({ article }) => article === ARTICLE)!
    expect(new Set(own.differences.map(({ kind }) => kind))).toEqual(new Set(["text", "geometry"]))
  })
})

describe("mappedRects", () => {
  const composed = composePage(issue, PAGE, press, "free")
  const { lines } = freezePage(composed, []).map

  it("finds a stretch where the composed page has it", () => {
    const set = composed.articles.find(({ article }) => article.id === ARTICLE)!
    const range = { words: null, from: at(LINE, 3), to: at(LINE, 40) }
    const [live, mapped] = [
      rectsOf(set, PAGE, range),
      mappedRects(lines, { ...range, article: ARTICLE }),
    ]
    expect(live.length).toBeGreaterThan(1)
    expect(mapped).toHaveLength(live.length)
    mapped.forEach((box, i) => {
      expect(box.x).toBeCloseTo(live[i]!.x, 1)
      expect(box.y).toBeCloseTo(live[i]!.y, 1)
      expect(box.width).toBeCloseTo(live[i]!.width, 1)
    })
  })

  it("finds a point once, where one line ends and the next begins", () => {
    const set = composed.articles.find(({ article }) => article.id === ARTICLE)!
    const own = lines.filter(
      ({ article, paragraph, words }) =>
        article === ARTICLE && paragraph === LINE && words === null,
    )
    const turn = at(LINE, own[1]!.at[0]!)
    const range = { words: null, from: turn, to: turn }
    const boxes = mappedRects(lines, { ...range, article: ARTICLE })
    expect(boxes).toHaveLength(1)
    expect(boxes[0]!.width).toBe(0)
    expect(boxes[0]!.y).toBeCloseTo(rectsOf(set, PAGE, range)[0]!.y, 1)
  })

  it("knows how every unit of a line is set", () => {
    for (const line of lines) expect(looksOn(line)).toHaveLength(line.at.at(-1)! - line.at[0]!)
    const sizes = new Set(lines.flatMap((line) => looksOn(line).map(([, , size]) => size)))
    expect(sizes.size).toBeGreaterThan(2)
  })

  it("survives being written down", () => {
    const page = freezePage(composed, [])
    expect(JSON.parse(JSON.stringify(page))).toEqual(page)
  })
})

describe("compareProofs", () => {
  it("finds nothing between a page and itself, nor after an undone edit", () => {
    const document = newDocument(issue)
    const was = frozen(document)
    document.perform(retype(ARTICLE, { from: at(LINE, 2), to: at(LINE, 4) }, "春汛"))
    document.undo()
    expect(compareProofs(was, frozen(document))).toEqual([])
  })

  it("tells what was put, taken and replaced, and not what only ran on", () => {
    const differences = compareProofs(
      ...after(retype(ARTICLE, { from: at(LINE, 5), to: at(LINE, 5) }, "（记者高远、林青）")),
    )
    const texts = differences.filter(({ kind }) => kind === "text")
    expect(texts).toHaveLength(1)
    expect(texts[0]).toMatchObject({ before: "", after: "（记者高远、林青）", article: ARTICLE })
    expect(texts[0]!.now.length).toBeGreaterThan(0)
    expect(differences.filter(({ kind }) => kind === "style" || kind === "furniture")).toEqual([])
  })

  it("tells type that was set otherwise, with the words it is on", () => {
    const [was, now] = after(
      formatText(ARTICLE, { from: at(LINE, 10), to: at(LINE, 14) }, { family: "hei" }),
    )
    const styles = compareProofs(was, now).filter(({ kind }) => kind === "style")
    expect(styles).toHaveLength(1)
    expect(styles[0]!.place).toMatchObject({ from: at(LINE, 10), to: at(LINE, 14) })
    expect(styles[0]!.before).not.toBe(styles[0]!.after)
  })

  it("tells frames that moved", () => {
    const frame = issue.pages[0]!.frames.find(({ role }) => role === "body")!
    const [was, now] = after(moveFrames(PAGE, [frame.id], { columns: 0, lines: 1 }))
    const moved = compareProofs(was, now).filter(({ kind }) => kind === "geometry")
    expect(moved.map(({ say }) => say.zh)).toContain("框移动")
  })

  it("puts the older text right when all that it tells is put back", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(50), fc.nat(6), fc.constantFrom("", "茶", "新站", "，")), {
          maxLength: 4,
        }),
        (changes) => {
          const [was, now] = after(
            ...changes.map(([from, length, put]) =>
              retype(ARTICLE, { from: at(LINE, from), to: at(LINE, from + length) }, put),
            ),
          )
          const story = (page: FrozenPage): string =>
            page.map.texts.find(({ id }) => id === ARTICLE)!.story
          const found = compareProofs(was, now).filter(({ kind }) => kind === "text")
          const starts = story(now).split("\n").slice(0, LINE).join("\n").length + 1
          const back = found.toReversed().reduce((text, { place, before, after: put }) => {
            const from = (LINE === 0 ? 0 : starts) + place!.from.offset
            return text.slice(0, from) + before + text.slice(from + put.length)
          }, story(now))
          expect(back).toBe(story(was))
        },
      ),
      { numRuns: 12 },
    )
  })
})

describe("recheckProof", () => {
  const correct = (id: string, from: number, text: string) => ({
    ...plainMark(id, at(LINE, from), at(LINE, from + 2), { sign: "correct", payload: { text } }),
    article: ARTICLE,
  })

  function marked(...edits: readonly Edit[]) {
    const document = newDocument(issue)
    const proof = frozen(document)
    for (const edit of edits) document.perform(edit)
    return recheckProof(proof, document.issue(), document.marks())
  }

  it("says of each mark what became of it, by the text", () => {
    const answer = { ...EDITOR, say: "", state: "executed" as const }
    const recheck = marked(
      addMark(correct("m1", 2, "春茶")),
      addMark(correct("m2", 8, "老站")),
      addMark(correct("m3", 14, "江风")),
      addMark(correct("m4", 20, "汽笛")),
      applyMark("m1", EDITOR),
      answerMark("m2", { ...EDITOR, say: "原稿如此", state: "refused" }),
      answerMark("m3", answer),
    )
    const verdicts = recheck.marks.map(({ mark, verdict, reason }) => [mark.id, verdict, reason])
    expect(verdicts).toEqual([
      ["m1", "done", ""],
      ["m2", "refused", "原稿如此"],
      ["m3", "missing", ""],
      ["m4", "waiting", ""],
    ])
    expect(recheck.unauthorised).toEqual([])
    expect(unexecuted(recheck, new Set())).toBe(2)
    expect(unexecuted(recheck, new Set(["m3", "m4"]))).toBe(1)
  })

  it("finds a correction that a hand carried out, and an edit that nobody asked for", () => {
    const recheck = marked(
      addMark(correct("m1", 2, "春茶")),
      retype(ARTICLE, { from: at(LINE, 2), to: at(LINE, 4) }, "春茶"),
      answerMark("m1", { ...EDITOR, say: "", state: "executed" }),
      retype(ARTICLE, { from: at(LINE, 30), to: at(LINE, 30) }, "悄悄"),
    )
    expect(recheck.marks.map(({ verdict }) => verdict)).toEqual(["done"])
    expect(recheck.unauthorised.map((change) => change.after)).toContain("悄悄")
  })

  it("tells a change that was carried out and then typed over", () => {
    const recheck = marked(
      addMark(correct("m1", 2, "春茶")),
      applyMark("m1", EDITOR),
      retype(ARTICLE, { from: at(LINE, 2), to: at(LINE, 4) }, "秋果"),
    )
    expect(recheck.marks.map(({ verdict }) => verdict)).toEqual(["missing"])
  })

  it("leaves out what was settled before the proof was frozen", () => {
    const document = newDocument(issue)
    document.perform(addMark(correct("m1", 2, "春茶")))
    document.perform(applyMark("m1", EDITOR))
    const proof = frozen(document)
    expect(recheckProof(proof, document.issue(), document.marks()).marks).toEqual([])
  })
})
