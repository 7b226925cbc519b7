import { describe, expect, test } from "vitest"
import { sheetFor } from "../../layouts/compose.ts"
import { setHead } from "../../layouts/head/set-head.ts"
import { wordingOf } from "../../layouts/head/wording.ts"
import { pt } from "../../layouts/units.ts"
import { articleOf } from "../build/article.ts"
import { press, SIZE, textOf } from "../build/type.ts"

const sheet = sheetFor(SIZE)

function headLinesOf(headline: string, parts: readonly string[], zi: number): readonly string[] {
  const article = articleOf("a1", [], { headline, headlineParts: parts })
  return setHead(article, pt(zi * SIZE), sheet, press).lines.map(({ line }) => textOf(line))
}

describe("headline blocks", () => {
  test("every character of the headline is shown, spaces too", () => {
    const headline = "林汐 周望川出席二〇二六年瑞河港口开航仪式"
    for (const zi of [13, 17, 27, 36, 55, 83])
      expect(headLinesOf(headline, [headline], zi).join("")).toBe(headline)
  })

  test("no line is wider than the block", () => {
    const article = articleOf("a1", [], { headline: "老港口长出新岸线小城市接上大水路" })
    for (const zi of [9, 13, 17, 27, 41, 69, 111]) {
      const head = setHead(article, pt(zi * SIZE), sheet, press)
      expect(head.overfull).toBe(false)
      for (const { line } of head.lines) expect(line.width).toBeLessThanOrEqual(zi * SIZE + 0.01)
    }
  })

  test("a couplet breaks between its halves; no line begins with 的", () => {
    const headline = "老港口长出新岸线 小城市接上大水路"
    const lines = headLinesOf(headline, ["老港口长出新岸线", "小城市接上大水路"], 27)
    expect(lines).toEqual(["老港口长出新岸线 ", "小城市接上大水路"])
    const long = "瑞河新城图书馆迎来开馆以来最年长的读者"
    for (const zi of [17, 20, 27, 36])
      for (const line of headLinesOf(long, [long], zi)) expect(line).not.toMatch(/^的/)
  })

  test("a short first part is set as the kicker above the headline", () => {
    const headline = "听汽笛 看灯火 瑞河市组织老船工重访三代港口和铁路工厂"
    const parts = ["听汽笛 看灯火", "瑞河市组织老船工重访三代港口和铁路工厂"]
    const article = articleOf("a1", [], { headline, headlineParts: parts })
    expect(wordingOf(article).map(({ role }) => role)).toEqual(["kicker", "headline"])
    const head = setHead(article, pt(36 * SIZE), sheet, press)
    const sizes = head.lines.map(({ line }) => line.runs[0]!.size)
    expect(sizes[0]!).toBeLessThan(sizes.at(-1)!)
    expect(head.lines.map(({ line }) => textOf(line)).join("")).toBe(headline)
  })

  test("numbers and Latin words are not divided between lines", () => {
    const headline = "瑞河港年吞吐量突破1234.5万吨创GPS导航以来新高"
    for (let zi = 10; zi < 40; zi += 1)
      expect(headLinesOf(headline, [headline], zi).join("|")).not.toMatch(
        /[\d.]\|[\d.]|[A-Z]\|[A-Z]/,
      )
  })
})
