import { describe, expect, test } from "vitest"
import { sheetFor } from "../../layouts/compose.ts"
import { pt } from "../../layouts/units.ts"
import { readSize, shownSize } from "../../renderer/text/sizes.ts"
import { setIn } from "../../renderer/text/looks.ts"
import { wishesOf } from "../../renderer/type/wishes.ts"
import { plainArticle, plainPage, plainParagraph } from "../build/document-records.ts"
import { at } from "../build/text-page.ts"

const sheet = sheetFor(pt(9))
const article = plainArticle("a", [
  plainParagraph("本报讯 瑞河港区开进茶车。", [], { dateline: 3 }),
  plainParagraph("长棚底下", [], { role: "subhead", look: { align: "left", tracking: 0.1 } }),
  plainParagraph("老站长说，没见过这么多茶。", [], {
    spans: [
      { from: 0, to: 3, weight: 700 },
      { from: 3, to: 5, style: "人名", size: pt(12) },
    ],
  }),
])

describe("what selected text is set in", () => {
  test("one value where all is alike, none where it differs", () => {
    expect(setIn(article, at(2, 6), at(2, 9), sheet)).toEqual({
      family: "song",
      weight: 400,
      size: 9,
      tracking: 0,
      ink: null,
      character: "",
      role: "body",
      align: "justify",
      indent: 2,
      drop: 1,
      tabs: "",
      division: "hyphen",
      marks: "usual",
      level: "gb",
      readings: "gap",
    })
    expect(setIn(article, at(2, 1), at(2, 4), sheet)).toMatchObject({
      family: "song",
      weight: null,
      size: null,
      character: null,
    })
    expect(setIn(article, at(2, 3), at(2, 5), sheet)).toMatchObject({ size: 12, character: "人名" })
    expect(setIn(article, at(0, 0), at(0, 3), sheet)).toMatchObject({ family: "hei", weight: 700 })
    expect(setIn(article, at(0, 1), at(0, 6), sheet)).toMatchObject({ family: null })
  })

  test("over several paragraphs, and at a caret its paragraph's own", () => {
    expect(setIn(article, at(1, 1), at(2, 9), sheet)).toMatchObject({
      role: null,
      align: null,
      indent: null,
      tracking: null,
    })
    expect(setIn(article, at(1, 2), at(1, 2), sheet)).toMatchObject({
      role: "subhead",
      align: "left",
      tracking: 0.1,
      family: "hei",
    })
    expect(setIn(article, at(2, 1), at(2, 1), sheet)).toMatchObject({ weight: 400 })
    expect(setIn(article, at(9, 0), at(9, 0), sheet)).toBeNull()
  })
})

describe("faces that an issue asks for", () => {
  const issue = {
    paper: "瑞河日报",
    date: { year: 2026, month: 11, day: 23 },
    articles: [article],
    pages: [plainPage("A1")],
  }

  test("are those of its formats and of its styles", () => {
    const plain = { ...issue, articles: [plainArticle("b")] }
    expect(wishesOf(plain)).toEqual([])
    expect(wishesOf(issue)).toContainEqual({ family: "song", weight: 700 })
    const styled = { ...plain, styles: { paragraph: { deck: { family: "fang" } }, character: {} } }
    expect(wishesOf(styled)).toContainEqual({ family: "fang", weight: 500 })
  })
})

describe("type sizes in words", () => {
  test("are read by name, by points and by both", () => {
    expect(["小五", "小五 9", "9", "9.0pt", "10.5 磅", " 五号 "].map(readSize)).toEqual([
      9, 9, 9, 9, 10.5, 10.5,
    ])
    expect(["", "大号", "0", "9000", "-3x"].map(readSize)).toEqual([null, null, null, null, null])
  })

  test("are shown by name where they have one", () => {
    expect([9, 10.5, 9.3333, null].map(shownSize)).toEqual(["小五 9", "五号 10.5", "9.33", ""])
  })
})
