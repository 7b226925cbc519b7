import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { levelFrames } from "../../layouts/edits/level-frames.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame, OwnColumns } from "../../layouts/issue/page.ts"
import { levelFeet } from "../../layouts/level-feet.ts"
import { zi } from "../../layouts/units.ts"
import { articleOf, para, paraAs } from "../build/article.ts"
import { paragraph } from "../build/chinese.ts"
import { expectEdit } from "../build/document-law.ts"
import { plainPage } from "../build/document-records.ts"
import { named, placeOf } from "../build/frame.ts"
import { press } from "../build/type.ts"

const WORDS =
  "江水退去三尺，老石阶露了出来。“这阶一共120级，”摆渡的周老汉说，“我数了60年。”他指给我看：最下面那级刻着“光绪十二年”，往上第5级是1954年大水的痕迹。"

const TWO: OwnColumns = { count: 2, mode: "relative", gutter: zi(1) }

function issueOf(frames: readonly Frame[], story = [para(WORDS.repeat(4))]): Issue {
  return {
    paper: "瑞河日报",
    date: { year: 2026, month: 11, day: 23 },
    articles: [articleOf("a1", story), articleOf("a2", [para(WORDS)])],
    pages: [{ ...plainPage("A1"), frames }],
  }
}

/** The issue with its article's columns level. */
function levelled(issue: Issue): Issue {
  const document = newDocument(issue)
  document.perform(levelFrames("a1", levelFeet(issue, "a1", press, "free")))
  return document.issue()
}

/** Lines used in each column, and characters over. */
function filled(issue: Issue): { used: readonly number[]; over: number } {
  const { articles } = composePage(issue, "A1", press, "free")
  const { columns, overset } = articles.find(({ article }) => article.id === "a1")!.story
  return { used: columns.map(({ used }) => used), over: overset.characters }
}

/** The lines at which the frames of an article end. */
function feet(issue: Issue): readonly number[] {
  return issue.pages[0]!.frames.filter(({ article }) => article === "a1").map(
    ({ region }) => region.line + region.lines,
  )
}

describe("an article whose columns are levelled (拉平)", () => {
  test("ends on one line, all its columns full but the last", () => {
    const issue = issueOf([named("t", "body a1 0+3 4+50")])
    const level = levelled(issue)
    const { used, over } = filled(level)
    expect(over).toBe(0)
    const depth = level.pages[0]!.frames[0]!.region.lines
    const total = used.reduce((sum, lines) => sum + lines, 0)
    expect(depth).toBe(Math.ceil(total / 3))
    expect(used.slice(0, 2)).toEqual([depth, depth])
    expect(used[2]).toBeLessThanOrEqual(depth)
    expect(levelFeet(level, "a1", press, "free")).toEqual([])
  })

  test("over frames of different measures and heads ends on one line too", () => {
    const issue = issueOf(
      [
        named("top", "body a1 0+4 0+5"),
        named("left", "body a1 0+1 5+30", { order: 1 }),
        named("right", "body a1 1+3 9+6", { order: 2, ownColumns: TWO }),
      ],
      [para(WORDS.repeat(12))],
    )
    expectEdit(
      newDocument(issue),
      levelFrames("a1", levelFeet(issue, "a1", press, "free")),
      (after) => {
        const [top, left, right] = feet(after)
        expect(top).toBe(5)
        expect(left).toBe(right)
        expect(left).toBeGreaterThan(11)
        const { used, over } = filled(after)
        expect(over).toBe(0)
        expect(used.slice(0, -1)).toEqual([5, 5, 5, 5, left! - 5, right! - 9])
        expect(used.at(-1)).toBeLessThanOrEqual(right! - 9)
      },
    )
  })

  test("goes no further than what stands under it, and leaves locked frames", () => {
    const issue = issueOf([
      named("t", "body a1 0+1 0+4"),
      named("u", "body a1 1+1 0+4", { order: 1 }),
      named("b", "body a2 0+1 8+9"),
    ])
    const level = levelled(issue)
    expect(placeOf(level, "t")).toBe("0+1 0+8")
    expect(filled(level).over).toBe(0)
    const locked = issueOf([named("t", "body a1 0+1 0+4", { locked: true })])
    expect(levelFeet(locked, "a1", press, "free")).toEqual([])
  })

  test("vertical text is not levelled: it is filled to its end", () => {
    const issue = issueOf([named("t", "body a1 0+3 4+50", { vertical: true })])
    expect(levelFeet(issue, "a1", press, "free")).toEqual([])
  })

  test("never loses text that was not over, whatever the story and its frames", () => {
    const stories = fc.array(
      fc.oneof(
        { weight: 5, arbitrary: paragraph.map((text) => para(text)) },
        { weight: 1, arbitrary: fc.constant(paraAs("subhead", "新港从淤泥里长出来")) },
      ),
      { minLength: 1, maxLength: 10 },
    )
    const own = fc.option(
      fc.record({
        count: fc.integer({ min: 1, max: 4 }),
        mode: fc.constantFrom("absolute" as const, "relative" as const, "free" as const),
        gutter: fc.constant(zi(1)),
      }),
    )
    fc.assert(
      fc.property(stories, own, fc.nat(20), (story, ownColumns, top) => {
        const issue = issueOf(
          [
            named("l", "body a1 0+1 0+58"),
            named("r", `body a1 1+3 ${top}+38`, {
              order: 1,
              ...(ownColumns ? { ownColumns } : {}),
            }),
          ],
          story,
        )
        const before = filled(issue)
        const level = levelled(issue)
        if (before.over === 0) expect(filled(level).over).toBe(0)
        const [left, right] = feet(level)
        expect(left).toBe(right)
      }),
      { numRuns: 40 },
    )
  })
})
