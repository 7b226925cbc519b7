import { composeArticle } from "./compose-article.ts"
import { sheetFor } from "./compose.ts"
import { fitFor } from "./copyfit.ts"
import type { TakenSlot } from "./edits/take-copy.ts"
import type { StorySetting } from "./flow/compose-story.ts"
import type { BreakMode } from "./flow/set-paragraph.ts"
import { threadsOf } from "./flow/thread.ts"
import type { Article } from "./issue/article.ts"
import type { Issue } from "./issue/issue.ts"
import type { Frame, Page } from "./issue/page.ts"
import { settingOf } from "./issue/setting.ts"
import { emptySlots, inSlot, suits } from "./placement/empty-slots.ts"
import { rememberedFit } from "./placement/fit.ts"
import { piecesOf } from "./placement/piece.ts"
import type { Press } from "./press.ts"

/** Articles that ask for the empty slots of a page; the issue need not have them yet. */
export interface Asking {
  readonly page: string
  readonly articles: readonly Article[]
}

/**
 * The empty slots of a page that articles fit, each given to one: in the articles' order, each
 * takes the slot that it fills best. An article fits when all of its text has room. Those without a
 * slot are not in the answer. Changes nothing.
 */
export function fillSlots(
  issue: Issue,
  { page: id, articles }: Asking,
  press: Press,
  breaks: BreakMode,
): readonly TakenSlot[] {
  const page = issue.pages.find((one) => one.id === id)
  const free = page ? [...emptySlots(page)] : []
  if (!page || free.length === 0) return []
  const fit = rememberedFit(fitFor(page.grid, press, breaks, issue.styles))
  const sheet = sheetFor(page.grid.bodySize, issue.styles)
  return articles.flatMap((article): readonly TakenSlot[] => {
    const [piece] = piecesOf([article], fit)
    const setting = { press, sheet, breaks: settingOf(article).breaks ?? breaks }
    const fitting = free
      .filter((slot) => suits(slot, piece!))
      .map((slot) => ({ slot, frames: inSlot(slot, article) }))
      .flatMap((one) => {
        const empty = emptyIn(page, { article, ...one }, setting)
        return empty === null ? [] : [{ ...one, empty }]
      })
      .toSorted((a, b) => a.empty - b.empty)
    const [best] = fitting
    if (!best) return []
    free.splice(free.indexOf(best.slot), 1)
    return [{ article: article.id, page: id, frames: best.frames }]
  })
}

/** Lines of some frames that an article leaves empty; null when text is over. */
function emptyIn(
  page: Page,
  { article, frames }: { readonly article: Article; readonly frames: readonly Frame[] },
  setting: StorySetting,
): number | null {
  const thread = threadsOf([{ ...page, frames }]).get(article.id)
  if (!thread) return null
  const { overset, underset } = composeArticle(article, thread, setting).story
  return overset.characters > 0 ? null : underset
}
