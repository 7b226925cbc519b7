import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import { composePage, type ComposedPage } from "../../layouts/compose.ts"
import { caretBox, lineOf, placeAt, selectionBoxes } from "../../renderer/text/caret.ts"
import { linesOf } from "../../renderer/text/lines.ts"
import { comparePlaces, type TextPlace } from "../../renderer/text/place.ts"
import { isClusterEdge } from "../../renderer/text/segment.ts"
import { articleOf, para, paraAs } from "../build/article.ts"
import { anyText } from "../build/chinese.ts"
import { issues } from "../build/document-records.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { at, placesOf, textPage } from "../build/text-page.ts"
import { press } from "../build/type.ts"

const sample = setPages(await sampleArticles())

/** A page with one article of these paragraphs under kicker, headline and deck. */
function pageOf(...texts: readonly string[]): { page: ComposedPage; set: ComposedArticle } {
  const story = texts.map((text) => para(text))
  return textPage(articleOf("a", story, { kicker: "岸线之上", deck: "江风渡口记" }))
}

/** The first line of a story. */
function firstLine(set: ComposedArticle) {
  return linesOf(set).find(({ words }) => words === null)!
}

/** Holds that a click on the middle of a place's caret gives the place again. */
function comesBack(page: ComposedPage, set: ComposedArticle, place: TextPlace): void {
  const box = caretBox(set, place, page.page.id)!
  if (box.page !== page.page.id) return
  const within = { article: set.article.id, words: place.words }
  const found = placeAt(page, { x: box.x, y: box.y + box.height / 2 }, within)!
  const line = lineOf(set, place, page.page.id)!
  const level = linesOf(set).filter((one) => one.column === line.column && one.y === line.y)
  if (level.length > 1 || line.x.filter((x) => x === box.x).length > 1) {
    const again = caretBox(set, found.place, page.page.id)!
    expect(again.y).toBeCloseTo(box.y)
    expect(again.x).toBeCloseTo(box.x)
  } else expect(found.place).toEqual(place)
}

