import { describe, expect, test } from "vitest"
import { boxOf } from "../../layouts/grid/geometry.ts"
import { inPort, linkAt, linksOn, outPort, outPortAt, plusAt } from "../../renderer/tools/links.ts"
import { threadTool } from "../../renderer/tools/thread.ts"
import { named, pageWith } from "../build/frame.ts"
import { handWith, pointOf } from "../build/hand.ts"

const frames = [
  named("a", "body a1 0+1 0+20"),
  named("b", "body a1 2+1 0+20", { order: 1 }),
  named("later", "body a1 5+1 0+20", { order: 3 }),
  named("e", "body - 0+1 50+20"),
  named("e2", "body - 2+1 50+20"),
  named("p", "picture a1 4+1 50+20"),
]

describe("the thread tool", () => {
  test("takes up a frame's text, links it to the next pressed, and goes on from there", () => {
    handWith(threadTool, frames)
      .click("b")
      .expectState("loaded")
      .expectChosen("b")
      .expectActs()
      .click("e")
      .expectActs({ kind: "link", from: "b", to: "e" })
      .expectState("loaded")
      .expectChosen("e")
      .cancel()
      .expectState("idle")
  })

  test("puts a new frame on bare page: by a drag, or of one column by a press", () => {
    handWith(threadTool, frames)
      .click("b")
      .press([3.2, 30])
      .expectState("drawing")
      .drag(1, 9.5)
      .release()
      .expectActs({
        kind: "continue",
        from: "b",
        region: { column: 3, columns: 2, line: 30, lines: 10 },
      })
      .expectState("idle")
      .click("b")
      .click([3.2, 110])
      .expectActs({
        kind: "continue",
        from: "b",
        region: { column: 3, columns: 1, line: 110, lines: 10 },
      })
  })

  test("does not link a frame to itself or two empty ones, nor takes up a picture", () => {
    handWith(threadTool, frames)
      .click("e")
      .click("e")
      .click("e2")
      .expectActs()
      .expectState("loaded")
      .cancel()
      .click("p")
      .expectState("idle")
      .expectActs()
  })

  test("cuts the link that is pressed, and shows before that it would", () => {
    const tool = handWith(threadTool, frames).hover([1.452, 10])
    tool.expectState("onLink")
    expect(tool.sketch().link).toEqual({ from: "a", to: "b", ends: true })
    tool.click([1.452, 10]).expectActs({ kind: "break", frame: "b" }).expectState("idle")
  })

  test("shows where the text would go on", () => {
    const tool = handWith(threadTool, frames).click("b").hover("e")
    expect(tool.sketch().link).toEqual({ from: "b", to: "e", ends: false })
    tool.hover([3.5, 30])
    expect(tool.sketch().link).toEqual({ from: "b", to: pointOf(3.5, 30), ends: false })
  })
})

test("links join frames of a page that follow each other in their thread", () => {
  expect(linksOn(frames).map(({ from, to }) => `${from.id}→${to.id}`)).toEqual(["a→b"])
})

test("text comes into a vertical frame at the top right, and goes out of it at the bottom left", () => {
  const { grid } = pageWith([])
  const right = named("right", "body a1 2+2 0+20", { vertical: true })
  const left = named("left", "body a1 0+2 0+20", { vertical: true, order: 1 })
  const [into, out] = [inPort(grid, left), outPort(grid, right)]
  const box = { from: boxOf(grid, left.region), to: boxOf(grid, right.region) }
  expect(into).toEqual({ x: box.from.x + box.from.width, y: box.from.y })
  expect(out).toEqual({ x: box.to.x, y: box.to.y + box.to.height })
  const bench = { frames: [right, left], grid, selection: ["right"], over: ["left"] }
  expect(outPortAt(bench, { x: out.x + 4, y: out.y - 12 })).toBe(right)
  expect(outPortAt(bench, { x: out.x + box.to.width - 4, y: out.y - 12 })).toBeNull()
  expect(plusAt(bench, outPort(grid, left))).toBe(left)
  const middle = { x: (into.x + out.x) / 2, y: (into.y + out.y) / 2 }
  expect(linkAt(bench, middle)).toEqual({ from: right, to: left })
})
