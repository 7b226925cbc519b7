import type { Book } from "../decisions.ts"
import { because, decide } from "../decisions.ts"
import { isEndWord, isJump, isPhotoCredit, signingOf } from "../looks/credit.ts"
import { isWireLine, spansDateline } from "../looks/dateline.ts"
import { isNameList } from "../looks/verse.ts"
import type { Draft } from "./piece.ts"
import { isBoundary, isFree } from "./piece.ts"

/**
 * Finds the lines that sign or close an article: credits (署名) at its end or right under its
 * headline, the wire's line, the pointer to another page.
 */
export function findSigning(drafts: Draft[], book: Book): void {
  for (const [at, draft] of drafts.entries()) {
    if (!isFree(draft)) continue
    if (draft.tail) {
      draft.role = "credit"
      continue
    }
    const before = drafts[at - 1]
    const opens = before === undefined || before.role === "heading" || before.role === "picture"
    if (isWireLine(draft.text) && !opens)
      close(draft, "电讯稿电头单独成行，放在文末", "a wire's line alone at the end", book)
    else if (isJump(draft.text) || isEndWord(draft.text))
      close(draft, "转版或完稿标记", "a pointer or end mark", book)
    else sign(drafts, at, book)
  }
}

/** Marks a line as the article's closing, if the desk leaves it so. */
function close(draft: Draft, zh: string, en: string, book: Book): void {
  const choice = decide(book, {
    topic: "closing",
    line: draft.block.line,
    what: "closing line",
    why: because(zh, en),
    confidence: 0.95,
    choice: "closing",
    choices: ["closing", "text"],
  })
  if (choice === "closing") draft.role = "closing"
}

/** Marks a line as a credit when its words or its place say so. */
function sign(drafts: Draft[], at: number, book: Book): void {
  const draft = drafts[at] as Draft
  if (draft.dateline > 0 && draft.dateline < draft.text.length) return
  if (spansDateline(draft.text, drafts[at + 1]?.text ?? "")) return
  const signing = isPhotoCredit(draft.text) ? "sure" : signingOf(draft.text)
  if (signing === null) return
  if (signing === "likely" && !isPlacedToSign(drafts, at)) return
  const choice = decide(book, {
    topic: "credit",
    line: draft.block.line,
    what: "credit",
    why: because(
      signing === "sure" ? "独立一行的署名或来源" : "文末或题下的独立短行，像署名",
      signing === "sure"
        ? "authors or source on a line of their own"
        : "a short line where a text is signed",
    ),
    confidence: signing === "sure" ? 0.94 : 0.68,
    choice: "credit",
    choices: ["credit", "text"],
  })
  if (choice === "credit") draft.role = "credit"
}

/** True at an article's end, or between its headline and its text. */
function isPlacedToSign(drafts: readonly Draft[], at: number): boolean {
  const before = drafts[at - 1]
  const next = drafts[at + 1]
  const ends = isBoundary(next) || (next !== undefined && next.role !== null)
  if (before?.role === "heading") return isFree(next)
  if (before?.role === null && isNameList(before.text)) return false
  return before !== undefined && (ends || isWireLine(next?.text ?? ""))
}
