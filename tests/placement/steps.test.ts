import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { blankPage } from "../../layouts/placement/blank.ts"
import { isDrawn } from "../../layouts/issue/page.ts"
import { chineseDate, weekday } from "../../layouts/issue/day.ts"
import { balanced, framesOfRuns, isEven, pour, totalLines } from "../../layouts/placement/pour.ts"
import { cellsOf, skeletonOf, type Shape } from "../../layouts/placement/skeleton.ts"
import { variantsOf } from "../../layouts/placement/variants.ts"
import { fillIn } from "../../layouts/templates/placeholders.ts"
import { shippedTemplates, templateById } from "../../layouts/templates/shelf.ts"
import { tiles } from "../../layouts/grid/regions.ts"

describe("dates", () => {
  it("have their weekday without a clock", () => {
    expect(chineseDate({ year: 2026, month: 11, day: 23 })).toBe("2026年11月23日 星期一")
    expect(chineseDate({ year: 2022, month: 9, day: 15 })).toBe("2022年9月15日 星期四")
    expect(chineseDate({ year: 2024, month: 2, day: 29 })).toBe("2024年2月29日 星期四")
    expect(chineseDate({ year: 2000, month: 1, day: 1 })).toBe("2000年1月1日 星期六")
  })

  it("have the weekday that the calendar of the machine gives", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }),
        (day) => {
          const date = {
            year: day.getUTCFullYear(),
            month: day.getUTCMonth() + 1,
            day: day.getUTCDate(),
          }
          expect(weekday(date)).toBe(day.getUTCDay())
        },
      ),
    )
  })
})

describe("placeholders", () => {
  it("are filled in, and leave nothing where there is no answer", () => {
    expect(fillIn("{paper} {page} 版", { paper: "瑞河日报", page: "A2" })).toBe("瑞河日报 A2 版")
    expect(fillIn("零售{price}", {})).toBe("零售")
    expect(fillIn("{constructor}", {})).toBe("")
  })
})

describe("pouring", () => {
  it("ends a run at a forced break and goes on below in the same column", () => {
    const room = [
      { line: 0, depth: 10 },
      { line: 0, depth: 10 },
    ]
    expect(pour([6, 9], room).runs).toEqual([
      { column: 0, line: 0, lines: 6 },
      { column: 0, line: 6, lines: 4 },
      { column: 1, line: 0, lines: 5 },
    ])
  })

  it("hands back what does not fit", () => {
    expect(pour([8, 9], [{ line: 0, depth: 10 }]).rest).toEqual([7])
    expect(pour([], [{ line: 0, depth: 10 }])).toEqual({ runs: [], rest: [] })
  })

  it("loses no line", () => {
    const segments = fc.array(fc.nat(60), { maxLength: 6 })
    const columns = fc.array(fc.record({ line: fc.nat(20), depth: fc.nat(40) }), { maxLength: 8 })
    fc.assert(
      fc.property(segments, columns, (lines, room) => {
        const { runs, rest } = pour(lines, room)
        const poured = totalLines(runs.map((run) => run.lines))
        expect(poured + totalLines(rest)).toBe(totalLines(lines))
        expect(framesOfRuns(runs).reduce((sum, f) => sum + f.columns * f.lines, 0)).toBe(poured)
      }),
    )
  })

  it("shares lines out as evenly as can be", () => {
    expect(balanced(11, 3)).toEqual([4, 4, 3])
    expect(balanced(0, 2)).toEqual([0, 0])
    expect(isEven([4, 4, 3])).toBe(true)
    expect(isEven([75, 77, 148])).toBe(false)
    expect(isEven([12, 6])).toBe(false)
  })
})

describe("skeletons and their variants", () => {
  /** Column widths of a shape's cells, left to right. */
  function widths(shape: Shape): readonly number[] {
    if (shape.kind === "cell") return [shape.columns]
    return shape.kind === "fast" ? [] : shape.parts.flatMap(widths)
  }

  it("has a stack for the lead and stacks under and beside it", () => {
    const skeleton = skeletonOf(templateById("broadsheet-inside-six")!)
    expect(cellsOf(skeleton).map((cell) => cell.slots.map((slot) => slot.id))).toEqual([
      ["lead"],
      ["photo"],
      ["news-4", "filler"],
      ["news-1", "news-2", "news-3", "news-5", "house"],
    ])
  })

  it("begin with the template itself and go away from it", () => {
    for (const template of shippedTemplates()) {
      const skeleton = skeletonOf(template)
      const variants = variantsOf(skeleton, 1)
      expect(variants[0]).toEqual({ shape: skeleton, distance: 0 })
      const distances = variants.map((variant) => variant.distance)
      expect(distances).toEqual(distances.toSorted((a, b) => a - b))
    }
  })

  it("keep the lead's stack within its span and fill the page's columns", () => {
    const skeleton = skeletonOf(templateById("broadsheet-inside")!)
    for (const { shape } of variantsOf(skeleton, 2)) {
      expect(shape.columns).toBe(8)
      const [lead] = widths(shape)
      expect(lead).toBeGreaterThanOrEqual(3)
      expect(cellsOf(shape).some((cell) => cell.lead !== null)).toBe(true)
    }
  })
})

describe("a blank page", () => {
  it("has every slot's frames and fills the page", () => {
    for (const template of shippedTemplates()) {
      const page = blankPage(template, "A1")
      const { columns, lines } = template.grid
      const whole = { column: 0, columns, line: 0, lines }
      const placed = page.frames.filter(({ role }) => !isDrawn(role))
      const regions = [...template.reserved, ...placed].map((each) => each.region)
      expect(tiles(whole, regions)).toBe(true)
      expect(page.frames.every((frame) => frame.article === null)).toBe(true)
    }
  })
})
