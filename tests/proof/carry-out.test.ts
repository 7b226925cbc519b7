import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { answerMark } from "../../layouts/edits/answer-mark.ts"
import { applyMark } from "../../layouts/edits/apply-mark.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { newDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import type { NewMark } from "../../layouts/issue/mark.ts"
import type { Place } from "../../layouts/issue/selection.ts"
import { differences } from "../../layouts/proof/diff.ts"
import { marksFromChange, type TypedMark } from "../../layouts/proof/marks-from-change.ts"
import { frozenTexts, unauthorisedChanges } from "../../layouts/proof/unauthorised.ts"
import { expectEdit } from "../build/document-law.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"
import { articleOf, small } from "../build/document-small.ts"
import { at, plainMark } from "../build/mark.ts"

const EDITOR = { author: "林青", role: "编辑", at: 2000 } as const

function issueOf(...texts: readonly string[]) {
  const article = plainArticle(
    "a1",
    texts.map((text) => plainParagraph(text)),
  )
  return { ...small, articles: [article, ...small.articles.slice(1)] }
}

/** The story after a mark on it was carried out, held to what every edit must do. */
function carriedOut(
  texts: readonly string[],
  sign: Pick<NewMark, "sign" | "payload">,
  [from, to, target]: readonly [Place, Place, Place?],
): readonly string[] {
  const document = newDocument(issueOf(...texts))
  document.perform(addMark({ ...plainMark("m1", from, to, sign), ...(target ? { target } : {}) }))
  expectEdit(document, applyMark("m1", EDITOR), () => undefined, { movesBreaks: true })
  const [mark] = document.marks()
  expect(mark!.state).toBe("executed")
  expect(mark!.change.map(({ standing }) => standing)).toEqual(mark!.change.map(() => "held"))
  return articleOf(document.issue()).story.map(({ text }) => text)
}

