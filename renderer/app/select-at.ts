import type { ComposedPage } from "../../layouts/compose.ts"
import { selectText } from "../state/actions.ts"
import { caret } from "../state/caret.ts"
import { composedPage, desk } from "../state/desk.ts"
import { endTyping } from "../state/typing.ts"
import { view } from "../state/view.ts"
import { placeAt, type PagePlace } from "../text/caret.ts"
import { comparePlaces, textAt, type TextPlace } from "../text/place.ts"
import { wordAround } from "../text/segment.ts"
import type { Act, Point } from "../tools/tool.ts"

/** Selects the text between two points of the page that is shown, by characters, words or paragraphs. */
export function selectAt({ from, to, unit, more }: Act & { kind: "selectText" }): void {
  const page = composedPage(desk.getState(), view.getState().page)
  if (!page) return
  endTyping()
  const { selection } = caret.getState()
  const start = more && selection ? null : placeAt(page, from)
  const article = start?.article ?? (more ? selection?.article : undefined)
  if (article === undefined) return
  const anchor = start
    ? stretch(page, start, unit)
    : ([selection!.anchor, selection!.anchor] as const)
  const end = placeAt(page, to, { article, words: anchor[0].words })
  if (!end) return
  const focus = stretch(page, end, unit)
  const backwards = comparePlaces(focus[0], anchor[0]) < 0
  selectText(
    backwards
      ? { article, anchor: anchor[1], focus: focus[0] }
      : { article, anchor: anchor[0], focus: focus[1] },
    { keys: "page" },
  )
}

/** The ends of what a press at a place takes. */
function stretch(
  page: ComposedPage,
  { article, place, over }: PagePlace,
  unit: (Act & { kind: "selectText" })["unit"],
): readonly [TextPlace, TextPlace] {
  if (unit === "character") return [place, place]
  const set = page.articles.find((one) => one.article.id === article)!
  const text = textAt(set.article, place)
  const { from, to } = unit === "word" ? wordAround(text, over) : { from: 0, to: text.length }
  return [
    { ...place, offset: from, affinity: "after" },
    { ...place, offset: to, affinity: "before" },
  ]
}

/** Puts the caret into the text under a point, with the text tool; false where there is none. */
export function enterText(article: string, at: Point): boolean {
  const page = composedPage(desk.getState(), view.getState().page)
  const found = page && placeAt(page, at)
  if (!found || found.article !== article) return false
  view.setState({ tool: "text" })
  selectText({ article, anchor: found.place, focus: found.place }, { keys: "page" })
  return true
}
