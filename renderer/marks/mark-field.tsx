import { useEffect, useRef, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { SIGN_CHOICES } from "../commands/sign-choices.ts"
import { leaveText, moveKey } from "../app/text-keys.ts"
import { pixelsOf } from "../canvas/draw-text.ts"
import { caret } from "../state/caret.ts"
import { markSelected, markTyped, moveToCaret, stopMarking } from "../state/mark-deeds.ts"
import { proof } from "../state/proof.ts"
import { moveSpot } from "../state/spot-deeds.ts"
import { shownCaret } from "../state/show-caret.ts"
import { view } from "../state/view.ts"
import "../style/proof.css"
import { endsOf, isCaret } from "../text/place.ts"

/** Height that the field wants above the canvas's foot, CSS pixels. */
const FIELD = 36

/**
 * The field under the words that are to be marked: what is typed into it becomes the mark (改正 增补
 * 对调 …) that makes it of them. While it is empty the caret's keys move the selection.
 */
export function MarkField() {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const state = useStore(view)
  const { selection, keys, turn } = useStore(caret)
  const { asked, moving, spot } = useStore(proof)
  const marks = state.tool === "mark" && selection !== null
  const taken = state.tool === "mark" && spot !== null
  useEffect(() => {
    if (marks && keys === "page") field.current?.focus({ preventScroll: true })
  }, [marks, keys, turn, asked])
  useEffect(() => {
    if (taken) field.current?.focus({ preventScroll: true })
  }, [taken, spot, asked])
  // Words typed for one place are never laid on another.
  useEffect(() => {
    if (field.current) field.current.value = ""
  }, [turn])
  const box = taken ? { page: spot.page, ...spot.box } : marks ? shownCaret() : null
  if (!box || box.page !== state.page) return null
  const { x, y, height } = pixelsOf(box, state)
  const [from, to] = selection ? endsOf(selection) : []
  const count = from && from.paragraph === to?.paragraph ? to.offset - from.offset : 0
  const bare = selection && isCaret(selection) ? "insert" : "correct"
  const on = spot?.picture ? "picture" : "spot"
  const what = taken ? on : moving ? "moving" : asked ? "asked" : bare
  const top = Math.max(0, Math.min(y + height + 6, state.height - FIELD))
  return (
    <div className="mark-field" style={{ left: Math.max(0, x - 24), top }}>
      <input
        ref={field}
        aria-label={t("mark.field")}
        placeholder={t(`mark.hint.${what}`, {
          count,
          sign: asked ? t(`sign.${asked}`) : "",
        })}
        spellCheck={false}
        autoComplete="off"
        onKeyDown={(event) => {
          // 229: the key went to an input method.
          if (event.nativeEvent.isComposing || event.keyCode === 229) return
          if (press(event)) event.preventDefault()
        }}
      />
    </div>
  )
}

/** Does what a key says; false for keys that are words or the desk's. */
function press(event: KeyboardEvent<HTMLInputElement>): boolean {
  const { key, altKey, shiftKey, currentTarget: field } = event
  const sign = altKey ? SIGN_CHOICES.find(({ keys }) => keys === `Alt+${key.toUpperCase()}`) : null
  if (sign) {
    sign.run(field.value)
    field.value = ""
    return true
  }
  if (key === "Enter") {
    enter(field.value)
    field.value = ""
    return true
  }
  if (key === "Escape") {
    const { moving, asked } = proof.getState()
    if (field.value === "" && moving === null && asked === null) leaveText()
    field.value = ""
    stopMarking()
    return true
  }
  if (field.value !== "") return false
  if (proof.getState().spot) return !altKey && moveSpot(key, shiftKey)
  if (key === "Delete" || key === "Backspace") {
    markSelected({ sign: "delete", payload: {} })
    return true
  }
  return moveKey(event)
}

/** Makes the mark that the words in the field ask for. */
function enter(typed: string): void {
  const { asked, moving, spot } = proof.getState()
  if (moving && !spot) return moveToCaret()
  if (typed === "") return
  if (spot) return markSelected({ sign: "note", payload: { say: typed } })
  if (asked === "note") return markSelected({ sign: "note", payload: { say: typed } })
  if (asked === "substitute") return markSelected({ sign: "substitute", payload: { text: typed } })
  markTyped(typed)
}
