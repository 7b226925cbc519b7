import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { alignFrames, type AlignEdge } from "../../layouts/edits/align-frames.ts"
import { cutFrames } from "../../layouts/edits/cut-frames.ts"
import { distributeFrames } from "../../layouts/edits/distribute-frames.ts"
import { fillFrame } from "../../layouts/edits/fill-frame.ts"
import { mergeFrames } from "../../layouts/edits/merge-frames.ts"
import { duplicateFrames, pasteFrames } from "../../layouts/edits/paste-frames.ts"
import { setFrameRole } from "../../layouts/edits/set-frame-role.ts"
import { splitFrame, type Cut } from "../../layouts/edits/split-frame.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { brokenInvariants } from "../../layouts/issue/invariants.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Region } from "../../layouts/issue/page.ts"
import { pt } from "../../layouts/units.ts"
import { expectEdit } from "../build/document-law.ts"
import { frameOf, pageNamed, threadIds } from "../build/document-small.ts"
import { issueWith, named, placeOf } from "../build/frame.ts"

function idsOn(issue: Issue, page = "A1"): readonly string[] {
  return pageNamed(issue, page).frames.map(({ id }) => id)
}

describe("an empty frame", () => {
  const issue = issueWith(
    named("t", "body a1 0+2 0+9"),
    named("e", "body - 2+2 0+9"),
    named("h", "headline - 0+2 20+4"),
    named("n", "house - 2+2 20+4"),
  )

  it("takes an article by its role: text at the end of the thread", () => {
    expectEdit(newDocument(issue), fillFrame("e", "a1"), (after) =>
      expect(threadIds(after)).toEqual(["t", "e"]),
    )
    expectEdit(newDocument(issue), fillFrame("h", "a2"), (after) =>
      expect(frameOf(after, "h")).toMatchObject({ article: "a2", order: 0 }),
    )
    expectEdit(newDocument(issue), fillFrame("t", "a2"), (after) => {
      expect(threadIds(after, "a1")).toEqual([])
      expect(threadIds(after, "a2")).toEqual(["t"])
    })
  })

  it("takes none that is not there, and notices and rules take none at all", () => {
    const document = newDocument(issue)
    document.perform(fillFrame("e", "nobody"))
    document.perform(fillFrame("n", "a1"))
    document.perform(fillFrame("none", "a1"))
    expect(document.issue()).toEqual(issue)
  })
})

describe("a pasted frame", () => {
  it("stands upright and in its ink as the one that was copied", () => {
    const head = { ...named("h", "headline a1 0+2 0+9"), vertical: true, ink: "朱红" }
    const document = newDocument(issueWith(named("t", "body a1 2+2 0+9"), head))
    const copied = frameOf(document.issue(), "h")!
    document.perform(pasteFrames("A1", [copied], { columns: 0, lines: 20 }))
    const made = pageNamed(document.issue(), "A1").frames.filter(
      ({ id }) => !["t", "h"].includes(id),
    )
    expect(made.map(({ vertical, ink }) => [vertical, ink])).toEqual([
      [copied.vertical, copied.ink],
    ])
    expect(copied).toMatchObject({ vertical: true, ink: "朱红" })
  })
})

describe("a frame's role", () => {
  it("is changed: text joins the thread at its end, a notice lets its article go", () => {
    const issue = issueWith(
      named("t", "body a1 0+2 0+9"),
      named("p", "picture a1 2+2 0+9"),
      named("q", "caption a1 2+2 9+3"),
    )
    expectEdit(newDocument(issue), setFrameRole(["p", "q"], "body"), (after) =>
      expect(threadIds(after)).toEqual(["t", "p", "q"]),
    )
    expectEdit(newDocument(issue), setFrameRole(["t"], "house"), (after) =>
      expect(frameOf(after, "t")).toMatchObject({ role: "house", article: null, order: 0 }),
    )
  })
})

