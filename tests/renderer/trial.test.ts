import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { applyFit } from "../../layouts/edits/apply-fit.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { suggestFits } from "../../layouts/suggest-fits.ts"
import { lengthOf } from "../../renderer/state/lengths.ts"
import { withTrial } from "../../renderer/state/trial.ts"
import { retyped, sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

const sample = setPages(await sampleArticles())
const [id] = sample.issue.articles.filter(({ kind }) => kind === "news").map((one) => one.id)
const over = retyped(
  sample.issue,
  id!,
  1,
  (text) => `又添了一句现场文字，看排不排得下，行不行。${text}`,
)
const lengthIn = (issue: Issue) => {
  const { articles } = composePage(issue, "A1", press, "free")
  return lengthOf(articles.find(({ article }) => article.id === id)!)
}

describe("a way to fit that is shown", () => {
  it("comes to what it promised, and to what doing it comes to", () => {
    expect(lengthIn(over).over).toBeGreaterThan(0)
    const ways = suggestFits(over, id!, press, "free")
    expect(ways.length).toBeGreaterThan(0)
    for (const { change, after } of ways) {
      const shown = lengthIn(withTrial(over, { article: id!, change }))
      expect([shown.over, shown.short]).toEqual([after.characters, after.lines])
      const document = newDocument(over)
      document.perform(applyFit(id!, change))
      expect(lengthIn(document.issue())).toEqual(shown)
    }
  })

  it("touches nothing but its article, and nothing at all when there is none", () => {
    expect(withTrial(over, null)).toBe(over)
    const shown = withTrial(over, { article: id!, change: { fit: { leading: 1.02 }, regions: [] } })
    expect(shown.pages).toBe(over.pages)
    shown.articles.forEach((article, i) =>
      expect(article === over.articles[i]).toBe(article.id !== id),
    )
  })

  it("moves frames as the edit would", () => {
    const frame = over.pages[0]!.frames.find((one) => one.article === id && one.role === "body")!
    const region = { ...frame.region, lines: frame.region.lines - 3 }
    const change = { fit: {}, regions: [{ frame: frame.id, region }] }
    const shown = withTrial(over, { article: id!, change })
    const document = newDocument(over)
    document.perform(applyFit(id!, change))
    expect(shown.pages).toEqual(document.issue().pages)
    expect(lengthIn(shown).over).toBeGreaterThan(lengthIn(over).over)
  })
})