describe("applyMark", () => {
  it("does what each sign asks for", () => {
    const line = (sign: Pick<NewMark, "sign" | "payload">, from: number, to = from): string =>
      carriedOut(["认真经验总结 16=42"], sign, [at(0, from), at(0, to)]).join("/")
    expect(line({ sign: "correct", payload: { text: "细致" } }, 0, 2)).toBe("细致经验总结 16=42")
    expect(line({ sign: "delete", payload: {} }, 2, 4)).toBe("认真总结 16=42")
    expect(line({ sign: "insert", payload: { text: "地" } }, 2)).toBe("认真地经验总结 16=42")
    expect(line({ sign: "script", payload: { level: "up" } }, 11, 12)).toBe("认真经验总结 16=4²")
    expect(line({ sign: "transpose", payload: { first: 2, last: 2 } }, 2, 6)).toBe(
      "认真总结经验 16=42",
    )
    expect(line({ sign: "split", payload: {} }, 6)).toBe("认真经验总结/ 16=42")
    expect(line({ sign: "narrow", payload: { between: "characters" } }, 6, 7)).toBe(
      "认真经验总结16=42",
    )
    expect(line({ sign: "space", payload: { zi: 1 } }, 2)).toBe("认真\u3000经验总结 16=42")
    expect(line({ sign: "separate", payload: {} }, 9)).toBe("认真经验总结 16 =42")
    expect(carriedOut(["前", "后"], { sign: "join", payload: {} }, [at(0, 1), at(1, 0)])).toEqual([
      "前后",
    ])
    const moved = [at(0, 0), at(0, 2), at(1, 1)] as const
    expect(carriedOut(["清早开进", "茶车"], { sign: "move", payload: {} }, moved)).toEqual([
      "开进",
      "茶清早车",
    ])
  })

  it("links the change to its mark: what stood there, what does, and where", () => {
    const document = newDocument(issueOf("本报讯 港区昨天开进茶车"))
    document.perform(addMark(plainMark("m1", at(0, 4), at(0, 6))))
    document.perform(applyMark("m1", EDITOR))
    document.perform(retype("a1", { from: at(0, 0), to: at(0, 0) }, "瑞河"))
    expect(document.marks()[0]!.change).toEqual([
      {
        ...{ words: null, before: "港区", after: "新茶", standing: "held" },
        around: { before: "本报讯 ", after: "昨天开进茶车\n" },
        ...{ from: at(0, 6), to: at(0, 8) },
      },
    ])
    document.undo()
    document.undo()
    expect(document.marks()[0]).toMatchObject({ state: "open", change: [], thread: [] })
  })

  it("substitutes everywhere in the article, headings too", () => {
    const document = newDocument(small)
    const sign = { sign: "substitute", payload: { text: "渡口" } } as const
    document.perform(addMark(plainMark("m1", at(0, 23), at(0, 25), sign)))
    expect(document.marks()[0]!.quote.text).toBe("码头")
    expectEdit(document, applyMark("m1", EDITOR), () => undefined, { movesBreaks: true })
    const article = articleOf(document.issue())
    expect([article.headline, article.headlineParts]).toEqual([
      "瑞河渡口添了新吊机",
      ["瑞河渡口", "添了新吊机"],
    ])
    expect(article.story[0]!.text).toContain("渡口工人")
    expect(document.marks()[0]!.change).toHaveLength(2)
  })

  it("sets the look that an instruction asks for", () => {
    const document = newDocument(issueOf("第一章 校对职责"))
    const payload = { say: "改黑体，居中", look: { family: "hei", align: "center" } } as const
    document.perform(addMark(plainMark("m1", at(0, 0), at(0, 3), { sign: "note", payload })))
    expectEdit(document, applyMark("m1", EDITOR), (after) =>
      expect(articleOf(after).story[0]).toMatchObject({
        look: { align: "center" },
        spans: [{ from: 0, to: 3, family: "hei" }],
      }),
    )
  })

  it("takes back by a stet what was carried out", () => {
    const document = newDocument(issueOf("本报讯 港区昨天开进茶车"))
    document.perform(addMark(plainMark("m1", at(0, 4), at(0, 6))))
    document.perform(applyMark("m1", EDITOR))
    const stet = { sign: "stet", payload: { mark: "m1" } } as const
    document.perform(addMark(plainMark("m2", at(0, 4), at(0, 6), stet)))
    expect(document.marks().map(({ state }) => state)).toEqual(["executed", "open"])
    expectEdit(document, applyMark("m2", EDITOR), (after) =>
      expect(articleOf(after).story[0]!.text).toBe("本报讯 港区昨天开进茶车"),
    )
    expect(document.marks().map(({ state }) => state)).toEqual(["refused", "executed"])
  })

  it("leaves alone what wants a hand, what was edited, and what waits no more", () => {
    const document = newDocument(issueOf("本报讯 港区昨天开进茶车"))
    document.perform(addMark(plainMark("m1", at(0, 4), at(0, 6))))
    document.perform(addMark(plainMark("m2", at(0, 6), at(0, 8), { sign: "turn", payload: {} })))
    document.perform(retype("a1", { from: at(0, 5), to: at(0, 5) }, "口"))
    const before = [document.issue(), document.marks()]
    document.perform(applyMark("m1", EDITOR))
    document.perform(applyMark("m2", EDITOR))
    expect([document.issue(), document.marks()]).toEqual(before)
    document.perform(answerMark("m2", { ...EDITOR, say: "", state: "executed" }))
    expect(document.marks()[1]).toMatchObject({ state: "executed", change: [] })
  })
})

describe("marksFromChange", () => {
  const signs = (before: string, after: string): readonly string[] =>
    marksFromChange(before, after).map(
      ({ sign, from, to, target }) =>
        `${sign} ${from}-${to}${target === undefined ? "" : `>${target}`}`,
    )

  it("names the smallest proper mark", () => {
    expect(signs("茶车", "茶车")).toEqual([])
    expect(signs("增高质量", "提高质量")).toEqual(["correct 0-1"])
    expect(signs("物物质", "物质")).toEqual(["delete 1-2"])
    expect(signs("搞好校工作", "搞好校对工作")).toEqual(["insert 3-3"])
    expect(signs("认真经验总结", "认真总结经验")).toEqual(["transpose 2-6"])
    expect(signs("老站长的茶", "茶的老站长")).toEqual(["transpose 0-5"])
    expect(signs("他们上午九点准时出发去港区开会", "去港区开会他们上午九点准时出发")).toEqual([
      "move 10-15>0",
    ])
    expect(signs("前。\n后", "前。后")).toEqual(["join 2-3"])
    expect(signs("前。后", "前。\n后")).toEqual(["split 2-2"])
    expect(signs("程 序", "程序")).toEqual(["narrow 1-2"])
    expect(signs("第一章校对", "第一章\u3000校对")).toEqual(["space 3-3"])
    expect(signs("Goodmorning", "Good morning")).toEqual(["separate 4-4"])
    expect(signs("清早开进茶车停下", "清晨开进货车停下")).toEqual(["correct 1-2", "correct 4-5"])
  })

  it("gives marks that make of the one text the other", () => {
    const text = fc
      .array(fc.constantFrom("瑞", "河", "茶", "\n", " ", "A", "𠮷"), { maxLength: 12 })
      .map((pieces) => pieces.join(""))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = before.split("\n")
        const place = (index: number): Place => {
          const head = before.slice(0, index).split("\n")
          return at(head.length - 1, head.at(-1)!.length)
        }
        const document = newDocument(issueOf(...lines))
        const marks = marksFromChange(before, after)
        marks.forEach((mark: TypedMark, i) => {
          const { sign, payload, from, to, target } = mark
          const drawn = plainMark(`m${i}`, place(from), place(to), { sign, payload } as NewMark)
          document.perform(
            addMark(target === undefined ? drawn : { ...drawn, target: place(target) }),
          )
        })
        marks.forEach((_, i) => document.perform(applyMark(`m${i}`, EDITOR)))
        const now = articleOf(document.issue()).story.map((paragraph) => paragraph.text)
        expect(now.join("\n")).toBe(after)
      }),
      { numRuns: 300 },
    )
  })
})

