import type { HeadWords } from "../issue/article.ts"
import { articleAt, storyAt, type Change, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { quotedAt, storyHook, wordsHook } from "../issue/mark-anchor.ts"
import { hookName, markAt, piecesOf, type KeptPiece } from "../issue/mark-fields.ts"
import { isWaiting, type Mark, type MarkAnswer } from "../issue/mark.ts"
import { changeAsked, placeIn, type AskedPiece } from "../proof/change-asked.ts"
import { answered } from "./answer-mark.ts"
import { formatText } from "./format-text.ts"
import { replaceStretch } from "./retype.ts"
import { retyped } from "./retype-words.ts"
import { setParagraphLook } from "./set-paragraph-look.ts"

/**
 * Carries a mark out (改): makes the change that its sign asks for, links the change to the mark and
 * notes who did it, all as one step. A stet (保留) takes back what the mark that it names had changed.
 * Nothing happens where `changeAsked` has no answer: that mark is carried out by hand, and answered.
 */
export function applyMark(id: string, by: Omit<MarkAnswer, "say" | "state">): Edit {
  return {
    name: "apply-mark",
    say: { zh: "执行批注", en: "Carry out mark" },
    run(change) {
      const mark = change.marked.find((one) => one.id === id)
      const pieces = mark && isWaiting(mark) ? changeAsked(change.issue, mark, change.marked) : null
      if (!mark || !pieces) return
      if (mark.sign === "note") setLook(change, mark)
      else link(change, mark, putPieces(change, mark.article!, pieces))
      answered(change, id, { ...by, say: "", state: "executed" })
      if (mark.sign === "stet")
        answered(change, mark.payload.mark, { ...by, say: "保留", state: "refused" })
    },
  }
}

/** Sets what an instruction asks for (说明). */
function setLook(change: Change, { article, range, payload }: Mark & { sign: "note" }): void {
  const { look } = payload
  if (article === null || range.kind !== "text" || !look) return
  const { align, indent, ...text } = look
  const [from, to] = [range.from, range.to]
  formatText(article, { from, to }, text).run(change)
  const whole = { ...(align ? { align } : {}), ...(indent === undefined ? {} : { indent }) }
  if (Object.keys(whole).length > 0)
    setParagraphLook(article, from.paragraph, to.paragraph, whole).run(change)
}

/** Makes the changes of an article's texts; returns the pieces, each with where it then stands. */
function putPieces(
  change: Change,
  article: string,
  pieces: readonly AskedPiece[],
): readonly PutPiece[] {
  const fields = [...new Set(pieces.map(({ words }) => words))]
  return fields.flatMap((words) => {
    const own = pieces.filter((piece) => piece.words === words).toSorted((a, b) => a.from - b.from)
    if (words === null) putInStory(change, article, own)
    else putInWords(change, article, words, own)
    let grown = 0
    return own.map(({ from, to, was, put }) => {
      const piece = { words, was, put, from: from + grown }
      grown += put.length - (to - from)
      return piece
    })
  })
}

interface PutPiece {
  readonly words: HeadWords | null
  readonly was: string
  readonly put: string
  readonly from: number
}

/** From the last to the first, so that what is before a piece has not moved yet. */
function putInStory(change: Change, article: string, pieces: readonly AskedPiece[]): void {
  const story = storyAt(change, article)
  if (!story) return
  for (const { from, to, put } of pieces.toReversed()) {
    const its = { story: story.paragraphs }
    const stretch = { from: placeIn(its, from), to: placeIn(its, to) }
    replaceStretch(story, stretch, put)
  }
}

function putInWords(
  change: Change,
  article: string,
  words: HeadWords,
  pieces: readonly AskedPiece[],
): void {
  const fields = articleAt(change, article)
  let its = change.issue.articles.find(({ id }) => id === article)
  if (!fields || !its) return
  for (const { from, to, put } of pieces.toReversed()) {
    const { text, parts } = retyped(its, words, { from, to }, put)
    its = { ...its, [words]: text === "" ? null : text }
    if (words === "headline") its = { ...its, headlineParts: parts }
  }
  setField(fields, words, its[words])
  if (words === "headline") setField(fields, "headlineParts", JSON.stringify(its.headlineParts))
}

/** Writes down what a mark changed, behind what it had changed before, anchored where it stands. */
function link(change: Change, { id, article }: Mark, pieces: readonly PutPiece[]): void {
  const fields = markAt(change.marks, id)
  const story = storyAt(change, article!)
  const its = change.issue.articles.find((one) => one.id === article)
  if (!fields || !story || !its) return
  const before = piecesOf(fields)
  const kept = pieces.map(({ words, was, put, from }, i): KeptPiece => {
    const text = words === null ? story.text.toString() : textAfter(its[words], pieces, words)
    const stretch = { from, to: from + put.length }
    const hook = words === null ? storyHook(story.text, stretch) : wordsHook(stretch)
    change.marks.anchors.set(hookName(id, before.length + i), hook)
    return { words, was, quote: quotedAt(text, stretch) }
  })
  setField(fields, "change", JSON.stringify([...before, ...kept]))
}

/** A heading's words with the pieces in them. */
function textAfter(text: string | null, pieces: readonly PutPiece[], words: HeadWords): string {
  return pieces
    .filter((piece) => piece.words === words)
    .reduce(
      (now, { was, put, from }) => now.slice(0, from) + put + now.slice(from + was.length),
      text ?? "",
    )
}
