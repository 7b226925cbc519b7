import type { Mark, NewMark } from "../issue/mark.ts"
import { EDITED, type Finder } from "./place-note.ts"
import type { Proposal } from "./proposal.ts"

/**
 * A mark of a proof's record as a proposal for an issue that does not have it, whole, at its words as
 * they now stand.
 */
export function restored(finder: Finder, mark: Mark): Proposal {
  const { id, article, range, pass, author, role, at, sign, payload, target, thread, quote } = mark
  const carried = range.kind === "text" && article ? finder.carryPlaces(article, range) : null
  const aim =
    target && range.kind === "text" && article
      ? finder.carryPlaces(article, { words: range.words, from: target, to: target })
      : null
  const sure = range.kind !== "text" || (carried?.sure === true && (!target || aim?.sure === true))
  const made = { ...{ id, article, pass, author, role, at, sign, payload } }
  return {
    mark: {
      ...made,
      range: carried?.range ?? range,
      ...(target ? { target: aim?.range.from ?? target } : {}),
    } as NewMark,
    ...{ thread, replaces: null, quote: quote.text, seen: null },
    unsure: sure ? null : EDITED,
  }
}
