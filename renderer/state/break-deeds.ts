import { createStore } from "zustand/vanilla"
import { insertBreak } from "../../layouts/edits/insert-break.ts"
import { moveBreak } from "../../layouts/edits/move-break.ts"
import { removeBreak } from "../../layouts/edits/remove-break.ts"
import type { Place } from "../../layouts/issue/selection.ts"
import { perform } from "./actions.ts"
import { breakModeOf, breakPlaceAt, type BreakAt } from "./break-marks.ts"
import { caret } from "./caret.ts"
import { composedPage, desk } from "./desk.ts"
import { tell } from "./means.ts"
import { view } from "./view.ts"

/** The original column break that is chosen; null for none. */
export const chosenBreak = createStore<{ readonly at: BreakAt | null }>(() => ({ at: null }))

export function chooseBreak(at: BreakAt | null): void {
  chosenBreak.setState({ at })
  if (at) view.setState({ article: at.article })
}

/** The chosen break while it is still there. */
export function livingBreak(): BreakAt | null {
  const { at } = chosenBreak.getState()
  const article = desk.getState().issue?.articles.find(({ id }) => id === at?.article)
  const marks = article?.story[at?.paragraph ?? -1]?.columnBreaks ?? []
  return marks.some(({ offset }) => offset === at?.offset) ? at : null
}

/** Where the caret stands inside a paragraph of a story, as a break must; else null. */
export function caretPlace(): BreakAt | null {
  const { selection } = caret.getState()
  if (!selection || selection.focus.words !== null) return null
  const { article, focus } = selection
  const found = desk.getState().issue?.articles.find(({ id }) => id === article)
  const { length } = found?.story[focus.paragraph]?.text ?? ""
  if (focus.offset <= 0 || focus.offset >= length) return null
  return { article, paragraph: focus.paragraph, offset: focus.offset }
}

/** Puts a break at a place, chooses it, and says when columns do not end by breaks there. */
export function putBreakAt(at: BreakAt): void {
  perform(insertBreak(at.article, at))
  chooseBreak(at)
  const { issue, breaks } = desk.getState()
  const article = issue?.articles.find(({ id }) => id === at.article)
  if (article && breakModeOf(article, breaks) === "free")
    tell(
      {
        zh: "断点已加。这篇稿件是自由分栏；改为“照原栏断点”，栏才会在此断开。",
        en: "The break is set. This article's columns end freely; switch it to original breaks.",
      },
      false,
    )
}

/** Puts a break at a point of the page that is shown, between the two characters nearest to it. */
export function putBreakNear(point: { readonly x: number; readonly y: number }): void {
  const page = composedPage(desk.getState(), view.getState().page)
  const at = page && breakPlaceAt(page, point)
  if (at) putBreakAt(at)
}

/** Moves a break to another place of its story, and keeps it chosen. */
export function moveBreakTo({ article, ...from }: BreakAt, to: Place): void {
  perform(moveBreak(article, from, to))
  const { paragraph, offset } = to
  chosenBreak.setState({ at: { article, paragraph, offset } })
}

/** Moves a break by one character within its paragraph. */
export function stepBreak(at: BreakAt, by: 1 | -1): void {
  const article = desk.getState().issue?.articles.find(({ id }) => id === at.article)
  const text = article?.story[at.paragraph]?.text ?? ""
  const pair = /[\udc00-\udfff]/.test(text[by > 0 ? at.offset + 1 : at.offset - 1] ?? "")
  const offset = at.offset + by * (pair ? 2 : 1)
  if (offset > 0 && offset < text.length) moveBreakTo(at, { ...at, offset })
}

/** Takes a break away. */
export function dropBreak(at: BreakAt): void {
  perform(removeBreak(at.article, at))
  chosenBreak.setState({ at: null })
}
