import { composePage, sheetFor, type ComposedPage } from "../compose.ts"
import type { DisplayList, Item } from "../display/list.ts"
import { drawFurniture } from "../draw/furniture.ts"
import { inksOf } from "../draw/list-inks.ts"
import { headLines } from "../head/place-head.ts"
import type { Article } from "../issue/article.ts"
import { charactersOf } from "../issue/characters.ts"
import type { Issue } from "../issue/issue.ts"
import type { Frame, Furniture, Grid, Page } from "../issue/page.ts"
import { sheetOf } from "../issue/style.ts"
import type { ArticleVersion } from "../issue/versions.ts"
import type { Press } from "../press.ts"
import { setWords } from "../proof/draw-marks.ts"
import { drawTracked, handLook } from "../proof/draw-tracked.ts"
import { trackedArticle } from "../proof/tracked-changes.ts"
import { mm, mmToPt, pt, zi, ziToPt } from "../units.ts"
import { besides, dayOf, minuteOf, type ProofWords } from "./proof-words.ts"
import { words } from "./words.ts"

/** A4, with the text to the left: marks are written between its lines and in the margin at its right. */
const SHEET = { width: mm(210), height: mm(297), bleed: mm(0) }
const GRID: Grid = {
  ...{ x: mmToPt(mm(26)), y: mmToPt(mm(36)), columns: 1, gutter: zi(0) },
  ...{ bodySize: pt(10.5), linePitch: pt(24), measure: zi(28), lines: 28 },
}

/** Left edge of the sheet's head, right edge of it, and where its two lines stand. */
const LEFT = GRID.x
const RIGHT = mmToPt(mm(196))
const UPPER = mmToPt(mm(17))
const LOWER = mmToPt(mm(23))
const FOOT = mmToPt(mm(289))

/** Where the margin for marks (校改栏) begins, and how far down it goes. */
const MARGIN = pt(GRID.x + ziToPt(GRID.measure, GRID.bodySize) + mmToPt(mm(5)))
const END = pt(GRID.y + GRID.lines * GRID.linePitch)

/** From the text to its line numbers, which every fifth line has. */
const NUMBER_GAP = mmToPt(mm(4))
const NUMBERED = 5

/** What a galley is made with. */
export interface GalleyOrder extends ProofWords {
  readonly issue: Issue
  readonly press: Press
  /** Who wrote in the article: what was changed since its copy came in is shown (花脸). */
  readonly versions?: readonly ArticleVersion[]
}

/**
 * The galley (小样) of an article: A4 pages with its headline block, and its text in one column on
 * leading wide enough for a pen, its lines numbered through, as they were before any page. Pictures
 * are not on it. Empty pages come of no text: an article without words has one with its head.
 */
export function galleyOf(article: Article, order: GalleyOrder): readonly DisplayList[] {
  const plain = plainly(article)
  const head = headRoom(plain, order)
  const characters = charactersOf(article)
  let count = 1 + Math.ceil((characters / GRID.measure + plain.story.length + head) / GRID.lines)
  for (;;) {
    const pages = composed(plain, { ...order, head, count })
    if (pages[0]!.articles[0]!.story.overset.lines > 0) {
      count *= 2
      continue
    }
    const used = pages.filter((page, n) => n === 0 || linesOn(page).length > 0)
    let line = 0
    return used.map((page, n) => {
      const list = galleyPage(page, { ...order, article, first: line }, [n, used.length])
      line += linesOn(page).length
      return list
    })
  }
}

/** The article without what a page made of it: fitting, breaks, pictures, a frame of its own kind. */
function plainly({ setting: _, ...article }: Article): Article {
  const story = article.story.map((paragraph) => ({ ...paragraph, columnBreaks: [] }))
  return { ...article, kind: "news", story, pictures: [] }
}

/** Lines of the headline block, 0 without one. */
function headRoom(article: Article, { issue, press }: GalleyOrder): number {
  const sheet = sheetOf(article, sheetFor(GRID.bodySize, issue.styles))
  return headLines(article, ziToPt(GRID.measure, GRID.bodySize), GRID, { sheet, press })
}

/** The article down the columns of so many pages. */
function composed(
  article: Article,
  { issue, press, head, count }: GalleyOrder & { readonly head: number; readonly count: number },
): readonly ComposedPage[] {
  const pages = Array.from({ length: count }, (_, n) => emptyPage(article, n, n === 0 ? head : 0))
  const galley = { ...issue, articles: [article], pages }
  return pages.map(({ id }) => composePage(galley, id, press, "free"))
}

