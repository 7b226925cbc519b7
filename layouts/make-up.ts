import { composePage, sheetFor, type ComposedPage } from "./compose.ts"
import { fitFor } from "./copyfit.ts"
import type { Finding, Say } from "./finding.ts"
import { inferMeasure, type InferredMeasure } from "./flow/infer-measure.ts"
import type { BreakMode } from "./flow/set-paragraph.ts"
import { quotedName } from "./issue/article-name.ts"
import type { Article } from "./issue/article.ts"
import type { IssueStyles } from "./issue/issue-styles.ts"
import type { Issue, IssueDate } from "./issue/issue.ts"
import type { Frame } from "./issue/page.ts"
import type { Imprint } from "./issue/imprint.ts"
import { settingOf } from "./issue/setting.ts"
import { withLooks } from "./placement/article-looks.ts"
import { placeArticles, type PlacedIssue } from "./placement/place.ts"
import type { Press } from "./press.ts"
import {
  isOrdinary,
  shippedTemplates,
  templateById,
  templateForMeasure,
} from "./templates/shelf.ts"
import type { Template } from "./templates/template.ts"
import { pt } from "./units.ts"

/** What the user asked for; null where the program is to choose. */
export interface Order {
  /** Id of a shipped template, or a template of the user's own. */
  readonly template: string | Template | null
  readonly measure: number | null
  readonly breaks: BreakMode
  readonly paper: string
  readonly date: IssueDate
  /** What the paper prints about itself; when left out only its name and date are known. */
  readonly imprint?: Imprint
  /** Number of the first page; 1 when left out. */
  readonly firstPage?: number
  /** The issue's own styles; the house's when left out. */
  readonly styles?: IssueStyles
}

/** An issue placed and composed, and why it came out so. */
export interface SetIssue {
  /** Articles whose original breaks had no room are set to break freely. */
  readonly issue: Issue
  readonly pages: readonly ComposedPage[]
  readonly template: Template
  readonly measure: InferredMeasure
  readonly placements: readonly {
    readonly article: string
    readonly page: string
    readonly slot: string
    readonly why: Say
  }[]
  /** What was found while placing; composing the pages again does not find it. */
  readonly placing: readonly Finding[]
  /** All findings: of placing, then of the composed pages. */
  readonly findings: readonly Finding[]
}

/** Pages made up, or why they cannot be: a sentence for the person who asked. */
export type MadeUp =
  { readonly ok: true; readonly value: SetIssue } | { readonly ok: false; readonly say: Say }

type Chosen =
  | { readonly ok: true; readonly value: readonly Template[] }
  | { readonly ok: false; readonly say: Say }

/** Characters that one issue may hold: some 150 broadsheet pages. */
const MOST_CHARACTERS = 2_000_000

/** The template of a page whose measure nobody asked for: six columns of 17 字. */
const ORDINARY = "broadsheet-inside-six"

/**
 * Turns articles into composed pages: infer the original measure, choose the template, place the
 * articles, compose every page. With original breaks and no template named, the templates with the
 * inferred measure are tried, and the one whose pages the articles fill best is taken.
 */
export function makeUp(articles: readonly Article[], order: Order, press: Press): MadeUp {
  const characters = articles.reduce((sum, { story }) => sum + lengthOf(story), 0)
  if (characters > MOST_CHARACTERS)
    return no(
      `稿件共 ${characters} 字，超过一期 ${MOST_CHARACTERS} 字的上限。`,
      `The copy has ${characters} characters; one issue takes at most ${MOST_CHARACTERS}.`,
    )
  const body = sheetFor(shippedTemplates()[0]!.grid.bodySize).body
  const measure = inferMeasure(articles, body, press)
  const candidates = candidatesFor(order, measure)
  if (!candidates.ok) return candidates
  const tried = candidates.value.map((template) => tryOut(articles, template, order, press))
  const best = tried.toSorted(
    (a, b) =>
      missed(a, order.breaks) - missed(b, order.breaks) || spare(a.placed) - spare(b.placed),
  )
  const { template, placed, issue, pages } = best[0]!
  const placing = [...placed.findings, ...givenUp(best[0]!)]
  const findings = distinct([...placing, ...pages.flatMap((page) => page.findings)])
  const { placements } = placed
  return {
    ok: true,
    value: { issue, pages, template, measure, placements, placing, findings },
  }
}

function lengthOf(story: Article["story"]): number {
  return story.reduce((sum, { text }) => sum + text.length, 0)
}

/** Articles placed on a template and composed there. */
interface Trial {
  readonly template: Template
  readonly placed: PlacedIssue
  readonly issue: Issue
  readonly pages: readonly ComposedPage[]
  /** Ids of the articles whose original breaks were given up. */
  readonly freed: ReadonlySet<string>
}

/** Times that placing is tried again with more breaks given up. */
const MOST_TRIALS = 4

/** Empty lines in a thread that say its article got far more room than its text takes. */
const LAVISH = 40

/**
 * Places and composes articles on a template. Where an article's original breaks leave text without
 * room, or make it take room for nothing, they are given up and all is placed again: no text is
 * lost for the sake of a break.
 */
