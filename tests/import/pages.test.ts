import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { importReport } from "../../main/import/contract.ts"
import { importBytes } from "../build/import-bytes.ts"

const FOLDER = resolve(import.meta.dirname, "pages")

/**
 * Pages of invented papers with habits of their own, each with its truth:
 * harbour-daily: kicker and deck as headings, numbered subheads, half-width marks, a photo in a cut
 * paragraph, an item cut off. tea-evening: plain text, indents, no blank lines, unmarked subheads.
 * railway-workers: Markdown, pictures, strong lines as subheads, a column's name, a notice.
 * ruihe-morning: a wire's 题 line, two leads, questions and answers, verse, briefs, notices.
 */
const PAGES = ["harbour-daily.txt", "tea-evening.txt", "railway-workers.md", "ruihe-morning.txt"]

describe("pages of other papers", () => {
  it.each(PAGES)("%s comes out as its truth says", (name) => {
    const format = name.endsWith(".md") ? "markdown" : "text"
    const imported = importBytes(readFileSync(resolve(FOLDER, name)), { format })
    if (!imported.ok) throw new Error(imported.say.en)
    const { articles } = importReport(imported.value) as { articles: Record<string, unknown>[] }
    const truth = readFileSync(resolve(FOLDER, name.replace(/\.\w+$/, ".json")), "utf8")
    const found = articles.map(({ id, decisions, ...rest }) => {
      expect(id).toMatch(/^a\d+$/)
      expect(Array.isArray(decisions)).toBe(true)
      return rest
    })
    expect(found).toEqual(JSON.parse(truth))
  })
})
