import { describe, expect, test } from "vitest"
import type { Frame } from "../../layouts/issue/page.ts"
import { pt } from "../../layouts/units.ts"
import { selectTool } from "../../renderer/tools/select.ts"
import { named } from "../build/frame.ts"
import { handWith, type Hand } from "../build/hand.ts"

const frames = [
  named("a", "body a 0+2 0+20"),
  named("b", "body b 2+2 0+30"),
  named("c", "body c 4+2 90+30"),
]

function hand(selection: readonly string[] = [], on: readonly Frame[] = frames): Hand {
  return handWith(selectTool, on, selection)
}

describe("choosing", () => {
  test("a click chooses, a click with Shift adds and takes away", () => {
    hand()
      .click("a")
      .expectChosen("a")
      .click("b", { shift: true })
      .expectChosen("a", "b")
      .click("a", { shift: true })
      .expectChosen("b")
      .expectActs()
  })

  test("a click on bare page lets go, one with Shift does not", () => {
    hand(["a"]).click([0, 60], { shift: true }).expectChosen("a").click([0, 60]).expectChosen()
  })

  test("a sweep over bare page chooses what it touches; with Shift it adds", () => {
    hand()
      .press([0.1, 60])
      .drag(2.9, -50)
      .expectState("sweeping")
      .expectChosen("a", "b")
      .release()
      .press([5, 60], { shift: true })
      .drag(0, 35)
      .expectChosen("a", "b", "c")
      .release()
      .expectState("idle")
  })

  test("a click on one of a group chooses all of it, with Ctrl that one alone", () => {
    const grouped = frames.map((one) => (one.id === "c" ? one : { ...one, group: "g" }))
    hand([], grouped)
      .click("a")
      .expectChosen("a", "b")
      .click("c", { shift: true })
      .expectChosen("a", "b", "c")
      .click("b", { shift: true })
      .expectChosen("c")
      .click("b", { ctrl: true })
      .expectChosen("b")
  })

  test("clicks with Ctrl go down through the frames that lie on each other, and begin again", () => {
    const pile = [
      named("low", "body a 0+2 0+20"),
      named("middle", "picture - 0+2 0+20"),
      named("top", "house - 0+2 0+20"),
    ]
    hand([], pile)
      .click("top")
      .expectChosen("top")
      .click("top", { ctrl: true })
      .expectChosen("middle")
      .click("top", { ctrl: true })
      .expectChosen("low")
      .click("top", { ctrl: true })
      .expectChosen("top")
  })

  test("boxes and rules are taken at their rules only", () => {
    const drawn = [
      named("text", "body a 0+2 0+20"),
      named("box", "box - 0+2 0+20"),
      named("rule", "rule - 2+1 30+9", { look: { rule: pt(1), tint: 0, upright: true } }),
    ]
    hand([], drawn)
      .click([0.5, 10])
      .expectChosen("text")
      .click([-0.04, 10])
      .expectChosen("box")
      .click([1.95, 34])
      .expectChosen("rule")
      .click([2.5, 34])
      .expectChosen()
  })
})

