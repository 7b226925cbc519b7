import { expect, test } from "vitest"
import { breakingOf, setParagraph } from "../../layouts/line/paragraph.ts"
import { pt } from "../../layouts/units.ts"
import { sampleArticles } from "../build/issue.ts"
import { cellsOf, NEWSPAPER, SIZE } from "../build/type.ts"
import { fewestLoose, LOOSE } from "../fuzz/fewest-loose.ts"

/** Loose lines beyond the fewest: where two lines share what one would have to take alone. */
const MOST_ABOVE = 2

const texts = (await sampleArticles()).flatMap(({ story }) => story.map(({ text }) => text))

test.each([11, 13, 17, 20, 27])(
  "at %i 字 hardly more lines of the sample are loose than the fewest that any breaks leave",
  (measure) => {
    const setting = {
      measure: pt(measure * SIZE),
      indent: pt(2 * SIZE),
      align: "justify",
      endMarks: "fit",
      columnBreaks: [],
    } as const
    let fewest = 0
    let sum = 0
    const lines = texts.flatMap((text) => {
      const cells = cellsOf(text, { ...NEWSPAPER, spaces: "word" })
      const least = fewestLoose(cells, breakingOf(cells, setting))!
      fewest += least.loose
      sum += least.sum
      return setParagraph(cells, { ...setting, breaking: "total" })
    })
    const loose = lines.filter(({ looseness }) => looseness > LOOSE).length
    expect(lines.length).toBeGreaterThan(200)
    expect(loose - fewest).toBeGreaterThanOrEqual(0)
    expect(loose - fewest).toBeLessThanOrEqual(MOST_ABOVE)
    const mean = lines.reduce((all, { looseness }) => all + looseness, 0) / lines.length
    expect(mean - sum / lines.length).toBeLessThan(0.0003)
  },
)
