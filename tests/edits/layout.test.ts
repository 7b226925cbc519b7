import { describe, expect, it } from "vitest"
import { addArticle } from "../../layouts/edits/add-article.ts"
import { addFrame } from "../../layouts/edits/add-frame.ts"
import { addPage } from "../../layouts/edits/add-page.ts"
import { applyPage } from "../../layouts/edits/apply-page.ts"
import { changeFurniture, pagesLike } from "../../layouts/edits/change-furniture.ts"
import { groupFrames } from "../../layouts/edits/group-frames.ts"
import { linkFrames } from "../../layouts/edits/link-frames.ts"
import { lockFrames } from "../../layouts/edits/lock-frames.ts"
import { moveArticle } from "../../layouts/edits/move-article.ts"
import { moveFrames } from "../../layouts/edits/move-frames.ts"
import { movePage } from "../../layouts/edits/move-page.ts"
import { orderFrames } from "../../layouts/edits/order-frames.ts"
import { placeArticle } from "../../layouts/edits/place-article.ts"
import { removeArticle } from "../../layouts/edits/remove-article.ts"
import { removeFrames } from "../../layouts/edits/remove-frames.ts"
import { removePage } from "../../layouts/edits/remove-page.ts"
import { renamePage } from "../../layouts/edits/rename-page.ts"
import { renumberPages } from "../../layouts/edits/renumber-pages.ts"
import { resizeFrame } from "../../layouts/edits/resize-frame.ts"
import { setGuides } from "../../layouts/edits/set-guides.ts"
import { setGrid } from "../../layouts/edits/set-grid.ts"
import { setIssue } from "../../layouts/edits/set-issue.ts"
import { setPageWords } from "../../layouts/edits/set-page-words.ts"
import { unplaceArticle } from "../../layouts/edits/unplace-article.ts"
import { unthreadFrame } from "../../layouts/edits/unthread-frame.ts"
import { newDocument } from "../../layouts/issue/document.ts"
import { BLANK_IMPRINT } from "../../layouts/issue/imprint.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Furniture } from "../../layouts/issue/page.ts"
import { mm, pt } from "../../layouts/units.ts"
import { expectEdit } from "../build/document-law.ts"
import { plainArticle, plainFrame, plainPage } from "../build/document-records.ts"
import { frameOf, pageNamed, small, threadIds } from "../build/document-small.ts"

const ids = (records: readonly { readonly id: string }[]): readonly string[] =>
  records.map(({ id }) => id)

/** The small issue with a frame that has room on all sides. */
const spread = {
  ...small,
  pages: small.pages.map((page) => ({
    ...page,
    frames: page.frames.map((frame) =>
      frame.id === "f2"
        ? { ...frame, region: { column: 1, columns: 2, line: 12, lines: 9 } }
        : frame,
    ),
  })),
}

