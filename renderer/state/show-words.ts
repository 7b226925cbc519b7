import type { HeadWords } from "../../layouts/issue/article.ts"
import type { Place } from "../../layouts/issue/selection.ts"
import { rectsOf } from "../../layouts/proof/mark-rects.ts"
import { desk } from "./desk.ts"
import { revealSpot, showSpot } from "./jump.ts"
import type { Spot } from "./spots.ts"

/** A stretch of an article's texts. */
export interface Words {
  readonly article: string
  readonly words: HeadWords | null
  readonly from: Place
  readonly to: Place
}

/** Where a stretch begins on the pages: the first that it stands on; null where it stands on none. */
export function wordsOnPage({ article, ...range }: Words): Spot | null {
  for (const page of desk.getState().pages) {
    const set = page.articles.find((one) => one.article.id === article)
    const boxes = set ? rectsOf(set, page.page.id, range) : []
    if (boxes.length > 0) return { page: page.page.id, boxes }
  }
  return null
}

/** Shows where a stretch stands; one that is overset or waits in the tray is not shown. */
export function showWords(stretch: Words): void {
  const spot = wordsOnPage(stretch)
  if (spot) showSpot(spot)
}

/** Brings a stretch into sight, without marking it. */
export function revealWords(stretch: Words): void {
  const spot = wordsOnPage(stretch)
  if (spot) revealSpot(spot)
}