function tryOut(
  articles: readonly Article[],
  template: Template,
  order: Order,
  press: Press,
): Trial {
  const marksOf = ({ story }: Article): number =>
    story.reduce((sum, { columnBreaks }) => sum + columnBreaks.length, 0)
  const honours = (article: Article): boolean =>
    (settingOf(article).breaks ?? order.breaks) === "original"
  const tooMany = articles.filter((article) => marksOf(article) >= template.grid.columns)
  const freed = new Set(tooMany.filter(honours).map(({ id }) => id))
  let set = freely(articles, freed)
  for (let trial = 1; ; trial += 1) {
    const placed = place(set, template, order, press)
    const { paper, date, imprint, styles } = order
    const kept = { ...(imprint ? { imprint } : {}), ...(styles ? { styles } : {}) }
    const drawn = withLooks(set, placed.looks)
    const issue: Issue = { paper, date, ...kept, articles: drawn, pages: placed.pages }
    const pages = issue.pages.map((page) => composePage(issue, page.id, press, order.breaks))
    const failing = pages
      .flatMap((page) => page.articles)
      .filter(({ story, breaks: outcomes }) => {
        const lost = outcomes.some(({ honoured }) => !honoured)
        return story.overset.characters > 0 || (lost && story.underset > LAVISH)
      })
      .map(({ article }) => article)
      .filter(honours)
      .map(({ id }) => id)
    if (failing.length === 0 || trial === MOST_TRIALS)
      return { template, placed, issue, pages, freed }
    failing.forEach((id) => freed.add(id))
    set = freely(set, new Set(failing))
  }
}

/** The articles, those of the given ids set to break freely. */
function freely(articles: readonly Article[], freed: ReadonlySet<string>): readonly Article[] {
  return articles.map((article) =>
    freed.has(article.id)
      ? { ...article, setting: { ...settingOf(article), breaks: "free" as const } }
      : article,
  )
}

function place(
  articles: readonly Article[],
  template: Template,
  order: Order,
  press: Press,
): PlacedIssue {
  const grid = { ...template.grid, x: pt(0), y: pt(0) }
  const fit = fitFor(grid, press, order.breaks, order.styles)
  const shelf = (id: string): Template | null => (id === template.id ? template : templateById(id))
  const { paper, date, imprint, firstPage } = order
  return placeArticles(articles, template, fit, {
    ...{ paper, date, shelf },
    ...(imprint ? { imprint } : {}),
    ...(firstPage === undefined ? {} : { firstPage }),
  })
}

/** Says of each article whose original breaks were given up that they were, and why. */
function givenUp({ pages, freed }: Trial): readonly Finding[] {
  const sets = [...new Set(pages.flatMap((page) => page.articles))]
  return sets
    .filter((set) => set.breaks.length > 0 && freed.has(set.article.id))
    .map(({ article }): Finding => {
      const name = quotedName(article)
      return {
        rule: "flow/breaks-given-up",
        severity: "warning",
        where: { article: article.id },
        say: {
          zh: `“${name}”的原栏断点在此版式上无法全部照排，已按自由排法排。`,
          en: `The original column breaks of “${name}” have no room on this template; it is set free.`,
        },
      }
    })
}

/** Original breaks at which no column ends, or none that is full; 0 where none were asked for. */
function missed({ pages }: Trial, asked: BreakMode): number {
  const sets = [...new Set(pages.flatMap((page) => page.articles))]
  const kept = sets.filter(({ article }) => (settingOf(article).breaks ?? asked) === "original")
  const outcomes = kept.flatMap((set) => set.breaks)
  return outcomes.filter(({ honoured, fullLine }) => !honoured || !fullLine).length
}

/** What pages spend on anything but the articles, in column lines; another page is worst. */
function spare({ pages }: PlacedIssue): number {
  const area = ({ region }: Frame): number => region.columns * region.lines
  return pages.reduce((sum, { frames, grid }) => {
    const notices = frames.filter(({ role }) => role === "house").map(area)
    const fillers = frames.filter(({ role }) => role === "filler").map((frame) => area(frame) / 2)
    return [...notices, ...fillers].reduce((a, b) => a + b, sum + grid.columns * grid.lines)
  }, 0)
}

/** The templates that an order leaves to choose from, the likeliest first. */
function candidatesFor(order: Order, inferred: InferredMeasure): Chosen {
  if (order.measure !== null) {
    const template = templateForMeasure(order.measure)
    return template
      ? { ok: true, value: [template] }
      : no("栏宽须为 9 至 41 字。", "The measure must be a whole number from 9 to 41 字.")
  }
  if (order.template !== null) return named(order.template)
  const offered = shippedTemplates().filter(
    (template) =>
      template.grid.measure === inferred.measure &&
      !template.id.endsWith("-front") &&
      isOrdinary(template),
  )
  if (order.breaks === "original" && offered.length > 0) return { ok: true, value: offered }
  return { ok: true, value: [templateById(ORDINARY)!] }
}

function named(template: string | Template): Chosen {
  if (typeof template !== "string") return { ok: true, value: [template] }
  const found = templateById(template)
  if (found) return { ok: true, value: [found] }
  const known = shippedTemplates().map(({ id }) => id)
  return no(
    `没有名为“${template}”的版式；可用：${known.join("、")}。`,
    `There is no template “${template}”; there are ${known.join(", ")}.`,
  )
}

function no(zh: string, en: string): { readonly ok: false; readonly say: Say } {
  return { ok: false, say: { zh, en } }
}

/** A thread over two pages reports its findings with each; once is enough. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding, i) => findings.indexOf(finding) === i)
}
