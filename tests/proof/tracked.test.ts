import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { retype } from "../../layouts/edits/retype.ts"
import { retypeWords } from "../../layouts/edits/retype-words.ts"
import { newDocument, openDocument } from "../../layouts/issue/document.ts"
import { composePage } from "../../layouts/compose.ts"
import { drawTracked } from "../../layouts/proof/draw-tracked.ts"
import { trackedArticle, type Since } from "../../layouts/proof/tracked-changes.ts"
import type { Signature, Texts } from "../../layouts/issue/versions.ts"
import { trackedRuns, type Run, type Step } from "../../layouts/proof/tracked.ts"
import { press } from "../build/type.ts"
import { small } from "../build/document-small.ts"
import { plainArticle, plainParagraph } from "../build/document-records.ts"

const by = (author: string, at = 0): Signature => ({ author, role: "编辑", at })
const textOf = (runs: readonly Run[], gone: Run["kind"]): string =>
  runs.map(({ kind, text }) => (kind === gone ? "" : text)).join("")

/** Runs as a proofreader would write them: +put in+, -taken out-, with the first letter of whose. */
const shown = (runs: readonly Run[]): string =>
  runs
    .map(({ kind, text, by }) => {
      const sign = { kept: "", inserted: "+", deleted: "-" }[kind]
      return kind === "kept" ? text : `${sign}${by!.author}${text}${sign}`
    })
    .join("")

describe("trackedRuns", () => {
  it("shows whose each change is", () => {
    const steps = [
      { before: "瑞河开了新桥。", by: by("林") },
      { before: "瑞河昨天开了新桥。", by: by("高") },
    ]
    expect(shown(trackedRuns(steps, "瑞河昨日开了大桥。"))).toBe(
      "瑞河+林昨++高日+开了-高新-+高大+桥。",
    )
  })

  it("keeps what was put back, and forgets what came and went", () => {
    const out = { before: "清早开船", by: by("林") }
    expect(shown(trackedRuns([out, { before: "开船", by: by("高") }], "清早开船"))).toBe("清早开船")
    const put = { before: "开船", by: by("林") }
    expect(shown(trackedRuns([put, { before: "清早开船", by: by("高") }], "开船"))).toBe("开船")
  })

  it("loses no character, whatever was written in whatever order", () => {
    const text = fc
      .array(fc.constantFrom(..."瑞河港茶车，。\n", "𠮷"), { maxLength: 14 })
      .map((all) => all.join(""))
    const people = fc.constantFrom("林", "高", "周")
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, people), { minLength: 1, maxLength: 6 }),
        text,
        (all, now) => {
          const steps = all.map(([before, author], i): Step => ({ before, by: by(author, i) }))
          const runs = trackedRuns(steps, now)
          expect(textOf(runs, "deleted")).toBe(now)
          expect(textOf(runs, "inserted")).toBe(steps[0]!.before)
        },
      ),
    )
  })

  it("names the hand of every character of a random script", () => {
    // Each person writes letters of their own, so that whose a character is can be seen.
    const own: Readonly<Record<string, string>> = { 林: "甲", 高: "乙", 周: "丙" }
    const write = fc.record({
      author: fc.constantFrom(..."林高周"),
      at: fc.nat(30),
      cut: fc.nat(3),
    })
    fc.assert(
      fc.property(fc.array(write, { maxLength: 12 }), (script) => {
        let text = "瑞河码头添了新吊机"
        const steps = script.map(({ author, at, cut }, i): Step => {
          const before = text
          const from = at % (text.length + 1)
          text = text.slice(0, from) + own[author]! + text.slice(from + cut)
          return { before, by: by(author, i) }
        })
        for (const run of trackedRuns(steps, text))
          if (run.kind === "inserted")
            expect(run.text).toBe(own[run.by.author]!.repeat(run.text.length))
      }),
    )
  })
})

describe("versions of an article", () => {
  const issue = {
    ...small,
    articles: [plainArticle("a1", [plainParagraph("清早开船。")]), ...small.articles.slice(1)],
  }
  const put = (offset: number, text: string) =>
    retype("a1", { from: { paragraph: 0, offset }, to: { paragraph: 0, offset } }, text)

  it("are kept where the hand changes or ten minutes went by, through undo and reopening", () => {
    let now = by("林", 0)
    const document = newDocument(issue, () => now)
    document.perform(put(0, "昨"))
    document.perform(put(1, "天"))
    now = by("高", 1000)
    document.perform(put(0, "，"))
    document.undo()
    now = by("高", 900_000)
    document.perform(retypeWords("a1", "headline", { from: 0, to: 0 }, "新"))
    const versions = document.versions("a1")
    expect(versions.map(({ author, at }) => [author, at])).toEqual([
      ["林", 0],
      ["高", 1000],
      ["高", 900_000],
    ])
    expect(versions.map(({ before }) => before.story)).toEqual([
      "清早开船。\n",
      "昨天清早开船。\n",
      "昨天清早开船。\n",
    ])
    const again = openDocument([document.state("content")], [document.state("marks")])
    expect(again.versions("a1")).toEqual(versions)
    expect(again.versions("a2")).toEqual([])
  })

  it("are not kept of what nobody signs, nor of a look", () => {
    const document = newDocument(issue)
    document.perform(put(0, "昨"))
    expect(document.versions("a1")).toEqual([])
  })
})

describe("trackedArticle", () => {
  const before: Texts = { kicker: "", headline: "旧题", deck: "", story: "清早开船。\n回港。\n" }
  const article = {
    ...plainArticle("a1", [plainParagraph("昨天开船。"), plainParagraph("回港了。")]),
    headline: "新题",
  }
  const versions = [
    { ...by("林", 10), before },
    { ...by("高", 20), before: { ...before, story: "昨天开船。\n回港。\n" } },
  ]
  const told = (since: Since): readonly string[] =>
    trackedArticle(article, versions, since).changes.map(
      ({ words, deleted, inserted, by: { author }, from, to }) =>
        `${author} ${words ?? from.paragraph}:${from.offset}-${to.offset} ${deleted}>${inserted}`,
    )

  it("lists each change with its hand and where it stands", () => {
    expect(told({ at: -Infinity, texts: null })).toEqual([
      "高 headline:0-1 旧>新",
      "林 0:0-2 清早>昨天",
      "高 1:2-3 >了",
    ])
  })

  it("lists only what came after a moment, or after the texts that a proof kept", () => {
    expect(told({ at: 15, texts: null })).toEqual(["高 headline:0-1 旧>新", "高 1:2-3 >了"])
    const proof = { ...before, story: "昨早开船。\n回港。\n" }
    expect(told({ at: 15, texts: proof })).toEqual([
      "高 headline:0-1 旧>新",
      "林 0:1-2 早>天",
      "高 1:2-3 >了",
    ])
  })

  it("is drawn over the page in the look of its hand", () => {
    const { changes } = trackedArticle(article, versions, { at: -Infinity, texts: null })
    const issue = { ...small, articles: [article, ...small.articles.slice(1)] }
    const page = composePage(issue, "A1", press, "free")
    const { items, inks } = drawTracked(page, changes, { people: ["林", "高"], press })
    expect(inks.map(({ name }) => name)).toEqual(["hand 1", "hand 2"])
    const words = items.flatMap((item) => (item.kind === "glyphs" ? item.texts.join("") : []))
    expect(words).toEqual(["清早"])
    const dashes = items.flatMap((item) => (item.kind === "stroke" ? [item.dash.length] : []))
    expect(dashes).toEqual([0, 0, 0, 2])
  })
})