describe("frames", () => {
  it("move together, no further than the grid lets all of them", () => {
    const far = moveFrames("A1", ["f2", "f3"], { columns: -9, lines: -5 })
    expectEdit(newDocument(spread), far, (after) => {
      expect(frameOf(after, "f2")!.region).toEqual({ column: 0, columns: 2, line: 7, lines: 9 })
      expect(frameOf(after, "f3")!.region).toEqual({ column: 1, columns: 2, line: 45, lines: 10 })
    })
    const document = newDocument(small)
    document.perform(moveFrames("A1", ["f1", "f3"], { columns: 1, lines: -1 }))
    document.perform(moveFrames("A1", ["f3", "none"], { columns: Number.NaN, lines: 1 }))
    expect(document.issue()).toEqual(small)
  })

  it("are resized into the grid", () => {
    const wish = { column: 3, columns: 4, line: 55, lines: 100 }
    expectEdit(newDocument(small), resizeFrame("f1", wish), (after) =>
      expect(frameOf(after, "f1")!.region).toEqual({ column: 0, columns: 4, line: 0, lines: 60 }),
    )
  })

  it("are added on top, a body frame at the end of its thread", () => {
    expectEdit(newDocument(small), addFrame("A1", plainFrame("f9", "a1")), (after) => {
      expect(ids(pageNamed(after).frames)).toEqual(["f1", "f2", "f3", "f9"])
      expect(threadIds(after)).toEqual(["f1", "f2", "f4", "f9"])
    })
  })

  it("are removed, and the thread closes up", () => {
    expectEdit(newDocument(small), removeFrames(["f2", "f3"]), (after) => {
      expect(ids(pageNamed(after).frames)).toEqual(["f1"])
      expect(frameOf(after, "f4")!.order).toBe(1)
    })
  })

  it("are threaded one behind the other, out of the thread that they were in, and unthreaded", () => {
    const document = newDocument(small)
    document.perform(linkFrames("f4", "f1"))
    document.perform(linkFrames("f1", "f2"))
    expectEdit(document, linkFrames("f4", "f3"), (after) => {
      expect(threadIds(after)).toEqual(["f4", "f3", "f1", "f2"])
      expect(threadIds(after, "a2")).toEqual([])
    })
    expectEdit(newDocument(small), unthreadFrame("f2"), (after) => {
      expect(threadIds(after)).toEqual(["f1", "f4"])
      expect(frameOf(after, "f2")).toMatchObject({ article: null, order: 0 })
    })
  })

  it("change their place in the stack", () => {
    const order = (frames: readonly string[], index: number, stack: readonly string[]): void =>
      expectEdit(newDocument(small), orderFrames("A1", frames, index), (after) =>
        expect(ids(pageNamed(after).frames)).toEqual(stack),
      )
    order(["f1"], 9, ["f2", "f3", "f1"])
    order(["f3"], 0, ["f3", "f1", "f2"])
    order(["f3", "f2"], 0, ["f2", "f3", "f1"])
    order(["f1"], 1, ["f2", "f1", "f3"])
  })

  it("stay while they are locked, and form groups", () => {
    const document = newDocument(small)
    expectEdit(document, lockFrames(["f1"], true), (after) =>
      expect(frameOf(after, "f1")!.locked).toBe(true),
    )
    const locked = document.issue()
    document.perform(moveFrames("A1", ["f1"], { columns: 1, lines: 1 }))
    document.perform(resizeFrame("f1", { column: 0, columns: 1, line: 0, lines: 1 }))
    document.perform(removeFrames(["f1"]))
    expect(document.issue()).toBe(locked)
    expectEdit(document, lockFrames(["f1"], false), (after) => expect(after).toEqual(small))
    expectEdit(document, groupFrames(["f1", "f3"], true), (after) => {
      expect(frameOf(after, "f1")!.group).toBeTypeOf("string")
      expect(frameOf(after, "f3")!.group).toBe(frameOf(after, "f1")!.group)
    })
    expectEdit(document, groupFrames(["f1", "f3"], false), (after) => expect(after).toEqual(small))
  })
})

describe("articles", () => {
  it("are placed in place of what they had on the page, where it was in the thread", () => {
    const frames = [
      plainFrame("n1", null),
      plainFrame("n2", null),
      { ...plainFrame("h", null), role: "headline" as const },
    ]
    expectEdit(newDocument(small), placeArticle("a1", "A1", frames), (after) => {
      expect(ids(pageNamed(after).frames)).toEqual(["f3", "n1", "n2", "h"])
      expect(threadIds(after)).toEqual(["n1", "n2", "f4"])
      expect(frameOf(after, "h")).toMatchObject({ article: "a1", order: 0 })
    })
    expectEdit(newDocument(small), placeArticle("a3", "A2", frames), (after) =>
      expect(threadIds(after, "a3")).toEqual(["n1", "n2"]),
    )
  })

  it("are moved to another page, and leave every other in one step", () => {
    const frames = [plainFrame("n1", null), plainFrame("n2", null)]
    expectEdit(newDocument(small), moveArticle("a1", "A2", frames), (after) => {
      expect(ids(pageNamed(after).frames)).toEqual(["f3"])
      expect(ids(pageNamed(after, "A2").frames)).toEqual(["n1", "n2"])
      expect(threadIds(after)).toEqual(["n1", "n2"])
      expect(frameOf(after, "n1")!.order).toBe(0)
    })
    expectEdit(newDocument(small), moveArticle("a3", "A2", frames), (after) => {
      expect(threadIds(after, "a3")).toEqual(["n1", "n2"])
      expect(threadIds(after)).toEqual(["f1", "f2", "f4"])
    })
  })

  it("are taken off one page or all", () => {
    expectEdit(newDocument(small), unplaceArticle("a1", "A1"), (after) =>
      expect(threadIds(after)).toEqual(["f4"]),
    )
    expectEdit(newDocument(small), unplaceArticle("a1"), (after) => {
      expect(threadIds(after)).toEqual([])
      expect(after.articles).toEqual(small.articles)
    })
  })

  it("are added before another, with a free id, and removed with their frames", () => {
    expectEdit(newDocument(small), addArticle(plainArticle("a4"), 1), (after) =>
      expect(ids(after.articles)).toEqual(["a1", "a4", "a2", "a3"]),
    )
    expectEdit(newDocument(small), addArticle(plainArticle("a2")), (after) =>
      expect(ids(after.articles)).toEqual(["a1", "a2", "a3", "a2-2"]),
    )
    expectEdit(newDocument(small), removeArticle("a1"), (after) => {
      expect(ids(after.articles)).toEqual(["a2", "a3"])
      expect(after.pages.map(({ frames }) => ids(frames))).toEqual([["f3"], []])
    })
  })
})

