import { useEffect, useRef, useState, type PointerEvent, type RefObject } from "react"
import { useStore } from "zustand"
import { selectFrames } from "../state/actions.ts"
import { panBy, view } from "../state/view.ts"
import { cursorAt } from "../tools/cursor.ts"
import { framesAt, handleAt, withGroups } from "../tools/hit.ts"
import { isOnText } from "../tools/mark.ts"
import type { Act, ToolEvent, ToolInHand } from "../tools/tool.ts"
import { toolFor } from "../tools/tools.ts"
import { benchOf, currentPage, heldWith, pointAt } from "./pointer.ts"
import { countPress } from "./presses.ts"

/** What the hand on the page calls. */
export interface HandProps {
  readonly onAct: (act: Act) => void
  /** Something is to be drawn anew. */
  readonly onChange: () => void
}

/** The hand that works the tool on the page. */
export interface PageHand {
  readonly tool: RefObject<ToolInHand>
  readonly send: (event: ToolEvent) => void
  readonly down: (event: PointerEvent<HTMLElement>) => void
  readonly move: (event: PointerEvent<HTMLElement>) => void
  readonly up: (event: PointerEvent<HTMLElement>) => void
  /** Takes the page by the hand while a key is held, and gives the tool back after. */
  readonly spring: (held: boolean) => void
}

/** Sends what the pointer does to the tool in the hand, and what the tool wants to the desk. */
export function useToolHand({ onAct, onChange }: HandProps): PageHand {
  const taken = useStore(view, (state) => state.tool)
  const [sprung, setSprung] = useState(false)
  const held = sprung ? "hand" : taken
  const tool = useRef<ToolInHand>(toolFor(held))
  useEffect(() => {
    tool.current = toolFor(held)
    onChange()
  }, [held, onChange])

  const send = (event: ToolEvent): void => {
    const page = currentPage()
    if (!page) return
    const before = tool.current
    const { next, selection, act } = before.step(event, benchOf(page))
    tool.current = next
    if (selection) choose(selection)
    if (act) onAct(act)
    if (next !== before || selection || act) onChange()
  }
  return {
    tool,
    send,
    spring: setSprung,
    down(event) {
      view.setState({ menuAt: event.button === 2 ? pointAt(event) : null })
      if (event.button === 2) chooseUnder(event)
      if (event.button === 2) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const page = currentPage()
      if (event.button !== 0 || !page) return
      const at = pointAt(event)
      const keys = heldWith(event)
      send({
        ...{ kind: "down", at, more: keys.shift, held: keys, clicks: countPress(event) },
        handle: handleAt(benchOf(page), at),
      })
    },
    move(event) {
      if (event.buttons === 4) {
        panBy(-event.movementX, -event.movementY)
        return
      }
      const page = currentPage()
      const at = pointAt(event)
      if (page && event.buttons === 0)
        event.currentTarget.style.cursor = cursorAt(tool.current, benchOf(page), at)
      send({ kind: "move", at, held: heldWith(event) })
    },
    up(event) {
      if (event.button === 0) send({ kind: "up", at: pointAt(event), held: heldWith(event) })
    },
  }
}

/** Chooses frames of the page that is shown; the story pane follows the last of them. */
function choose(selection: readonly string[]): void {
  const page = currentPage()?.page
  if (!page) return
  const last = page.frames.find(({ id }) => id === selection.at(-1))
  selectFrames(page.id, selection)
  if (last?.article) view.setState({ article: last.article })
}

/** Chooses what a menu is asked for: the frame under the pointer, unless it is chosen already. */
function chooseUnder(event: PointerEvent<HTMLElement>): void {
  const page = currentPage()
  if (!page || isOnText(view.getState().tool)) return
  const { selection } = view.getState()
  const under = framesAt(benchOf(page), pointAt(event))
  if (under.some(({ id }) => selection.includes(id))) return
  const top = under[0]
  choose(top ? withGroups(page.page.frames, [top.id]) : [])
}
