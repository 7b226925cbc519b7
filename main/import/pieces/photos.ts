import type { Book } from "../decisions.ts"
import { because, decide } from "../decisions.ts"
import { captionScore, showsPicture } from "../looks/caption.ts"
import type { CaptionPlace } from "../looks/caption.ts"
import { isPhotoCredit, signingOf } from "../looks/credit.ts"
import { isWireLine } from "../looks/dateline.ts"
import { fillerLook } from "../looks/filler.ts"
import { endingOf } from "../looks/stops.ts"
import type { Draft } from "./piece.ts"
import { isFree } from "./piece.ts"

/** Scores from here on make a caption; without a photo credit the words must say more. */
const CREDITED = 1.5
const UNCREDITED = 2.8

/**
 * Finds the photo blocks (照片): a caption with its credit, with or without a heading, at any place.
 * A credit whose paragraph is no caption stays free and is read as the article's.
 */
export function findPhotos(drafts: Draft[], book: Book): void {
  for (const [at, draft] of drafts.entries()) {
    if (!isFree(draft)) continue
    if (isPhotoCredit(draft.text)) creditPhoto(drafts, at, book)
    else if (!isPhotoCredit(drafts[at + 1]?.text ?? "")) lonePhoto(drafts, at, book)
  }
}

/** Takes the paragraph before a photo credit as its caption, when it looks like one. */
function creditPhoto(drafts: Draft[], at: number, book: Book): void {
  const caption = drafts[at - 1]
  const credit = drafts[at] as Draft
  if (!isFree(caption) || isOther(caption)) {
    if (drafts[at - 1]?.role === "photoCredit" || drafts[at - 1]?.role === "caption") {
      credit.role = "photoCredit"
    }
    return
  }
  const score = captionScore(caption.text, placeOf(drafts, at - 1, credit.text))
  if (score < CREDITED) return
  if (!isPhoto(caption, score - CREDITED, book)) return
  caption.role = "caption"
  credit.role = "photoCredit"
  for (let back = at - 2; back >= 0; back--) {
    const earlier = drafts[back]
    if (!isFree(earlier) || !/^[▲△]?\s*(?:图|[上下左右]图)/.test(earlier.text)) break
    earlier.role = "caption"
  }
}

/** Takes a paragraph without a photo credit as a caption, when its own words say so. */
function lonePhoto(drafts: Draft[], at: number, book: Book): void {
  const draft = drafts[at] as Draft
  if (isOther(draft)) return
  const place = placeOf(drafts, at, null)
  const short = place.before === "picture" && draft.text.length <= 40 ? 0.8 : 0
  if (short === 0 && place.before !== "picture" && !showsPicture(draft.text)) return
  const score = captionScore(draft.text, place) + short
  if (score >= UNCREDITED && isPhoto(draft, score - UNCREDITED, book)) draft.role = "caption"
}

/** Asks the book whether a paragraph is a caption. */
function isPhoto(caption: Draft, margin: number, book: Book): boolean {
  const choice = decide(book, {
    topic: "photo",
    line: caption.block.line,
    what: "photo caption",
    why: because(
      "像图片说明：后面署“摄”，或以日期、“图为”开头",
      "looks like a caption: a photo credit follows, or it opens with a date or 图为",
    ),
    confidence: Math.min(0.97, 0.62 + margin * 0.2),
    choice: "photo",
    choices: ["photo", "text"],
  })
  return choice === "photo"
}

/** True when a paragraph is signing, closing or a filler by its own words. */
function isOther(draft: Draft): boolean {
  if (draft.text.length > 90) return false
  return (
    signingOf(draft.text) === "sure" || isWireLine(draft.text) || fillerLook(draft.text) !== null
  )
}

/** What stands round a paragraph. */
function placeOf(drafts: readonly Draft[], at: number, credit: string | null): CaptionPlace {
  const draft = drafts[at] as Draft
  return {
    credit,
    before: beforeOf(drafts[at - 1]),
    dateline: draft.dateline,
    apart: draft.block.gap > 1,
  }
}

function beforeOf(before: Draft | undefined): CaptionPlace["before"] {
  if (before === undefined) return "nothing"
  if (before.role === "heading" || before.role === "picture") return before.role
  if (before.role !== null || isOther(before) || signingOf(before.text) !== null) return "closed"
  return endingOf(before.text) === "open" ? "open" : "whole"
}
