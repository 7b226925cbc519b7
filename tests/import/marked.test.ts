import { describe, expect, it } from "vitest"
import type { Paragraph } from "../../layouts/issue/article.ts"
import { withMarks } from "../../main/import/pieces/marked.ts"
import { articleOf } from "../build/article.ts"

const body = (text: string): Paragraph => ({ role: "body", text, columnBreaks: [], dateline: 0 })

/** Which words of each paragraph bear a look of the document. */
function borne(texts: readonly string[], marked: Parameters<typeof withMarks>[1]) {
  const [article] = withMarks([articleOf("a1", texts.map(body))], marked)
  return article!.story.map(({ text, spans = [] }) =>
    spans.map(({ from, to }) => text.slice(from, to)),
  )
}

describe("looks of a Word document", () => {
  it("come to the paragraph of the very same words, and not to others that hold them", () => {
    const short = { text: "青屿", spans: [{ from: 0, to: 2, emphasis: "dot" as const }] }
    expect(borne(["去青屿的船开了。", "青屿", "青屿很远。"], [short])).toEqual([[], ["青屿"], []])
  })

  it("come to what is left of a line that was cut, and to short cells of a table's row", () => {
    const line = {
      text: "本报讯　老石阶露了出来。",
      spans: [{ from: 4, to: 7, emphasis: "dot" as const }],
    }
    expect(borne(["老石阶露了出来。"], [line])).toEqual([["老石阶"]])
    const cell = { text: "m2", spans: [{ from: 1, to: 2, script: "super" as const }] }
    expect(borne(["面积\t120 m2"], [cell])).toEqual([["2"]])
  })
})