describe("differences", () => {
  it("turn the one text into the other, with no pair cut", () => {
    const text = fc
      .array(fc.constantFrom("瑞", "河", "茶", "𠮷", "𠮶"), { maxLength: 30 })
      .map((pieces) => pieces.join(""))
    fc.assert(
      fc.property(text, text, (before, now) => {
        const made = differences(before, now).reduceRight(
          (so, { from, to, nowFrom, nowTo }) =>
            so.slice(0, from) + now.slice(nowFrom, nowTo) + so.slice(to),
          before,
        )
        expect(made).toBe(now)
        for (const { from, to } of differences(before, now))
          expect(/[\ud800-\udbff]$/.test(before.slice(0, from) + before.slice(0, to))).toBe(false)
      }),
    )
  })

  it("of a long text and another are one from end to end where they share too little", () => {
    const [before, now] = ["茶".repeat(2000), "港".repeat(2000)]
    expect(differences(before, now)).toEqual([{ from: 0, to: 2000, nowFrom: 0, nowTo: 2000 }])
  })
})

describe("unauthorisedChanges", () => {
  const TEXT = "本报讯 瑞河港区昨天清早开进第一列运茶的火车，码头工人搭起长棚。"

  function found(document: OpenDocument, frozen: ReturnType<typeof frozenTexts>) {
    return unauthorisedChanges(frozen, document.issue(), document.marks()).map(
      ({ what, words, before, after, from }) =>
        `${what} ${words ?? "story"} ${from.paragraph}:${from.offset} ${before}→${after}`,
    )
  }

  it("lists what no mark explains, and only that", () => {
    const document = newDocument(issueOf(TEXT, "老站长说，茶多。"))
    document.perform(addMark(plainMark("m1", at(0, 6), at(0, 8))))
    const frozen = frozenTexts(document.issue(), document.marks())
    document.perform(applyMark("m1", EDITOR))
    expect(found(document, frozen)).toEqual([])
    document.perform(retype("a1", { from: at(1, 5), to: at(1, 6) }, "春茶"))
    expect(found(document, frozen)).toEqual(["text story 1:5 →春"])
    document.perform(retype("a1", { from: at(0, 7), to: at(0, 8) }, "菜"))
    expect(found(document, frozen)).toEqual(["text story 0:6 港区→新菜", "text story 1:5 →春"])
    document.undo()
    document.undo()
    document.undo()
    expect(found(document, frozen)).toEqual([])
  })

  it("finds nothing after any marks were carried out in any order, one over another", () => {
    const step = fc.record({ from: fc.nat(28), size: fc.nat(3), put: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.nat(99), (steps, seed) => {
        const document = newDocument(issueOf(TEXT))
        const frozen = frozenTexts(document.issue(), document.marks())
        steps.forEach(({ from, size, put }, i) => {
          const text = "甲乙丙丁"[put]! + "戊".repeat(i)
          const sign =
            size > 0 && put === 0
              ? ({ sign: "delete", payload: {} } as const)
              : ({ sign: size > 0 ? "correct" : "insert", payload: { text } } as const)
          const { length } = articleOf(document.issue()).story[0]!.text
          const first = (from + seed) % Math.max(1, length - size)
          document.perform(addMark(plainMark(`m${i}`, at(0, first), at(0, first + size), sign)))
          document.perform(applyMark(`m${i}`, { ...EDITOR, at: 2000 + i }))
        })
        expect(document.marks().every(({ state }) => state === "executed")).toBe(true)
        expect(found(document, frozen)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