describe("caret ↔ character", () => {
  test("every caret of the sample page is where a click on it lands", () => {
    const page = sample.pages[0]!
    for (const set of page.articles) placesOf(set).forEach((place) => comesBack(page, set, place))
    expect(page.articles.flatMap(placesOf).length).toBeGreaterThan(3000)
  })

  test("so it is for any text in two columns under a headline", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (texts) => {
        const { page, set } = pageOf(...texts)
        placesOf(set).forEach((place) => comesBack(page, set, place))
      }),
      { numRuns: 60 },
    )
  })

  test("every place of any issue has a caret, or its words stand on no page", () => {
    fc.assert(
      fc.property(issues, (issue) => {
        for (const { id } of issue.pages)
          for (const set of composePage(issue, id, press, "free").articles) {
            const shown = placesOf(set)
            set.article.story.forEach(({ text }, paragraph) => {
              const lines = shown.filter((place) => !place.words && place.paragraph === paragraph)
              for (const offset of [0, text.length]) {
                const found = caretBox(set, at(paragraph, offset))
                const near = lines.some((place) => place.offset === offset)
                if (near) expect(found).not.toBeNull()
                if (found) expect(lines.length).toBeGreaterThan(0)
              }
            })
          }
      }),
      { numRuns: 60 },
    )
  })

  test("stops are the edges of a reader's characters, all but those inside what is set as one", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { set } = pageOf(text)
        const lines = linesOf(set).filter(({ words }) => words === null)
        const stops = new Set(lines.flatMap((line) => line.at))
        for (let offset = 0; offset <= text.length; offset += 1) {
          const asOne = /——|……|.\u00ad/.test(text.slice(Math.max(0, offset - 1), offset + 1))
          if (!isClusterEdge(text, offset)) expect(stops.has(offset)).toBe(false)
          else if (!asOne) expect(stops.has(offset)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test("a dash of two marks, a pair of units and a letter with its sign are one step", () => {
    expect(firstLine(pageOf("港口——𠮷e\u0301👩‍🚒。").set).at).toEqual([0, 1, 2, 4, 6, 8, 13, 14])
  })

  test("white beside a mark is the mark's, between two letters it is halved", () => {
    const line = firstLine(pageOf("江，上“清”").set)
    const em = 9
    const inset = line.x.map((x) => Math.round(((x - line.x[0]!) / em) * 100) / 100)
    expect(inset).toEqual([0, 1, 2, 3, 4, 5, 5.5])
  })

  test("headline, kicker and deck are places of their own fields", () => {
    const { page, set } = pageOf("江上清风。")
    for (const words of ["kicker", "headline", "deck"] as const) {
      const line = linesOf(set).find((one) => one.words === words)!
      const found = placeAt(page, { x: line.x[2]!, y: line.y + 3 })
      expect(found).toEqual({ article: "a", place: at(0, 2, { words }), over: 2 })
    }
  })

  test("half a headline that stands as its kicker is still the headline", () => {
    const headline = "沿江三县动手 三年治水换来两岸新颜如画"
    const change = { headline, headlineParts: headline.split(" ") }
    const { set } = textPage(articleOf("a", [para("水清了。")], change))
    const heads = linesOf(set).filter(({ words }) => words !== null)
    expect(heads.map(({ words }) => words)).toEqual(["headline", "headline"])
    expect(heads.flatMap((line) => [line.at[0], line.at.at(-1)])).toEqual([
      0,
      7,
      7,
      headline.length,
    ])
    expect(set.heads[0]!.lines.map(({ role }) => role)).toEqual(["kicker", "headline"])
  })

  test("a first line's indent is its first character's", () => {
    const { page, set } = pageOf("江上清风，山间明月。")
    const line = firstLine(set)
    expect(line.x[0]! - line.column.x).toBeCloseTo(18)
    expect(placeAt(page, { x: line.column.x + 1, y: line.y + 4 })?.place).toEqual(at(0, 0))
  })

  test("an offset between two lines stands at the end of one or the start of the next", () => {
    const { set } = pageOf("江上清风山间明月耳得之而为声目遇之而成色取之无禁用之不竭")
    const line = firstLine(set)
    const seam = line.at.at(-1)!
    const before = caretBox(set, at(0, seam, { affinity: "before" }))!
    const after = caretBox(set, at(0, seam))!
    expect(before.y).toBeCloseTo(line.y)
    expect(after.y - before.y).toBeCloseTo(11.25)
    expect(before.x).toBeCloseTo(line.column.x + line.column.width)
    expect(after.x).toBeCloseTo(line.column.x)
  })

  test("text that stands on no page has no caret", () => {
    const text = "江上清风山间明月耳得之而为声。".repeat(20)
    const { set } = textPage(articleOf("a", [para(text), para(""), para("目遇之而成色。")]), 4)
    const end = linesOf(set).at(-1)!.at.at(-1)!
    expect(set.story.overset.lines).toBeGreaterThan(0)
    expect(caretBox(set, at(0, end))).not.toBeNull()
    expect(caretBox(set, at(0, end + 1))).toBeNull()
    expect(caretBox(set, at(1, 0))).toBeNull()
    expect(caretBox(set, at(2, 3))).toBeNull()
  })

  test("an empty paragraph, an empty story and an empty heading have a caret where text would begin", () => {
    const { set } = pageOf("江上清风。", "", "山间明月。")
    const [first, empty, last] = [0, 1, 2].map((paragraph) => caretBox(set, at(paragraph, 0))!)
    expect(empty!.y).toBeCloseTo(last!.y)
    expect(empty!.y - first!.y).toBeCloseTo(11.25)
    expect(empty!.x).toBe(empty!.column.x)
    const bare = textPage(articleOf("a", [], { headline: null })).set
    const top = caretBox(bare, at(0, 0))!
    expect([top.x, top.y]).toEqual([top.column.x, expect.closeTo(top.column.y - 1.125 + 0, 0)])
    const head = caretBox(bare, at(0, 0, { words: "headline" }))!
    expect(head.x).toBeCloseTo(head.column.x + head.column.width / 2)
  })
})

describe("selection", () => {
  test("stretches side by side tile their lines with no gap and no overlap", () => {
    const sets = sample.pages[0]!.articles.filter((set) => placesOf(set).some((p) => !p.words))
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), (which, a, b, c) => {
        const set = sets[which % sets.length]!
        const places = placesOf(set).filter(({ words }) => words === null)
        const [from, middle, to] = [a, b, c]
          .map((n) => places[n % places.length]!)
          .toSorted(comparePlaces) as [TextPlace, TextPlace, TextPlace]
        const { id } = sample.pages[0]!.page
        const whole = selectionBoxes(set, id, from, to)
        const parts = [
          ...selectionBoxes(set, id, from, middle),
          ...selectionBoxes(set, id, middle, to),
        ]
        for (const { x, y, width } of whole) {
          const own = parts
            .filter((part) => part.y === y && part.x >= x - 1e-9 && part.x < x + width)
            .toSorted((one, other) => one.x - other.x)
          expect(own[0]!.x).toBeCloseTo(x, 9)
          own
            .slice(1)
            .forEach((part, i) => expect(part.x).toBeCloseTo(own[i]!.x + own[i]!.width, 9))
          expect(own.at(-1)!.x + own.at(-1)!.width).toBeCloseTo(x + width, 9)
        }
        expect(parts.length - whole.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })

  test("a whole line is selected from its first cell to its end", () => {
    let lines = 0
    for (const set of sample.pages[0]!.articles)
      for (const { column, lines: placed } of set.story.columns)
        for (const { line, x, paragraph } of placed) {
          const boxes = selectionBoxes(
            set,
            column.page,
            at(paragraph, line.from),
            at(paragraph, line.to),
          )
          expect(boxes).toHaveLength(1)
          expect(boxes[0]!.x).toBeCloseTo(x, 9)
          expect(boxes[0]!.width).toBeCloseTo(line.width, 9)
          lines += 1
        }
    expect(lines).toBeGreaterThan(200)
  })

  test("covers whole characters only, and slivers of empty paragraphs", () => {
    const { set } = pageOf("风——月", "", "江")
    expect(selectionBoxes(set, "A1", at(0, 2), at(0, 4))).toEqual(
      selectionBoxes(set, "A1", at(0, 1), at(0, 4)),
    )
    expect(selectionBoxes(set, "A1", at(0, 4), at(2, 1))).toHaveLength(2)
    expect(selectionBoxes(set, "A1", at(1, 0), at(1, 0))).toEqual([])
  })

  test("a credit beside its text is selected on the same level", () => {
    const story = [
      para("山间明月。"),
      paraAs("subhead", "风从江上来"),
      para("水清了。"),
      paraAs("credit", "（江水）"),
    ]
    const { set } = textPage(articleOf("a", story))
    const boxes = selectionBoxes(set, "A1", at(1, 0), at(3, 4))
    expect(boxes).toHaveLength(3)
    expect(boxes[1]!.y).toBeCloseTo(boxes[2]!.y)
    expect(boxes[2]!.x).toBeGreaterThan(boxes[1]!.x + boxes[1]!.width)
  })
})
