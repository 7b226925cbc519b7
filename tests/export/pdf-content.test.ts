import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Image, Item, Matrix, Segment } from "../../layouts/display/list.ts"
import { pt } from "../../layouts/units.ts"
import type { Box } from "../../layouts/units.ts"
import type { PdfPress, PictureBytes } from "../../main/export/pdf/order.ts"
import { onSheet, sheetOf } from "../../main/export/pdf/sheet.ts"
import { operatorsOf } from "../build/pdf-paint.ts"
import { pageOf, PRESS, setLine } from "../build/pdf-page.ts"

const RULE: readonly Segment[] = [
  ["M", 10, 20],
  ["L", 110, 20],
]

function rule(ink: string, dash: readonly number[] = []): Item {
  return { kind: "stroke", ink, path: RULE, width: pt(0.5), dash }
}

function ground(ink: string): Item {
  const path: readonly Segment[] = [["M", 0, 0], ["L", 50, 0], ["C", 50, 10, 40, 20, 0, 20], ["Z"]]
  return { kind: "fill", ink, path }
}

function boxAt(x: number, y: number, width: number, height: number): Box {
  return { x: pt(x), y: pt(y), width: pt(width), height: pt(height) }
}

/** The operators that matter for ink: colours, graphics states and paintings. */
function inkSteps(items: readonly Item[]): readonly string[] {
  return operatorsOf(items).filter((line) => / (k|K|gs|S|f|TJ ET)$/.test(line))
}

describe("inks", () => {
  it("are set once while they stay the same", () => {
    const colours = operatorsOf([setLine("瑞"), setLine("河"), ground("black")])
    expect(colours.filter((line) => line.endsWith(" k"))).toEqual(["0 0 0 1 k"])
  })

  it("of black text and rules overprint, and nothing else does", () => {
    const steps = inkSteps([
      setLine("黑"),
      rule("black"),
      setLine("白", { ink: "paper" }),
      ground("black"),
      rule("tint"),
      rule("black"),
      setLine("红", { ink: "red" }),
    ])
    const states = steps.map((line) => line.replace(/^(BT|10 280 m).*/, (_, start) => start))
    expect(states).toEqual([
      ...["/Over gs", "0 0 0 1 k", "BT", "0 0 0 1 K", "10 280 m"],
      ...[
        "/Knock gs",
        "0 0 0 0 k",
        "BT",
        "0 0 0 1 k",
        "0 300 m 50 300 l 50 290 40 280 0 280 c h f",
      ],
      ...["0 0 0 0.15 K", "10 280 m"],
      ...["/Over gs", "0 0 0 1 K", "10 280 m"],
      ...["/Knock gs", "0 1 1 0 k", "BT"],
    ])
  })

  it("without values in the list are our own fault", () => {
    expect(() => operatorsOf([rule("gold")])).toThrow(/gold/)
  })
})

describe("strokes", () => {
  it("set width and dash when they change", () => {
    const set = operatorsOf([rule("black", [3, 2]), rule("black", [3, 2]), rule("black")])
    expect(set.filter((line) => / [wd]$/.test(line))).toEqual(["0.5 w", "[3 2] 0 d", "[] 0 d"])
  })
})

describe("push and pop", () => {
  it("bracket a matrix and a clip, and bring the state back", () => {
    const still: Matrix = [1, 0, 0, 1, 0, 0]
    const operators = operatorsOf([
      setLine("黑"),
      { kind: "push", matrix: still, clip: boxAt(10, 20, 30, 40) },
      setLine("白", { ink: "paper" }),
      { kind: "pop" },
      setLine("黑"),
    ])
    expect(operators).toContain("10 240 30 40 re W n")
    expect(operators.slice(operators.indexOf("Q"))).toHaveLength(2)
  })

  it("must balance", () => {
    expect(() => operatorsOf([{ kind: "pop" }])).toThrow(/never pushed/)
    const open: Item = { kind: "push", matrix: [1, 0, 0, 1, 0, 0], clip: null }
    expect(() => operatorsOf([open])).toThrow(/never pops/)
  })

  it("move a point to where the list's matrix moves it", () => {
    const number = fc.double({ min: -500, max: 500, noNaN: true })
    const share = fc.double({ min: -2, max: 2, noNaN: true })
    const sheet = sheetOf(pageOf([]), true)
    const matrix = fc.tuple(share, share, share, share, number, number)
    fc.assert(
      fc.property(matrix, number, number, ([a, b, c, d, e, f], x, y) => {
        const moved = onSheet(sheet, [a, b, c, d, e, f])
        const [px, py] = [sheet.left + x, sheet.top - y]
        expect(moved[0] * px + moved[2] * py + moved[4]).toBeCloseTo(
          sheet.left + a * x + c * y + e,
          6,
        )
        expect(moved[1] * px + moved[3] * py + moved[5]).toBeCloseTo(
          sheet.top - b * x - d * y - f,
          6,
        )
      }),
    )
  })
})

describe("pictures", () => {
  const grey: PictureBytes = {
    width: 4,
    height: 2,
    space: "gray",
    bits: 8,
    coding: "pixels",
    bytes: new Uint8Array(8),
  }
  const press: PdfPress = { ...PRESS, picture: (id) => (id === "dock" ? grey : null) }
  const full = { x: 0, y: 0, width: 1, height: 1 }
  const image = (crop = full, picture = "dock"): Image => ({
    kind: "image",
    picture,
    box: boxAt(20, 30, 80, 40),
    crop,
  })

  it("fill their box", () => {
    expect(operatorsOf([image()], press)).toEqual(["q", "80 0 0 40 20 230 cm", "/P1 Do", "Q"])
  })

  it("that are cropped are placed whole and clipped to the box", () => {
    const operators = operatorsOf([image({ x: 0.5, y: 0.25, width: 0.5, height: 0.5 })], press)
    expect(operators).toEqual([
      ...["q", "20 230 80 40 re W n", "160 0 0 80 -60 210 cm", "/P1 Do", "Q"],
    ])
  })

  it("that are cut out are clipped along their outline", () => {
    const cut: readonly Segment[] = [["M", 20, 30], ["L", 100, 30], ["L", 60, 70], ["Z"]]
    expect(operatorsOf([{ ...image(), cut }], press)).toEqual([
      ...["q", "20 270 m 100 270 l 60 230 l h W n", "80 0 0 40 20 230 cm", "/P1 Do", "Q"],
    ])
  })

  it("shown twice have one name", () => {
    const shown = operatorsOf([image(), image()], press).filter((line) => line.endsWith("Do"))
    expect(shown).toEqual(["/P1 Do", "/P1 Do"])
  })

  it("that cannot be had leave a crossed box", () => {
    const operators = operatorsOf([image(full, "lost")], press)
    expect(operators.join(" ")).toContain("20 230 80 40 re 20 270 m 100 230 l 20 230 m 100 270 l S")
  })

  it("never overprint what black text before them did", () => {
    const operators = operatorsOf([setLine("黑"), image()], press)
    expect(operators.slice(operators.indexOf("q") + 1)[0]).toBe("/Knock gs")
  })
})
