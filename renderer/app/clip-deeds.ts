import { putParagraphs, type LooseParagraph } from "../../layouts/edits/put-paragraphs.ts"
import { perform } from "../state/actions.ts"
import { endTyping } from "../state/typing.ts"
import { clipOf, inOneLine, paragraphsOfText, type Clip } from "../text/clip.ts"
import { placeBehind } from "../text/composition.ts"
import { isCaret } from "../text/place.ts"
import { putCaret, putWords, writing } from "./text-deeds.ts"

/** What is selected, to be carried by the clipboard; null for nothing. */
export function selectedClip(): Clip | null {
  const now = writing()
  return now && !isCaret(now.selection) ? clipOf(now.article, ...now.ends) : null
}

/** Puts what is selected onto the clipboard of an event; false for nothing. */
export function copyTo(carrier: DataTransfer): boolean {
  const clip = selectedClip()
  if (!clip) return false
  carrier.setData("text/plain", clip.plain)
  carrier.setData("text/html", clip.rich)
  return true
}

/** Takes what is selected out of the text and onto the clipboard. */
export function cutTo(carrier: DataTransfer): void {
  if (copyTo(carrier)) putWords("")
}

/** Puts what a clipboard carries in place of what is selected: one step, whatever its length. */
export async function pasteFrom(carrier: DataTransfer): Promise<void> {
  const [plain, rich] = [carrier.getData("text/plain"), carrier.getData("text/html")]
  const read = rich === "" ? null : (await import("../text/read-rich.ts")).paragraphsOfMarkup(rich)
  const paragraphs = read && read.length > 0 ? read : paragraphsOfText(plain)
  const [only] = paragraphs
  const oneLine = plain !== "" && !/[\r\n]/.test(plain)
  // A stretch of one line is taken with the blanks at its ends, which paragraphs do not have.
  const whole = paragraphs.length < 2 && oneLine
  putLoose(whole ? [{ role: only?.role ?? "body", text: plain }] : paragraphs)
}

/** Puts paragraphs in place of what is selected; a heading takes them in one line. */
function putLoose(paragraphs: readonly LooseParagraph[]): void {
  const now = writing()
  if (!now || paragraphs.length === 0) return
  const [from, to] = now.ends
  if (from.words !== null) {
    putWords(inOneLine(paragraphs))
    return
  }
  endTyping()
  perform(putParagraphs(now.article.id, { from, to }, paragraphs))
  putCaret(now.article.id, placeBehind(from, paragraphs.map(({ text }) => text).join("\n")))
}
