import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Article } from "../../layouts/issue/article.ts"
import { importText } from "../../main/import/import.ts"
import type { Imported } from "../../main/import/import.ts"
import { inkOf, randomCopy } from "../build/import-copy.ts"

const RUNS = 200

function read(text: string, choices: Record<string, string> = {}): Imported {
  const imported = importText(text, { choices })
  if (!imported.ok) throw new Error(imported.say.en)
  return imported.value
}

/** All words of an article in reading order. */
function wordsOf(article: Article): string {
  const { kicker, headline, deck, story } = article
  return inkOf([kicker, headline, deck, ...story.map((one) => one.text)].join(""))
}

function sorted(text: string): string {
  return Array.from(text).sort().join("")
}

/** True when the part's characters stand in the whole in the same order, others between them. */
function runsThrough(part: string, whole: string): boolean {
  let at = 0
  for (const char of part) {
    at = whole.indexOf(char, at) + 1
    if (at === 0) return false
  }
  return true
}

/** The laws that hold for any text and any choices. */
function expectLawful(imported: Imported, ink: string): void {
  const words = imported.articles.map(wordsOf)
  expect(sorted(words.join(""))).toBe(sorted(ink))
  for (const one of words) expect(runsThrough(one, ink)).toBe(true)
  for (const article of imported.articles) {
    for (const { text, columnBreaks, dateline, role } of article.story) {
      expect(text).toBe(text.trim())
      expect(text).not.toBe("")
      expect(dateline).toBeLessThanOrEqual(text.length)
      if (role !== "body") expect(dateline).toBe(0)
      let last = 0
      for (const { offset, before, after } of columnBreaks) {
        expect(offset).toBeGreaterThan(last)
        expect(text.slice(0, offset).endsWith(before)).toBe(true)
        expect(text.slice(offset).startsWith(after)).toBe(true)
        expect(/\s/.test(text.charAt(offset - 1) + text.charAt(offset))).toBe(false)
        last = offset
      }
    }
    const { dateline, story } = article
    if (dateline !== null) expect(story.some((one) => one.text.startsWith(dateline))).toBe(true)
  }
}

describe("nothing is lost and nothing is doubled", () => {
  it("in any copy, read without help", () => {
    fc.assert(
      fc.property(randomCopy, (lines) => {
        const imported = read(lines.map((line) => line.source).join("\n"))
        expect(imported.articles.map(({ id }) => id)).toEqual(
          imported.articles.map((_, at) => `a${at + 1}`),
        )
        expectLawful(imported, inkOf(lines.map((line) => line.ink).join("")))
      }),
      { numRuns: RUNS },
    )
  })

  it("in any copy, for any choices", () => {
    fc.assert(
      fc.property(randomCopy, fc.infiniteStream(fc.nat()), (lines, stream) => {
        const text = lines.map((line) => line.source).join("\n")
        const ink = inkOf(lines.map((line) => line.ink).join(""))
        const choices: Record<string, string> = {}
        for (let round = 0; round < 3; round++) {
          for (const { id, choices: offered } of read(text, choices).decisions) {
            const dice = stream.next().value ?? 0
            if (dice % 3 === 0) choices[id] = offered[dice % offered.length] as string
          }
          expectLawful(read(text, choices), ink)
        }
      }),
      { numRuns: RUNS },
    )
  })
})

describe("decisions", () => {
  it("have one id each and stand in the article that they are about", () => {
    fc.assert(
      fc.property(randomCopy, (lines) => {
        const { articles, decisions } = read(lines.map((line) => line.source).join("\n"))
        const ids = decisions.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(articles.flatMap((one) => one.decisions.map(({ id }) => id)).sort()).toEqual(
          ids.sort(),
        )
      }),
      { numRuns: RUNS },
    )
  })

  it("take any of their choices when asked again", () => {
    fc.assert(
      fc.property(randomCopy, fc.nat(), (lines, dice) => {
        const text = lines.map((line) => line.source).join("\n")
        const { decisions } = read(text)
        const one = decisions[dice % Math.max(1, decisions.length)]
        if (one === undefined) return
        const other = one.choices.find((choice) => choice !== one.choice) as string
        const again = read(text, { [one.id]: other })
        expect(again.decisions.find(({ id }) => id === one.id)?.choice).toBe(other)
      }),
      { numRuns: RUNS },
    )
  })

  it("ignore choices that were never offered", () => {
    fc.assert(
      fc.property(randomCopy, (lines) => {
        const text = lines.map((line) => line.source).join("\n")
        const plain = read(text)
        const wild: Record<string, string> = { "break:999999": "paragraph", __proto__x: "y" }
        for (const { id } of plain.decisions) wild[id] = "no such choice"
        expect(read(text, wild)).toEqual(plain)
      }),
      { numRuns: RUNS },
    )
  })
})
