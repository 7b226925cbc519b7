import type { HeadWords } from "../issue/article.ts"
import { paragraphStarts } from "../issue/story.ts"
import { boxOnLine, type MappedLine, type TextMap } from "../proof/text-map.ts"
import type { Box } from "../units.ts"

/** A stretch of a frozen text: a heading's words, or the story's whole text. UTF-16 units. */
export interface FrozenStretch {
  readonly article: string
  readonly words: HeadWords | null
  readonly from: number
  readonly to: number
  /** False when the place is not surely meant: several articles, gaps, too far from the text. */
  readonly sure: boolean
}

/** Part of a character that must be covered, and of a mark's characters that must be in one text. */
const COVERED = 0.5
const MOST_OF = 0.9

/** Farthest that a caret may stand from a gap between characters, em. */
const NEAR = 0.35

interface Hit {
  readonly line: MappedLine
  readonly from: number
  readonly to: number
}

/**
 * The words under rectangles on a page's map: characters that are covered by half or more. Null where
 * there are none.
 */
export function wordsUnder(map: TextMap, boxes: readonly Box[]): FrozenStretch | null {
  const hits = boxes.flatMap((box) => map.lines.flatMap((line) => hitOn(map, line, box)))
  const byText = new Map<string, Hit[]>()
  for (const hit of hits) {
    const key = `${hit.line.words ?? ""} ${hit.line.article}`
    byText.set(key, [...(byText.get(key) ?? []), hit])
  }
  const most = [...byText.values()].sort((a, b) => lengthOf(b) - lengthOf(a))[0]
  if (!most) return null
  const from = Math.min(...most.map((hit) => hit.from))
  const to = Math.max(...most.map((hit) => hit.to))
  const { article, words } = most[0]!.line
  const one = lengthOf(most) >= MOST_OF * lengthOf(hits)
  const whole = covered(most) >= MOST_OF * (to - from)
  return { article, words, from, to, sure: one && whole }
}

function lengthOf(hits: readonly Hit[]): number {
  return hits.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** How many units the hits cover, those that lie on each other once; a line feed between counts. */
function covered(hits: readonly Hit[]): number {
  let [sum, end] = [0, -1]
  for (const { from, to } of hits.toSorted((a, b) => a.from - b.from)) {
    const begin = Math.max(from, end)
    if (to > begin) sum += to - begin + (end >= 0 && from === end + 1 ? 1 : 0)
    end = Math.max(end, to)
  }
  return sum
}

function hitOn(map: TextMap, line: MappedLine, under: Box): readonly Hit[] {
  const box = boxOnLine(line, under)
  const { y, height, x, at } = line
  const high = Math.min(y + height, box.y + box.height) - Math.max(y, box.y)
  if (high < COVERED * Math.min(height, box.height) || high <= 0) return []
  let [first, last] = [-1, -1]
  for (let i = 0; i + 1 < x.length; i += 1) {
    const [left, right] = [x[i]!, x[i + 1]!]
    const wide = Math.min(right, box.x + box.width) - Math.max(left, box.x)
    if (right - left < 0.05 || wide < COVERED * (right - left)) continue
    if (first < 0) first = i
    last = i + 1
  }
  if (first < 0) return []
  const start = startOf(map, line)
  return [{ line, from: start + at[first]!, to: start + at[last]! }]
}

/** The gap between characters that a caret's rectangle points at; null far from any text. */
export function gapAt(map: TextMap, box: Box): FrozenStretch | null {
  let best: { readonly line: MappedLine; readonly i: number; readonly away: number } | null = null
  for (const line of map.lines) {
    const { x, y, height } = line
    const [middle, level] = pointedAt(line, box)
    const up = Math.abs(y + height / 2 - level)
    if (up > height || middle < x[0]! - height || middle > x.at(-1)! + height) continue
    for (let i = 0; i < x.length; i += 1) {
      const away = Math.abs(x[i]! - middle) / height + (up < height / 2 ? 0 : 1)
      if (!best || away < best.away - 1e-9) best = { line, i, away }
    }
  }
  if (!best || best.away > 2) return null
  const { line, i, away } = best
  const from = startOf(map, line) + line.at[i]!
  return { article: line.article, words: line.words, from, to: from, sure: away <= NEAR }
}

/** Where a caret's rectangle points, along a line and across it: its tip is in its upper part. */
function pointedAt(line: MappedLine, box: Box): readonly [number, number] {
  const [across, down] = [box.x + box.width / 2, box.y + 0.25 * box.height]
  return line.vertical ? [down, across] : [across, down]
}

const starts = new WeakMap<TextMap, Map<string, readonly number[]>>()

/** Where a line's paragraph begins in its text. */
function startOf(map: TextMap, { article, words, paragraph }: MappedLine): number {
  if (words !== null) return 0
  const known = starts.get(map) ?? new Map<string, readonly number[]>()
  starts.set(map, known)
  const begins = known.get(article) ?? paragraphStarts(storyIn(map, article))
  known.set(article, begins)
  return begins[paragraph] ?? 0
}

function storyIn({ texts }: TextMap, article: string): string {
  return texts.find(({ id }) => id === article)?.story ?? ""
}
