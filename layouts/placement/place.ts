import type { Finding, Say } from "../finding.ts"
import { bareRegions } from "../grid/regions.ts"
import type { Article } from "../issue/article.ts"
import type { IssueDate } from "../issue/issue.ts"
import type { Page, Region } from "../issue/page.ts"
import { answersOf, type Asked } from "../templates/answers.ts"
import { drawnRound, withDrawn } from "../templates/drawn-of.ts"
import type { Template } from "../templates/template.ts"
import { looksOf, type ArticleLook } from "./article-looks.ts"
import { nextPage } from "./choose.ts"
import { rememberedFit, type Fit } from "./fit.ts"
import { findingsOf, nextMissing, noCopy } from "./findings.ts"
import { furnitureOf, gridOf } from "./furniture.ts"
import type { Imprint } from "../issue/imprint.ts"
import { noticesFor } from "./notices.ts"
import type { MadePage } from "./page.ts"
import { piecesOf, type Piece } from "./piece.ts"

/** What the pages need to know of the issue and the program round them. */
export interface PlacementContext {
  readonly paper: string
  readonly date: IssueDate
  /** The template of an id, for the pages after the first; null when there is none. */
  readonly shelf: (id: string) => Template | null
  /** The paper's imprint; when left out only the paper's name and date are known. */
  readonly imprint?: Imprint
  /** Number of the first page; 1 when left out. */
  readonly firstPage?: number
}

/** Where an article begins, and why there. */
export interface Placement {
  readonly article: string
  readonly page: string
  readonly slot: string
  readonly why: Say
}

/** White that stays: at most four lines in any column. */
export interface Hole {
  readonly page: string
  readonly region: Region
  readonly lines: number
}

/** Pages made up from articles. */
export interface PlacedIssue {
  readonly pages: readonly Page[]
  readonly placements: readonly Placement[]
  readonly holes: readonly Hole[]
  readonly findings: readonly Finding[]
  /** How articles are drawn in their slots. */
  readonly looks: readonly ArticleLook[]
}

/**
 * Places articles on as many pages as they need, the first on `template`, the others on the
 * templates that follow it. Every article is placed exactly once, in one thread; pages are filled,
 * with notices of the paper's own where copy is short. The same input gives the same pages.
 */
export function placeArticles(
  articles: readonly Article[],
  template: Template,
  fit: Fit,
  context: PlacementContext,
): PlacedIssue {
  const asked = rememberedFit(fit)
  const findings: Finding[] = []
  const made: MadePage[] = []
  let left: readonly Piece[] = piecesOf(articles, asked)
  let current = template
  while (left.length > 0) {
    const page = nextPage(left, current, asked)
    made.push(page.made)
    left = page.left
    current = following(current, context, findings)
  }
  const first = context.firstPage ?? 1
  const idOf = (index: number): string => `A${first + index}`
  if (made.length === 0) findings.push(noCopy(idOf(0)))
  findings.push(...made.flatMap((page, i) => findingsOf(page, idOf(i))))
  const blank = {
    template,
    frames: [],
    notices: [],
    placed: [],
    air: [],
    drawn: drawnRound(template),
  }
  const all = made.length > 0 ? made : [blank]
  return {
    pages: all.map((page, i) =>
      numbered(page, { id: idOf(i), turn: i }, { ...context, pages: all.length }),
    ),
    placements: placementsOf(made, idOf),
    holes: made.flatMap((page, i) => holesOf(page, idOf(i))),
    findings,
    looks: made.flatMap(({ template: own, placed }) => looksOf(own, placed, "fitted")),
  }
}

/** The template of the page after this one; the same again when the shelf does not have the one it names. */
function following(template: Template, context: PlacementContext, findings: Finding[]): Template {
  if (template.next === null) return template
  const next = context.shelf(template.next)
  if (next !== null) return next
  const missing = nextMissing(template)
  if (!findings.some((finding) => finding.rule === missing.rule)) findings.push(missing)
  return template
}

/** A made-up page with its number, its furniture and its frames named; `turn` counts pages from 0. */
export function numbered(
  made: MadePage,
  { id, turn }: { readonly id: string; readonly turn: number },
  asked: Asked,
): Page {
  const { template } = made
  const { section } = template
  const grid = gridOf(template)
  const words = section === "" ? {} : { words: { section } }
  const answers = answersOf(asked, { id, ...words })
  const notices = noticesFor(made.notices, grid, template, { answers, turn })
  const houses = made.frames.filter(({ role }) => role === "house")
  return {
    id,
    template: template.id,
    sheet: template.sheet,
    grid,
    furniture: furnitureOf(template),
    rules: template.rules,
    frames: withDrawn(made.frames, made.drawn).map((frame, i) => ({
      id: `${id}-f${i + 1}`,
      ...frame,
      ...(frame.role === "house" ? { notice: notices[houses.indexOf(frame)] ?? null } : {}),
    })),
    ...words,
  }
}

/** Where each article begins; the pages that it goes on to are not listed again. */
function placementsOf(
  made: readonly MadePage[],
  idOf: (index: number) => string,
): readonly Placement[] {
  return made.flatMap((page, i) =>
    page.placed
      .filter(({ piece }) => piece.rest === null)
      .map(({ piece, slot, why }) => ({ article: piece.article.id, page: idOf(i), slot, why })),
  )
}

/** The white that stays on a page; air over pictures and boxes is no hole. */
function holesOf(made: MadePage, page: string): readonly Hole[] {
  const { columns, lines } = made.template.grid
  const taken = [
    ...made.template.reserved.map((part) => part.region),
    ...made.frames.map((frame) => frame.region),
    ...made.air,
  ]
  return bareRegions({ column: 0, columns, line: 0, lines }, taken).map((region) => ({
    page,
    region,
    lines: region.lines,
  }))
}
