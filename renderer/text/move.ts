import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { lineOf, placeOn } from "./caret.ts"
import { linesOf, onLine, type TextLine } from "./lines.ts"
import { HEAD_WORDS, sameText, textAt, type TextPlace } from "./place.ts"
import { clusterBefore, nextCluster, nextWord, wordBefore } from "./segment.ts"

/** Ways that keys move a caret. */
export type Motion =
  | "left"
  | "right"
  | "wordLeft"
  | "wordRight"
  | "up"
  | "down"
  | "lineStart"
  | "lineEnd"
  | "paragraphUp"
  | "paragraphDown"
  | "columnUp"
  | "columnDown"
  | "storyStart"
  | "storyEnd"

/** What keys of vertical text do, where the next character is below and the next line on the left. */
const DOWN: Readonly<Partial<Record<Motion, Motion>>> = {
  up: "left",
  down: "right",
  left: "down",
  right: "up",
  wordLeft: "paragraphDown",
  wordRight: "paragraphUp",
  paragraphUp: "wordLeft",
  paragraphDown: "wordRight",
}

/** The motion along the text that a key means where a place stands. */
export function motionAt(room: Room, place: TextPlace, motion: Motion): Motion {
  return lineOn(room, place)?.vertical ? (DOWN[motion] ?? motion) : motion
}

/** A caret on its way: where it is, and the distance from its column's start that lines keep. */
export interface Moving {
  readonly place: TextPlace
  /** pt; null when the last motion was not up or down. */
  readonly goal: number | null
}

/** What a caret moves in; `set` is null for an article that is on no page. */
export interface Room {
  readonly article: Article
  readonly set: ComposedArticle | null
  /** False for a selection's focus, which stays in the words that it began in. */
  readonly leaves: boolean
}

/**
 * Where a motion takes a caret. Lines are those on the page; where text is on no page, up, down and
 * the line's ends do as for one long line a paragraph. At the article's ends it stays.
 */
export function moveCaret(room: Room, from: Moving, motion: Motion): Moving {
  switch (motion) {
    case "up":
    case "down":
      return moveByLine(room, from, motion === "up" ? -1 : 1)
    case "columnUp":
    case "columnDown":
      return moveByColumn(room, from, motion === "columnUp" ? -1 : 1)
    default:
      return { place: moveInText(room, from.place, motion), goal: null }
  }
}

function moveInText(
  room: Room,
  place: TextPlace,
  motion: Exclude<Motion, "up" | "down" | "columnUp" | "columnDown">,
): TextPlace {
  const text = textAt(room.article, place)
  switch (motion) {
    case "left":
      return stepped(room, place, place.offset > 0 ? stopBefore(room, place) : null, -1)
    case "right":
      return stepped(room, place, place.offset < text.length ? stopAfter(room, place) : null, 1)
    case "wordLeft":
      return stepped(room, place, place.offset > 0 ? wordBefore(text, place.offset) : null, -1)
    case "wordRight":
      return stepped(
        room,
        place,
        place.offset < text.length ? nextWord(text, place.offset) : null,
        1,
      )
    case "lineStart":
      return { ...place, offset: lineOn(room, place)?.at[0] ?? 0, affinity: "after" }
    case "lineEnd":
      return { ...place, offset: lineOn(room, place)?.at.at(-1) ?? text.length, affinity: "before" }
    case "paragraphUp":
      return place.offset > 0
        ? { ...place, offset: 0, affinity: "after" }
        : neighbour(room, place, -1, "start")
    case "paragraphDown":
      return neighbour(room, place, 1, "start")
    case "storyStart":
      return { ...place, paragraph: 0, offset: 0, affinity: "after" }
    case "storyEnd": {
      const paragraph = place.words === null ? Math.max(0, room.article.story.length - 1) : 0
      const end = textAt(room.article, { words: place.words, paragraph }).length
      return { ...place, paragraph, offset: end, affinity: "before" }
    }
  }
}

/** A step inside a text, or out of it where `offset` is null. */
function stepped(room: Room, place: TextPlace, offset: number | null, way: -1 | 1): TextPlace {
  if (offset === null) return neighbour(room, place, way, way < 0 ? "end" : "start")
  return { ...place, offset, affinity: "after" }
}

/** The end or start of the text before or after: another paragraph, other words of the article. */
function neighbour(
  { article, leaves }: Room,
  place: TextPlace,
  way: -1 | 1,
  at: "start" | "end",
): TextPlace {
  const texts = textsOf(article).filter(({ words }) => leaves || words === place.words)
  const here = texts.findIndex((text) => sameText(text, place))
  const text = texts[here + way]
  const own = way < 0 ? 0 : textAt(article, place).length
  if (!text) return { ...place, offset: own, affinity: "after" }
  return { ...text, offset: at === "start" ? 0 : textAt(article, text).length, affinity: "after" }
}

