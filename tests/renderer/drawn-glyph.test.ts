import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readOutline } from "../../fonts/made/outline-path.ts"
import { drawnGlyph } from "../../renderer/type/drawn-glyph.ts"

/** The path of what can be read; fails for what cannot. */
function pathOf(source: string): string {
  const drawn = drawnGlyph(source)
  if ("refused" in drawn) throw new Error(drawn.refused)
  return drawn.path
}

const refusalOf = (source: string): string | null => {
  const drawn = drawnGlyph(source)
  return "refused" in drawn ? drawn.refused : null
}

const svg = (inside: string, attributes = 'viewBox="0 0 1000 1000"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`

/** Points of an outline, at the ends of its pieces. */
const cornersOf = (path: string) => readOutline(path)!.flatMap((one) => one.filter(({ on }) => on))

/** The winding of an outline at a point. */
function windingAt(path: string, x: number, y: number): number {
  let winding = 0
  for (const contour of readOutline(path)!) {
    const flat = contour.flatMap((point, i) => {
      if (point.on) return [point]
      const [a, b] = [contour[i - 1]!, contour[i + 1] ?? contour[0]!]
      return [0.25, 0.5, 0.75].map((t) => ({
        x: (1 - t) ** 2 * a.x + 2 * t * (1 - t) * point.x + t * t * b.x,
        y: (1 - t) ** 2 * a.y + 2 * t * (1 - t) * point.y + t * t * b.y,
      }))
    })
    flat.forEach((from, i) => {
      const to = flat[(i + 1) % flat.length]!
      const side = (to.x - from.x) * (y - from.y) - (x - from.x) * (to.y - from.y)
      if (from.y <= y && to.y > y && side > 0) winding += 1
      if (from.y > y && to.y <= y && side < 0) winding -= 1
    })
  }
  return winding
}

describe("an outline that was drawn elsewhere", () => {
  it("comes as path data, or out of an SVG file, its view box in the middle of the cell", () => {
    expect(pathOf("M0 0H500V500Z")).toBe("M0 0L500 0L500 500Z")
    const path = '<g><path fill="#000" d="M10 10h50v50z"/></g>'
    expect(pathOf(svg(path, 'viewBox="10 10 100 100"'))).toBe("M0 0L500 0L500 500Z")
    expect(pathOf(svg(path, 'width="100px" height="100"'))).toBe("M100 100L600 100L600 600Z")
    expect(pathOf(svg(path, 'viewBox="10 10 50 100"'))).toBe("M250 0L750 0L750 500Z")
    expect(pathOf(`<?xml version="1.0"?><!DOCTYPE svg>${svg(path, "")}`)).toBe(
      "M10 10L60 10L60 60Z",
    )
  })

  it("has arcs as curves, on the very circle, large or small, either way round, with bare flags", () => {
    const arcs = [
      ["M600 500A100 100 0 0 1 500 600L500 500Z", 500, 500],
      ["M600 500A100 100 0 1 0 500 600L500 500Z", 500, 500],
      ["M600 500a100 100 0 10-100 100L500 500Z", 500, 500],
      ["M600 500A100 100 0 0 0 500 600L600 600Z", 600, 600],
      ["M400 500A1 1 30 0 1 600 500Z", 500, 500],
    ] as const
    for (const [data, x, y] of arcs) {
      const round = readOutline(pathOf(data))!.flat()
      const away = round
        .filter(({ on }) => on)
        .map((point) => Math.hypot(point.x - x, point.y - y))
        .filter((radius) => radius > 1)
      for (const radius of away.slice(0, -1)) expect(Math.abs(radius - 100)).toBeLessThan(1)
      expect(round.length).toBeGreaterThan(8)
    }
    const large = "M600 500A100 100 0 1 0 500 600L500 500Z"
    expect(windingAt(pathOf(large), 450, 450)).toBe(1)
    expect(windingAt(pathOf(large), 550, 550)).toBe(0)
  })

  it("has an ellipse that is turned where the standard puts it", () => {
    // Half an ellipse of 200 × 100 turned by 90°: its ends lie above each other.
    const path = pathOf("M500 300A200 100 90 0 1 500 700Z")
    const xs = cornersOf(path).map(({ x }) => x)
    expect(Math.max(...xs)).toBeGreaterThan(598)
    expect(Math.min(...xs)).toBe(500)
  })

  it("is moved by transforms nested in each other, those of the outer first", () => {
    const path = '<path d="M0 0h10v20z"/>'
    const moved: readonly (readonly [string, string])[] = [
      ["translate(5,7)", "M5 7L15 7L15 27Z"],
      ["scale(2)", "M0 0L20 0L20 40Z"],
      ["scale(2 3)", "M0 0L20 0L20 60Z"],
      ["matrix(1 0 0 1 30 40)", "M30 40L40 40L40 60Z"],
      ["rotate(90 100 100)", "M200 0L200 10L180 10Z"],
      ["translate(100) rotate(90)", "M100 0L100 10L80 10Z"],
      ["skewX(45)", "M0 0L10 0L30 20Z"],
      ["skewY(45)", "M0 0L10 10L10 30Z"],
    ]
    for (const [transform, shown] of moved)
      expect(pathOf(svg(`<g transform="${transform}">${path}</g>`))).toBe(shown)
    const nested = `<g transform="translate(100 0)"><g transform="scale(2)">${path}</g></g>`
    expect(pathOf(svg(nested))).toBe("M100 0L120 0L120 40Z")
    expect(refusalOf(svg(`<g transform="spin(3)">${path}</g>`))).toBe("unreadable")
    // What is mirrored is still ink.
    expect(
      windingAt(pathOf(svg(`<g transform="matrix(-1 0 0 1 500 0)">${path}</g>`)), 492, 8),
    ).toBe(1)
  })

  it("has rectangles, circles, ellipses and polygons, and what is used again", () => {
    expect(pathOf(svg('<rect x="10" y="20" width="30" height="40"/>'))).toBe(
      "M10 20L40 20L40 60L10 60Z",
    )
    expect(pathOf(svg('<polygon points="0,0 10,0 10,10"/>'))).toBe("M0 0L10 0L10 10Z")
    const circle = pathOf(svg('<circle cx="500" cy="500" r="400"/>'))
    for (const { x, y } of cornersOf(circle))
      expect(Math.abs(Math.hypot(x - 500, y - 500) - 400)).toBeLessThan(1)
    const ellipse = cornersOf(pathOf(svg('<ellipse cx="500" cy="500" rx="400" ry="100"/>')))
    expect(Math.max(...ellipse.map(({ y }) => y))).toBe(600)
    const round = pathOf(svg('<rect width="1000" height="1000" rx="500"/>'))
    expect([windingAt(round, 20, 20), windingAt(round, 500, 20)]).toEqual([0, 1])
    const used = svg('<defs><path id="p" d="M0 0h10v20z"/></defs><use href="#p" x="5" y="7"/>')
    expect(pathOf(used)).toBe("M5 7L15 7L15 27Z")
    expect(refusalOf(svg('<circle r="50%"/>'))).toBe("unreadable")
  })

  it("keeps holes by either fill rule, and ink where shapes that turn either way meet", () => {
    const ring = "M0 0H900V900H0ZM300 300H600V600H300Z"
    const even = pathOf(svg(`<path fill-rule="evenodd" d="${ring}"/>`))
    expect([windingAt(even, 450, 450), windingAt(even, 100, 100)]).toEqual([0, 1])
    const styled = pathOf(svg(`<g style="fill-rule:evenodd"><path d="${ring}"/></g>`))
    expect(styled).toBe(even)
    const filled = pathOf(svg(`<path d="${ring}"/>`))
    expect(windingAt(filled, 450, 450)).toBe(1)
    const turned = pathOf(svg('<path d="M0 0H900V900H0ZM300 300V600H600V300Z"/>'))
    expect(windingAt(turned, 450, 450)).toBe(0)
    const both = svg('<path d="M0 0H500V500H0Z"/><path d="M400 0V500H900V0Z"/>')
    expect(windingAt(pathOf(both), 450, 250)).toBeGreaterThan(0)
    expect(
      refusalOf(svg('<path fill-rule="evenodd" d="M0 0H600V600H0ZM300 300H900V900H300Z"/>')),
    ).toBe("crossing")
  })

  it("keeps the ink of strokes that meet through a corner or an edge of each other", () => {
    const bar = "M0 0H500V500H0ZM250 100H500H750V400H500H250Z"
    for (const path of [bar, pathOf(svg(`<path d="${bar}"/>`))]) {
      const read = pathOf(path)
      expect(windingAt(read, 600, 250)).toBeGreaterThan(0)
      expect(windingAt(read, 300, 250)).toBeGreaterThan(0)
    }
    const corner = pathOf("M0 0H600V600H0ZM300 300L600 200L900 300L600 400Z")
    expect(windingAt(corner, 800, 300)).toBeGreaterThan(0)
    const flush = "M0 0H500V200H0ZM300 0H800V200H300Z"
    expect(refusalOf(svg(`<path fill-rule="evenodd" d="${flush}"/>`))).toBe("crossing")
    expect(windingAt(pathOf(svg(`<path d="${flush}"/>`)), 700, 100)).toBeGreaterThan(0)
  })

  it("is read with the rules of its style sheet, and without what does not show", () => {
    const sheet = "<style>.a,.b{fill:none}.a{fill:#231815} path{visibility:visible}</style>"
    const shapes = '<path class="a" d="M0 0h10v20z"/><path class="b" d="M0 0h500v20z"/>'
    expect(pathOf(svg(sheet + shapes))).toBe("M0 0L10 0L10 20Z")
    const hidden = '<g display="none"><text>字</text></g><rect fill="#FFF" width="9" height="9"/>'
    expect(pathOf(svg(`${hidden}<path d="M0 0h10v20z"/>`))).toBe("M0 0L10 0L10 20Z")
    const clip = '<clipPath id="c"><rect width="1000" height="1000"/></clipPath>'
    const clipped = (d: string): string => svg(`${clip}<g clip-path="url(#c)"><path d="${d}"/></g>`)
    expect(pathOf(clipped("M0 0h10v20z"))).toBe("M0 0L10 0L10 20Z")
    expect(refusalOf(clipped("M0 0h1200v20z"))).toBe("clipped")
  })

  it.each([
    ["nothing", ""],
    ["nothing", "<svg></svg>"],
    ["nothing", svg('<path fill="none" d="M0 0h9v9z"/>')],
    ["nothing", svg('<defs><path d="M0 0h9v9z"/></defs><circle r="0"/>')],
    ["unreadable", "你好"],
    ["unreadable", svg('<path d="M0 0h9v9!"/>')],
    ["strokes", svg('<path fill="none" stroke="#000" d="M0 0h9v9z"/>')],
    ["strokes", svg('<g stroke="black"><line x2="9" y2="9"/></g>')],
    ["white", svg('<path d="M0 0h99v99z"/><circle fill="white" r="4"/>')],
    ["others", svg("<text>字</text>")],
    ["others", svg('<path mask="url(#m)" d="M0 0h9v9z"/>')],
    ["tooLong", `M0 0${"l137 211-133-209".repeat(2400)}Z`],
  ])("is refused as %s out of %j", (refused, source) => expect(refusalOf(source)).toBe(refused))

  it("never throws or hangs, whatever is given", () => {
    const bit = fc.constantFrom(
      "<svg>",
      "</svg>",
      '<g transform="',
      '">',
      "<use href='#a'/>",
      "<a id='a'>",
      "M0 0",
      "A1 1",
      " 0 ",
      "<path d='M0 0L9 9 9 0'/>",
      "z",
    )
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 12 }), (bits) => void drawnGlyph(bits.join(""))),
    )
    const doubled = Array.from(
      { length: 30 },
      (_, i) => `<g id="g${i + 1}"><use href="#g${i}"/><use href="#g${i}"/></g>`,
    )
    expect(refusalOf(svg(`<g id="g0"><path d="M0 0h9v9z"/></g>${doubled.join("")}`))).not.toBeNull()
  })
})
