import { createStore } from "zustand/vanilla"
import type { Mark, MarkState } from "../../layouts/issue/mark.ts"
import type { SignId } from "../../layouts/issue/payload.ts"
import type { DrawnMarks } from "../../layouts/proof/draw-marks.ts"
import type { MarkSpot } from "./mark-spot.ts"
import type { TextSelection } from "../text/place.ts"

/** Which marks the list shows; null is all. */
export interface MarkFilter {
  readonly state: MarkState | "waiting" | null
  readonly pass: number | null
  readonly author: string | null
  readonly sign: SignId | null
}

/** Where this window's person is with the proof marks; never saved with the issue. */
export interface Proof {
  /** The proof pass (校次) that marks are made in. */
  readonly pass: number
  readonly filter: MarkFilter
  /** The mark that keys and answers are for. */
  readonly chosen: string | null
  /** Words that wait for the place that they go to (转移). */
  readonly moving: TextSelection | null
  /** A picture or a place of the page that is to be marked; null while words are. */
  readonly spot: MarkSpot | null
  /** A sign whose words the field asks for; null is what typing says. */
  readonly asked: SignId | null
  /** What was drawn on each page. */
  readonly drawn: ReadonlyMap<string, DrawnMarks>
}

/** The window's state of proofing. */
export const proof = createStore<Proof>(() => ({
  pass: 1,
  filter: { state: "waiting", pass: null, author: null, sign: null },
  chosen: null,
  moving: null,
  spot: null,
  asked: null,
  drawn: new Map(),
}))

/** The marks that a filter lets through. */
export function filtered(marks: readonly Mark[], filter: MarkFilter): readonly Mark[] {
  const { state, pass, author, sign } = filter
  return marks.filter((mark) => {
    const waiting = mark.state === "open" || mark.state === "asked"
    return (
      (state === null || (state === "waiting" ? waiting : mark.state === state)) &&
      (pass === null || mark.pass === pass) &&
      (author === null || mark.author === author) &&
      (sign === null || mark.sign === sign)
    )
  })
}