describe("moving", () => {
  test("a press that wanders two points is no drag", () => {
    hand().press("a").drag(0.01, 0.1).expectState("pressing").release().expectActs()
  })

  test("goes by whole columns and lines, once, at its end", () => {
    hand()
      .press("a")
      .drag(0.7, 3.4)
      .expectState("moving")
      .expectActs()
      .release()
      .expectActs({ kind: "move", ids: ["a"], columns: 1, lines: 3 })
      .expectState("idle")
  })

  test("frames stay on the grid, however far the hand goes", () => {
    hand(["b", "c"])
      .press("b")
      .drag(40, 400)
      .release()
      .expectActs()
      .press("b")
      .drag(-40, -400)
      .release()
      .expectActs({ kind: "move", ids: ["b", "c"], columns: -2, lines: 0 })
  })

  test("Shift keeps to the direction that went further", () => {
    hand()
      .press("a")
      .drag(2, 4, { shift: true })
      .release()
      .expectActs({ kind: "move", ids: ["a"], columns: 2, lines: 0 })
      .press("a")
      .drag(0.6, 40, { shift: true })
      .release()
      .expectActs({ kind: "move", ids: ["a"], columns: 0, lines: 40 })
  })

  test("Alt drags copies, told as ghosts while the frames stay", () => {
    const busy = hand().press("a").drag(1, 5, { alt: true })
    expect(busy.sketch()).toMatchObject({
      ghosts: [{ role: "body", region: { column: 1, columns: 2, line: 5, lines: 20 } }],
      tells: "place",
    })
    expect(busy.sketch().regions.size).toBe(0)
    busy.release({ alt: true }).expectActs({ kind: "copy", ids: ["a"], columns: 1, lines: 5 })
  })

  test("locked frames are not moved, but can be chosen and copied", () => {
    const held = frames.map((one) => (one.id === "a" ? { ...one, locked: true } : one))
    hand([], held)
      .press("a")
      .drag(1, 5)
      .expectState("pressing")
      .release()
      .expectActs()
      .expectChosen("a")
      .press("a")
      .drag(1, 5, { alt: true })
      .release()
      .expectActs({ kind: "copy", ids: ["a"], columns: 1, lines: 5 })
    hand(["a", "b"], held)
      .press("b")
      .drag(1, 0)
      .release()
      .expectActs({ kind: "move", ids: ["b"], columns: 1, lines: 0 })
  })

  test("Escape leaves everything as it was", () => {
    hand().press("a").drag(1, 0).cancel().expectState("idle").release().expectActs()
  })

  test("shows where frames would stand, and tells it", () => {
    const { regions, measured, tells } = hand().press("a").drag(1, 5).sketch()
    expect([...regions]).toEqual([["a", { column: 1, columns: 2, line: 5, lines: 20 }]])
    expect([measured, tells]).toEqual([["a"], "place"])
  })
})

describe("moving an article's block", () => {
  const block = [
    named("head", "headline a 0+4 0+4"),
    named("text", "body a 0+2 4+20"),
    named("beside", "body a 2+2 4+12", { order: 1 }),
    named("picture", "picture a 2+2 16+8"),
    named("other", "body b 4+2 4+20"),
    named("far", "body a 0+2 80+10", { order: 2 }),
  ]
  const whole = ["head", "text", "beside", "picture"]

  test("text takes along what of its article stands with it; what stands apart stays", () => {
    const busy = hand([], block).press("text").drag(1, 30).expectChosen("text")
    expect([...busy.sketch().regions.keys()]).toEqual(whole)
    busy.release().expectActs({ kind: "move", ids: whole, columns: 1, lines: 30 })
  })

  test("with Ctrl the text goes alone, and can be let go so while it is dragged", () => {
    hand([], block)
      .press("text", { ctrl: true })
      .drag(1, 30, { ctrl: true })
      .release({ ctrl: true })
      .expectActs({ kind: "move", ids: ["text"], columns: 1, lines: 30 })
      .press("text")
      .drag(1, 0)
      .drag(1, 30, { ctrl: true })
      .release({ ctrl: true })
      .expectActs({ kind: "move", ids: ["text"], columns: 2, lines: 30 })
  })

  test("a headline and a picture beside text go alone", () => {
    hand([], block)
      .press("head")
      .drag(1, 2)
      .release()
      .expectActs({ kind: "move", ids: ["head"], columns: 1, lines: 2 })
      .press("picture")
      .drag(0, 2)
      .release()
      .expectActs({ kind: "move", ids: ["picture"], columns: 0, lines: 2 })
  })

  test("a picture that is the article takes its caption along", () => {
    const photo = [named("photo", "picture p 0+3 0+20"), named("words", "caption p 0+3 20+2")]
    hand([], photo)
      .press("photo")
      .drag(1, 5)
      .release()
      .expectActs({ kind: "move", ids: ["photo", "words"], columns: 1, lines: 5 })
      .press("words")
      .drag(1, 5)
      .release()
      .expectActs({ kind: "move", ids: ["words"], columns: 1, lines: 5 })
  })

  test("copies take the block too, and what is locked of it stays", () => {
    const held = block.map((one) => (one.id === "picture" ? { ...one, locked: true } : one))
    hand([], held)
      .press("text")
      .drag(1, 30)
      .release()
      .expectActs({ kind: "move", ids: ["head", "text", "beside"], columns: 1, lines: 30 })
      .press("text")
      .drag(1, 30, { alt: true })
      .release({ alt: true })
      .expectActs({ kind: "copy", ids: whole, columns: 1, lines: 30 })
  })
})

