import { commonEnds, commonTail } from "../issue/common-ends.ts"
import { onlyPlaceOf } from "../issue/quote.ts"
import { differences, type Difference } from "../proof/diff.ts"

/** A stretch of a text, and whether it is surely the one that was meant. */
export interface Rebased {
  readonly from: number
  readonly to: number
  readonly sure: boolean
}

/** Characters on each side by which a place is known again, and fewest that tell. */
const CONTEXT = 8
const TELLING = 3

/** Carries stretches of a text to the text as it is now. */
export type Carrier = (from: number, to: number) => Rebased

/**
 * Carries stretches of a frozen text through all that was edited since. Sure is only what stands
 * unchanged, with its surroundings on one side at least; or, where the edits touched it, what stands
 * with all of its surroundings at one place alone. What is not sure has the nearest place.
 */
export function carrier(then: string, now: string): Carrier {
  let found: readonly Difference[] | null = null
  return (from, to) => {
    if (then === now) return { from, to, sure: true }
    found ??= differences(then, now)
    const moved = { from: carried(found, from, to > from), to: carried(found, to, false) }
    const place = { from: moved.from, to: Math.max(moved.from, moved.to) }
    const touched = found.some((one) => touches(one, from, to))
    if (!touched && stands({ then, now }, [from, to], place)) return { ...place, sure: true }
    const again = onlyPlace({ then, now }, from, to)
    return again ?? { ...place, sure: false }
  }
}

/** An offset behind all changes before it; one in a change goes to the change's end in the new text. */
function carried(found: readonly Difference[], offset: number, behind: boolean): number {
  let shift = 0
  for (const { from, to, nowFrom, nowTo } of found) {
    if (offset < from || (offset === from && !behind)) break
    if (offset < to) return nowTo
    shift = nowTo - nowFrom - (to - from) + shift
  }
  return offset + shift
}

/** Whether a change is in a stretch, or at a point. */
function touches({ from, to }: Difference, start: number, end: number): boolean {
  if (start === end) return from <= start && to >= start
  return from < end && to > start && !(from === to && (from === start || from === end))
}

interface Texts {
  readonly then: string
  readonly now: string
}

/** Whether the same words stand at a place, with what was before them or behind. */
function stands(
  { then, now }: Texts,
  [from, to]: readonly [number, number],
  place: Pick<Rebased, "from" | "to">,
): boolean {
  if (then.slice(from, to) !== now.slice(place.from, place.to)) return false
  const before = then.slice(Math.max(0, from - CONTEXT), from)
  const after = then.slice(to, to + CONTEXT)
  const left = commonTail(before, now.slice(0, place.from).slice(-CONTEXT))
  const right = commonEnds(after, now.slice(place.to, place.to + CONTEXT)).head
  const leftWhole = left === before.length && before.length >= TELLING
  const rightWhole = right === after.length && after.length >= TELLING
  return leftWhole || rightWhole
}

function onlyPlace({ then, now }: Texts, from: number, to: number): Rebased | null {
  const before = then.slice(Math.max(0, from - CONTEXT), from)
  const after = then.slice(to, to + CONTEXT)
  const at = onlyPlaceOf(now, before + then.slice(from, to) + after)
  if (at === null) return null
  const start = at + before.length
  return { from: start, to: start + to - from, sure: true }
}
