import { composeArticle, type ComposedArticle } from "./compose-article.ts"
import { sheetFor } from "./compose.ts"
import type { FitChange } from "./edits/apply-fit.ts"
import type { Say } from "./finding.ts"
import type { StorySetting } from "./flow/compose-story.ts"
import { leadingOf, rowsOf } from "./flow/rows.ts"
import type { Rows } from "./flow/set-paragraph.ts"
import type { BreakMode } from "./flow/set-paragraph.ts"
import { threadsOf } from "./flow/thread.ts"
import { longWidth } from "./grid/geometry.ts"
import { frameColumns } from "./grid/own-columns.ts"
import { shiftFoot } from "./grid/shift-foot.ts"
import { headLines } from "./head/place-head.ts"
import type { Article } from "./issue/article.ts"
import type { HeadTable } from "./issue/head-setting.ts"
import type { Issue } from "./issue/issue.ts"
import type { Frame, Page } from "./issue/page.ts"
import { LEADING, MOST_TRACKING, settingOf, type ArticleFit } from "./issue/setting.ts"
import { withRegions } from "./issue/with-regions.ts"
import type { Press } from "./press.ts"
import { roomUnder } from "./room-under.ts"
import { sizeName } from "./type-sizes.ts"
import type { Pt } from "./units.ts"

/** How far an article is from its frames: characters over (余字), or lines short (缺行). */
export interface Misfit {
  readonly characters: number
  readonly lines: number
}

/** One way to make an article fit, tried but not done: `applyFit` with its change does it. */
export interface FitSuggestion {
  readonly kind: "tracking" | "leading" | "headline" | "picture" | "frame"
  readonly say: Say
  readonly change: FitChange
  /** What is over or short when it is done. */
  readonly after: Misfit
}

/** A change to try; `far` from 0 up is how much a reader sees of it. */
interface Trial extends Omit<FitSuggestion, "after"> {
  readonly far: number
}

/** Steps of the tracking tried, em. */
const TRACKING_STEP = 0.0025

/** Leadings tried on each side of the present one: so many steps of one hundredth. */
const LEADINGS = 5

/** Lines tried by which a picture becomes shorter or taller. */
const PICTURE_LINES = 6

/** The least lines of a picture. */
const LEAST_PICTURE = 4

/**
 * Ways to make an article fit its frames, best first, one of each kind: tracking within ±2 %,
 * leading, a headline one size smaller or larger, pictures some lines shorter or taller, text frames
 * some lines shorter, or longer where nothing stands under them. Each was
 * tried by composing; only those that bring the article nearer are told, none when it fits. The
 * issue is not changed. `breaks` is what its pages are composed with.
 */
export function suggestFits(
  issue: Issue,
  articleId: string,
  press: Press,
  breaks: BreakMode,
): readonly FitSuggestion[] {
  const search = searchFits(issue, articleId, press, breaks)
  for (;;) {
    const step = search.next()
    if (step.done) return step.value
  }
}

/**
 * The search for the ways to fit, one trial a step: a long article takes a while to try, and whoever
 * draws a window goes on with it in between. It returns what `suggestFits` gives.
 */
export function* searchFits(
  issue: Issue,
  articleId: string,
  press: Press,
  breaks: BreakMode,
): Generator<undefined, readonly FitSuggestion[]> {
  const article = issue.articles.find(({ id }) => id === articleId)
  const page = issue.pages.find(({ frames }) => frames.some((one) => one.article === articleId))
  if (!article || !page) return []
  const sheet = sheetFor(page.grid.bodySize, issue.styles)
  const setting = { press, sheet, breaks: settingOf(article).breaks ?? breaks }
  const now = composed(issue, article, setting)
  const misfit = misfitOf(now)
  if (misfit.characters === 0 && misfit.lines === 0) return []
  const trials = [
    ...trackings(article, misfit),
    ...leadings(article, rowsOf(page.grid, leadingOf(article, sheet)), misfit),
    ...headlines(issue, now, setting, misfit),
    ...pictures(issue, article, misfit),
    ...feet(issue, now, misfit),
  ]
  const nearer: Tried[] = []
  for (const trial of trials) {
    yield
    const after = misfitOf(composed(...changed(issue, article, trial), setting))
    if (nearness(after, misfit) < 0) nearer.push({ trial, after })
  }
  return bestOfEachKind(nearer)
}