function emptyPage(article: Article, n: number, head: number): Page {
  const frame = (role: Frame["role"], line: number, lines: number): Frame => ({
    ...{ id: `${role}-${n}`, role, article: article.id, slot: "" },
    region: { column: 0, columns: 1, line, lines },
    order: role === "body" ? n : 0,
  })
  return {
    ...{ id: `${article.id} ${n + 1}`, template: "", sheet: SHEET, grid: GRID },
    furniture: [],
    rules: { column: null, slot: null },
    frames: [
      ...(head > 0 ? [frame("headline", 0, Math.min(head, GRID.lines - 1))] : []),
      frame("body", Math.min(head, GRID.lines - 1), GRID.lines - Math.min(head, GRID.lines - 1)),
    ],
  }
}

function linesOn({ page, articles }: ComposedPage) {
  const columns = articles[0]!.story.columns.filter(({ column }) => column.page === page.id)
  return columns.flatMap(({ lines }) => lines)
}

/** A page with its head, its line numbers and its folio; `first` lines stand on the pages before. */
function galleyPage(
  page: ComposedPage,
  order: GalleyOrder & { readonly article: Article; readonly first: number },
  [n, count]: readonly [number, number],
): DisplayList {
  const numbers = linesOn(page).flatMap(({ baseline }, i): readonly Furniture[] => {
    const number = order.first + i + 1
    if (number !== 1 && number % NUMBERED !== 0) return []
    const look = { x: pt(GRID.x - NUMBER_GAP), baseline, size: 7, align: "right" as const }
    return [words(String(number), look)]
  })
  const items: readonly Item[] = [
    ...drawFurniture([...headOf(order), ...numbers, ...footOf(order, [n, count])], order.press),
    ...page.list.items,
  ]
  const changes = changesOn(page, order, n === 0)
  return {
    ...page.list,
    inks: [...inksOf(items, order.issue.inks), ...changes.inks],
    items: [...items, ...changes.items],
  }
}

/** What was changed in the article since its copy came in, and on the first page whose hand is whose. */
function changesOn(
  page: ComposedPage,
  { article, versions = [], press }: GalleyOrder & { readonly article: Article },
  first: boolean,
): Pick<DisplayList, "inks" | "items"> {
  const people = [...new Set(versions.map(({ author }) => author))]
  const { changes } = trackedArticle(article, versions, { at: -Infinity, texts: null })
  const { inks, items } = drawTracked(page, changes, { people, press })
  if (!first) return { inks, items }
  const hands = people.map((author) => handLook(people, author).ink)
  return { inks: [...new Set([...inks, ...hands])], items: [...items, ...drawHands(people, press)] }
}

/** The hands of people at the top of the margin: a stroke in each one's look, and the name. */
function drawHands(people: readonly string[], press: Press): readonly Item[] {
  return people.flatMap((author, i) => {
    const look = handLook(people, author)
    const [x, y] = [MARGIN + 6, GRID.y + 10 + 14 * i]
    const path = [["M", x, y - 3] as const, ["L", x + 24, y - 3] as const]
    const { dash } = look
    const stroke: Item = { kind: "stroke", ink: look.ink.name, path, width: pt(0.7), dash }
    return [stroke, ...setWords(author, { x: x + 30, y, size: 8 }, look, press)]
  })
}

/** What it is, of whom, how long, and when it was made; a rule under it, and one beside the text. */
function headOf(order: GalleyOrder & { readonly article: Article }): readonly Furniture[] {
  const { article, issue, proof, state, at } = order
  const author = article.credit ?? article.dateline ?? ""
  const on = issue.pages.filter(({ frames }) =>
    frames.some((frame) => frame.article === article.id),
  )
  const place = on.length === 0 ? "待上版" : `${on.map(({ id }) => id).join("、")} 版`
  const rule = pt(LOWER + mmToPt(mm(2)))
  return [
    words(besides(["小样", place, proof, state]), {
      ...{ x: LEFT, baseline: UPPER, size: 12, family: "hei" },
    }),
    words(besides([issue.paper, dayOf(issue)]), {
      ...{ x: RIGHT, baseline: UPPER, size: 9, align: "right" },
    }),
    words(besides([author, `${charactersOf(article)} 字`]), { x: LEFT, baseline: LOWER, size: 9 }),
    words(`输出 ${minuteOf(at)}`, { x: RIGHT, baseline: LOWER, size: 9, align: "right" }),
    { kind: "rule", x1: LEFT, x2: RIGHT, y1: rule, y2: rule, width: pt(0.6) },
    { kind: "rule", x1: MARGIN, x2: MARGIN, y1: GRID.y, y2: END, width: pt(0.3) },
  ]
}

/** The first words of the headline and the galley's own page number. */
function footOf(
  { article }: { readonly article: Article },
  [n, count]: readonly [number, number],
): readonly Furniture[] {
  const title = [...(article.headline ?? "")].slice(0, 24).join("")
  return [
    ...(title === "" ? [] : [words(title, { x: LEFT, baseline: FOOT, size: 8 })]),
    words(`${n + 1}/${count}`, { x: RIGHT, baseline: FOOT, size: 8, align: "right" }),
  ]
}
