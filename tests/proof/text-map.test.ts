import { describe, expect, it } from "vitest"
import { composePage } from "../../layouts/compose.ts"
import type { Glyphs } from "../../layouts/display/list.ts"
import { textMapOf } from "../../layouts/proof/text-map.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

const { issue } = setPages(await sampleArticles())
const page = composePage(issue, issue.pages[0]!.id, press, "free")
const map = textMapOf(page)

describe("textMapOf", () => {
  it("holds every character that the page shows, where its glyph stands", () => {
    const shown = page.list.items.filter(
      (item): item is Glyphs => item.kind === "glyphs" && item.source !== null,
    )
    for (const { source, x, y, dx, size, texts } of shown) {
      const { article, words = null, from, to } = source!
      const paragraph = Math.max(0, source!.paragraph)
      const line = map.lines.find(
        (one) =>
          one.article === article &&
          one.words === words &&
          one.paragraph === paragraph &&
          one.at[0]! <= from &&
          one.at.at(-1)! >= to &&
          Math.abs(one.y - (y - 0.88 * size)) < 4,
      )
      if (!line) throw new Error(`no line for ${texts.join("")}`)
      for (const place of dx) {
        expect(x + place).toBeGreaterThan(line.x[0]! - 1.5 * line.height)
        expect(x + place).toBeLessThan(line.x.at(-1)! + line.height)
      }
    }
    expect(map.lines.length).toBeGreaterThan(100)
  })

  it("survives JSON, and has the texts of its articles whole", () => {
    expect(JSON.parse(JSON.stringify(map))).toEqual(map)
    for (const { article, words, paragraph, at } of map.lines) {
      const text = map.texts.find(({ id }) => id === article)!
      const own = words === null ? text.story.split("\n")[paragraph]! : text[words]
      expect(at.at(-1)).toBeLessThanOrEqual(own.length)
    }
  })
})
