import { expect, it } from "vitest"
import { overlapFindings } from "../../layouts/proof/overlaps.ts"
import { frame, pageWith } from "../build/frame.ts"

it("two frames that lie on each other are named once, with the upper one's place", () => {
  const under = frame("body a1 0+2 0+20")
  const upper = frame("picture - 1+2 19+5", { id: "top" })
  expect(overlapFindings(pageWith([under, upper, frame("body a2 3+1 0+20")]))).toEqual([
    {
      rule: "page/overlap",
      severity: "warning",
      where: { page: "A1", frame: "top", article: "a1" },
      say: {
        zh: "A1 版第 2 栏第 20 行的图片框压在另一个正文框上。",
        en: "On page A1 a picture frame at column 2, line 20 lies on a text frame.",
      },
    },
  ])
})

it("edges that touch, rules and boxes are no overlap", () => {
  const page = pageWith([
    frame("body a1 0+2 0+20"),
    frame("body a1 2+2 0+20"),
    frame("house - 0+4 20+9"),
    frame("rule - 0+4 10+1"),
    frame("box - 0+4 0+60"),
  ])
  expect(overlapFindings(page)).toEqual([])
})

it("a page that was renamed is told of by its new name", () => {
  const page = pageWith([frame("body a1 0+2 0+20"), frame("picture - 1+2 19+5", { id: "top" })])
  expect(overlapFindings(page).map(({ where }) => where.page)).toEqual(["A1"])
  expect(overlapFindings({ ...page, id: "B2" }).map(({ where }) => where.page)).toEqual(["B2"])
})
