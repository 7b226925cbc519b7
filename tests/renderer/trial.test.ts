import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import { applyFit } from "../../layouts/edits/apply-fit.ts"
import { setWrap } from "../../layouts/edits/set-wrap.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { presetOutline, USUAL_WRAP } from "../../layouts/issue/wrap.ts"
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

describe("an outline that is dragged", () => {
  it("is gone round as it will be when it is let go, and touches its page alone", () => {
    const [first, ...others] = sample.issue.pages
    const photo = first!.frames.find(({ role }) => role === "picture")!
    const round: Issue = {
      ...sample.issue,
      pages: [
        {
          ...first!,
          frames: first!.frames.map((one) =>
            one === photo
              ? {
                  ...one,
                  wrap: { ...USUAL_WRAP, shape: "outline", outline: presetOutline("ellipse") },
                }
              : one,
          ),
        },
        ...others,
      ],
    }
    const outline = [
      [0, 0],
      [1, 0],
      [0.5, 1],
    ] as const
    const shown = withTrial(round, { frame: photo.id, outline })
    expect(shown.articles).toBe(round.articles)
    expect(shown.pages.slice(1)).toEqual(round.pages.slice(1))
    const document = newDocument(round)
    document.perform(setWrap([photo.id], { outline }))
    expect(shown.pages).toEqual(document.issue().pages)
    expect(withTrial(round, { frame: "none", outline }).pages).toEqual(round.pages)
  })
})

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
