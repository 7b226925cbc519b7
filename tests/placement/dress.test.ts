import { beforeAll, describe, expect, test } from "vitest"
import { composeArticle } from "../../layouts/compose-article.ts"
import { composePage, sheetFor } from "../../layouts/compose.ts"
import { fitFor } from "../../layouts/copyfit.ts"
import { threadsOf } from "../../layouts/flow/thread.ts"
import { frameColumns } from "../../layouts/grid/own-columns.ts"
import { tiles } from "../../layouts/grid/regions.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Frame, Page } from "../../layouts/issue/page.ts"
import { blankPage } from "../../layouts/placement/blank.ts"
import { blockOf } from "../../layouts/placement/block.ts"
import { brokenColumns, dressOf, type HeadStand } from "../../layouts/placement/dress.ts"
import { rememberedFit } from "../../layouts/placement/fit.ts"
import { framesOfBlock } from "../../layouts/placement/frames.ts"
import { gridOf } from "../../layouts/placement/furniture.ts"
import { piecesOf } from "../../layouts/placement/piece.ts"
import { templateById } from "../../layouts/templates/shelf.ts"
import type { Slot, SlotFrame, Template } from "../../layouts/templates/template.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { press } from "../build/type.ts"

let articles: readonly Article[]

beforeAll(async () => {
  articles = await sampleArticles()
})

const inside = templateById("broadsheet-inside")!
const tabloid = templateById("tabloid-inside")!

/** The columns that so many of a template's are broken into, as `count×measure`. */
function brokenInto(template: Template, columns: number): string | null {
  const grid = gridOf(template)
  const own = brokenColumns(grid, columns)
  if (!own) return null
  const region = { column: 0, columns, line: 0, lines: 9 }
  const measures = frameColumns(grid, { region, ownColumns: own }).map(({ measure }) => measure)
  expect(new Set(measures).size).toBe(1)
  return `${own.count}×${measures[0]!}`
}

describe("columns of an article's own", () => {
  test("are those of the trade's table: 三破二, 四破三, 五破三, 六破四", () => {
    const broadsheet = [1, 2, 3, 4, 5, 6].map((columns) => brokenInto(inside, columns))
    expect(broadsheet).toEqual([null, null, "2×20", "3×17", "3×22", "4×20"])
    const small = [1, 2, 3, 4, 5, 6].map((columns) => brokenInto(tabloid, columns))
    expect(small).toEqual([null, "1×23", "2×17", "2×23", "3×19", "3×23"])
  })

  test("are none where the basic columns read easily", () => {
    const six = gridOf(templateById("broadsheet-inside-six")!)
    for (const columns of [1, 2, 3, 4, 5, 6]) expect(brokenColumns(six, columns)).toBeNull()
  })
})

/** Where a headline stands among the frames of its article. */
function standOf(frames: readonly Frame[]): HeadStand | null {
  const own = frames.flatMap(({ role, region, vertical }): readonly SlotFrame[] =>
    role === "headline" || role === "body" ? [{ role, region, vertical, part: 0 }] : [],
  )
  return dressOf({ frames: own })?.head ?? null
}

/** An article set by a dress on a page of its own, and how its text and headline come out. */
function dressed(article: Article, head: HeadStand, broken: boolean, columns: number) {
  const grid = gridOf(inside)
  const fit = rememberedFit(fitFor(grid, press, "free"))
  const [piece] = piecesOf([article], fit)
  const bench = { grid, fit, pictureColumns: null }
  const block = blockOf(
    { ...piece!, dress: { head, broken, boxed: false, worth: 0 } },
    columns,
    bench,
  )
  const standing = { block, top: 0, height: block.least, air: 0, gap: 0, inWell: null }
  const frames = framesOfBlock(standing, { column: 0, line: 0, slot: "" }).map(
    (frame, i): Frame => ({ id: `f${i}`, ...frame }),
  )
  const page: Page = { ...blankPage(inside, "A1"), frames }
  const thread = threadsOf([page]).get(article.id)!
  const setting = { press, sheet: sheetFor(grid.bodySize), breaks: "free" } as const
  return { block, frames, set: composeArticle(article, thread, setting) }
}

