import type { ClipboardEvent, CompositionEvent, FormEvent, KeyboardEvent } from "react"
import { selectText } from "../state/actions.ts"
import { caret } from "../state/caret.ts"
import { view } from "../state/view.ts"
import type { Motion } from "../text/move.ts"
import { isInStory } from "./beside-deeds.ts"
import { copyTo, cutTo, pasteFrom } from "./clip-deeds.ts"
import { IS_MAC } from "./platform.ts"
import {
  breakParagraph,
  composeWords,
  endComposition,
  erase,
  moveBy,
  selectAll,
  writeWords,
} from "./text-deeds.ts"

/** Motions by key, bare and with the platform's word key. */
const MOTIONS: Readonly<Record<string, { readonly bare: Motion; readonly far: Motion }>> = {
  ArrowLeft: { bare: "left", far: "wordLeft" },
  ArrowRight: { bare: "right", far: "wordRight" },
  ArrowUp: { bare: "up", far: "paragraphUp" },
  ArrowDown: { bare: "down", far: "paragraphDown" },
  Home: { bare: "lineStart", far: "storyStart" },
  End: { bare: "lineEnd", far: "storyEnd" },
  PageUp: { bare: "columnUp", far: "columnUp" },
  PageDown: { bare: "columnDown", far: "columnDown" },
}

/** What a field of text does with the clipboard: words go with their roles. */
export const onClipboard = {
  onCopy(event: ClipboardEvent) {
    if (copyTo(event.clipboardData)) event.preventDefault()
  },
  onCut(event: ClipboardEvent) {
    event.preventDefault()
    cutTo(event.clipboardData)
  },
  onPaste(event: ClipboardEvent) {
    event.preventDefault()
    void pasteFrom(event.clipboardData)
  },
}

/** What the field at the caret does with keys, words and an input method's compositions. */
export function useTextKeys() {
  return {
    onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
      // 229: the key went to an input method.
      if (event.nativeEvent.isComposing || event.keyCode === 229) return
      if (press(event)) event.preventDefault()
    },
    onInput(event: FormEvent<HTMLTextAreaElement>) {
      const field = event.currentTarget
      if (caret.getState().composition || (event.nativeEvent as InputEvent).isComposing) return
      writeWords(field.value)
      field.value = ""
    },
    onCompositionUpdate: (event: CompositionEvent) => composeWords(event.data),
    onCompositionEnd(event: CompositionEvent<HTMLTextAreaElement>) {
      event.currentTarget.value = ""
      endComposition(event.data)
    },
    ...onClipboard,
    onBlur(event: { readonly currentTarget: HTMLTextAreaElement }) {
      event.currentTarget.value = ""
      endComposition("")
    },
  }
}

/** Does what a key says; false for keys that are words or the desk's. */
function press(event: KeyboardEvent): boolean {
  const { key, ctrlKey, altKey } = event
  const far = IS_MAC ? altKey : ctrlKey
  if (moveKey(event)) return true
  if (ctrlKey && key !== "Backspace" && key !== "Delete") return false
  if (key === "Tab" && !event.shiftKey && !altKey && isInStory()) {
    writeWords("\t")
    return true
  }
  return command(key, far)
}

/** Moves the caret or selects all; false for a key that does neither. */
export function moveKey({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const far = IS_MAC ? altKey : ctrlKey
  const motion = MOTIONS[key]
  if (motion) moveBy(far ? motion.far : motion.bare, shiftKey)
  else if (key.toLowerCase() === "a" && (ctrlKey || metaKey)) selectAll()
  else return false
  return true
}

function command(key: string, far: boolean): boolean {
  switch (key) {
    case "Enter":
      breakParagraph()
      return true
    case "Backspace":
      erase(-1, far)
      return true
    case "Delete":
      erase(1, far)
      return true
    case "Escape":
      leaveText()
      return true
    default:
      return false
  }
}

/** Leaves the text for the frames round it. */
export function leaveText(): void {
  selectText(null)
  view.setState({ tool: "select" })
}