describe("pages", () => {
  const rule: Furniture = {
    kind: "rule",
    x1: pt(40),
    y1: pt(50),
    x2: pt(300),
    y2: pt(50),
    width: pt(0.5),
  }

  it("take a template's grid, furniture and frames", () => {
    const look = plainPage("A1")
    const grid = { ...look.grid, columns: 3 }
    const frames = [plainFrame("f1", "a1"), plainFrame("g", "a2"), plainFrame("lost", "nobody")]
    const made = { ...look, template: "three", grid, furniture: [rule], frames }
    expectEdit(newDocument(small), applyPage("A1", made), (after) => {
      expect(pageNamed(after)).toEqual({ ...made, frames: frames.slice(0, 2) })
      expect(threadIds(after)).toEqual(["f1", "f4"])
    })
  })

  it("are added, moved, renamed and removed", () => {
    const page = { ...plainPage("A3"), frames: [plainFrame("f5", "a3")] }
    expectEdit(newDocument(small), addPage(page, 1), (after) => {
      expect(ids(after.pages)).toEqual(["A1", "A3", "A2"])
      expect(after.pages[1]).toEqual(page)
    })
    expectEdit(newDocument(small), movePage("A1", 1), (after) =>
      expect(ids(after.pages)).toEqual(["A2", "A1"]),
    )
    expectEdit(newDocument(small), renamePage("A2", "B1"), (after) => {
      expect(ids(after.pages)).toEqual(["A1", "B1"])
      expect(threadIds(after)).toEqual(["f1", "f2", "f4"])
    })
    expectEdit(newDocument(small), removePage("A1"), (after) => {
      expect(ids(after.pages)).toEqual(["A2"])
      expect(frameOf(after, "f4")!.order).toBe(0)
      expect(after.articles).toEqual(small.articles)
    })
    const document = newDocument(small)
    document.perform(renamePage("A2", "A1"))
    expect(document.issue()).toEqual(small)
  })

  it("say their own section and staff, word by word", () => {
    const document = newDocument(small)
    expectEdit(document, setPageWords("A2", { section: "要闻" }), (after) =>
      expect(pageNamed(after, "A2").words).toEqual({ section: "要闻" }),
    )
    expectEdit(document, setPageWords("A2", { editor: "梁知秋" }), (after) =>
      expect(pageNamed(after, "A2").words).toEqual({ section: "要闻", editor: "梁知秋" }),
    )
  })

  it("have guides of their own, which a template leaves standing", () => {
    const guides = [
      { axis: "x", at: pt(120.5) },
      { axis: "y", at: pt(300) },
    ] as const
    const document = newDocument(small)
    expectEdit(document, setGuides("A1", guides), (after) => {
      expect(pageNamed(after).guides).toEqual(guides)
      expect(pageNamed(after, "A2").guides).toBeUndefined()
    })
    expectEdit(document, applyPage("A1", { ...plainPage("A1"), template: "three" }), (after) =>
      expect(pageNamed(after).guides).toEqual(guides),
    )
    const nowhere = { axis: "x", at: pt(Number.NaN) } as const
    expectEdit(document, setGuides("A1", [nowhere]), (after) =>
      expect(pageNamed(after).guides).toBeUndefined(),
    )
  })

  it("take another sheet and grid, frames as far as the grid has them", () => {
    const { sheet, grid } = plainPage("A1")
    const narrow = { ...grid, columns: 2, lines: 40 }
    const wide = { ...sheet, width: mm(400) }
    expectEdit(newDocument(small), setGrid("A1", { sheet: wide, grid: narrow }), (after) => {
      expect(pageNamed(after)).toMatchObject({ sheet: wide, grid: narrow })
      expect(frameOf(after, "f3")!.region).toEqual({ column: 0, columns: 2, line: 30, lines: 10 })
    })
  })

  it("are numbered anew at once, but never two alike", () => {
    const ids = new Map([
      ["A1", "A2"],
      ["A2", "B1"],
    ])
    expectEdit(newDocument(small), renumberPages(ids), (after) => {
      expect(after.pages.map(({ id }) => id)).toEqual(["A2", "B1"])
      expect(threadIds(after)).toEqual(["f1", "f2", "f4"])
    })
    const document = newDocument(small)
    document.perform(renumberPages(new Map([["A1", "A2"]])))
    document.perform(renumberPages(new Map([["A1", ""]])))
    expect(document.canUndo()).toBeNull()
  })

  it("have their furniture set at once", () => {
    const put = changeFurniture(["A1", "A2"], [{ before: null, after: rule }])
    expectEdit(newDocument(small), put, (after) =>
      expect(after.pages.map(({ furniture }) => furniture)).toEqual([[rule], [rule]]),
    )
  })
})