/** A trial and what came of it. */
interface Tried {
  readonly trial: Trial
  readonly after: Misfit
}

/** The nearest of each kind, nearest first; of two as near the one that a reader sees less of. */
function bestOfEachKind(tried: readonly Tried[]): readonly FitSuggestion[] {
  const sorted = tried.toSorted((a, b) => nearness(a.after, b.after) || a.trial.far - b.trial.far)
  const best = sorted.filter(
    ({ trial }, i) => sorted.findIndex((other) => other.trial.kind === trial.kind) === i,
  )
  return best.map(({ trial: { kind, say, change }, after }) => ({ kind, say, change, after }))
}

/** What an article is over or short as it was composed. */
export function misfitOf({ story }: ComposedArticle): Misfit {
  const { characters } = story.overset
  return { characters, lines: characters > 0 ? 0 : story.underset }
}

/** Below 0 when the first is nearer to fitting: no text is lost before no line is empty. */
function nearness(a: Misfit, b: Misfit): number {
  return a.characters - b.characters || a.lines - b.lines
}

function composed(issue: Issue, article: Article, setting: StorySetting): ComposedArticle {
  return composeArticle(article, threadsOf(issue.pages).get(article.id)!, setting)
}

/** The issue and its article with a change made, as `applyFit` would make it. */
function changed(issue: Issue, article: Article, { kind, change }: Trial): [Issue, Article] {
  const setting = settingOf(article)
  const fit = { ...setting.fit, ...change.fit }
  // Other tracking makes other lines: copies keep the page's own remembered by its paragraphs.
  const story = kind === "tracking" ? article.story.map((one) => ({ ...one })) : article.story
  const pages = withRegions(issue.pages, change.regions)
  const set = { ...article, story, setting: { ...setting, fit } }
  return [{ ...issue, pages }, set]
}

/** Shrinks what is over, opens what is short. */
function directionOf({ characters }: Misfit): 1 | -1 {
  return characters > 0 ? -1 : 1
}

function fitted(kind: Trial["kind"], fit: Partial<ArticleFit>, far: number, say: Say): Trial {
  return { kind, say, far, change: { fit, regions: [] } }
}

function trackings(article: Article, misfit: Misfit): readonly Trial[] {
  const before = settingOf(article).fit.tracking
  const trials: Trial[] = []
  for (let step = 1; step <= (2 * MOST_TRACKING) / TRACKING_STEP; step += 1) {
    const tracking = rounded(before + directionOf(misfit) * step * TRACKING_STEP)
    if (Math.abs(tracking) > MOST_TRACKING) break
    const percent = signed(rounded(tracking * 100))
    const say = { zh: `字距 ${percent}%`, en: `Tracking ${percent} %` }
    trials.push(fitted("tracking", { tracking }, Math.abs(tracking) / MOST_TRACKING, say))
  }
  return trials
}

function leadings(article: Article, now: Rows, misfit: Misfit): readonly Trial[] {
  const before = settingOf(article).fit.leading
  const steps = Array.from({ length: LEADINGS }, (_, i) =>
    rounded(before + (directionOf(misfit) * (i + 1)) / 100),
  ).filter((leading) => leading >= LEADING.least && leading <= LEADING.most)
  return steps.map((leading) => {
    const pitch = Math.round((leading / before) * now.pitch * 100) / 100
    const say = { zh: `行高 ${pitch} 点`, en: `Leading ${pitch} pt` }
    return fitted("leading", { leading }, 1 + Math.abs(leading - 1) * 50, say)
  })
}

/** The headline one size smaller or larger, its frame's foot and the text under it moved with it. */
function headlines(
  issue: Issue,
  now: ComposedArticle,
  setting: StorySetting,
  misfit: Misfit,
): readonly Trial[] {
  const { article, heads } = now
  const main = heads[0]?.lines.find(({ role }) => role === "headline")?.line.runs[0]?.size
  const frame = heads[0]?.frame
  const page = issue.pages.find(({ frames }) => frame && frames.includes(frame))
  if (main === undefined || !frame || !page) return []
  const size = nextSize(main, directionOf(misfit), setting.sheet.heads)
  if (size === null) return []
  const own = settingOf(article)
  const resized = { ...article, setting: { ...own, fit: { ...own.fit, headline: size } } }
  const width = longWidth(page.grid, frame.region.columns)
  const [before, after] = [article, resized].map((one) => headLines(one, width, page.grid, setting))
  const regions = shiftFoot(framesOn(page, article), [frame], after! - before!)
  if (!regions || after === before) return []
  const name = sizeName(size)
  const say = { zh: `主题改${name ?? ""} ${size} 点`, en: `Headline ${size} pt` }
  return [{ kind: "headline", say, far: 2, change: { fit: { headline: size }, regions } }]
}

