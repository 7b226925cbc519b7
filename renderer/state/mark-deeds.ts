import { addMark } from "../../layouts/edits/add-mark.ts"
import { answerMark } from "../../layouts/edits/answer-mark.ts"
import { applyMark } from "../../layouts/edits/apply-mark.ts"
import { withdrawMark } from "../../layouts/edits/withdraw-mark.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { joined } from "../../layouts/issue/change.ts"
import { isWaiting, type Mark, type MarkRange, type NewMark } from "../../layouts/issue/mark.ts"
import type { Place } from "../../layouts/issue/selection.ts"
import { changeAsked } from "../../layouts/proof/change-asked.ts"
import { boxesOf } from "../../layouts/proof/draw-marks.ts"
import { marksFromChange } from "../../layouts/proof/marks-from-change.ts"
import { SIGNS } from "../../layouts/proof/signs.ts"
import { endsOf, isCaret, textAt, type TextPlace, type TextSelection } from "../text/place.ts"
import { perform, selectText } from "./actions.ts"
import { caret } from "./caret.ts"
import { desk } from "./desk.ts"
import { showSpot } from "./jump.ts"
import { rangeOfSpot, type MarkSpot } from "./mark-spot.ts"
import { tell } from "./means.ts"
import { filtered, proof } from "./proof.ts"
import { revealCaret } from "./show-caret.ts"
import { inTextOrder } from "./in-text-order.ts"
import { showWords } from "./show-words.ts"
import { signature } from "./signature.ts"

/** The words that are selected; "" where there are none. */
export function selectedWords(): string {
  const now = selected()
  return now ? wordsBetween(now.article, ...endsOf(now.selection)) : ""
}

type Sign = Pick<NewMark, "sign" | "payload">

/** What is selected to be marked; null when nothing is. */
function selected(): { readonly article: Article; readonly selection: TextSelection } | null {
  const { selection } = caret.getState()
  const article = desk.getState().issue?.articles.find(({ id }) => id === selection?.article)
  return article && selection ? { article, selection } : null
}

/** Lays a sign on the selected words, on the point where the caret is, or on the picture or place that was taken. */
export function markSelected(sign: Sign): void {
  const { spot } = proof.getState()
  if (spot) return markSpot(spot, sign)
  const now = selected()
  if (!now) return tell(NOTHING_SELECTED, true)
  const [from, to] = endsOf(now.selection)
  make(now.article.id, sign, { range: rangeOf(from, to) })
  collapse(now.selection)
}

/** Lays a sign on a picture or a place of the page, where the sign is not for words alone. */
function markSpot(spot: MarkSpot, sign: Sign): void {
  const { on } = SIGNS[sign.sign]
  if (on !== "any" && !(on === "picture" && spot.picture)) return tell(FOR_WORDS, true)
  make(spot.picture?.article ?? null, sign, { range: rangeOfSpot(spot) })
  proof.setState({ spot: null })
}

const FOR_WORDS = {
  zh: "这个符号只能标在字上；图片和版面用说明、正图、移动或排齐。",
  en: "This sign is for words; pictures and places take a note, straightening, moving or alignment.",
}

const NOTHING_SELECTED = {
  zh: "先用校对工具选中要标的字。",
  en: "Select the words to be marked first, with the proof tool.",
}

/**
 * Makes of what was typed over the selected words the marks that a proofreader would have drawn
 * (改正 增补 对调 …); one step of undo.
 */
export function markTyped(typed: string): void {
  const now = selected()
  if (!now) return
  const { article, selection } = now
  const [from, to] = endsOf(selection)
  const [before, start] = wordsRound(article, from, to)
  const end = start.length + wordsBetween(article, from, to).length
  const after = start + typed + before.slice(end)
  const place = (index: number): Place => placeFrom(from, before.slice(0, index))
  marksFromChange(before, after).forEach(({ from: a, to: b, target, sign, payload }, i) => {
    const range = rangeOf({ ...from, ...place(a) }, { ...from, ...place(b) })
    const whither = target === undefined ? {} : { target: place(target) }
    make(article.id, { sign, payload } as Sign, { range, more: i > 0, ...whither })
  })
  collapse(selection)
}

/** The texts of the paragraphs that two places stand in, and what of them is before the first place. */
function wordsRound(
  article: Article,
  from: TextPlace,
  to: TextPlace,
): readonly [text: string, start: string] {
  const start = { ...from, offset: 0 }
  const end = { ...to, offset: textAt(article, to).length }
  return [wordsBetween(article, start, end), textAt(article, from).slice(0, from.offset)]
}

function wordsBetween(article: Article, from: TextPlace, to: TextPlace): string {
  if (from.paragraph === to.paragraph) return textAt(article, from).slice(from.offset, to.offset)
  const texts = article.story.slice(from.paragraph, to.paragraph + 1).map(({ text }) => text)
  texts[texts.length - 1] = texts.at(-1)!.slice(0, to.offset)
  texts[0] = texts[0]!.slice(from.offset)
  return texts.join("\n")
}

/** The place behind some words that begin with the paragraph of a place. */
function placeFrom({ paragraph }: TextPlace, words: string): Place {
  const lines = words.split("\n")
  return { paragraph: paragraph + lines.length - 1, offset: lines.at(-1)!.length }
}

