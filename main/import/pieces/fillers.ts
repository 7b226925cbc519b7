import type { Book } from "../decisions.ts"
import { because, decide } from "../decisions.ts"
import type { FillerLook } from "../looks/filler.ts"
import {
  fillerLook,
  isBareDate,
  isBareSign,
  isNoticeTitle,
  isPageHead,
  looseFillerLook,
} from "../looks/filler.ts"
import { signingOf } from "../looks/credit.ts"
import { endingOf } from "../looks/stops.ts"
import type { Draft } from "./piece.ts"
import { isBoundary, isFree } from "./piece.ts"

/** Why a line is a filler, in both languages. */
const REASONS: Readonly<Record<FillerLook | "sign" | "claimed", readonly [string, string]>> = {
  desk: ["值班编辑一行", "a line of the desk on duty"],
  contact: [
    "热线、电话或网址，不属于稿件",
    "a hotline, telephone or address that belongs to no article",
  ],
  weather: ["天气", "the weather"],
  folio: ["报眉、日期或版次", "the page's own date or number"],
  notice: ["公告、启事一类", "a notice"],
  slogan: ["标语", "a slogan"],
  number: ["单独的号码", "a number on its own"],
  sign: ["稿件结束后的无标点短行", "a short line without marks after an article's end"],
  claimed: ["在公告、启事之下", "stands under a notice"],
}

/** Sureness of each look, 0 to 1. */
const SURE: Readonly<Record<FillerLook | "sign" | "claimed", number>> = {
  desk: 0.97,
  contact: 0.9,
  weather: 0.85,
  folio: 0.9,
  notice: 0.85,
  slogan: 0.8,
  number: 0.85,
  sign: 0.58,
  claimed: 0.75,
}

/** Most lines without any filler word that are taken for fillers together. */
const MOST_SIGNS = 2

/**
 * Finds the fillers (补白): lines that belong to no article. Some are fillers by their own words;
 * hotlines by name, bare numbers and slogans only where an article has ended.
 */
export function findFillers(drafts: Draft[], book: Book): void {
  for (let at = 0; at < drafts.length; at++) {
    const draft = drafts[at] as Draft
    if (!isFree(draft) || draft.tail) continue
    const look =
      isBareDate(draft.text) && isPageTop(drafts[at - 1]) ? "folio" : fillerLook(draft.text)
    if (look === null || (isInText(drafts, at) && look !== "desk" && look !== "folio")) continue
    if (!isFiller(draft, look, book)) continue
    if (look === "notice" && isNoticeTitle(draft.text)) claim(drafts, at + 1, book)
  }
  for (let at = 0; at < drafts.length;) at = looseRun(drafts, at, book)
}

/** True where the page's own lines stand: nothing before, or the paper's name or another of them. */
function isPageTop(before: Draft | undefined): boolean {
  return before === undefined || before.role === "filler" || isPageHead(before.text)
}

/** True when running text of one article stands on both sides. */
function isInText(drafts: readonly Draft[], at: number): boolean {
  const before = drafts[at - 1]
  const after = drafts[at + 1]
  if (!isFree(before) || before.tail || !isFree(after)) return false
  if (after.dateline > 0 || signingOf(after.text) !== null) return false
  return before.text.length > 30 && after.text.length > 30 && fillerLook(after.text) === null
}

/** Gives what stands under a notice to the notice: up to the next heading, dateline, photo or credit. */
function claim(drafts: Draft[], from: number, book: Book): void {
  for (let at = from; at < drafts.length; at++) {
    const draft = drafts[at]
    if (!isFree(draft) || isBoundary(draft) || draft.block.gap > 2) return
    if (!isFiller(draft, fillerLook(draft.text) ?? "claimed", book)) return
  }
}

/** Reads one run of loose fillers from a place on; returns where to go on. */
function looseRun(drafts: Draft[], at: number, book: Book): number {
  let end = at
  const looks: (FillerLook | "sign")[] = []
  for (; end < drafts.length; end++) {
    const look = looseLook(drafts[end])
    if (look === null) break
    looks.push(look)
  }
  if (end === at) return at + 1
  const signs = looks.every((look) => look === "sign")
  const words = looks.every((look) => look === "sign" || look === "slogan")
  const ended = words ? endsBehindPhotos(drafts, end) : endsAt(drafts[end])
  if (ended && mayFollow(drafts[at - 1], signs, end - at)) {
    for (let next = at; next < end; next++) {
      isFiller(drafts[next] as Draft, looks[next - at] as FillerLook | "sign", book)
    }
  }
  return end
}

/** True where no more running text of the same article stands. */
function endsAt(draft: Draft | undefined): boolean {
  return draft === undefined || !isFree(draft) || isBoundary(draft)
}

/** The same behind the photos that follow: a bare line before one may be a cut piece of the text behind. */
function endsBehindPhotos(drafts: readonly Draft[], from: number): boolean {
  let at = from
  while (["caption", "photoCredit", "picture"].includes(drafts[at]?.role ?? "")) at++
  return endsAt(drafts[at])
}

/** The look of a free line that may be a filler at an article's end, null for any other. */
function looseLook(draft: Draft | undefined): FillerLook | "sign" | null {
  if (!isFree(draft) || draft.tail || draft.dateline > 0 || draft.text.length > 60) return null
  const look = looseFillerLook(draft.text)
  if (look !== null) return look
  return signingOf(draft.text) === null && isBareSign(draft.text) ? "sign" : null
}

/** True when fillers may stand after a draft: something ended there. Signs alone want a clear end. */
function mayFollow(before: Draft | undefined, signs: boolean, count: number): boolean {
  if (signs && count > MOST_SIGNS) return false
  if (before === undefined) return !signs
  if (before.role === "heading") return false
  if (before.role !== null) return true
  if (signingOf(before.text) !== null) return true
  const ending = endingOf(before.text)
  return ending === "whole" || (ending === "closed" && !signs) || !signs
}

/** Asks the book whether a line is a filler, and marks it. */
function isFiller(draft: Draft, look: FillerLook | "sign" | "claimed", book: Book): boolean {
  const [zh, en] = REASONS[look]
  const choice = decide(book, {
    topic: "filler",
    line: draft.block.line,
    what: "filler",
    why: because(zh, en),
    confidence: SURE[look],
    choice: "filler",
    choices: ["filler", "text"],
  })
  if (choice !== "filler") return false
  draft.role = "filler"
  return true
}
