import type { NewMark } from "../../layouts/issue/mark.ts"
import type { SignId } from "../../layouts/issue/payload.ts"
import {
  keepAsWas,
  markSelected,
  markTyped,
  selectedWords,
  takeToMove,
} from "../state/mark-deeds.ts"
import { proof } from "../state/proof.ts"

/** A way to make a mark by palette or key: a sign, with what it says. */
export interface SignChoice {
  /** Stable name; its words are `sign.<id>`. */
  readonly id: string
  readonly sign: SignId
  /** Written on its button: the sign as it is drawn, or nearly. */
  readonly face: string
  readonly keys: string | null
  /** Makes the mark, or asks for the words that it wants; `typed` is what stands in the field. */
  readonly run: (typed: string) => void
}

function plain(
  id: string,
  face: string,
  keys: string | null,
  mark: Pick<NewMark, "sign" | "payload">,
): SignChoice {
  return { id, sign: mark.sign, face, keys, run: () => markSelected(mark) }
}

/** Asks in the field for the words of a sign, unless they stand there. */
function worded(id: SignId & ("note" | "substitute"), face: string, keys: string): SignChoice {
  const run = (typed: string): void => {
    if (typed === "") proof.setState({ asked: id })
    else if (id === "note") markSelected({ sign: "note", payload: { say: typed } })
    else markSelected({ sign: "substitute", payload: { text: typed } })
  }
  return { id, sign: id, face, keys, run }
}

/** What is typed makes the mark by itself: this only goes to the field. */
function typedSign(id: "correct" | "insert", face: string, keys: string): SignChoice {
  const run = (typed: string): void => {
    if (typed === "") proof.setState({ asked: null })
    else markTyped(typed)
  }
  return { id, sign: id, face, keys, run }
}

/** Every way to make a mark, in the standard's order, with its key. */
export const SIGN_CHOICES: readonly SignChoice[] = [
  typedSign("correct", "改", "Alt+G"),
  plain("delete", "删", "Alt+D", { sign: "delete", payload: {} }),
  typedSign("insert", "∧", "Alt+I"),
  plain("scriptUp", "X²", "Alt+8", { sign: "script", payload: { level: "up" } }),
  plain("scriptDown", "X₂", "Alt+9", { sign: "script", payload: { level: "down" } }),
  plain("turn", "↻", "Alt+R", { sign: "turn", payload: {} }),
  { id: "transpose", sign: "transpose", face: "∽", keys: "Alt+T", run: transpose },
  plain("join", "⤺", "Alt+J", { sign: "join", payload: {} }),
  plain("split", "⌐", "Alt+P", { sign: "split", payload: {} }),
  { id: "move", sign: "move", face: "→", keys: "Alt+M", run: takeToMove },
  plain("raise", "⊓", "Alt+U", { sign: "raise", payload: { zi: 0.25 } }),
  plain("lower", "⊔", "Alt+L", { sign: "raise", payload: { zi: -0.25 } }),
  plain("shiftLeft", "⊏", null, { sign: "shift", payload: { zi: -1 } }),
  plain("shiftRight", "⊐", null, { sign: "shift", payload: { zi: 1 } }),
  plain("alignRow", "═", "Alt+Q", { sign: "align", payload: { axis: "row" } }),
  plain("alignColumn", "‖", null, { sign: "align", payload: { axis: "column" } }),
  plain("step", "⌐⌐", null, { sign: "step", payload: {} }),
  plain("straighten", "✛", null, { sign: "straighten", payload: {} }),
  plain("widen", "∨", "Alt+W", { sign: "widen", payload: { between: "characters" } }),
  plain("narrow", "∧̸", "Alt+N", { sign: "narrow", payload: { between: "characters" } }),
  plain("space", "#", "Alt+K", { sign: "space", payload: { zi: 1 } }),
  plain("halfSpace", "½#", null, { sign: "space", payload: { zi: 1 / 2 } }),
  plain("separate", "Y", "Alt+Y", { sign: "separate", payload: {} }),
  { id: "stet", sign: "stet", face: "△", keys: "Alt+S", run: keepAsWas },
  worded("substitute", "○", "Alt+O"),
  worded("note", "。。", "Alt+X"),
]

/** Swaps the halves of the selected words; of an odd number the middle one stays. */
function transpose(): void {
  const half = Math.floor(selectedWords().length / 2)
  if (half > 0) markSelected({ sign: "transpose", payload: { first: half, last: half } })
}
