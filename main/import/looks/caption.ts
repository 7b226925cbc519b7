import { endingOf } from "./stops.ts"

/** Words that only a caption opens with. */
const SHOWS =
  /^(?:[▲△▼←→↑↓◀▶]\s*)?(?:图为|图[①-⑳一二三四五六七八九十\d]{1,2}|图片为|[上下左右]图(?:为|[：:，]|$)?|本组图片|题图|图中|图[：:])|^[▲△]/
/** Words that point at a picture from inside. */
const POINTS = /图为|[（(][上下左右]?图[）)]|[（(][上下左右]图[：:]|[上下左右]图为|如图[）)]/
const DATED = /^(?:\d{4}年)?\d{1,2}月\d{1,2}日/
const LATELY =
  /^(?:近日|日前|连日来|眼下|时下|当前|目前|今日|昨日|入[春夏秋冬]以来|金秋|初[春夏秋冬]|深秋|盛夏|隆冬|[春夏秋冬]日|国庆|中秋|春节|端午|清明|暑假|开学)/
/** Words that tie a paragraph to the one before it. */
const TIED =
  /^(?:同时|此外|另外|据了解|据悉|会上|会议|\p{Script=Han}{2,4}(?:强调|指出|要求|表示|说|认为|介绍))/u

/** True when the text opens or points as only a caption does. */
export function showsPicture(text: string): boolean {
  return (
    SHOWS.test(text.slice(0, 24)) ||
    POINTS.test(text.slice(-400)) ||
    POINTS.test(text.slice(0, 400))
  )
}

/** True when a text opens with its day, as captions and news do. */
export function opensDated(text: string): boolean {
  return DATED.test(text.slice(0, 20))
}

/** What stands round a paragraph when one asks whether it is a caption. */
export interface CaptionPlace {
  /** The photo credit that follows or ends the paragraph, null when there is none. */
  readonly credit: string | null
  /** What ended before it. */
  readonly before: "nothing" | "heading" | "picture" | "closed" | "whole" | "open"
  /** Length of its dateline. */
  readonly dateline: number
  /** True when more than one blank line parts it from the text before. */
  readonly apart: boolean
}

/**
 * How much a paragraph looks like a photo's caption; from 1.5 on it is taken for one.
 * The words weigh most; a photo credit counts; a dateline or a tie to the text before counts against.
 */
export function captionScore(text: string, place: CaptionPlace): number {
  const shows = SHOWS.test(text.slice(0, 24))
  let score = shows ? 3 : showsPicture(text) ? 2 : 0
  const dated = DATED.test(text.slice(0, 20))
  if (place.credit !== null) {
    const reported = /摄影报道/.test(place.credit)
    score += reported ? 0.6 : dated || shows || text.length <= 150 ? 1.6 : 1.1
  }
  if (dated) score += 1
  else if (LATELY.test(text)) score += 0.5
  if (place.before === "closed" || place.before === "nothing") score += 0.7
  if (place.before === "picture") score += 2
  if (place.before === "open" && !shows) score -= dated || LATELY.test(text) ? 0.3 : 2
  if (place.apart) score += 0.5
  if (text.length <= 90 && !/[“”]/.test(text)) score += 0.3
  if (text.length > 260) score -= dated ? 0.5 : 1.5
  if (place.dateline > 0) score -= 4
  if (TIED.test(text.slice(0, 12))) score -= 1.5
  if (endingOf(text) === "open" && text.length > 60 && !shows) score -= 1
  return score
}