describe("frames are split", () => {
  const issue = issueWith(
    named("a", "body a1 0+4 0+20", { group: "g" }),
    named("top", "house - 0+4 40+9"),
    named("b", "body a1 0+4 20+9", { order: 1 }),
  )

  it("at a column, threaded one after the other, the second above the first in the stack", () => {
    expectEdit(newDocument(issue), splitFrame("a", { across: "column", after: 1 }), (after) => {
      const made = threadIds(after)[1]!
      expect(threadIds(after)).toEqual(["a", made, "b"])
      expect(idsOn(after)).toEqual(["a", made, "top", "b"])
      expect([placeOf(after, "a"), placeOf(after, made)]).toEqual(["0+1 0+20", "1+3 0+20"])
      expect(frameOf(after, made)!.group).toBe("g")
    })
  })

  it("across at a line", () => {
    expectEdit(newDocument(issue), splitFrame("b", { across: "line", after: 4 }), (after) => {
      const made = threadIds(after)[2]!
      expect([placeOf(after, "b"), placeOf(after, made)]).toEqual(["0+4 20+4", "0+4 24+5"])
    })
  })

  it("never when they are locked, not text, or nothing would be left on one side", () => {
    const locked = issueWith(
      named("a", "body a1 0+4 0+20", { locked: true }),
      named("p", "picture a1 0+4 20+9"),
      named("b", "body a2 0+1 40+1"),
    )
    const document = newDocument(locked)
    document.perform(splitFrame("a", { across: "column", after: 1 }))
    document.perform(splitFrame("p", { across: "column", after: 1 }))
    for (const after of [0, 1, -1, 0.5, Number.NaN])
      document.perform(splitFrame("b", { across: "column", after }))
    expect(document.issue()).toEqual(locked)
  })

  it("and merged again come out as they were, wherever they were cut", () => {
    const cuts = fc.record({
      across: fc.constantFrom<Cut["across"]>("column", "line"),
      after: fc.integer({ min: 1, max: 3 }),
    })
    fc.assert(
      fc.property(cuts, (cut) => {
        const document = newDocument(issue)
        document.perform(splitFrame("a", cut))
        const made = threadIds(document.issue())[1]!
        document.perform(mergeFrames("A1", [made, "a"]))
        expect(document.issue()).toEqual(issue)
      }),
    )
  })
})

describe("frames are merged", () => {
  it("into the least frame around them, where the first stood in the thread", () => {
    const issue = issueWith(
      named("x", "body a1 2+1 0+12", { order: 1 }),
      named("y", "body a1 0+2 0+9"),
      named("z", "body a1 0+4 30+9", { order: 2 }),
    )
    expectEdit(newDocument(issue), mergeFrames("A1", ["x", "y"]), (after) => {
      expect(threadIds(after)).toEqual(["y", "z"])
      expect(placeOf(after, "y")).toBe("0+3 0+12")
    })
  })

  it("only when they touch, show the same, are free, and nothing else stands between", () => {
    const issue = issueWith(
      named("x", "body a1 0+1 0+9"),
      named("far", "body a1 3+1 0+9", { order: 1 }),
      named("other", "body a2 1+1 0+9"),
      named("pic", "picture a1 0+1 9+9"),
      named("held", "body a1 0+1 18+9", { order: 2, locked: true }),
      named("deep", "body a1 0+1 27+9", { order: 3 }),
      named("beside", "body a1 1+1 27+20", { order: 4 }),
      named("under", "house - 0+1 40+5"),
    )
    const document = newDocument(issue)
    for (const pair of [
      ["x", "far"],
      ["x", "other"],
      ["x", "pic"],
      ["held", "deep"],
      ["deep", "beside"],
      ["x"],
      [],
    ])
      document.perform(mergeFrames("A1", pair))
    expect(document.issue()).toEqual(issue)
  })
})

