import { createStore } from "zustand/vanilla"
import type { Composition } from "../text/composition.ts"
import type { TextSelection } from "../text/place.ts"

/** Where text is being written in this window; never saved with the issue. */
export interface Caret {
  /** What is selected of the text; a caret when nothing is between its ends; null for none. */
  readonly selection: TextSelection | null
  /** Distance from its column's left that up and down keep, pt. */
  readonly goal: number | null
  readonly composition: Composition | null
  /** Who has the keys: the page, the story pane, or something that only shows a place. */
  readonly keys: "page" | "pane" | "elsewhere"
  /** Counts the times that the page was given the keys: each time its field takes the focus. */
  readonly turn: number
}

/** Nothing selected. */
export const NO_CARET: Caret = {
  selection: null,
  goal: null,
  composition: null,
  keys: "page",
  turn: 0,
}

/** The window's caret; changed by the actions and the text deeds only. */
export const caret = createStore<Caret>(() => NO_CARET)
