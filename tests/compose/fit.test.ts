import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import { composePage } from "../../layouts/compose.ts"
import { printList } from "../../layouts/display/print.ts"
import { applyFit } from "../../layouts/edits/apply-fit.ts"
import { setFit } from "../../layouts/edits/set-fit.ts"
import { baselineOf } from "../../layouts/grid/geometry.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import type { ArticleFit } from "../../layouts/issue/setting.ts"
import { misfitOf, suggestFits } from "../../layouts/suggest-fits.ts"
import { pt } from "../../layouts/units.ts"
import { expectEdit } from "../build/document-law.ts"
import { articleOf, para } from "../build/article.ts"
import { plainFrame, plainPage } from "../build/document-records.ts"
import { retyped, sampleArticles, setPages } from "../build/issue.ts"
import { press, SIZE } from "../build/type.ts"

let sample: Issue

beforeAll(async () => {
  sample = setPages(await sampleArticles(), { measure: 13 }).issue
})

/** An article of the sample as composed on its page. */
function composedIn(issue: Issue, id: string): ComposedArticle {
  const page = issue.pages.find(({ frames }) => frames.some(({ article }) => article === id))!
  const { articles } = composePage(issue, page.id, press, "free")
  return articles.find(({ article }) => article.id === id)!
}

/** The issue with an article fitted. */
function fitted(issue: Issue, id: string, fit: Partial<ArticleFit>): Issue {
  const document = newDocument(issue)
  document.perform(setFit(id, fit))
  return document.issue()
}

/** The id of the news article with the longest text. */
function longest(issue: Issue): string {
  const length = (story: Issue["articles"][number]["story"]): number =>
    story.reduce((sum, { text }) => sum + text.length, 0)
  const news = issue.articles.filter(({ kind }) => kind === "lead" || kind === "news")
  return news.toSorted((a, b) => length(b.story) - length(a.story))[0]!.id
}

const words = (set: ComposedArticle): string =>
  set.story.columns
    .flatMap(({ lines }) => lines)
    .flatMap(({ line }) => line.runs.flatMap((run) => run.texts))
    .join("")

describe("an article that is fitted", () => {
  test("stays exactly justified, loses no character, and is the same warm and cold", () => {
    const id = longest(sample)
    const list = (issue: Issue): string =>
      issue.pages
        .map((page) => printList(composePage(issue, page.id, press, "free").list))
        .join("\n")
    const plain = list(sample)
    fc.assert(
      fc.property(
        fc.integer({ min: -20, max: 20 }),
        fc.integer({ min: 95, max: 110 }),
        (thousandths, hundredths) => {
          const fit = { tracking: thousandths / 1000, leading: hundredths / 100 }
          const issue = fitted(sample, id, fit)
          const set = composedIn(issue, id)
          for (const { lines, column, room, used } of set.story.columns) {
            expect(used).toBeLessThanOrEqual(room)
            for (const { line, x, baseline, role } of lines) {
              const right = x + line.width - column.box.x - column.box.width
              if (role === "body" && line.end === "line" && !line.strained)
                expect(Math.abs(right)).toBeLessThan(0.005)
              else expect(right).toBeLessThan(0.005)
              const foot = column.box.y + column.box.height
              expect(baseline).toBeLessThan(foot)
            }
          }
          const whole = set.article.story.map(({ text }) => text).join("")
          const over = set.story.overset.characters
          const ink = (text: string): number => text.replace(/\s/gu, "").length
          expect(ink(words(set)) + over).toBe(ink(whole))
          expect(list(issue)).toBe(list(structuredClone(issue)))
          expect(list(sample)).toBe(plain)
        },
      ),
      { numRuns: 8 },
    )
  }, 60_000)

  test("has its tracking between every two characters of a line that nothing else moves", () => {
    const issue = fitted(sample, longest(sample), { tracking: 0.02 })
    const { story } = composedIn(issue, longest(sample))
    const placed = story.columns.flatMap(({ lines }) => lines)
    const lasts = placed.filter(
      ({ line, role }) => role === "body" && line.end === "paragraph" && line.squeeze === 0,
    )
    const steps: number[] = []
    for (const { line } of lasts) {
      const [run] = line.runs
      run!.texts.slice(1).forEach((text, i) => {
        if (/\p{Script=Han}{2}/u.test(run!.texts[i]! + text))
          steps.push(run!.dx[i + 1]! - run!.dx[i]!)
      })
    }
    expect(steps.length).toBeGreaterThan(20)
    for (const step of steps) expect(step).toBeCloseTo(SIZE * 1.02, 6)
  })

  test("with a leading of its own holds the lines that stand in its columns, from their tops", () => {
    const id = longest(sample)
    const set = composedIn(fitted(sample, id, { leading: 0.95 }), id)
    for (const { column, room, lines } of set.story.columns) {
      const { grid } = column
      expect(room).toBe(Math.floor(column.lines / 0.95 + 1e-9))
      const top = baselineOf(grid, column.line)
      for (const { baseline } of lines.filter(({ role }) => role === "body")) {
        const line = (baseline - top) / (grid.linePitch * 0.95)
        expect(Math.abs(line - Math.round(line))).toBeLessThan(1e-6)
      }
    }
  })

  test("takes a headline of the size asked for", () => {
    const id = longest(sample)
    const sizeOf = (issue: Issue): number =>
      composedIn(issue, id).heads[0]!.lines.find(({ role }) => role === "headline")!.line.runs[0]!
        .size
    const size = sizeOf(sample)
    expect(sizeOf(fitted(sample, id, { headline: pt(14) }))).toBe(14)
    expect(size).toBeGreaterThan(14)
    expect(sizeOf(fitted(sample, id, { headline: pt(13) }))).toBe(13)
  })
})

