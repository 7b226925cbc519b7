import { appendParagraph } from "../../layouts/edits/append-paragraph.ts"
import type { ParagraphRole } from "../../layouts/issue/article.ts"
import { joined } from "../../layouts/issue/change.ts"
import { perform, selectText, showComposition } from "../state/actions.ts"
import { caret } from "../state/caret.ts"
import { desk } from "../state/desk.ts"
import { revealCaret } from "../state/show-caret.ts"
import { endTyping, typingGoesOn } from "../state/typing.ts"
import { changeBetween } from "../text/change.ts"
import { comparePlaces, sameText, type TextPlace } from "../text/place.ts"
import { replacing } from "./text-deeds.ts"

/** A text of an article, as a field of the story pane shows it. */
export interface PaneText {
  readonly article: string
  readonly words: TextPlace["words"]
  readonly paragraph: number
}

/** What the pane reads of a field that text is written in. */
export interface PaneField {
  readonly value: string
  readonly selectionStart: number
  readonly selectionEnd: number
  readonly selectionDirection: string
}

/** Makes the issue's text what a field holds now; typing without a pause is one step of undo. */
export function writeField(at: PaneText, before: string, field: PaneField): void {
  const change = changeBetween(before, field.value, field.selectionEnd)
  if (!change) return
  const goesOn = typingGoesOn(`${at.article} ${at.words} ${at.paragraph}`)
  const edit = replacing(at.article, placeIn(at, change.from), placeIn(at, change.to), change.text)
  perform(goesOn ? joined(edit) : edit)
  selectText(selectionIn(at, field), { keys: "pane" })
}

/** Shows on the page what an input method has composed in a field that held `before`. */
export function composeInField(at: PaneText, before: string, field: PaneField): void {
  const change = changeBetween(before, field.value, field.selectionEnd)
  showComposition(
    change && {
      article: at.article,
      from: placeIn(at, change.from),
      to: placeIn(at, change.to),
      text: change.text,
    },
  )
  selectText(selectionIn(at, field), { keys: "pane" })
}

/** Ends a composition in a field: its words are written, or nothing is left of it. */
export function settleField(at: PaneText, before: string, field: PaneField): void {
  showComposition(null)
  writeField(at, before, field)
}

/** Shows on the page where the caret of a field is. */
export function followField(at: PaneText, field: PaneField): void {
  const { selection, keys, composition } = caret.getState()
  if (composition) return
  const next = selectionIn(at, field)
  const same =
    keys === "pane" &&
    selection?.article === at.article &&
    sameText(selection.focus, next.focus) &&
    comparePlaces(selection.anchor, next.anchor) === 0 &&
    comparePlaces(selection.focus, next.focus) === 0
  if (same) return
  endTyping()
  selectText(next, { keys: "pane" })
  revealCaret()
}

/** Writes the first words of a closing or a credit that the article does not have yet. */
export function addTail(article: string, role: ParagraphRole, words: string): void {
  endTyping()
  perform(appendParagraph(article, role, words))
  const story = desk.getState().issue?.articles.find(({ id }) => id === article)?.story ?? []
  const place = placeIn({ words: null, paragraph: story.length - 1 }, words.length)
  selectText({ article, anchor: place, focus: place }, { keys: "pane" })
}

function selectionIn(at: PaneText, field: PaneField) {
  const start = placeIn(at, field.selectionStart)
  const end = placeIn(at, field.selectionEnd)
  const backward = field.selectionDirection === "backward"
  const [anchor, focus] = backward ? [end, start] : [start, end]
  return { article: at.article, anchor, focus }
}

function placeIn({ words, paragraph }: Omit<PaneText, "article">, offset: number): TextPlace {
  return { words, paragraph, offset, affinity: "after" }
}
