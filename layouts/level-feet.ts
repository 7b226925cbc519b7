import { sheetFor } from "./compose.ts"
import { composeStory, type StorySetting } from "./flow/compose-story.ts"
import type { BreakMode } from "./flow/set-paragraph.ts"
import { threadsOf } from "./flow/thread.ts"
import type { Article } from "./issue/article.ts"
import type { Issue } from "./issue/issue.ts"
import type { Frame, Page, Region } from "./issue/page.ts"
import { withRegions } from "./issue/with-regions.ts"
import { settingOf } from "./issue/setting.ts"
import { sheetOf, trackedSheet } from "./issue/style.ts"
import type { Press } from "./press.ts"
import { roomUnder } from "./room-under.ts"

/** A frame's region when the columns are level. */
export interface LevelFoot {
  readonly frame: string
  readonly region: Region
}

/** The least lines of a text frame. */
const LEAST_LINES = 2

/**
 * Regions that end an article's columns on one line of the grid, as high up as holds its text (拉平),
 * on the last page that it has. The frames that have none of the article's text under them get a new
 * foot; a frame that cannot go down so far ends where something else begins. Of the lines that remain,
 * the last column lacks them all: those before it are full, but for a subhead that may not end one.
 * None for text that stands level already, none for vertical text, which is filled to its end.
 * Source: CLREQ #column_balancing; typography §1.9 column balancing
 */
export function levelFeet(
  issue: Issue,
  articleId: string,
  press: Press,
  breaks: BreakMode,
): readonly LevelFoot[] {
  const article = issue.articles.find(({ id }) => id === articleId)
  const page = issue.pages.findLast(({ frames }) => frames.some((one) => isTextOf(one, articleId)))
  if (!article || !page) return []
  const text = page.frames.filter((one) => isTextOf(one, articleId))
  const moving = text.filter((one) => !one.locked && !hasTextUnder(one, text))
  if (moving.length === 0 || text.some(({ vertical }) => vertical)) return []
  const limits = new Map(moving.map((one) => [one.id, footOf(one.region) + roomUnder(page, [one])]))
  const setting = settingFor(issue, page, article, { press, breaks })
  const at = (foot: number): readonly LevelFoot[] =>
    moving.map(({ id, region }) => ({
      frame: id,
      region: { ...region, lines: linesTo(region, Math.min(foot, limits.get(id)!)) },
    }))
  const fits = (foot: number): boolean => {
    const thread = threadsOf(withRegions(issue.pages, at(foot))).get(articleId)!
    return composeStory(article, thread, setting).overset.lines === 0
  }
  const most = Math.max(...limits.values())
  const tops = moving.map(({ region }) => region.line + LEAST_LINES)
  const least = Math.min(most, Math.max(...tops))
  const level = at(leastFoot(least, most, fits))
  const known = new Map(moving.map(({ id, region }) => [id, region.lines]))
  return level.filter(({ frame, region }) => known.get(frame) !== region.lines)
}

/** The highest foot between two that holds the text, found by halves; the lower one where none does. */
function leastFoot(least: number, most: number, fits: (foot: number) => boolean): number {
  let [low, high] = [least, most]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) high = middle
    else low = middle + 1
  }
  return high
}

function footOf({ line, lines }: Region): number {
  return line + lines
}

function linesTo({ line }: Region, foot: number): number {
  return Math.max(LEAST_LINES, foot - line)
}

function settingFor(
  issue: Issue,
  page: Page,
  article: Article,
  { press, breaks }: Pick<StorySetting, "press" | "breaks">,
): StorySetting {
  const own = settingOf(article)
  const sheet = sheetOf(article, sheetFor(page.grid.bodySize, issue.styles))
  return { press, sheet: trackedSheet(sheet, own.fit.tracking), breaks: own.breaks ?? breaks }
}

function isTextOf({ role, article }: Frame, id: string): boolean {
  return role === "body" && article === id
}

function hasTextUnder({ region }: Frame, text: readonly Frame[]): boolean {
  return text.some((other) => other.region.line >= footOf(region) && share(other.region, region))
}

/** Whether two regions stand in one column. */
function share(a: Region, b: Region): boolean {
  return a.column < b.column + b.columns && b.column < a.column + a.columns
}
