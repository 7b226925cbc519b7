import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { printList } from "../../layouts/display/print.ts"
import { baselineOf } from "../../layouts/grid/geometry.ts"
import { soundSpans } from "../../layouts/issue/spans.ts"
import type { SpanLook } from "../../layouts/issue/text-look.ts"
import type { BesideLine, Line } from "../../layouts/line/line.ts"
import {
  itemsOf,
  lineTexts,
  marked,
  pdfOfPage,
  storyPage,
  type StoryPage,
} from "../build/beside-page.ts"
import { anyText } from "../build/chinese.ts"
import { layDown, readBack } from "../build/pdf-readers.ts"
import { cellsOf, library, SIZE } from "../build/type.ts"

const DOT: SpanLook = { emphasis: "dot" }
const NAME: SpanLook = { line: "name" }
const TITLE: SpanLook = { line: "title" }
const SUPER: SpanLook = { script: "super" }
const SUB: SpanLook = { script: "sub" }
const FRACTION: SpanLook = { script: "fraction" }

const STORY = [
  marked("瑞河港今晨开进第一列茶车，[这是头一回，站长说“从没见过]”。", [DOT]),
  marked("[瑞河市]和[清河县]隔江，[林汐][周望]同读[江上灯火]，说[罗塞蒂·米勒]来过。", [
    ...[NAME, NAME, NAME, { ...NAME, lineItem: 1 }, TITLE, { ...NAME, ...DOT }],
  ]),
  marked("新库1200m[2]，含CO[2]不到[3/4]，做了说明。[①]水温36.5℃，载重25 kg，时速80 km/h。", [
    ...[SUPER, SUB, FRACTION, SUPER],
  ]),
]

/** The lines of a story. */
function linesOf(words: string, looks: readonly SpanLook[], how: StoryPage = {}): readonly Line[] {
  const [article] = storyPage([marked(words, looks)], how).articles
  return article!.story.columns.flatMap(({ lines }) => lines.map(({ line }) => line))
}

/** What stands beside the first line of a story, on one long line, in em from its text's left. */
function besideOf(words: string, ...looks: readonly SpanLook[]): readonly (readonly number[])[] {
  const em = (x: number): number => Math.round((x / SIZE) * 1e4) / 1e4
  const [line] = linesOf(words, looks, { measure: 40 })
  return (line!.beside ?? []).map((one: BesideLine) =>
    "to" in one ? [em(one.x), em(one.to)] : [em(one.x)],
  )
}

const READ = [
  marked("[瑞河]港的老站长[庄双强]说，[囧]字难认，[饕餮]们来了，城里人排队[装]茶。", [
    { ruby: "ruì hé" },
    { ruby: "zhuāng shuāng qiáng" },
    { ruby: "jiǒng" },
    { ruby: "tāotiè" },
    { ruby: "zhuāng" },
  ]),
]

test("readings over characters: the golden", async () => {
  const { list } = storyPage(READ, { pitch: 14 })
  await expect(printList(list)).toMatchFileSnapshot("../goldens/readings.txt")
})

test("dots, names' lines and small figures: the golden", async () => {
  const { list } = storyPage(STORY)
  await expect(printList(list)).toMatchFileSnapshot("../goldens/beside.txt")
})

describe("dots", () => {
  test("stand under the middle of characters, and under no mark", () => {
    expect(besideOf("老[桥，灯]火", DOT)).toEqual([[1.5], [3.5]])
    expect(besideOf("读[《江》]", DOT)).toEqual([[2.5]])
  })
})

describe("a name's line", () => {
  test("leaves air at both ends, so that two names that touch are parted", () => {
    expect(besideOf("[林汐][周望]说", NAME, { ...NAME, lineItem: 1 })).toEqual([
      [0.0625, 1.9375],
      [2.0625, 3.9375],
    ])
  })

  test("is one over what is set unlike the rest of the name", () => {
    expect(besideOf("[瑞河][老桥]灯", NAME, { ...NAME, weight: 700 })).toEqual([[0.0625, 3.9375]])
  })

  test("goes on to the end of a full line and on from the start of the next", () => {
    const text = `${"茶".repeat(10)}[瑞河江]上`
    const [first, second] = linesOf(text, [NAME]).map(({ beside }) => beside![0]!)
    expect(first).toMatchObject({ kind: "name", to: 11 * SIZE })
    expect(second).toMatchObject({ kind: "name", x: 0 })
  })
})

