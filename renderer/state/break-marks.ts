import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { ComposedPage } from "../../layouts/compose.ts"
import type { BreakOutcome } from "../../layouts/flow/breaks.ts"
import type { BreakMode } from "../../layouts/flow/set-paragraph.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Place } from "../../layouts/issue/selection.ts"
import { settingOf } from "../../layouts/issue/setting.ts"
import { caretBox, placeAt, type CaretBox } from "../text/caret.ts"

/**
 * What became of an original column break: a column ends there with a full line, or with one that
 * cannot be filled, or none ends there; free where its article's columns end as they fill.
 */
export type BreakState = "full" | "loose" | "missed" | "free"

/** An original column break where it stands on a page. */
export interface BreakMark {
  readonly article: string
  readonly place: Place
  readonly state: BreakState
  /** The end of the line before it. */
  readonly box: CaretBox
  readonly before: string
  readonly after: string
}

/** A break, wherever it is. */
export interface BreakAt extends Place {
  readonly article: string
}

/** Where an article's columns end: as set for it, else as the pages are composed with. */
export function breakModeOf(article: Article, breaks: BreakMode): BreakMode {
  return settingOf(article).breaks ?? breaks
}

/** The original column breaks of a page, in the order of its articles and their text. */
export function breakMarksOn(
  { page, articles }: ComposedPage,
  breaks: BreakMode,
): readonly BreakMark[] {
  return articles.flatMap((set) => {
    const mode = breakModeOf(set.article, breaks)
    return set.breaks.flatMap((outcome) => {
      const { paragraph, offset, before, after } = outcome
      const box = endBefore(set, { paragraph, offset })
      if (box?.page !== page.id) return []
      const place = { paragraph, offset }
      return [{ article: set.article.id, place, state: stateOf(outcome, mode), box, before, after }]
    })
  })
}

function stateOf({ honoured, fullLine }: BreakOutcome, mode: BreakMode): BreakState {
  if (mode === "free") return "free"
  return !honoured ? "missed" : fullLine ? "full" : "loose"
}

/** Where the line before a place of a story ends; null for text that is over. */
export function endBefore(set: ComposedArticle, place: Place): CaretBox | null {
  return caretBox(set, { words: null, affinity: "before", ...place })
}

/** The place of an article's story nearest to a point of a page, where a break could stand; else null. */
export function breakPlaceAt(
  page: ComposedPage,
  point: { readonly x: number; readonly y: number },
  article: string | null = null,
): BreakAt | null {
  const found = placeAt(page, point, article === null ? null : { article, words: null })
  if (found?.place.words !== null) return null
  const { paragraph, offset } = found.place
  const set = page.articles.find((one) => one.article.id === found.article)
  const { length } = set?.article.story[paragraph]?.text ?? ""
  return offset > 0 && offset < length ? { article: found.article, paragraph, offset } : null
}
