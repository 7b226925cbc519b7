import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { composePage, type ComposedPage } from "../../layouts/compose.ts"
import { printList } from "../../layouts/display/print.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { setOwnColumns } from "../../layouts/edits/set-own-columns.ts"
import { baselineOf } from "../../layouts/grid/geometry.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame, OwnColumns } from "../../layouts/issue/page.ts"
import { zi } from "../../layouts/units.ts"
import { layoutReport } from "../../main/cli/layout-report.ts"
import { caretBox, placeAt } from "../../renderer/text/caret.ts"
import { articleOf, para } from "../build/article.ts"
import { paragraph } from "../build/chinese.ts"
import { plainPage } from "../build/document-records.ts"
import { named } from "../build/frame.ts"
import { placesOf } from "../build/text-page.ts"
import { library, press, textOf } from "../build/type.ts"

const LONG = para(
  "江水退去三尺，老石阶露了出来。“这阶一共120级，”摆渡的周老汉说，“我数了60年。”他指给我看：最下面那级刻着“光绪十二年”，往上第5级是1954年大水的痕迹，再往上……他不说了，只是笑。".repeat(
    4,
  ),
)

const TWO: OwnColumns = { count: 2, mode: "absolute", gutter: zi(1) }

/** One article on a page, in these frames. */
function issueOf(frames: readonly Frame[], story = [LONG, LONG]): Issue {
  return {
    paper: "瑞河日报",
    date: { year: 2026, month: 11, day: 23 },
    articles: [articleOf("a1", story)],
    pages: [{ ...plainPage("A1"), frames }],
  }
}

/** A long block above, two basic columns beside a broken one under it: 两长转一短. */
const TURNING: readonly Frame[] = [
  named("top", "body a1 0+3 0+9", { ownColumns: TWO }),
  named("side", "body a1 0+1 9+12", { order: 1 }),
  named("foot", "body a1 1+3 12+20", { order: 2, ownColumns: { ...TWO, mode: "relative" } }),
]

function composed(issue: Issue): ComposedPage {
  return composePage(issue, "A1", press, "free")
}

describe("text in columns of a frame's own", () => {
  test("is set at their measure, on the page's lines, and reported at it", () => {
    const page = composed(issueOf(TURNING))
    const { columns, overset } = page.articles[0]!.story
    const { grid } = page.page
    expect(columns.map(({ column }) => column.measure)).toEqual([27, 27, 17, 27, 27])
    for (const { column, lines } of columns)
      for (const { line, x, baseline } of lines) {
        const row = (baseline - baselineOf(grid, 0)) / grid.linePitch
        expect(row).toBeCloseTo(Math.round(row), 6)
        expect(x).toBeGreaterThan(column.box.x - 0.01)
        expect(x + line.width).toBeLessThan(column.box.x + column.box.width + 0.01)
        if (line.end === "line") expect(line.full).toBe(true)
      }
    const shown = columns.flatMap(({ lines }) => lines.map(({ line }) => textOf(line))).join("")
    expect(overset.characters).toBe(0)
    expect(shown).toBe(LONG.text + LONG.text)
    const report = JSON.stringify(layoutReport([page], { face: library.face, picture: () => null }))
    expect([...report.matchAll(/"measure":([\d.]+)/g)].map(([, measure]) => measure)).toEqual([
      ...["27", "27", "17", "27", "27"],
    ])
  })

  test("a caret stands in it, and a point on it finds its place again", () => {
    const page = composed(issueOf(TURNING))
    const set = page.articles[0]!
    for (const place of placesOf(set)) {
      if (place.words !== null) continue
      const box = caretBox(set, place, "A1")!
      const at = { x: box.x, y: box.y + box.height / 2 }
      const found = placeAt(page, at, { article: "a1", words: null })!
      expect(caretBox(set, found.place, "A1")).toEqual(box)
    }
  })

  test("flows anew after an edit as it would from nothing", () => {
    const edits = fc.array(
      fc.record({ words: paragraph, offset: fc.nat(200), count: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 3 },
    )
    fc.assert(
      fc.property(edits, (all) => {
        const document = newDocument(issueOf(TURNING))
        composed(document.issue())
        for (const { words, offset, count } of all) {
          const at = { paragraph: 0, offset }
          document.perform(retype("a1", { from: at, to: at }, words))
          document.perform(setOwnColumns(["foot"], { ...TWO, count, mode: "free" }))
          const warm = printList(composed(document.issue()).list)
          expect(warm).toBe(printList(composed(structuredClone(document.issue())).list))
        }
      }),
      { numRuns: 15 },
    )
  })
})
