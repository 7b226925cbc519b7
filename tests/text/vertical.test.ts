import { describe, expect, test } from "vitest"
import { caretBox, placeAt, selectionBoxes } from "../../renderer/text/caret.ts"
import { linesOf } from "../../renderer/text/lines.ts"
import { motionAt, moveCaret, type Motion, type Room } from "../../renderer/text/move.ts"
import { articleOf, para } from "../build/article.ts"
import { frame } from "../build/frame.ts"
import { bandPage, FERRY } from "../build/band-page.ts"
import { at, placesOf } from "../build/text-page.ts"
import { SKETCH, verticalPage } from "../build/vertical-page.ts"

const page = verticalPage()
const set = page.articles[0]!
const room: Room = { article: SKETCH, set, leaves: true }

/** Where a key brings a caret. */
function press(from: ReturnType<typeof at>, key: Motion): ReturnType<typeof at> {
  return moveCaret(room, { place: from, goal: null }, motionAt(room, from, key)).place
}

describe("a caret in vertical text", () => {
  test("is level, as wide as its strip, and a point on it finds its place again", () => {
    for (const place of placesOf(set)) {
      const box = caretBox(set, place, "A1")!
      expect(box.height).toBe(0)
      expect(box.width).toBeGreaterThan(8)
      const within = { article: SKETCH.id, words: place.words }
      const found = placeAt(page, { x: box.x + box.width / 2, y: box.y }, within)!
      const again = caretBox(set, found.place, "A1")!
      expect([again.x, again.y]).toEqual([box.x, box.y])
    }
  })

  test("goes down to the next character and left to the next line", () => {
    const start = at(0, 0)
    expect(press(start, "down")).toMatchObject({ paragraph: 0, offset: 1 })
    expect(press(at(0, 1), "up")).toMatchObject({ paragraph: 0, offset: 0 })
    const left = press(at(0, 3), "left")
    const [here, there] = [caretBox(set, at(0, 3))!, caretBox(set, left)!]
    expect(there.x).toBeLessThan(here.x)
    expect(Math.abs(there.y - here.y)).toBeLessThan(5)
    expect(press(left, "right")).toMatchObject({ paragraph: 0, offset: 3 })
  })

  test("steps over a number in one cell at once", () => {
    const [paragraph, words] = [0, SKETCH.story[0]!.text]
    const number = words.indexOf("120")
    expect(press(at(paragraph, number), "down").offset).toBe(number + 3)
  })

  test("stands in an empty article where its first line will begin", () => {
    const bare = articleOf("sketch", [para("")], { headline: "", headlineParts: [] })
    const frames = [frame("body sketch 1+1 2+20", { vertical: true })]
    const empty = verticalPage(bare, frames).articles[0]!
    const full = verticalPage(articleOf("sketch", [para("江水")]), frames).articles[0]!
    const [box, wanted] = [empty, full].map((one) => caretBox(one, at(0, 0))!)
    expect(box!.x + box!.width / 2).toBeCloseTo(wanted!.x + wanted!.width / 2, 6)
  })
})

test("a selection is one box down each strip", () => {
  const lines = linesOf(set).filter(({ words, paragraph }) => words === null && paragraph === 0)
  const { length } = SKETCH.story[0]!.text
  const boxes = selectionBoxes(set, "A1", at(0, 0), at(0, length))
  expect(boxes).toHaveLength(lines.length)
  boxes.forEach(({ x, width, height }, i) => {
    expect(height).toBeGreaterThan(width)
    if (i > 0) expect(x).toBeLessThan(boxes[i - 1]!.x)
  })
})

describe("a caret in bands", () => {
  const banded = bandPage()
  const ferry = banded.articles.find(({ article }) => article.id === FERRY.id)!
  const there: Room = { article: FERRY, set: ferry, leaves: true }
  const move = (from: ReturnType<typeof at>, key: Motion) =>
    moveCaret(there, { place: from, goal: null }, motionAt(there, from, key)).place

  test("is found again by a point on it, in every band and beside every picture", () => {
    for (const place of placesOf(ferry)) {
      const box = caretBox(ferry, place, "A1")!
      const within = { article: FERRY.id, words: place.words }
      const found = placeAt(banded, { x: box.x + box.width / 2, y: box.y }, within)!
      const again = caretBox(ferry, found.place, "A1")!
      expect([again.x, again.y]).toEqual([box.x, box.y])
    }
  })

  test("goes left from the last line of a band into the first of the one under it", () => {
    const [upper, lower] = ferry.story.columns
    const last = upper!.lines.at(-1)!
    const first = lower!.lines[0]!
    const found = move(at(last.paragraph, last.line.from), "left")
    expect(found).toMatchObject({ paragraph: first.paragraph, offset: first.line.from })
    const back = move(found, "right")
    expect(back.offset).toBeGreaterThanOrEqual(last.line.from)
    expect(back.offset).toBeLessThan(last.line.to)
  })

  test("goes on above or under a picture that parts its line, on the side where it is", () => {
    const lines = linesOf(ferry).filter(({ words }) => words === null)
    const parted = lines.filter((line, i) => {
      const under = lines[i + 1]
      return under?.y === line.y && under.column === line.column && line.paragraph > 0
    })
    expect(parted.length).toBeGreaterThan(1)
    const above = parted[0]!
    const below = lines[lines.indexOf(above) + 1]!
    const next = parted[1]!
    const up = move(at(above.paragraph, above.at[0]!), "left")
    expect(up).toMatchObject({ offset: next.at[0]! })
    const down = move(at(below.paragraph, below.at.at(-2)!), "left")
    expect(caretBox(ferry, down)!.y).toBeGreaterThan(below.x[0]! - 1)
  })
})
