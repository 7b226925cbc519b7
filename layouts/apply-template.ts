import { composePage, type ComposedPage } from "./compose.ts"
import { fitFor } from "./copyfit.ts"
import type { Finding } from "./finding.ts"
import type { BreakMode } from "./flow/set-paragraph.ts"
import { areaOf } from "./grid/regions.ts"
import type { Issue } from "./issue/issue.ts"
import type { Frame, Page, PageWords } from "./issue/page.ts"
import { settingOf } from "./issue/setting.ts"
import { looksLost, looksOf, withLooks, type ArticleLook } from "./placement/article-looks.ts"
import { blankPage } from "./placement/blank.ts"
import { nextPage } from "./placement/choose.ts"
import { findingsOf } from "./placement/findings.ts"
import { rememberedFit, type Fit } from "./placement/fit.ts"
import { gridOf } from "./placement/furniture.ts"
import { drawnPage } from "./placement/openings.ts"
import type { MadePage } from "./placement/page.ts"
import { piecesOf, type Piece } from "./placement/piece.ts"
import { numbered } from "./placement/place.ts"
import { balanced } from "./placement/pour.ts"
import type { Press } from "./press.ts"
import type { Template } from "./templates/template.ts"

/**
 * How articles go on a template: into its frames as they are drawn (over or short as that may be),
 * fitted by moving slots to the articles' lengths, or as drawn when all fit and fitted otherwise.
 */
export type Manner = "drawn" | "fitted" | "either"

/** What is to be put on a template. */
export interface Application {
  readonly template: Template
  /** Id of the page: one that is there is made anew, another is new. */
  readonly page: string
  /** Ids of the articles. */
  readonly articles: readonly string[]
  readonly manner: Manner
  /** Where columns end in articles that do not say. */
  readonly breaks: BreakMode
  /** The template that the page was made from: what its slots drew round articles goes with it. */
  readonly before?: Template | null
}

/** An article whose text does not come out even with its frames. */
export interface Unfit {
  readonly article: string
  /** Characters that find no room (余字); 0 when it is short. */
  readonly over: number
  /** Lines of its frames that stay empty (缺行). */
  readonly short: number
}

/** A page made from a template, to be put in place by `applyPage` or `addPage`. */
export interface AppliedTemplate {
  readonly page: Page
  readonly composed: ComposedPage
  readonly manner: "drawn" | "fitted"
  /** Articles without a place on it: they go back to the tray (待上版). */
  readonly back: readonly string[]
  readonly unfit: readonly Unfit[]
  /** How articles are drawn on it from now on. */
  readonly looks: readonly ArticleLook[]
  /** What was found when the articles were placed; composing does not find it again. */
  readonly placing: readonly Finding[]
}

/**
 * Puts another template under a page (套用版式): its articles are placed anew, none is lost. Words
 * that the page had of its own stay. Throws for a page that the issue does not have.
 */
export function applyTemplate(
  issue: Issue,
  asked: Omit<Application, "articles">,
  press: Press,
): AppliedTemplate {
  const page = issue.pages.find(({ id }) => id === asked.page)
  if (!page) throw new Error(`no page ${asked.page} in the issue`)
  const on = new Set(page.frames.map(({ article }) => article))
  const articles = issue.articles.filter(({ id }) => on.has(id)).map(({ id }) => id)
  return fillTemplate(issue, { ...asked, articles }, press)
}

/** Puts articles on a template; without any it is the blank page. Changes nothing. */
export function fillTemplate(issue: Issue, asked: Application, press: Press): AppliedTemplate {
  const { manner } = asked
  const bench = benchFor(issue, asked, press)
  if (bench.pieces.length === 0) return outcome(issue, asked, press, blank(issue, asked))
  if (manner !== "fitted") {
    const { made, left } = drawnPage(bench.pieces, asked.template, bench.fit)
    const drawn = outcome(issue, asked, press, {
      ...draft(issue, asked, made, "drawn"),
      left,
    })
    if (manner === "drawn" || isEven(drawn)) return drawn
  }
  const { made, left } = nextPage(bench.pieces, asked.template, bench.fit)
  return outcome(issue, asked, press, { ...draft(issue, asked, made, "fitted"), left })
}

/** The first of `A1`, `A2` … that no page of the issue is called. */
export function nextPageId({ pages }: Pick<Issue, "pages">): string {
  const ids = new Set(pages.map(({ id }) => id))
  const section = /^[^\d]*/.exec(pages.at(-1)?.id ?? "A1")![0]
  let number = pages.length + 1
  while (ids.has(`${section}${number}`)) number += 1
  return `${section}${number}`
}

/** A page as it came out, before it is composed. */
interface Draft {
  readonly page: Page
  readonly findings: readonly Finding[]
  readonly looks: readonly ArticleLook[]
  readonly left: readonly Piece[]
  readonly manner: "drawn" | "fitted"
}

/** The pieces to place, and the compositor who answers for them. */
function benchFor(
  issue: Issue,
  { template, articles, page, breaks }: Application,
  press: Press,
): { readonly pieces: readonly Piece[]; readonly fit: Fit } {
  const wanted = new Set(articles)
  const records = issue.articles.filter(({ id }) => wanted.has(id))
  const grid = gridOf(template)
  const strict = fitFor(grid, press, breaks, issue.styles)
  const shares = new Map(records.map((article) => [article.id, shareOn(issue, page, article.id)]))
  const fit = rememberedFit({
    ...strict,
    depths(article, columns, measure) {
      const share = shares.get(article.id)
      // What goes on on other pages stands as it does there: in basic columns.
      if (share) return measure === undefined ? balanced(share.lines, columns) : NO_ROOM
      const depths = strict.depths(article, columns, measure)
      if (measure !== undefined || Math.max(...depths) <= grid.lines) return depths
      // Breaks that no column of this template can keep are given up rather than the article.
      const setting = { ...settingOf(article), breaks: "free" as const }
      return strict.depths({ ...article, setting }, columns)
    },
    holds: (article, depths) => !shares.get(article.id) && strict.holds!(article, depths),
    headline: (article, columns) =>
      shares.get(article.id)?.headed === false ? 0 : strict.headline(article, columns),
  })
  return { pieces: piecesOf(records, fit), fit }
}

