import { commonEnds } from "../issue/common-ends.ts"
import { SPACE_WIDTHS, type Payloads, type SignId } from "../issue/payload.ts"
import { differences, type Difference } from "./diff.ts"

/** A mark that says how a text became another; offsets are UTF-16 units of the text before. */
export type TypedMark = {
  readonly [S in SignId]: {
    readonly sign: S
    readonly payload: Payloads[S]
    readonly from: number
    readonly to: number
    /** Where the words go (转移). */
    readonly target?: number
  }
}[SignId]

/** Longest parts that are called transposed, not moved, UTF-16 units. */
const MOST_TRANSPOSED = 8

/** Unchanged units between two differences that make two marks of them. */
const APART = 2

/**
 * The smallest proper marks that turn a text into another, as a proofreader would have drawn them:
 * 对调 or 转移 where words changed their order, else 改正, 删除, 增补 and the signs for paragraphs and
 * spaces, one for each place. None when the texts are equal.
 */
export function marksFromChange(before: string, after: string): readonly TypedMark[] {
  const { head, tail } = commonEnds(before, after)
  const removed = before.slice(head, before.length - tail)
  const added = after.slice(head, after.length - tail)
  if (removed === added) return []
  const swap = reordered(removed, added)
  if (swap) return [placed(swap, head)]
  return apart(differences(before, after), before).map((difference) =>
    markOf(before, after, difference),
  )
}

function placed(mark: TypedMark, by: number): TypedMark {
  const target = mark.target === undefined ? {} : { target: mark.target + by }
  return { ...mark, from: mark.from + by, to: mark.to + by, ...target }
}

/** Two parts that changed places, with what is between them; the shortest middle wins. */
function reordered(was: string, now: string): TypedMark | null {
  if (was.length !== now.length || was.length < 2) return null
  let best: { readonly first: number; readonly last: number } | null = null
  for (let first = 1; first < was.length; first += 1) {
    if (!now.endsWith(was.slice(0, first))) continue
    for (let last = was.length - first; last > 0; last -= 1) {
      const swapped = was.slice(-last) + was.slice(first, -last || undefined) + was.slice(0, first)
      const shorter = best === null || first + last > best.first + best.last
      if (swapped === now && shorter) best = { first, last }
    }
  }
  if (!best) return null
  const { first, last } = best
  const long = Math.max(first, last) > MOST_TRANSPOSED && first + last === was.length
  if (!long) return { sign: "transpose", payload: { first, last }, from: 0, to: was.length }
  return first <= last
    ? { sign: "move", payload: {}, from: 0, to: first, target: was.length }
    : { sign: "move", payload: {}, from: first, to: was.length, target: 0 }
}

/** Differences with those made one that stand close together inside a line. */
function apart(found: readonly Difference[], before: string): readonly Difference[] {
  const kept: Difference[] = []
  for (const next of found) {
    const last = kept.at(-1)
    const close = last && next.from - last.to < APART
    if (close && !before.slice(last.to, next.from).includes("\n"))
      kept[kept.length - 1] = { ...last, to: next.to, nowTo: next.nowTo }
    else kept.push(next)
  }
  return kept
}

function markOf(
  before: string,
  after: string,
  { from, to, nowFrom, nowTo }: Difference,
): TypedMark {
  const [was, now] = [before.slice(from, to), after.slice(nowFrom, nowTo)]
  const at = { from, to }
  if (was === "") return insertion(before, from, now)
  if (now !== "") return { ...at, sign: "correct", payload: { text: now } }
  if (was === "\n") return { ...at, sign: "join", payload: {} }
  if (was.trim() === "" && !was.includes("\n"))
    return { ...at, sign: "narrow", payload: { between: "characters" } }
  return { ...at, sign: "delete", payload: {} }
}

const SPACES = "\u3000\u2002\u2004\u2005"

function insertion(before: string, at: number, text: string): TypedMark {
  const point = { from: at, to: at }
  const zi = text.length === 1 ? SPACE_WIDTHS[SPACES.indexOf(text)] : undefined
  const latin = /[A-Za-z]/u
  if (text === "\n") return { ...point, sign: "split", payload: {} }
  if (zi !== undefined) return { ...point, sign: "space", payload: { zi } }
  if (text === " " && latin.test(before[at - 1] ?? "") && latin.test(before[at] ?? ""))
    return { ...point, sign: "separate", payload: {} }
  return { ...point, sign: "insert", payload: { text } }
}
