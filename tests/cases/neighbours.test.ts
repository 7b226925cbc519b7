import { describe, expect, test } from "vitest"
import { orientationOf } from "../../layouts/line/orientation.ts"
import { LB, unicodeClassOf, type UnicodeClass } from "../../layouts/line/unicode-class.ts"
import { setCase } from "../../main/cli/lines.ts"
import { song } from "../build/type.ts"

/** Neighbours of the cases that others wrote: the other characters of their classes. */

const LEVELS = ["none", "basic", "gb", "strict"] as const

const OPEN = [..."“‘「『（《〈【〖〔［｛"]
const CLOSE = [..."”’」』）》〉】〗〕］｝"]
const STOPS = [..."，、。．：；！？"]

function startsLine(character: string, level: (typeof LEVELS)[number]): boolean {
  return setCase({ text: `文${character}文`, measureEm: 1000, level }, song).breaks.includes(1)
}

function endsLine(character: string, level: (typeof LEVELS)[number]): boolean {
  const { breaks } = setCase({ text: `文${character}文`, measureEm: 1000, level }, song)
  return breaks.includes(1 + character.length)
}

function advances(text: string, autospace = false): readonly number[] {
  const one = { text, measureEm: 1000, justify: false, options: { autospace } }
  return setCase(one, song).advances.flat()
}

function between(marks: string): number {
  return advances(`国${marks}国`).reduce((a, b) => a + b, 0) - 2
}

describe("marks at line starts, by level (neighbours of files 01, 02, 14, 15)", () => {
  test.each([
    ["middle marks", "・：；･‼⁇⁈⁉！？"],
    ["connectors", "‐–〜゠"],
    ["leaders", "․‥⋯︙"],
    ["iteration marks", "々〻ゝゞヽヾ"],
    ["signs behind numbers", "%¢°‰′″‵℃℉％￠"],
  ])("%s begin a line at no level but none", (_, marks) => {
    for (const mark of marks)
      expect(LEVELS.map((level) => startsLine(mark, level))).toEqual([true, false, false, false])
  })

  test("every closing, inner and full stop of Unicode begins no line, every opening one ends none", () => {
    const classes = (...names: UnicodeClass[]): readonly string[] =>
      Array.from({ length: 0x1ffff }, (_, code) => code)
        .filter((code) => code > 0x20 && (code < 0xd800 || code > 0xdfff))
        .filter((code) => names.includes(unicodeClassOf(code)))
        .map((code) => String.fromCodePoint(code))
    const noStart = classes(LB.CL, LB.CP, LB.NS, LB.EX)
    const noEnd = classes(LB.OP, LB.OPE)
    expect(noStart.length).toBeGreaterThan(120)
    expect(noEnd.length).toBeGreaterThan(70)
    expect(noStart.filter((mark) => startsLine(mark, "gb"))).toEqual([])
    expect(noEnd.filter((mark) => endsLine(mark, "gb"))).toEqual([])
  })
})

describe("widths (neighbours of files 04, 05, 19)", () => {
  test("every two full-width marks take what table 1.5 says", () => {
    const marks = [...OPEN, ...CLOSE, ...STOPS]
    const wanted = (first: string, second: string): number => {
      if ("！？".includes(first) && "！？".includes(second)) return 1
      return OPEN.includes(first) && !OPEN.includes(second) ? 2 : 1.5
    }
    const off = marks.flatMap((first) =>
      marks.flatMap((second) => {
        const em = between(first + second)
        return Math.abs(em - wanted(first, second)) > 0.01 ? [`${first}${second} ${em}`] : []
      }),
    )
    expect(off).toEqual([])
  })

  test("a dash or an ellipsis beside any of them leaves both whole", () => {
    const pairs = ["——", "……"].flatMap((unit) =>
      [...OPEN, ...CLOSE, ...STOPS].flatMap((mark) => [mark + unit, unit + mark]),
    )
    expect(pairs.filter((pair) => Math.abs(between(pair) - 3) > 0.01)).toEqual([])
  })
})

describe("gaps between Han and Western (neighbours of file 06)", () => {
  test.each([
    ["国国AA国国", [1, 3]],
    ["国国11国国", [1, 3]],
    ["国国αβ国国", [1, 3]],
    ["国国Яж国国", [1, 3]],
    ["国国e\u0301国国", [1, 3]],
    ["国国אב国", [1, 3]],
    ["国!国#国", [0, 1, 2, 3]],
    ["国国!国国", [1, 2]],
    ["国国#国国", [1, 2]],
    ["国国$1国国", [1, 3]],
    ["国\ufe00国a国", [2, 3]],
    ["国か1カ国", [1, 2]],
    ["国国a。国", [1]],
    ["a》国", []],
    ["（1）国", []],
    ["国……a", []],
  ])("%s has them behind %j", (text, places) => {
    const plain = advances(text)
    const gaps = advances(text, true).flatMap((one, i) => (one - plain[i]! > 0.01 ? [i] : []))
    expect(gaps).toEqual(places)
  })
})

describe("rules of Unicode (neighbours of files 03, 03b, 16)", () => {
  const breaksOf = (text: string): readonly number[] =>
    setCase({ text, measureEm: 1000, level: "gb" }, song).breaks

  test("a Hebrew word is not divided behind its hyphen, a Latin one is (LB21a)", () => {
    expect(breaksOf("אב-גד")).toEqual([5])
    expect(breaksOf("אב\u0308-\u0308גד")).toEqual([7])
    expect(breaksOf("ab-cd")).toEqual([3, 5])
  })

  test("ideographs of every plane stand upright in vertical text and break on both sides", () => {
    for (const code of [0x3400, 0x4e00, 0xf900, 0x20000, 0x2ceb0, 0x30000, 0x31350]) {
      const rare = String.fromCodePoint(code)
      expect(orientationOf(code)).toBe("U")
      expect(breaksOf(`国${rare}国`)).toEqual([1, 1 + rare.length, 2 + rare.length])
    }
  })
})