describe("a headline beside or in its text", () => {
  const stands = ["left", "right", "amid", "inside", "down"] as const

  test.each(stands)("%s: all of the text has room, and the parts fill the block", (stand) => {
    let found = 0
    for (const article of articles.filter(({ kind }) => kind === "news" || kind === "lead"))
      for (const columns of [2, 3, 4, 5]) {
        const { block, frames, set } = dressed(article, stand, false, columns)
        if (!block.beside) continue
        found += 1
        expect(set.story.overset.characters).toBe(0)
        const whole = { column: 0, columns, line: 0, lines: block.least }
        expect(
          tiles(
            whole,
            frames.map(({ region }) => region),
          ),
        ).toBe(true)
        expect(set.heads.every(({ overfull }) => !overfull)).toBe(true)
        expect(set.story.underset).toBeLessThan(columns * 4)
        expect(standOf(frames)).toBe(stand)
      }
    expect(found).toBeGreaterThan(4)
  })

  test("is over it where there is no room elsewhere", () => {
    const { block } = dressed(articles[1]!, "inside", false, 2)
    expect(block.beside).toBeNull()
    expect(block.headline).toBeGreaterThan(0)
  })
})

test("text in columns of its own comes out even with its frame", () => {
  for (const article of articles.filter(({ kind }) => kind === "news" || kind === "lead"))
    for (const columns of [3, 4, 5]) {
      const { block, frames, set } = dressed(article, "over", true, columns)
      expect(block.broken).not.toBeNull()
      expect(frames.find(({ role }) => role === "body")?.ownColumns).toEqual(block.broken!.own)
      expect(set.story.overset.characters).toBe(0)
      const empty = set.story.columns.reduce((sum, { room, used }) => sum + room - used, 0)
      expect(set.story.underset).toBe(empty < block.broken!.own.count ? 0 : empty)
      expect(empty).toBeLessThan(2 * columns)
    }
})

/** Rules of what is found on an issue's pages. */
function found({ pages, ...issue }: Issue): readonly string[] {
  const whole = { ...issue, pages }
  return pages.flatMap(({ id }) =>
    composePage(whole, id, press, "free").findings.map(({ rule }) => rule),
  )
}

const BLEMISHES = /overset|underset|stranded|heads-clash|head-apart|cut-across/

describe("a page made up", () => {
  test("sets the long lead in wider columns where the basic ones are narrow", () => {
    const { issue, placements } = setPages(articles, { template: "broadsheet-inside" })
    const [lead] = issue.articles
    const bodies = issue.pages[0]!.frames.filter(({ role }) => role === "body")
    const own = bodies.filter(({ ownColumns }) => ownColumns)
    expect(own.map(({ article }) => article)).toEqual([lead!.id])
    expect(placements.find(({ article }) => article === lead!.id)?.why.zh).toContain("破为 3 栏")
    expect(found(issue).filter((rule) => BLEMISHES.test(rule))).toEqual([])
    const again = setPages(structuredClone(articles), { template: "broadsheet-inside" })
    expect(again.issue.pages).toEqual(issue.pages)
  })

  test("keeps to a measure that was asked for, and to breaks of the original", () => {
    for (const order of [
      { measure: 13 },
      { template: "broadsheet-inside", breaks: "original" },
      { template: "broadsheet-inside-six" },
    ] as const) {
      const { issue } = setPages(articles, order)
      expect(issue.pages.flatMap(({ frames }) => frames).some(({ ownColumns }) => ownColumns)).toBe(
        false,
      )
    }
  })

  test.each(["left", "amid", "inside", "down"] as const)(
    "sets an article as a slot of its template shows it: %s",
    (stand) => {
      const slots = inside.slots.map((slot) => (slot.id === "news-1" ? shown(slot, stand) : slot))
      const own = { ...inside, id: "own-1", slots, next: null }
      const { issue } = setPages(articles, { template: own })
      const there = issue.pages[0]!.frames.filter(({ slot }) => slot === "news-1")
      expect(standOf(there)).toBe(stand)
      expect(found(issue).filter((rule) => /overset|head-apart/.test(rule))).toEqual([])
    },
  )
})

/** A slot whose frames show its headline elsewhere than over its text. */
function shown(slot: Slot, stand: HeadStand): Slot {
  const { columns, lines } = slot.region
  const text = (column: number, wide: number, line: number, high: number) => ({
    role: "body" as const,
    region: { column, columns: wide, line, lines: high },
    part: 0,
  })
  const at = stand === "amid" || stand === "inside" ? 1 : 0
  const top = stand === "inside" ? 6 : 0
  const high = stand === "down" ? lines : 5
  const head = { column: at, columns: 1, line: top, lines: high }
  const down = stand === "down" ? { vertical: true } : {}
  return {
    ...slot,
    frames: [
      { role: "headline", region: head, part: 0, ...down },
      ...(at > 0 ? [text(0, at, 0, lines)] : []),
      ...(top > 0 ? [text(at, 1, 0, top)] : []),
      ...(top + high < lines ? [text(at, 1, top + high, lines - top - high)] : []),
      text(at + 1, columns - at - 1, 0, lines),
    ],
  }
}
