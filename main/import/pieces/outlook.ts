import { endingOf, readsAsProse } from "../looks/stops.ts"
import { opensEntry, verseFlags } from "../looks/verse.ts"
import { STRONG_LEVEL } from "../lines/blocks.ts"
import { mainLevel } from "./headline.ts"
import type { Piece } from "./piece.ts"

/** How the text before a heading ended: signed, closed by a wire, cut off, or plainly. */
export type Before = "credit" | "closing" | "cut" | "plain"

/** What stands round each piece, found once for the whole text. */
export interface Outlook {
  /** For each piece, how the running text before it ended; photos and fillers are passed over. */
  readonly before: readonly Before[]
  /** For each piece, the index of the first running text from it on, before the next heading; -1 for none. */
  readonly ahead: readonly number[]
  /** For each piece, whether it is a line of verse or of a list. */
  readonly verse: readonly boolean[]
  /** True when all headlines have one level, so that levels tell nothing. */
  readonly flat: boolean
  /** True when any paragraph opens with a dateline. */
  readonly dated: boolean
  /** True when the source marks its headings. */
  readonly marked: boolean
  /** For each heading, how many headings in a row around it have no sign of an article of their own. */
  readonly series: readonly number[]
}

/** The outlook over a text's pieces. Walks the pieces once each way. */
export function outlookOf(pieces: readonly Piece[]): Outlook {
  const verse = verseFlags(pieces.map((piece) => (piece.role === "body" ? piece.text : null)))
  const before = endings(pieces, verse)
  const ahead = firstTexts(pieces)
  const headings = pieces.filter((piece) => piece.role === "heading")
  const outlook = {
    before,
    ahead,
    verse,
    flat: new Set(groupLevels(pieces)).size < 2,
    dated: pieces.some((piece) => piece.dateline > 0),
    marked: headings.some((piece) => piece.block.marked),
  }
  return { ...outlook, series: seriesOf(pieces, outlook) }
}

/** True when a text is so short and bare that its missing stop means nothing. */
export function isBareLine(text: string): boolean {
  return text.length <= 16 && !/[，、]/.test(text)
}

/** True when running text breaks off in mid sentence; a bare line does only when it reads as prose. */
export function isCutOff(text: string, verse: boolean, dateline: number): boolean {
  if (verse || (opensEntry(text) && text.length < 30)) return false
  if (isBareLine(text) && dateline === 0 && !readsAsProse(text)) return false
  return endingOf(text) === "open"
}

function endings(pieces: readonly Piece[], verse: readonly boolean[]): readonly Before[] {
  const out: Before[] = []
  let now: Before = "plain"
  let hasText = false
  for (const [at, piece] of pieces.entries()) {
    out.push(now)
    if (piece.role === "heading") {
      hasText = false
      now = "plain"
    } else if (piece.role === "body") {
      hasText = true
      now = isCutOff(piece.text, verse[at] ?? false, piece.dateline) ? "cut" : "plain"
    } else if (hasText && (piece.role === "credit" || piece.role === "closing")) {
      now = piece.role
    }
  }
  return out
}

function firstTexts(pieces: readonly Piece[]): readonly number[] {
  const out = pieces.map(() => -1)
  let next = -1
  for (let at = pieces.length - 1; at >= 0; at--) {
    const role = pieces[at]?.role
    if (role === "heading") next = -1
    else if (role === "body") next = at
    out[at] = next
  }
  return out
}

/** Last index of the headings that stand in a row from a place on, pictures between them passed over. */
export function groupEnd(pieces: readonly Piece[], at: number): number {
  let end = at
  while (pieces[end + 1]?.role === "heading") end++
  return end
}

/** The level of each group of headings, decks and inferred subheads left out. */
function groupLevels(pieces: readonly Piece[]): readonly number[] {
  const levels: number[] = []
  for (let at = 0; at < pieces.length; at++) {
    if (pieces[at]?.role !== "heading") continue
    const end = groupEnd(pieces, at)
    const level = mainLevel(pieces.slice(at, end + 1).map((piece) => piece.block))
    if (level < STRONG_LEVEL) levels.push(level)
    at = end
  }
  return levels
}

/** True when a group of headings shows by itself that an article begins: a dateline, a byline, an end before it. */
function hasOwnSign(
  pieces: readonly Piece[],
  at: number,
  outlook: Pick<Outlook, "before" | "ahead">,
): boolean {
  const end = groupEnd(pieces, at)
  const text = outlook.ahead[end + 1] ?? -1
  if (text >= 0 && (pieces[text]?.dateline ?? 0) > 0) return true
  const next = pieces[end + 1]?.role
  if (text >= 0 ? next === "credit" : next === "caption") return true
  return outlook.before[at] !== "plain"
}

function seriesOf(
  pieces: readonly Piece[],
  outlook: Pick<Outlook, "before" | "ahead">,
): readonly number[] {
  const out = pieces.map(() => 0)
  let run: number[] = []
  const close = (): void => {
    for (const at of run) out[at] = run.length
    run = []
  }
  for (let at = 0; at < pieces.length; at++) {
    if (pieces[at]?.role !== "heading") continue
    const level = pieces[at]?.block.level
    if (hasOwnSign(pieces, at, outlook)) close()
    else {
      if (run.length > 0 && pieces[run[0] as number]?.block.level !== level) close()
      run.push(at)
    }
    at = groupEnd(pieces, at)
  }
  close()
  return out
}