describe("suggestions", () => {
  const longer = (count: number): Issue =>
    retyped(sample, longest(sample), 1, (text) => text + "江风徐来灯火渐明".repeat(count))
  const shorter = (count: number): Issue =>
    retyped(sample, longest(sample), 1, (text) => text.slice(0, Math.max(20, text.length - count)))

  test.each([
    ["a little over", () => longer(3)],
    ["much over", () => longer(12)],
    ["far over", () => longer(60)],
    ["short", () => shorter(60)],
  ])(
    "%s: what is told is what comes of it, nearer each, best first",
    (_, make) => {
      const issue = make()
      const id = longest(sample)
      const before = misfitOf(composedIn(issue, id))
      const suggestions = suggestFits(issue, id, press, "free")
      expect(suggestions.length).toBeGreaterThan(0)
      expect(new Set(suggestions.map(({ kind }) => kind)).size).toBe(suggestions.length)
      for (const { change, after, say } of suggestions) {
        expect([say.zh, say.en].every((words) => words.length > 3)).toBe(true)
        if (before.characters > 0) expect(after.characters).toBeLessThan(before.characters)
        else expect(after.lines).toBeLessThan(before.lines)
        const document = newDocument(issue)
        expectEdit(
          document,
          applyFit(id, change),
          (fitted) => expect(misfitOf(composedIn(fitted, id))).toEqual(after),
          { movesBreaks: true },
        )
      }
      const marks = suggestions.map(({ after }) => after.characters * 1e4 + after.lines)
      expect(marks).toEqual(marks.toSorted((a, b) => a - b))
    },
    60_000,
  )

  test("a picture over the text gives way, or takes what the text leaves", () => {
    const lines = { over: 22, short: 30 }
    const text = "瑞河港的清晨从汽笛声里醒来，渔船归来，茶香满城。".repeat(17)
    const make = (body: number): Issue => {
      const frames = [
        { ...plainFrame("p", "a1"), role: "picture" as const },
        { ...plainFrame("t", "a1"), region: { column: 0, columns: 1, line: 9, lines: body } },
      ]
      const picture = { ...frames[0]!, region: { column: 0, columns: 1, line: 0, lines: 9 } }
      return {
        paper: "瑞河日报",
        date: { year: 2026, month: 11, day: 23 },
        articles: [articleOf("a1", [para(text)])],
        pages: [{ ...plainPage("A1"), frames: [picture, frames[1]!] }],
      }
    }
    for (const [way, body] of Object.entries(lines)) {
      const issue = make(body)
      const told = suggestFits(issue, "a1", press, "free").find(({ kind }) => kind === "picture")!
      const [picture, under] = told.change.regions.map(({ region }) => region)
      expect(picture!.lines < 9).toBe(way === "over")
      expect(under).toEqual({
        column: 0,
        columns: 1,
        line: picture!.lines,
        lines: body + 9 - picture!.lines,
      })
      expect(told.after.lines + told.after.characters).toBeLessThan(
        misfitOf(composedIn(issue, "a1")).lines + misfitOf(composedIn(issue, "a1")).characters,
      )
    }
  })

  test("a text frame grows over free room only, and gives up what its text leaves empty", () => {
    const text = "瑞河港的清晨从汽笛声里醒来，渔船归来，茶香满城。".repeat(17)
    const body = (lines: number): Frame => ({
      ...plainFrame("t", "a1"),
      region: { column: 0, columns: 1, line: 0, lines },
    })
    const told = (lines: number, ...more: readonly Frame[]) => {
      const issue: Issue = {
        ...{ paper: "瑞河日报", date: { year: 2026, month: 11, day: 23 } },
        articles: [articleOf("a1", [para(text)])],
        pages: [{ ...plainPage("A1"), frames: [body(lines), ...more] }],
      }
      return suggestFits(issue, "a1", press, "free").find(({ kind }) => kind === "frame")
    }
    const under = (line: number): Frame => ({
      ...plainFrame("n", null),
      region: { column: 0, columns: 2, line, lines: 4 },
    })
    const long = told(20)!
    const need = long.change.regions[0]!.region.lines
    expect(long.after).toEqual({ characters: 0, lines: 0 })
    expect(long.say.zh).toBe(`文字框加长 ${need - 20} 行`)
    const short = told(need + 5)!
    expect(short.after).toEqual({ characters: 0, lines: 0 })
    expect(short.say.zh).toBe("文字框缩短 5 行")
    expect(told(20, under(22))!.change.regions[0]!.region.lines).toBe(22)
    expect(told(20, under(20))).toBeUndefined()
    expect(
      told(20, { ...under(20), region: { column: 1, columns: 1, line: 0, lines: 9 } }),
    ).toEqual(long)
  })

  test("stay within the bounds of what may be set", () => {
    const id = longest(sample)
    const tight = fitted(longer(90), id, { leading: 0.9, tracking: -0.02, headline: pt(9) })
    const kinds = suggestFits(tight, id, press, "free").map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind !== "picture" && kind !== "frame")).toEqual([])
  })

  test("none for an article that fits, is not placed or is not there", () => {
    const fits = sample.articles.find(({ id }) => {
      const { characters, lines } = misfitOf(composedIn(sample, id))
      return characters === 0 && lines === 0
    })
    expect(suggestFits(sample, fits!.id, press, "free")).toEqual([])
    expect(suggestFits({ ...sample, pages: [] }, longest(sample), press, "free")).toEqual([])
    expect(suggestFits(sample, "nobody", press, "free")).toEqual([])
  })
})