function rangeOf(from: TextPlace, to: TextPlace): MarkRange {
  const bare = ({ paragraph, offset }: Place): Place => ({ paragraph, offset })
  return { kind: "text", words: from.words, from: bare(from), to: bare(to) }
}

interface Making {
  readonly range: MarkRange
  readonly target?: Place
  /** Belongs to the step of the mark before. */
  readonly more?: boolean
}

function make(article: string | null, sign: Sign, { range, target, more }: Making): void {
  const id = crypto.randomUUID()
  const { pass } = proof.getState()
  const mark = { ...signature(), ...sign, id, article, range, pass, ...(target ? { target } : {}) }
  const edit = addMark(mark as NewMark)
  perform(more ? joined(edit) : edit)
  proof.setState({ chosen: id, asked: null })
}

function collapse(selection: TextSelection): void {
  const [, to] = endsOf(selection)
  selectText({ ...selection, anchor: to, focus: to }, { keys: "page" })
}

/** Takes up the selected words to be moved (转移); the next Enter puts the sign at the caret. */
export function takeToMove(): void {
  const { selection } = caret.getState()
  if (!selection || isCaret(selection)) return tell(NOTHING_SELECTED, true)
  proof.setState({ moving: selection })
  collapse(selection)
}

/** Lays the sign of moving on the words that were taken up, the caret being where they go. */
export function moveToCaret(): void {
  const { moving } = proof.getState()
  const { selection } = caret.getState()
  proof.setState({ moving: null })
  if (!moving || selection?.article !== moving.article) return
  const [from, to] = endsOf(moving)
  if (selection.focus.words !== from.words) return
  const { paragraph, offset } = selection.focus
  const target = { paragraph, offset }
  make(moving.article, { sign: "move", payload: {} }, { range: rangeOf(from, to), target })
}

/** The mark that keys and answers are for; null when none is chosen. */
export function chosenMark(): Mark | null {
  const { chosen } = proof.getState()
  return desk.getState().marks.find(({ id }) => id === chosen) ?? null
}

/** Cancels the chosen mark (保留). */
export function keepAsWas(): void {
  const mark = chosenMark()
  if (!mark || mark.article === null || mark.sign === "stet") return
  make(mark.article, { sign: "stet", payload: { mark: mark.id } }, { range: mark.range })
}

/** Carries the chosen mark out (改): by machine where it can, else noted as done by hand. */
export function carryOut(): void {
  const mark = chosenMark()
  const { issue, marks } = desk.getState()
  if (!mark || !issue || !isWaiting(mark)) return
  const { author, role, at } = signature()
  const possible = changeAsked(issue, mark, marks) !== null
  if (possible) perform(applyMark(mark.id, { author, role, at }))
  else tell(BY_HAND, false)
}

const BY_HAND = {
  zh: "这一处要动手改；改好后按“已改”。",
  en: "This one is carried out by hand; say so when it is done.",
}

/** Answers the chosen mark: refuses it (不改), asks (问), notes that a hand carried it out, or says something. */
export function answerChosen(
  state: "refused" | "asked" | "executed" | "open" | null,
  say: string,
): void {
  const mark = chosenMark()
  if (mark) perform(answerMark(mark.id, { ...signature(), say, state }))
}

/** Takes the chosen mark back. */
export function withdrawChosen(): void {
  const mark = chosenMark()
  if (mark) perform(withdrawMark(mark.id, signature()))
}

/** Chooses a mark and shows it on its page. */
export function chooseMark(id: string): void {
  proof.setState({ chosen: id })
  const mark = chosenMark()
  if (!mark) return
  if (mark.range.kind !== "text") return showMarked(mark)
  if (mark.article !== null && mark.range.kind === "text")
    showWords({ article: mark.article, ...placeOf(mark) })
}

/** Shows the picture or the place of a page that a mark is on. */
function showMarked(mark: Mark): void {
  for (const page of desk.getState().pages) {
    const boxes = boxesOf(page, mark)
    if (boxes.length > 0) return showSpot({ page: page.page.id, boxes })
  }
}

/** Where a mark's words, or what it made of them, stand. */
function placeOf(mark: Mark): Extract<MarkRange, { kind: "text" }> {
  const [piece] = mark.change
  if (piece) return { kind: "text", words: piece.words, from: piece.from, to: piece.to }
  return mark.range as Extract<MarkRange, { kind: "text" }>
}

/**
 * Goes on to the next mark of the list, or back; behind the last comes the first. From a mark that
 * left the list, as one that was just carried out, it goes on from where that stood.
 */
export function stepMark(step: 1 | -1): void {
  const { marks, issue } = desk.getState()
  const { filter, chosen } = proof.getState()
  const listed = new Set(filtered(marks, filter))
  const all = inTextOrder(marks, issue).filter((mark) => listed.has(mark) || mark.id === chosen)
  const at = all.findIndex(({ id }) => id === chosen)
  const next = all.at(at < 0 ? (step > 0 ? 0 : -1) : (at + step) % all.length)
  if (next && listed.has(next)) chooseMark(next.id)
}

/** Leaves marking: nothing is taken up or asked any more. */
export function stopMarking(): void {
  proof.setState({ moving: null, asked: null, spot: null })
  revealCaret()
}
