import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { caretBox } from "../../renderer/text/caret.ts"
import { linesOf } from "../../renderer/text/lines.ts"
import { moveCaret, type Motion, type Moving, type Room } from "../../renderer/text/move.ts"
import { textAt, type TextPlace } from "../../renderer/text/place.ts"
import { wordAround } from "../../renderer/text/segment.ts"
import { articleOf, para, paraAs } from "../build/article.ts"
import { anyText } from "../build/chinese.ts"
import { at, placesOf, textPage } from "../build/text-page.ts"

const LONG = "江上清风山间明月耳得之而为声目遇之而成色取之无禁用之不竭。"

/** Room to move in an article of these paragraphs. */
function roomOf(
  texts: readonly string[],
  { lines = 20, leaves = true, kicker = null as string | null } = {},
): Room {
  const article = articleOf(
    "a",
    texts.map((text) => para(text)),
    { kicker },
  )
  return { article, set: textPage(article, lines).set, leaves }
}

/** The place after some motions. */
function walk(room: Room, from: TextPlace, ...motions: readonly Motion[]): TextPlace {
  const start: Moving = { place: from, goal: null }
  return motions.reduce((moving, motion) => moveCaret(room, moving, motion), start).place
}

describe("moving a caret", () => {
  test("right goes through every stop of the article, and left back through the same", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 3 }), (texts) => {
        const room = roomOf(texts, { kicker: "岸线之上" })
        let place = at(0, 0, { words: "kicker" })
        const there: TextPlace[] = [place]
        for (;;) {
          const next = walk(room, place, "right")
          if (
            next.words === place.words &&
            next.paragraph === place.paragraph &&
            next.offset === place.offset
          )
            break
          there.push((place = next))
        }
        const stops = new Set(
          placesOf(room.set!).map(
            ({ words, paragraph, offset }) => `${words} ${paragraph} ${offset}`,
          ),
        )
        expect(
          there.map(({ words, paragraph, offset }) => `${words} ${paragraph} ${offset}`),
        ).toEqual([...stops])
        for (const before of there.slice(0, -1).toReversed()) {
          place = walk(room, place, "left")
          expect(place).toMatchObject({
            words: before.words,
            paragraph: before.paragraph,
            offset: before.offset,
          })
        }
      }),
      { numRuns: 40 },
    )
  })

  test("down and up keep the column's x over short lines, into the next column and back", () => {
    const room = roomOf([LONG, "短。", LONG], { lines: 4 })
    const start = at(0, 9)
    const x = (place: TextPlace): number => {
      const box = caretBox(room.set!, place)!
      return box.x - box.column.x
    }
    let moving: Moving = { place: start, goal: null }
    const seen: number[] = []
    for (let i = 0; i < 4; i += 1) {
      moving = moveCaret(room, moving, "down")
      seen.push(x(moving.place))
    }
    expect(seen[1]).toBeLessThan(50)
    expect(Math.abs(seen[2]! - x(start))).toBeLessThan(9)
    expect(caretBox(room.set!, moving.place)!.column.x).toBeGreaterThan(
      caretBox(room.set!, start)!.column.x,
    )
    for (let i = 0; i < 4; i += 1) moving = moveCaret(room, moving, "up")
    expect(moving.place.offset).toBe(start.offset)
  })

  test("at the first and last line, up and down go to the ends", () => {
    const room = roomOf([LONG], { leaves: false })
    expect(walk(room, at(0, 5), "up").offset).toBe(0)
    expect(walk(room, at(0, LONG.length - 3), "down").offset).toBe(LONG.length)
    expect(walk(roomOf([LONG]), at(0, 5), "up").words).toBe("headline")
  })

  test("home and end stay on the line, at its own side of a seam", () => {
    const room = roomOf([LONG])
    const first = linesOf(room.set!).find(({ words }) => words === null)!
    const seam = first.at.at(-1)!
    const end = walk(room, at(0, 3), "lineEnd")
    expect(end).toEqual(at(0, seam, { affinity: "before" }))
    expect(walk(room, end, "lineEnd")).toEqual(end)
    expect(walk(room, end, "lineStart")).toEqual(at(0, 0))
    expect(walk(room, at(0, seam), "lineStart")).toEqual(at(0, seam))
  })

  test("control and an arrow go by Chinese words and by Latin ones", () => {
    const text = "瑞河日报记者 Ruihe Daily 报道"
    const room = roomOf([text])
    const stops: number[] = []
    let place = at(0, 0)
    while (place.offset < text.length) stops.push((place = walk(room, place, "wordRight")).offset)
    for (const offset of stops.slice(0, -1)) expect(wordAround(text, offset).from).toBe(offset)
    expect(stops).toContain(text.indexOf("Ruihe"))
    expect(stops).toContain(text.indexOf("Daily"))
    expect(stops.length).toBeLessThan(text.length)
    const back: number[] = []
    while (place.offset > 0) back.push((place = walk(room, place, "wordLeft")).offset)
    expect(back.toReversed().slice(1)).toEqual(stops.slice(0, -1))
  })

  test("paragraphs, columns and the story's ends", () => {
    const room = roomOf([LONG, LONG, LONG], { lines: 4 })
    expect(walk(room, at(1, 4), "paragraphUp")).toEqual(at(1, 0))
    expect(walk(room, at(1, 0), "paragraphUp")).toEqual(at(0, 0))
    expect(walk(room, at(1, 4), "paragraphDown")).toEqual(at(2, 0))
    expect(walk(room, at(1, 4), "storyEnd")).toEqual(at(2, LONG.length, { affinity: "before" }))
    expect(walk(room, at(1, 4), "storyStart")).toEqual(at(0, 0))
    const second = room.set!.story.columns[1]!
    const next = walk(room, at(0, 0), "columnDown")
    expect(caretBox(room.set!, next)!.column).toBe(second.column.box)
    expect(caretBox(room.set!, walk(room, next, "columnUp"))!.column).toBe(
      room.set!.story.columns[0]!.column.box,
    )
  })

  test("a selection's focus never leaves the words that it began in", () => {
    const room = roomOf([LONG], { leaves: false, kicker: "岸线之上" })
    expect(walk(room, at(0, 0), "left")).toEqual(at(0, 0))
    expect(walk(room, at(0, 4, { words: "kicker" }), "right").words).toBe("kicker")
    expect(walk(room, at(0, 2, { words: "kicker" }), "down", "down", "down").words).toBe("kicker")
  })

  test("text on no page is walked through all the same", () => {
    const article = articleOf("a", [para(LONG), paraAs("credit", "（江水）")])
    const room: Room = { article, set: null, leaves: true }
    expect(walk(room, at(0, LONG.length), "right")).toEqual(at(1, 0))
    expect(walk(room, at(1, 0), "up")).toEqual(at(0, 0))
    expect(walk(room, at(0, 3), "lineEnd").offset).toBe(LONG.length)
    const over = roomOf([LONG.repeat(9), LONG], { lines: 2 })
    const hidden = at(1, 3)
    expect(caretBox(over.set!, hidden)).toBeNull()
    expect(walk(over, hidden, "right").offset).toBe(4)
    expect(textAt(over.article, walk(over, hidden, "down"))).toBe(LONG)
  })
})
