import { composeArticle, type ComposedArticle } from "./compose-article.ts"
import type { DisplayList, Item } from "./display/list.ts"
import { drawArticle, drawOutlined } from "./draw/article.ts"
import { drawGrounds, drawRules } from "./draw/drawn-frames.ts"
import { drawFurniture, filledFurniture } from "./draw/furniture.ts"
import { inksOf } from "./draw/list-inks.ts"
import { noticesOf } from "./draw/notices.ts"
import { inReadingOrder } from "./draw/reading-order.ts"
import { surroundOf } from "./draw/surround.ts"
import type { Finding } from "./finding.ts"
import type { BreakMode } from "./flow/set-paragraph.ts"
import { threadsOf } from "./flow/thread.ts"
import type { Article } from "./issue/article.ts"
import type { IssueStyles } from "./issue/issue-styles.ts"
import type { Issue } from "./issue/issue.ts"
import type { Page } from "./issue/page.ts"
import { settingOf } from "./issue/setting.ts"
import { styledSheet } from "./issue/styled-sheet.ts"
import { stylesheetFor, type Stylesheet } from "./issue/style.ts"
import type { Press } from "./press.ts"
import { boxFindings } from "./proof/box-findings.ts"
import { imprintMissing } from "./proof/imprint-missing.ts"
import { headClashes } from "./proof/head-clashes.ts"
import { overlapFindings } from "./proof/overlaps.ts"
import { cutFindings } from "./proof/page-cuts.ts"
import { ruleFindings } from "./proof/rule-findings.ts"
import { strandedHeads } from "./proof/stranded-heads.ts"
import { answersOf } from "./templates/answers.ts"
import type { Answers } from "./templates/placeholders.ts"
import { mmToPt, type Pt } from "./units.ts"

/** A composed page: what every painter draws, what stands where, and what is wrong with it. */
export interface ComposedPage {
  readonly page: Page
  readonly list: DisplayList
  readonly articles: readonly ComposedArticle[]
  readonly findings: readonly Finding[]
}

/** Pages already composed, by identity, with all that they were composed from. */
const composedPages = new WeakMap<Page, { from: PageSetting; composed: ComposedPage }>()

/** What a page is composed from, beside its own record. */
interface PageSetting {
  readonly articles: readonly ComposedArticle[]
  readonly answers: Answers
  readonly inks: Issue["inks"]
  readonly press: Press
}

/** Items drawn for what has not changed, by identity. */
const drawnArticles = new WeakMap<ComposedArticle, { page: Page; items: readonly Item[] }[]>()
const sheets = new Map<number, Stylesheet>()
const styledSheets = new WeakMap<IssueStyles, Map<number, Stylesheet>>()

/**
 * Composes one page of an issue: the one way in. A pure function of its arguments; what did not
 * change since the last call is found again by identity, so an edit costs what it touches, however
 * large the issue. `breaks` is for the articles whose setting says nothing of it. Throws for a page
 * id that the issue does not have.
 */
export function composePage(
  issue: Issue,
  pageId: string,
  press: Press,
  breaks: BreakMode,
): ComposedPage {
  const page = issue.pages.find(({ id }) => id === pageId)
  if (!page) throw new Error(`no page ${pageId} in the issue`)
  const sheet = sheetFor(page.grid.bodySize, issue.styles)
  const threads = threadsOf(issue.pages)
  const articles = articlesOn(page, issue).map((article) =>
    composeArticle(article, threads.get(article.id)!, {
      ...{ press, sheet },
      breaks: settingOf(article).breaks ?? breaks,
    }),
  )
  const answers = answersOf({ ...issue, pages: issue.pages.length }, page)
  const from = { articles, answers, inks: issue.inks, press }
  const known = composedPages.get(page)
  if (known && sameSetting(known.from, from)) return known.composed
  const composed = laidOut(page, from)
  composedPages.set(page, { from, composed })
  return composed
}

/** The page with its articles set, its furniture filled in, and all of it drawn. */
function laidOut(page: Page, { articles, answers, inks, press }: PageSetting): ComposedPage {
  const records = articles.map(({ article }) => article)
  const furniture = [
    ...filledFurniture(page.furniture, answers),
    ...noticesOf(page, answers),
    ...surroundOf(page, records),
  ]
  const byHand = drawRules(page)
  const items = [
    drawGrounds(page),
    byHand.under,
    drawFurniture(furniture, press),
    ...articles.map((set) => drawOutlined(set, page)),
    ...inReadingOrder(articles, page).map((set) => drawnArticle(set, page, press)),
    byHand.over.length > 0 ? [RULES_TAG, ...byHand.over] : [],
  ].flat()
  return {
    page,
    articles,
    findings: [
      ...articles.flatMap((set) => set.findings),
      ...overlapFindings(page),
      ...boxFindings(page, records, inks),
      ...ruleFindings(page, records),
      ...headClashes(page, articles, furniture),
      ...strandedHeads(page, articles),
      ...cutFindings(page),
      ...imprintMissing(page, answers),
    ],
    list: {
      page: page.id,
      trim: { width: mmToPt(page.sheet.width), height: mmToPt(page.sheet.height) },
      bleed: mmToPt(page.sheet.bleed),
      inks: inksOf(items, inks),
      items,
    },
  }
}

function sameSetting(a: PageSetting, b: PageSetting): boolean {
  return (
    a.press === b.press &&
    a.inks === b.inks &&
    a.articles.length === b.articles.length &&
    a.articles.every((set, i) => set === b.articles[i]) &&
    sameAnswers(a.answers, b.answers)
  )
}

function sameAnswers(a: Answers, b: Answers): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}

/** What tells readers that the rules after it are no part of the article before. */
const RULES_TAG: Item = { kind: "tag", role: "rule", article: null }

/**
 * The stylesheet of a body size, with what an issue's styles change of the house's; one record each,
 * so that lines can be remembered by it.
 */
export function sheetFor(bodySize: Pt, styles?: IssueStyles): Stylesheet {
  const house = rememberedIn(sheets, bodySize, () => stylesheetFor(bodySize))
  if (!styles) return house
  const styled = styledSheets.get(styles) ?? new Map<number, Stylesheet>()
  styledSheets.set(styles, styled)
  return rememberedIn(styled, bodySize, () => styledSheet(house, styles))
}

function rememberedIn(
  known: Map<number, Stylesheet>,
  size: Pt,
  make: () => Stylesheet,
): Stylesheet {
  const sheet = known.get(size) ?? make()
  known.set(size, sheet)
  return sheet
}

/** Articles that have a frame on the page, in the issue's order. */
function articlesOn(page: Page, issue: Issue): readonly Article[] {
  const wanted = new Set(page.frames.map((frame) => frame.article))
  return issue.articles.filter(({ id }) => wanted.has(id))
}

function drawnArticle(set: ComposedArticle, page: Page, press: Press): readonly Item[] {
  const known = drawnArticles.get(set) ?? []
  const hit = known.find((entry) => entry.page === page)
  if (hit) return hit.items
  const items = drawArticle(set, page, press)
  drawnArticles.set(set, [...known.filter((entry) => entry.page.id !== page.id), { page, items }])
  return items
}
