import { joinParagraphs } from "../../layouts/edits/join-paragraphs.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { retypeWords } from "../../layouts/edits/retype-words.ts"
import { splitParagraph } from "../../layouts/edits/split-paragraph.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { joined, type Edit } from "../../layouts/issue/change.ts"
import { perform, selectText, showComposition } from "../state/actions.ts"
import { caret } from "../state/caret.ts"
import { composedArticle, desk } from "../state/desk.ts"
import { revealCaret } from "../state/show-caret.ts"
import { endTyping, typingGoesOn } from "../state/typing.ts"
import { placeBehind } from "../text/composition.ts"
import { motionAt, moveCaret, stopAfter, stopBefore, type Motion, type Room } from "../text/move.ts"
import { endsOf, isCaret, textAt, type TextPlace, type TextSelection } from "../text/place.ts"
import { nextWord, wordBefore } from "../text/segment.ts"

/** The article that is being written in, and what is selected of it. */
export interface Writing {
  readonly article: Article
  readonly selection: TextSelection
  /** The ends of the selection in the order of the text. */
  readonly ends: readonly [TextPlace, TextPlace]
}

/** What is being written; null when no text is selected. */
export function writing(): Writing | null {
  const { selection } = caret.getState()
  const article = desk.getState().issue?.articles.find(({ id }) => id === selection?.article)
  return selection && article ? { article, selection, ends: endsOf(selection) } : null
}

function roomIn({ article }: Writing, leaves: boolean): Room {
  return { article, set: composedArticle(desk.getState(), article.id), leaves }
}

/** Puts the caret at a place of an article, and shows it. */
export function putCaret(article: string, place: TextPlace): void {
  selectText({ article, anchor: place, focus: place })
  revealCaret()
}

/** Moves the caret as a key says, or with `extend` the end of the selection that has it. */
export function moveBy(key: Motion, extend: boolean): void {
  const now = writing()
  if (!now) return
  endTyping()
  const { selection, ends } = now
  const room = roomIn(now, !extend)
  const motion = motionAt(room, selection.focus, key)
  if (!extend && !isCaret(selection) && (motion === "left" || motion === "right")) {
    putCaret(selection.article, ends[motion === "left" ? 0 : 1])
    return
  }
  const from = { place: selection.focus, goal: caret.getState().goal }
  const { place, goal } = moveCaret(room, from, motion)
  const anchor = extend ? selection.anchor : place
  selectText({ ...selection, anchor, focus: place }, { goal })
  revealCaret()
}

/** Selects all of the story, or of the heading that the caret is in. */
export function selectAll(): void {
  const now = writing()
  if (!now) return
  endTyping()
  const { words } = now.selection.focus
  const first: TextPlace = { words, paragraph: 0, offset: 0, affinity: "after" }
  const paragraph = words === null ? Math.max(0, now.article.story.length - 1) : 0
  const end = textAt(now.article, { words, paragraph }).length
  const last: TextPlace = { words, paragraph, offset: end, affinity: "before" }
  selectText({ article: now.article.id, anchor: first, focus: last })
}

/** Writes words in place of what is selected; words typed without a pause are one step of undo. */
export function writeWords(words: string): void {
  const now = writing()
  if (!now || words === "") return
  const [from, to] = now.ends
  const where = `${now.article.id} ${from.words} ${from.paragraph}`
  const goesOn = typingGoesOn(where) && isCaret(now.selection)
  replace(now, [from, to], words, goesOn)
}

/** Puts words in place of what is selected as one step of its own. */
export function putWords(words: string): void {
  const now = writing()
  if (!now) return
  endTyping()
  replace(now, now.ends, words, false)
}

function replace(
  { article }: Writing,
  [from, to]: Writing["ends"],
  words: string,
  goesOn: boolean,
): void {
  const edit = replacing(article.id, from, to, words)
  perform(goesOn ? joined(edit) : edit)
  putCaret(article.id, placeBehind(from, words))
}

/** The edit that puts words between two places of one field. */
export function replacing(article: string, from: TextPlace, to: TextPlace, words: string): Edit {
  if (from.words === null) return retype(article, { from, to }, words)
  return retypeWords(article, from.words, { from: from.offset, to: to.offset }, words)
}

/** Deletes what is selected, else a character or a word on one side of the caret. */
export function erase(way: -1 | 1, wholeWord: boolean): void {
  const now = writing()
  if (!now) return
  const [from, to] = now.ends
  if (!isCaret(now.selection)) {
    putWords("")
    return
  }
  const { length } = textAt(now.article, from)
  const atEdge = way < 0 ? from.offset === 0 : from.offset === length
  if (atEdge) {
    joinAt(now, way)
    return
  }
  const room = roomIn(now, false)
  const text = textAt(now.article, from)
  const back = wholeWord ? wordBefore(text, from.offset) : stopBefore(room, from)
  const ahead = wholeWord ? nextWord(text, to.offset) : stopAfter(room, to)
  const start = way < 0 ? { ...from, offset: back } : from
  const end = way > 0 ? { ...to, offset: ahead } : to
  const where = `${now.article.id} ${from.words} ${from.paragraph} erase`
  replace(now, [start, end], "", typingGoesOn(where))
}

/** Joins the caret's paragraph to the one before or after it; headings stay what they are. */
function joinAt({ article, ends: [place] }: Writing, way: -1 | 1): void {
  if (place.words !== null) return
  const second = way < 0 ? place.paragraph : place.paragraph + 1
  const before = article.story[second - 1]
  if (!before || !article.story[second]) return
  endTyping()
  perform(joinParagraphs(article.id, second))
  const offset = before.text.length
  putCaret(article.id, { ...place, paragraph: second - 1, offset, affinity: "after" })
}

/** Begins a paragraph at the caret; in a heading goes on to the next one, for it has no paragraphs. */
export function breakParagraph(): void {
  const now = writing()
  if (!now) return
  const [from] = now.ends
  if (from.words !== null) {
    moveBy("paragraphDown", false)
    return
  }
  endTyping()
  if (!isCaret(now.selection)) putWords("\n")
  else {
    perform(splitParagraph(now.article.id, from))
    putCaret(now.article.id, {
      ...from,
      paragraph: from.paragraph + 1,
      offset: 0,
      affinity: "after",
    })
  }
}

/** Shows what an input method has composed so far in place of what was selected when it began. */
export function composeWords(text: string): void {
  const { composition } = caret.getState()
  const now = writing()
  if (!now) return
  const [from, to] = composition ? [composition.from, composition.to] : now.ends
  showComposition({ article: now.article.id, from, to, text })
  putCaret(now.article.id, placeBehind(from, text))
}

/** Ends a composition: its words are written as typed ones are, or nothing is left of it. */
export function endComposition(words: string): void {
  const { composition } = caret.getState()
  if (!composition) return
  const { article, from, to } = composition
  showComposition(null)
  selectText({ article, anchor: from, focus: to })
  if (words === "") revealCaret()
  else writeWords(words)
}