describe("furniture of many pages", () => {
  const folio: Furniture = {
    kind: "text",
    role: "folio",
    text: "{page}",
    family: "hei",
    weight: 700,
    size: pt(20),
    x: pt(40),
    baseline: pt(50),
    align: "left",
    tracking: pt(0),
  }
  const paper = { ...folio, text: "{paper}", x: pt(300) }
  const own = { ...folio, text: "本版特稿" }
  const issue = {
    ...small,
    pages: [
      { ...small.pages[0]!, furniture: [folio, paper] },
      { ...small.pages[1]!, furniture: [own, paper] },
      { ...plainPage("A3"), template: "other", furniture: [folio] },
    ],
  }
  const texts = (after: Issue): readonly unknown[] =>
    after.pages.map(({ furniture }) =>
      furniture.map((piece) => piece.kind === "text" && piece.text),
    )

  it("changes where a page has the very piece, and leaves what a page altered for itself", () => {
    const larger = { ...folio, size: pt(24) }
    const moved = { ...paper, x: pt(310) }
    const changes = [
      { before: folio, after: larger },
      { before: paper, after: moved },
    ]
    const pages = pagesLike(issue, "A1")
    expect(pages).toEqual(["A1", "A2"])
    expectEdit(newDocument(issue), changeFurniture(pages, changes), (after) =>
      expect(after.pages.map(({ furniture }) => furniture)).toEqual([
        [larger, moved],
        [own, moved],
        [folio],
      ]),
    )
  })

  it("is added to, and taken from, every page named", () => {
    const all = ["A1", "A2", "A3", "none"]
    const named = [{ before: null, after: { ...folio, text: "{section}" } }]
    expectEdit(newDocument(issue), changeFurniture(all, named), (after) =>
      expect(texts(after)).toEqual([
        ["{page}", "{paper}", "{section}"],
        ["本版特稿", "{paper}", "{section}"],
        ["{page}", "{section}"],
      ]),
    )
    const gone = [{ before: paper, after: null }]
    expectEdit(newDocument(issue), changeFurniture(all, gone), (after) =>
      expect(texts(after)).toEqual([["{page}"], ["本版特稿"], ["{page}"]]),
    )
    const document = newDocument(issue)
    document.perform(changeFurniture(["A2"], [{ before: folio, after: null }]))
    expect(document.canUndo()).toBeNull()
  })
})

describe("the issue", () => {
  it("changes paper and date", () => {
    const date = { year: 2027, month: 1, day: 2 }
    expectEdit(newDocument(small), setIssue({ paper: "瑞河晚报", date }), (after) => {
      expect(after).toEqual({ ...small, paper: "瑞河晚报", date })
    })
    expectEdit(newDocument(small), setIssue({ date }), (after) =>
      expect(after.paper).toBe("瑞河日报"),
    )
  })

  it("gets an imprint word by word", () => {
    const document = newDocument(small)
    expectEdit(document, setIssue({ imprint: { serial: "18237" } }), (after) =>
      expect(after.imprint).toEqual({ ...BLANK_IMPRINT, serial: "18237" }),
    )
    const { imprint } = document.issue()
    document.perform(setIssue({ paper: "瑞河晚报" }))
    expect(document.issue().imprint).toBe(imprint)
    expectEdit(document, setIssue({ imprint: { price: "2 元" } }), (after) =>
      expect(after.imprint).toMatchObject({ serial: "18237", price: "2 元" }),
    )
  })
})