describe("dots under a name's line", () => {
  test("touch neither the line over them nor the text under them, 1.25 em apart", () => {
    const bothOver = storyPage([
      marked("[罗塞蒂]与[江上灯火]", [
        { ...NAME, ...DOT },
        { ...TITLE, ...DOT },
      ]),
    ])
    const [first] = bothOver.articles[0]!.story.columns[0]!.lines
    const below = (y: number): number => (y - first!.baseline) / SIZE
    const dots = itemsOf(bothOver, "fill").map(({ path }) =>
      path.flatMap((segment) => segment.slice(1).filter((_, i) => i % 2 === 1) as number[]),
    )
    const lines = itemsOf(bothOver, "stroke").map(({ path, width }) =>
      path.flatMap((segment) =>
        (segment.slice(1).filter((_, i) => i % 2 === 1) as number[]).map((y) => y + width / 2),
      ),
    )
    const top = Math.min(...dots.flat().map(below))
    expect(dots).toHaveLength(7)
    expect(lines).toHaveLength(2)
    expect(Math.max(...lines.flat().map(below))).toBeLessThanOrEqual(top + 1e-6)
    expect(Math.max(...dots.flat().map(below))).toBeLessThanOrEqual(0.371)
  })
})

describe("small figures", () => {
  test("a fraction's numbers come under and over its slash, which is as high as they", () => {
    const [line] = linesOf("约[12/25]厘米", [FRACTION], { measure: 40 })
    const parts = line!.runs.map(({ texts, size, dx }) => ({
      text: texts.join(""),
      size: size / SIZE,
      from: dx[0]! / SIZE,
    }))
    expect(parts.map(({ text }) => text)).toEqual(["约", "1", "2", "/", "25", "厘米"])
    const [, over, last, slash, under] = parts
    const digit = last!.from - over!.from
    const inCell = (0.9 * cellsOf("/").glyphX[0]!) / SIZE
    expect(slash!.from - inCell - last!.from).toBeCloseTo(digit - 0.08, 6)
    expect(under!.from - slash!.from).toBeLessThan(0.5 * 0.9)
  })

  test("stand above and below the baseline, smaller, tight to what is before them", () => {
    const [line] = linesOf("面积m[2]，CO[2]少", [SUPER, SUB], { measure: 40 })
    const small = line!.runs.filter(({ size }) => size < SIZE)
    expect(small.map(({ texts, dy }) => [texts.join(""), Math.sign(dy![0]!)])).toEqual([
      ["2", -1],
      ["2", 1],
    ])
  })

  test("never begin a line, nor are parted; numbers keep their units", () => {
    for (let before = 8; before < 16; before += 1)
      for (const [words, together] of [
        ["m[234]", "m234"],
        ["灯[①②]", "灯①②"],
        ["[3/16]", "3/16"],
        ["25 kg", "25 kg"],
        ["80 km/h", "80 km/h"],
        ["36.5℃", "36.5℃"],
      ] as const) {
        const script = words.includes("/1") ? FRACTION : SUPER
        const page = storyPage([marked(`${"茶".repeat(before)}${words}灯火茶香满城`, [script])])
        expect(lineTexts(page).some((line) => line.includes(together))).toBe(true)
      }
  })
})