describe("frames are aligned and distributed", () => {
  const issue = issueWith(
    named("a", "body a1 1+1 0+10"),
    named("b", "picture - 2+2 13+5"),
    named("c", "house - 0+1 40+20"),
  )

  it("by each edge of what they take up together", () => {
    const aligned = (edge: AlignEdge, to: "selection" | "area", ids = ["a", "b"]): string => {
      const document = newDocument(issue)
      document.perform(alignFrames("A1", ids, edge, to))
      expect(brokenInvariants(document.issue())).toEqual([])
      return ids.map((id) => placeOf(document.issue(), id)).join(", ")
    }
    expect(aligned("left", "selection")).toBe("1+1 0+10, 1+2 13+5")
    expect(aligned("right", "selection")).toBe("3+1 0+10, 2+2 13+5")
    expect(aligned("centre", "selection")).toBe("2+1 0+10, 1+2 13+5")
    expect(aligned("top", "selection")).toBe("1+1 0+10, 2+2 0+5")
    expect(aligned("foot", "selection")).toBe("1+1 8+10, 2+2 13+5")
    expect(aligned("middle", "area")).toBe("1+1 25+10, 2+2 27+5")
    expect(aligned("left", "area", ["b"])).toBe("0+2 13+5")
  })

  it("as one step, a group as one, what is locked as a mark to align to", () => {
    const grouped = issueWith(
      named("a", "body a1 1+1 5+10", { group: "g" }),
      named("b", "body a1 2+1 8+10", { group: "g", order: 1 }),
      named("fast", "house - 0+1 40+20", { locked: true }),
    )
    expectEdit(
      newDocument(grouped),
      alignFrames("A1", ["a", "b", "fast"], "foot", "selection"),
      (after) => {
        expect(placeOf(after, "a")).toBe("1+1 47+10")
        expect(placeOf(after, "b")).toBe("2+1 50+10")
        expect(placeOf(after, "fast")).toBe("0+1 40+20")
      },
    )
  })

  it("evenly: the outer ones stay and gaps differ by one line at most", () => {
    expectEdit(newDocument(issue), distributeFrames("A1", ["c", "a", "b"], "down"), (after) => {
      expect(placeOf(after, "a")).toBe("1+1 0+10")
      expect(placeOf(after, "b")).toBe("2+2 22+5")
      expect(placeOf(after, "c")).toBe("0+1 40+20")
    })
    const document = newDocument(issue)
    document.perform(distributeFrames("A1", ["a", "b"], "down"))
    expect(document.issue()).toEqual(issue)
    const rows = fc.array(fc.record({ line: fc.nat(50), lines: fc.integer({ min: 1, max: 10 }) }), {
      minLength: 3,
      maxLength: 6,
    })
    fc.assert(
      fc.property(rows, (drawn) => {
        const frames = drawn.map(({ line, lines }, i) =>
          named(`f${i}`, `house - 0+1 ${line}+${lines}`),
        )
        const open = newDocument(issueWith(...frames))
        open.perform(distributeFrames("A1", idsOn(open.issue()), "down"))
        expect(brokenInvariants(open.issue())).toEqual([])
        const order = frames.toSorted(
          (a, b) => a.region.line - b.region.line || a.region.lines - b.region.lines,
        )
        const last = order.at(-1)!
        const taken = order.reduce((sum, { region }) => sum + region.lines, 0)
        const room = footOf(last.region) - order[0]!.region.line >= taken
        const places = order.map(({ id }) => frameOf(open.issue(), id)!.region)
        if (!room) {
          expect(places).toEqual(order.map(({ region }) => region))
          return
        }
        expect([places[0], places.at(-1)]).toEqual([order[0]!.region, last.region])
        const gaps = places.slice(1).map(({ line }, i) => line - footOf(places[i]!))
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

function footOf({ line, lines }: Region): number {
  return line + lines
}

describe("frames are copied", () => {
  const look = { rule: pt(1), tint: 0.1 }
  const issue = issueWith(
    named("h", "headline a1 0+2 0+4", { group: "g" }),
    named("t2", "body a1 1+1 4+9", { order: 1, group: "g", locked: true }),
    named("t1", "body a1 0+1 4+9", { group: "g" }),
    named("box", "box - 0+2 0+13", { look }),
  )
  const all = pageNamed(issue).frames

  it("to another page: fresh ids, groups of their own, threads going on behind", () => {
    expectEdit(newDocument(issue), pasteFrames("A2", all, { columns: 1, lines: 0 }), (after) => {
      const made = pageNamed(after, "A2").frames
      expect(made.map(({ id }) => id)).toEqual(["A2-f1", "A2-f2", "A2-f3", "A2-f4"])
      expect(made.map(({ role }) => role)).toEqual(all.map(({ role }) => role))
      expect(threadIds(after)).toEqual(["t1", "t2", "A2-f3", "A2-f2"])
      expect(made.map(({ locked }) => locked)).toEqual([undefined, undefined, undefined, undefined])
      expect(new Set(made.slice(0, 3).map(({ group }) => group)).size).toBe(1)
      expect(made[0]!.group).not.toBe("g")
      expect(made[3]).toMatchObject({ look, region: { column: 1, columns: 2, line: 0 } })
      expect(made[3]!.group).toBeUndefined()
    })
  })

  it("no further than the grid, and empty when their article is gone", () => {
    const strange = [{ ...named("z", "body gone 2+2 50+10") }]
    expectEdit(newDocument(issue), pasteFrames("A2", strange, { columns: 9, lines: 9 }), (after) =>
      expect(pageNamed(after, "A2").frames[0]).toMatchObject({
        article: null,
        region: { column: 2, columns: 2, line: 50, lines: 10 },
      }),
    )
    const broad = [named("z", "house - 3+8 80+90")]
    expectEdit(newDocument(issue), pasteFrames("A2", broad, { columns: 0, lines: 0 }), (after) =>
      expect(placeOf(after, "A2-f1")).toBe("0+4 0+60"),
    )
  })

  it("on their own page, locked ones too, and cut and pasted back they are where they were", () => {
    expectEdit(
      newDocument(issue),
      duplicateFrames("A1", ["t2", "box"], { columns: 1, lines: 3 }),
      (after) => {
        expect(idsOn(after)).toEqual(["h", "t2", "t1", "box", "A1-f1", "A1-f2"])
        expect(threadIds(after)).toEqual(["t1", "t2", "A1-f1"])
        expect(placeOf(after, "A1-f1")).toBe("2+1 7+9")
        expect(placeOf(after, "A1-f2")).toBe("1+2 3+13")
      },
    )
    const document = newDocument(issue)
    expectEdit(document, cutFrames(["t1", "t2"]), (after) =>
      expect(idsOn(after)).toEqual(["h", "t2", "box"]),
    )
    document.perform(pasteFrames("A1", [all[2]!], { columns: 0, lines: 0 }))
    expect(threadIds(document.issue())).toEqual(["t2", "A1-f1"])
  })
})
