import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { printList } from "../../layouts/display/print.ts"
import { joinParagraphs } from "../../layouts/edits/join-paragraphs.ts"
import { setParagraphLook } from "../../layouts/edits/set-paragraph-look.ts"
import { splitParagraph } from "../../layouts/edits/split-paragraph.ts"
import { baselineOf } from "../../layouts/grid/geometry.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import type { Line } from "../../layouts/line/line.ts"
import { lineTexts, marked, pdfOfPage, storyPage, type StoryPage } from "../build/beside-page.ts"
import { anyText, paragraph } from "../build/chinese.ts"
import { expectEdit } from "../build/document-law.ts"
import { articleOf, small } from "../build/document-small.ts"
import { layDown, readBack } from "../build/pdf-readers.ts"
import { SIZE } from "../build/type.ts"

const TEXT =
  "瑞河港今晨开进第一列茶车，这是二十年来头一回。老站长说，二十年没见过这么多春茶，茶商排到了桥头，船工唱起了号子，孩子们追着车跑。"

const dropped = (text: string, drop: number, how: StoryPage = {}) =>
  storyPage([marked(text, [], { drop })], how)

function linesOf(page: ReturnType<typeof storyPage>): readonly Line[] {
  return page.articles[0]!.story.columns.flatMap(({ lines }) => lines.map(({ line }) => line))
}

/** Where each line begins, in 字 from its column's left. */
const indents = (page: ReturnType<typeof storyPage>): readonly number[] =>
  linesOf(page).map(({ x }) => x / SIZE)

test("large first characters: the golden", async () => {
  const story = [
    marked(TEXT, [], { drop: 3 }),
    marked(`“${TEXT}”`, [], { drop: 2 }),
    marked(`Banxin${TEXT}`, [], { drop: 3 }),
    marked("短段只有两行，看它怎样排才好呀。", [], { drop: 4 }),
  ]
  await expect(printList(storyPage(story, { columns: 2, lines: 14 }).list)).toMatchFileSnapshot(
    "../goldens/drop-caps.txt",
  )
})

describe("a large first character", () => {
  test("is as high as its lines, from the top of the first to the bottom of the last", () => {
    const [first] = linesOf(dropped(TEXT, 3))
    const drop = first!.runs[0]!
    expect(drop.texts).toEqual(["瑞"])
    expect(drop.size).toBeCloseTo(2 * 11.25 + SIZE, 9)
    expect(drop.dy![0]! + 0.12 * drop.size).toBeCloseTo(2 * 11.25 + 0.12 * SIZE, 9)
  })

  test("takes whole characters of the lines beside it, and no indent", () => {
    expect(indents(dropped(TEXT, 3)).slice(0, 4)).toEqual([0, 4, 4, 0])
    expect(indents(dropped(TEXT, 2)).slice(0, 3)).toEqual([0, 3, 0])
    expect(indents(dropped(`“${TEXT}`, 2)).slice(0, 3)).toEqual([0, 4, 0])
  })

  test("is smaller in a paragraph of few lines, and like the rest in one of one line", () => {
    const few = linesOf(dropped("短段只有两行，看它怎样排才好呀。", 4))[0]!
    expect(few.runs[0]!.size).toBeCloseTo(11.25 + SIZE, 9)
    const one = linesOf(dropped("只有一行。", 4))[0]!
    expect(one.runs[0]!.size).toBe(SIZE)
    expect(one.x).toBe(2 * SIZE)
  })

  test("is never parted from its lines by a column's end", () => {
    const story = [marked("茶".repeat(11)), marked(TEXT, [], { drop: 3 })]
    const { columns } = storyPage(story, { columns: 2, lines: 3 }).articles[0]!.story
    expect(columns.map(({ lines }) => lines.length)).toEqual([1, 3])
  })

  test("bears no dots: they go on behind it", () => {
    const story = [
      marked(`[${TEXT.slice(0, 3)}]${TEXT.slice(3)}`, [{ emphasis: "dot" }], { drop: 2 }),
    ]
    expect(linesOf(storyPage(story))[0]!.beside!.map(({ size }) => size)).toEqual([SIZE, SIZE])
  })

  test("has letters as high as their lines, on the last one's baseline", () => {
    const drop = linesOf(dropped(`B${TEXT}`, 3))[0]!.runs[0]!
    expect(drop.dy).toEqual([2 * 11.25])
  })
})

test("no character is lost, lines are full and on the grid, whatever begins large", () => {
  const texts = fc.oneof(paragraph, anyText)
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 7, max: 24 }),
      (text, drop, measure) => {
        const story = text.replaceAll("\n", " ")
        const page = dropped(story, drop, { measure, lines: 80, columns: 2 })
        expect(lineTexts(page).join("")).toBe(story)
        for (const { lines } of page.articles[0]!.story.columns)
          for (const { line, baseline } of lines) {
            const row = (baseline - baselineOf(page.page.grid, 0)) / 11.25
            expect(Math.abs(row - Math.round(row))).toBeLessThan(1e-6)
            if (line.end === "line" && !line.strained)
              expect(line.x + line.width).toBeCloseTo(measure * SIZE, 2)
          }
      },
    ),
    { numRuns: 100 },
  )
})

test("in the file the text begins with it, unbroken", () => {
  const { poppler, mupdf } = readBack(layDown(pdfOfPage(dropped(TEXT, 3))))
  expect([...poppler].toSorted()).toEqual([...TEXT].toSorted())
  expect(mupdf).toBe(TEXT)
})

test("it is a format of paragraphs that stays with the first part of one", () => {
  const document = newDocument(small)
  const looks = (): readonly (number | undefined)[] =>
    articleOf(document.issue()).story.map(({ look }) => look?.drop)
  expectEdit(document, setParagraphLook("a1", 0, 0, { drop: 3 }), () => expect(looks()[0]).toBe(3))
  expectEdit(document, splitParagraph("a1", { paragraph: 0, offset: 4 }), () =>
    expect(looks().slice(0, 2)).toEqual([3, undefined]),
  )
  document.perform(joinParagraphs("a1", 1))
  expect(looks()[0]).toBe(3)
  document.perform(setParagraphLook("a1", 0, 0, { drop: 99 }))
  expect(looks()[0]).toBeUndefined()
})
