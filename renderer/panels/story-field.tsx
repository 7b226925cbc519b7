import {
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
  type ChangeEvent,
  type KeyboardEvent,
  type SyntheticEvent,
} from "react"
import {
  composeInField,
  followField,
  settleField,
  writeField,
  type PaneText,
} from "../app/pane-deeds.ts"
import { onClipboard } from "../app/text-keys.ts"
import { breakParagraph, erase, moveBy } from "../app/text-deeds.ts"

export interface StoryFieldProps extends PaneText {
  readonly text: string
  readonly label: string
  readonly placeholder?: string
  readonly className: string
  /** True when the caret is in this text, wherever it is written from. */
  readonly here: boolean
  /** What is selected in it while the pane has the keys, `to` before `from` when the caret is at its start; null otherwise. */
  readonly from: number | null
  readonly to: number | null
}

/** One text of an article in the story pane: a heading or a paragraph, as high as its words. */
export const StoryField = memo(function StoryField(props: StoryFieldProps) {
  const { article, words, paragraph, text, label, placeholder, className, here } = props
  const at = { article, words, paragraph }
  const field = useRef<HTMLTextAreaElement>(null)
  const base = useRef<string | null>(null)
  useRange(field, props.from, props.to)
  useEffect(() => {
    if (here) field.current?.scrollIntoView({ block: "nearest" })
  }, [here])
  const follow = (event: SyntheticEvent<HTMLTextAreaElement>): void =>
    followField(at, event.currentTarget)
  return (
    <textarea
      ref={field}
      className={here ? `${className} here` : className}
      rows={1}
      spellCheck={false}
      value={text}
      aria-label={label}
      placeholder={placeholder}
      onChange={(event: ChangeEvent<HTMLTextAreaElement>) => {
        if (base.current === null) writeField(at, text, event.currentTarget)
        else composeInField(at, base.current, event.currentTarget)
      }}
      onCompositionStart={() => (base.current = text)}
      onCompositionEnd={(event) => {
        const before = base.current ?? text
        base.current = null
        settleField(at, before, event.currentTarget)
      }}
      onSelect={follow}
      onFocus={follow}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return
        follow(event)
        if (press(event)) event.preventDefault()
      }}
      {...onClipboard}
    />
  )
})

/** Keys that leave the field for another; false for those that are the field's own. */
function press({ key, currentTarget, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean {
  const { selectionStart, selectionEnd, value } = currentTarget
  if (key === "Enter") {
    breakParagraph()
    return true
  }
  const bare = !ctrlKey && !metaKey && !altKey && !shiftKey && selectionStart === selectionEnd
  const [first, last] = [selectionStart === 0, selectionEnd === value.length]
  if (!bare || (!first && !last)) return false
  if (key === "Backspace" && first) erase(-1, false)
  else if (key === "Delete" && last) erase(1, false)
  else if ((key === "ArrowLeft" || key === "ArrowUp") && first) moveBy("left", false)
  else if ((key === "ArrowRight" || key === "ArrowDown") && last) moveBy("right", false)
  else return false
  return true
}

type KeyPress = KeyboardEvent<HTMLTextAreaElement>

/** Keeps the field's own caret where the desk's is: after an undo, a split, a walk from elsewhere. */
function useRange(
  field: { readonly current: HTMLTextAreaElement | null },
  from: number | null,
  to: number | null,
): void {
  useLayoutEffect(() => {
    const shown = field.current
    if (!shown || from === null || to === null) return
    const [start, end] = [Math.min(from, to), Math.max(from, to)]
    // The caret first: a field that takes the keys tells where its caret is.
    if (shown.selectionStart !== start || shown.selectionEnd !== end)
      shown.setSelectionRange(start, end, to < from ? "backward" : "forward")
    if (document.activeElement !== shown) shown.focus({ preventScroll: true })
  }, [field, from, to])
}