/** Every text of an article in reading order. */
function textsOf(article: Article): readonly Pick<TextPlace, "words" | "paragraph">[] {
  const heads = HEAD_WORDS.filter((words) => article[words] !== null)
  const story = article.story.map((_, paragraph) => ({ words: null, paragraph }))
  return [...heads.map((words) => ({ words, paragraph: 0 })), ...story]
}

function lineOn({ set }: Room, place: TextPlace): TextLine | null {
  return set && lineOf(set, place)
}

/** The stop behind a character: pairs of marks that are set as one are stepped over together. */
export function stopAfter(room: Room, place: TextPlace): number {
  const text = textAt(room.article, place)
  const next = nextCluster(text, place.offset)
  const line = lineOn(room, { ...place, affinity: "after" })
  const inside = line && next < line.at.at(-1)!
  return inside ? (line.at.find((stop) => stop >= next) ?? next) : next
}

/** The stop before a character. */
export function stopBefore(room: Room, place: TextPlace): number {
  const text = textAt(room.article, place)
  const next = clusterBefore(text, place.offset)
  const line = lineOn(room, { ...place, affinity: "before" })
  const inside = line && next > line.at[0]!
  return inside ? (line.at.findLast((stop) => stop <= next) ?? next) : next
}

function moveByLine(room: Room, { place, goal }: Moving, way: -1 | 1): Moving {
  const line = lineOn(room, place)
  if (!room.set || !line) return { place: neighbour(room, place, way, "start"), goal: null }
  const lines = walkable(room, place)
  const index = lines.indexOf(line)
  const wanted = goal ?? caretX(line, place) - startOf(line)
  const next = nextLevel(lines, index, way, wanted)
  if (!next) {
    const end = way < 0 ? line.at[0]! : line.at.at(-1)!
    return {
      place: { ...place, offset: end, affinity: way < 0 ? "after" : "before" },
      goal: wanted,
    }
  }
  return { place: placeOn(next, startOf(next) + wanted), goal: wanted }
}

/** Where a line's column begins along it, pt. */
function startOf(line: TextLine): number {
  return onLine(line, line.column).x
}

/**
 * The next line that is not beside this one, as a credit beside the end of its text is; of lines beside
 * each other, as on both sides of a picture, the one nearest to a place from the column's start, pt.
 */
function nextLevel(
  lines: readonly TextLine[],
  index: number,
  way: -1 | 1,
  wanted: number,
): TextLine | null {
  const here = lines[index]!
  for (let i = index + way; i >= 0 && i < lines.length; i += way) {
    const line = lines[i]!
    if (isBeside(line, here)) continue
    const level = lines.filter((other) => other === line || isBeside(other, line))
    const far = (one: TextLine): number => {
      const at = startOf(one) + wanted
      return Math.max(one.x[0]! - at, at - one.x.at(-1)!, 0)
    }
    return level.reduce((best, one) => (far(one) < far(best) ? one : best))
  }
  return null
}

/** Whether two lines stand in one row of a column. */
function isBeside(a: TextLine, b: TextLine): boolean {
  return a.column === b.column && a.y === b.y && !a.empty && !b.empty
}

function moveByColumn(room: Room, { place, goal }: Moving, way: -1 | 1): Moving {
  const line = lineOn(room, place)
  if (!room.set || !line) return { place: neighbour(room, place, way, "start"), goal: null }
  const lines = walkable(room, place)
  const wanted = goal ?? caretX(line, place) - startOf(line)
  const tops = lines.filter((one, i) => lines[i - 1]?.column !== one.column)
  const here = tops.findIndex((top) => top.column === line.column)
  const atTop = tops[here] === line
  const next = tops[way > 0 ? here + 1 : atTop ? here - 1 : here]
  if (!next) return { place, goal: wanted }
  return { place: placeOn(next, startOf(next) + wanted), goal: wanted }
}

/** The lines that a caret goes through. */
function walkable({ set, leaves }: Room, { words }: TextPlace): readonly TextLine[] {
  return linesOf(set!).filter((line) => !line.again && (leaves || line.words === words))
}

function caretX(line: TextLine, { offset }: TextPlace): number {
  const at = line.at.findLastIndex((stop) => stop <= offset)
  return line.x[Math.max(0, at)]!
}