/** The size of the table next to one, smaller (−1) or larger (1); null at its end. */
function nextSize(size: Pt, direction: 1 | -1, { sizes }: HeadTable): Pt | null {
  const larger = sizes.filter((known) => known > size)
  const smaller = sizes.filter((known) => known < size)
  return (direction > 0 ? larger.at(-1) : smaller[0]) ?? null
}

/** Pictures of a row shorter or taller together, the text under them moved with them. */
function pictures(issue: Issue, article: Article, misfit: Misfit): readonly Trial[] {
  const page = issue.pages.find(({ frames }) => frames.some((one) => isPicture(one, article)))
  const first = page?.frames.find((one) => isPicture(one, article))
  if (!page || !first) return []
  const frames = framesOn(page, article)
  const { line, lines } = first.region
  const row = frames.filter(
    (one) => isPicture(one, article) && one.region.line === line && one.region.lines === lines,
  )
  const trials: Trial[] = []
  for (let step = 1; step <= PICTURE_LINES; step += 1) {
    const by = directionOf(misfit) * step
    const regions = lines + by < LEAST_PICTURE ? null : shiftFoot(frames, row, by)
    if (!regions) break
    const say =
      by < 0
        ? { zh: `图片矮 ${step} 行`, en: `Picture shorter, lines: ${step}` }
        : { zh: `图片高 ${step} 行`, en: `Picture taller, lines: ${step}` }
    trials.push({ kind: "picture", say, far: 2 + step / 10, change: { fit: {}, regions } })
  }
  return trials
}

/** Lines tried round those that text frames seem to need. */
const FOOT_LINES = [-1, 0, 1, 2] as const

/** The least lines of a text frame. */
const LEAST_TEXT = 2

/** Text frames with a common foot, longer where nothing stands under them, or shorter. */
function feet(issue: Issue, { article, story }: ComposedArticle, misfit: Misfit): readonly Trial[] {
  return issue.pages.flatMap((page) => {
    const text = framesOn(page, article).filter(({ role, locked }) => role === "body" && !locked)
    const footOf = ({ region }: Frame): number => region.line + region.lines
    return [...new Set(text.map(footOf))].flatMap((foot): readonly Trial[] => {
      const row = text.filter((one) => footOf(one) === foot)
      const columns = row.flatMap((frame) => frameColumns(page.grid, frame)).length
      const grows = directionOf(misfit) < 0
      const needed = grows
        ? Math.ceil(story.overset.lines / columns)
        : Math.floor(misfit.lines / columns)
      const room = grows
        ? roomUnder(page, row)
        : Math.min(...row.map(({ region }) => region.lines - LEAST_TEXT))
      const steps = new Set(FOOT_LINES.map((step) => Math.min(room, needed + step)))
      return [...steps].filter((step) => step > 0).map((step) => footMoved(row, step, grows))
    })
  })
}

function footMoved(row: readonly Frame[], step: number, grows: boolean): Trial {
  const regions = row.map(({ id, region }) => ({
    frame: id,
    region: { ...region, lines: region.lines + (grows ? step : -step) },
  }))
  const say = grows
    ? { zh: `文字框加长 ${step} 行`, en: `Text frame longer, lines: ${step}` }
    : { zh: `文字框缩短 ${step} 行`, en: `Text frame shorter, lines: ${step}` }
  return { kind: "frame", say, far: 3 + step / 10, change: { fit: {}, regions } }
}

function isPicture({ role, article }: Frame, { id }: Article): boolean {
  return role === "picture" && article === id
}

function framesOn(page: Page, { id }: Article): readonly Frame[] {
  return page.frames.filter(({ article }) => article === id)
}

/** A number without the dust of binary fractions, to a ten-thousandth. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "0"
}