/** A depth that no page has. */
const NO_ROOM: readonly number[] = [5000]

/** What a page has of an article that stands on other pages too; null when it stands on none but this. */
function shareOn(
  { pages }: Issue,
  page: string,
  article: string,
): { readonly lines: number; readonly headed: boolean } | null {
  const framesOn = (here: boolean): readonly Frame[] =>
    pages
      .filter(({ id }) => (id === page) === here)
      .flatMap(({ frames }) => frames)
      .filter((frame) => frame.article === article)
  const own = framesOn(true).filter(({ role }) => role === "body")
  if (own.length === 0 || !framesOn(false).some(({ role }) => role === "body")) return null
  const lines = own.reduce((sum, { region }) => sum + areaOf(region), 0)
  return { lines, headed: !framesOn(false).some(({ role }) => role === "headline") }
}

/** The template's page with nothing on it. */
function blank(issue: Issue, { template, page }: Application): Draft {
  const made = blankPage(template, page)
  return { page: kept(issue, made), findings: [], looks: [], left: [], manner: "drawn" }
}

/** A made-up page under its id, with what a person should know of it. */
function draft(
  issue: Issue,
  { page: id, template, before }: Application,
  made: MadePage,
  manner: Draft["manner"],
): Omit<Draft, "left"> {
  const at = issue.pages.findIndex((page) => page.id === id)
  const turn = at < 0 ? issue.pages.length : at
  const pages = Math.max(issue.pages.length, turn + 1)
  const page = numbered(made, { id, turn }, { ...issue, pages })
  const looks = looksOf(template, made.placed, manner)
  const frames = issue.pages[at]?.frames ?? []
  const lost = before ? looksLost(issue.articles, { template: before, frames }, looks) : []
  // What goes on on other pages is drawn there as here, and those were made up as it is.
  const own = [...looks, ...lost].filter(({ article }) => shareOn(issue, id, article) === null)
  return { page: kept(issue, page), findings: findingsOf(made, id), looks: own, manner }
}

/** The page with the words that the one before it had been given; the section may be the template's. */
function kept({ pages }: Issue, page: Page): Page {
  const before: PageWords = pages.find(({ id }) => id === page.id)?.words ?? {}
  const words = { ...page.words, ...before }
  return Object.keys(words).length > 0 ? { ...page, words } : page
}

/** Composes a draft where it is to stand, and says what comes out over, short or not at all. */
function outcome(issue: Issue, asked: Application, press: Press, made: Draft): AppliedTemplate {
  const articles = withLooks(issue.articles, made.looks)
  const whole = withPage({ ...issue, articles }, made.page)
  const composed = composePage(whole, asked.page, press, asked.breaks)
  const placed = new Set(made.page.frames.map(({ article }) => article))
  const unfit = composed.articles.flatMap(({ article, story }): readonly Unfit[] => {
    const { overset, underset } = story
    if (overset.characters === 0 && underset === 0) return []
    return [{ article: article.id, over: overset.characters, short: underset }]
  })
  return {
    ...{ page: made.page, composed, manner: made.manner, unfit },
    back: made.left.map(({ article }) => article.id).filter((id) => !placed.has(id)),
    placing: made.findings,
    looks: made.looks,
  }
}

/** Lines that may stay empty for each column of an article's frames on a page that is full. */
const SLACK = 1

/** Whether everything found a place in which it comes out even, and no slot was left over. */
function isEven({ page, back, unfit }: AppliedTemplate): boolean {
  if (back.length > 0) return false
  if (page.frames.some(({ role, article }) => article === null && role === "body")) return false
  return unfit.every(({ article, over, short }) => {
    const bodies = page.frames.filter((frame) => frame.article === article && frame.role === "body")
    const columns = bodies.reduce((sum, { region }) => sum + region.columns, 0)
    return over === 0 && short <= SLACK * columns
  })
}

/**
 * The issue as it will be with a page in place: threads that run over several pages keep their
 * order, as the edits that put it in place keep it.
 */
function withPage(issue: Issue, page: Page): Issue {
  const there = issue.pages.some(({ id }) => id === page.id)
  const before = issue.pages.find(({ id }) => id === page.id)?.frames ?? []
  const frames = page.frames.map((frame) => ({ ...frame, order: placeIn(before, frame) }))
  const made = { ...page, frames }
  return {
    ...issue,
    pages: there
      ? issue.pages.map((one) => (one.id === page.id ? made : one))
      : [...issue.pages, made],
  }
}

/** A body frame's place in its thread: where the page's first frame of the article was, else last. */
function placeIn(before: readonly Frame[], { role, article, order }: Frame): number {
  if (role !== "body" || article === null) return 0
  const orders = before
    .filter((frame) => frame.role === "body" && frame.article === article)
    .map((frame) => frame.order)
  const first = orders.length > 0 ? Math.min(...orders) : LAST
  return first + order / LAST
}

/** More frames than any thread has. */
const LAST = 10_000
