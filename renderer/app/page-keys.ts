import { useEffect } from "react"
import { selectFrames } from "../state/actions.ts"
import { chosen } from "../state/chosen.ts"
import { composedPage, desk } from "../state/desk.ts"
import { panBy, view } from "../state/view.ts"
import { neighbourOf } from "../tools/reading-order.ts"
import { nudge, removeChosen } from "./frame-deeds.ts"

/** Lines that an arrow with Shift goes. */
const FAR = 5

const ARROWS: Readonly<Record<string, { readonly columns: number; readonly lines: number }>> = {
  ArrowLeft: { columns: -1, lines: 0 },
  ArrowRight: { columns: 1, lines: 0 },
  ArrowUp: { columns: 0, lines: -1 },
  ArrowDown: { columns: 0, lines: 1 },
}

/** What of a key press tells what to do on the page. */
type Pressed = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">

/** Does for the page what is pressed while no control has the keyboard. */
export function useKeysOfNone(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.target !== document.body || event.defaultPrevented || event.key === "Tab") return
      if (pageKey(event)) event.preventDefault()
    }
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  }, [])
}

/**
 * Does what a bare key asks for on the page: arrows move frames (with Ctrl text goes without its
 * block), Tab goes on to the next.
 */
export function pageKey(event: Pressed): boolean {
  const alone = event.ctrlKey || event.metaKey
  if (event.altKey) return false
  const arrow = ARROWS[event.key]
  if (arrow && chosen()) {
    nudge({ columns: arrow.columns, lines: arrow.lines * (event.shiftKey ? FAR : 1) }, alone)
    return true
  }
  if (alone) return false
  if (scroll(event.key)) return true
  if (event.key === "Backspace") {
    removeChosen()
    return true
  }
  if (event.key === "Escape") return letGo()
  return event.key === "Tab" && chooseNext(event.shiftKey ? -1 : 1)
}

/** Lets all frames go; a tool other than the select tool is laid down. */
function letGo(): boolean {
  const { page, tool } = view.getState()
  if (tool !== "select") view.setState({ tool: "select" })
  else if (page !== null) selectFrames(page, [])
  return true
}

/** Chooses the next frame as the page is read; false at the end, where the keyboard goes on. */
function chooseNext(step: 1 | -1): boolean {
  const { page: shown, selection } = view.getState()
  const page = composedPage(desk.getState(), shown)?.page
  const next = page ? neighbourOf(page.frames, selection.at(-1), step) : null
  if (!page || !next) return false
  selectFrames(page.id, [next.id])
  if (next.article !== null) view.setState({ article: next.article })
  return true
}

/** CSS pixels that an arrow scrolls, and the part of the window that a page key does. */
const STEP = 40
const SCREEN = 0.9

/** Scrolls the page under the window by a bare key; false for any other key. */
function scroll(key: string): boolean {
  const arrow = ARROWS[key]
  const { height } = view.getState()
  if (arrow) panBy(arrow.columns * STEP, arrow.lines * STEP)
  else if (key === "PageDown") panBy(0, height * SCREEN)
  else if (key === "PageUp") panBy(0, -height * SCREEN)
  else return false
  return true
}