describe("resizing", () => {
  test("an edge is pulled to whole lines, never through its opposite", () => {
    hand(["a"])
      .pull("a", 1, 1)
      .drag(1.1, 4.6)
      .release()
      .expectActs({
        kind: "resize",
        id: "a",
        region: { column: 0, columns: 3, line: 0, lines: 25 },
      })
      .pull("a", 0, 1)
      .drag(0, -90)
      .release()
      .expectActs({ kind: "resize", id: "a", region: { column: 0, columns: 2, line: 0, lines: 1 } })
      .pull("a", -1, -1)
      .drag(-9, -9)
      .release()
      .expectActs({
        kind: "resize",
        id: "a",
        region: { column: 0, columns: 2, line: 0, lines: 20 },
      })
  })

  test("a rule is only pulled longer, a locked frame not at all", () => {
    const drawn = [
      named("rule", "rule - 1+2 30+1"),
      named("held", "house - 0+2 50+5", { locked: true }),
    ]
    hand(["rule"], drawn)
      .pull("rule", 1, 0)
      .drag(2, 9)
      .release()
      .expectActs({
        kind: "resize",
        id: "rule",
        region: { column: 1, columns: 4, line: 30, lines: 1 },
      })
    hand(["held"], drawn)
      .pull("held", 1, 1)
      .expectState("pressing")
      .drag(1, 1)
      .release()
      .expectActs()
  })
})

describe("the out-port of a chosen frame", () => {
  const text = [named("a", "body a 0+2 0+20"), named("e", "body - 2+2 50+20")]
  // Over the corner at the foot: the port stands beside it.
  const port = [2 - 1.8 / 18.8 - 4 / 169.2, 20 - 12 / 11.25] as const

  test("takes up its text, which the next press lets run on", () => {
    hand(["a"], text)
      .click(port)
      .expectState("threading")
      .click("e")
      .expectActs({ kind: "link", from: "a", to: "e" })
      .expectState("idle")
      .expectChosen("e")
  })

  test("gives it back at Escape; that of a frame not chosen is no port", () => {
    hand(["a"], text).click(port).cancel().expectState("idle").expectActs()
    hand([], text).click(port).expectState("idle").expectChosen("a")
  })
})

describe("the red plus of text left over", () => {
  const text = [named("a", "body a 0+2 0+20"), named("e", "body - 2+2 50+20")]
  const plus = [2 - 1.8 / 18.8, 20] as const
  const over = (selection: readonly string[] = []): Hand =>
    handWith(selectTool, text, selection, ["a"])

  test("takes up the text of a frame that was not chosen", () => {
    over()
      .click(plus)
      .expectState("threading")
      .expectChosen("a")
      .click("e")
      .expectActs({ kind: "link", from: "a", to: "e" })
  })

  test("lies on a chosen frame's corner: a press takes up the text, a drag pulls the corner", () => {
    over(["a"]).pull("a", 1, 1).release().expectState("threading").expectActs()
    over(["a"])
      .pull("a", 1, 1)
      .drag(0, 5)
      .release()
      .expectActs({
        kind: "resize",
        id: "a",
        region: { column: 0, columns: 2, line: 0, lines: 25 },
      })
      .expectState("idle")
  })

  test("is no plus where nothing is left over", () => {
    hand([], text).click(plus).expectState("idle")
  })
})