describe("a reading", () => {
  const readingsOf = (lines: readonly Line[]) =>
    lines.map(({ beside = [], width }) => ({
      width,
      rubies: beside.flatMap((one) => (one.kind === "ruby" ? [one] : [])),
    }))
  const widthOf = ({ dx, glyphs, face, size }: BesideLine & { kind: "ruby" }): number =>
    dx.at(-1)! + library.face(face).advance(glyphs.at(-1)!) * size
  const wide = (words: string, looks: readonly SpanLook[], how: StoryPage = {}) =>
    readingsOf(linesOf(words, looks, { pitch: 14, ...how }))

  test("stands over the middle of its character, or of all of them", () => {
    const [line] = wide("茶[瑞河]和[饕餮]", [{ ruby: "ruì hé" }, { ruby: "tāotiè" }], {
      measure: 40,
    })
    const middles = line!.rubies.map((ruby) => (ruby.x + widthOf(ruby) / 2) / SIZE)
    expect(middles.map((x) => Math.round(x * 100) / 100)).toEqual([1.5, 2.5, 5])
    expect(line!.rubies.map(({ text }) => text)).toEqual(["ruì", "hé", "tāotiè"])
  })

  test("is half size where the line gap has room, and smaller in a narrow one, with a word", () => {
    const sizeAt = (pitch: number): number =>
      wide("[囧]字", [{ ruby: "jiǒng" }], { pitch })[0]!.rubies[0]!.size / SIZE
    expect(sizeAt(14)).toBe(0.5)
    expect(sizeAt(11.25)).toBeCloseTo(0.35, 9)
    const rules = (pitch: number) =>
      storyPage([marked("[囧]字", [{ ruby: "jiǒng" }])], { pitch }).findings.map(({ rule }) => rule)
    expect(rules(11.25)).toEqual(["line/small-ruby"])
    expect(rules(14)).toEqual([])
  })

  test("has half a row more above its line where the paragraph asks, and what follows is on the grid", () => {
    const open = marked(
      `茶[囧]字${"茶香满城".repeat(8)}[囧]灯${"茶".repeat(9)}[囧]`,
      [...[{ ruby: "jiǒng" }, { ruby: "jiǒng" }, { ruby: "jiǒng" }]],
      { readings: "open" },
    )
    const page = storyPage([marked("灯火", []), open, marked("茶香", [])], {
      ...{ pitch: 11.25, measure: 11, lines: 20 },
    })
    expect(page.findings.map(({ rule }) => rule)).not.toContain("line/small-ruby")
    const [column] = page.articles[0]!.story.columns
    const rows = column!.lines.map(({ baseline }) =>
      Number(((baseline - column!.lines[0]!.baseline) / column!.pitch).toFixed(3)),
    )
    const read11 = column!.lines.map(({ line: { beside = [] } }) => beside.length > 0)
    expect(read11).toEqual([false, true, false, false, true, true, false])
    expect(rows).toEqual([0, 1.5, 3, 4, 5.5, 7, 8])
    const sizes = column!.lines.flatMap(({ line: { beside = [] } }) =>
      beside.flatMap((one) => (one.kind === "ruby" ? one.size : [])),
    )
    expect(sizes).toEqual([4.5, 4.5, 4.5])
  })

  test("stays off the next one and inside the line, whatever the measure", () => {
    const syllables = ["zhuāng", "yī", "shuāng", "é", "qiáng", "chuāng"]
    const readings = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(readings, fc.integer({ min: 6, max: 20 }), (all, measure) => {
        const text = `茶[${"桥".repeat(all.length)}]灯`
        for (const { rubies, width } of wide(text, [{ ruby: all.join(" ") }], {
          measure,
          lines: 40,
        })) {
          rubies.forEach((ruby, i) => {
            const next = rubies[i + 1]
            const end = ruby.x + widthOf(ruby)
            if (next) expect(next.x - end).toBeGreaterThanOrEqual(-1e-6)
            expect(end).toBeLessThanOrEqual(width + 1e-6)
          })
          if (rubies[0]) expect(rubies[0].x).toBeGreaterThanOrEqual(-1e-6)
        }
      }),
      { numRuns: 60 },
    )
  })

  test("keeps its air from the next one: the characters give way", () => {
    const [line] = wide("茶[双窗庄]", [{ ruby: "shuāng chuāng zhuāng" }], { measure: 40 })
    line!.rubies.slice(1).forEach((next, i) => {
      const before = line!.rubies[i]!
      expect(next.x - before.x - widthOf(before)).toBeGreaterThanOrEqual(0.5 * next.size - 1e-6)
    })
  })

  test("of several characters together never parts them", () => {
    for (let before = 8; before < 14; before += 1) {
      const page = storyPage([marked(`${"茶".repeat(before)}[饕餮]们`, [{ ruby: "tāotiè" }])])
      expect(lineTexts(page).some((line) => line.includes("饕餮"))).toBe(true)
    }
  })

  test("is no text of the file: the words under it are unbroken", () => {
    const words = READ.map(({ text }) => text).join("")
    const { poppler, mupdf } = readBack(layDown(pdfOfPage(storyPage(READ, { pitch: 14 }))))
    expect(poppler).toBe(words)
    expect(mupdf).toBe(words)
  })
})

const spans = fc.array(
  fc.tuple(
    fc.nat(60),
    fc.nat(12),
    fc.constantFrom<SpanLook>(
      DOT,
      NAME,
      TITLE,
      SUPER,
      SUB,
      FRACTION,
      { ...DOT, ...NAME },
      { ruby: "zhuāng yī" },
      { ruby: "chuāngkǒu" },
    ),
  ),
  { maxLength: 4 },
)

test("no character is lost and every line stays on the grid, whatever stands beside it", () => {
  fc.assert(
    fc.property(anyText, spans, (text, draws) => {
      const story = text.replaceAll("\n", " ")
      let at = 0
      const own = draws.flatMap(([gap, length, look]) => {
        const from = at + gap
        at = from + length + 1
        return at <= story.length ? [{ from, to: at, ...look }] : []
      })
      const paragraph = { ...marked(story), spans: soundSpans(own, story) }
      const page = storyPage([paragraph], { lines: 60, columns: 2 })
      expect(lineTexts(page).join("")).toBe(story)
      for (const { lines } of page.articles[0]!.story.columns)
        for (const { baseline } of lines) {
          const row = (baseline - baselineOf(page.page.grid, 0)) / 11.25
          expect(Math.abs(row - Math.round(row))).toBeLessThan(1e-6)
        }
    }),
    { numRuns: 100 },
  )
})

test("in the file the words are unbroken, and what stands beside them is no text", () => {
  const page = storyPage(STORY)
  const words = STORY.map(({ text }) => text)
    .join("")
    .replace(/\s/g, "")
  const { poppler, mupdf } = readBack(layDown(pdfOfPage(page)))
  expect(poppler).toBe(words)
  expect(mupdf).toBe(words)
  expect(itemsOf(page, "fill").length).toBeGreaterThan(10)
  expect(itemsOf(page, "stroke")).toHaveLength(8)
})
