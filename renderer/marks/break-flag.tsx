import { Tooltip } from "antd"
import { useRef, useState, type KeyboardEvent, type PointerEvent } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { pointAt } from "../canvas/pointer.ts"
import {
  chooseBreak,
  chosenBreak,
  dropBreak,
  moveBreakTo,
  stepBreak,
} from "../state/break-deeds.ts"
import { breakPlaceAt, endBefore, type BreakAt, type BreakMark } from "../state/break-marks.ts"
import type { CaretBox } from "../text/caret.ts"
import type { MarkedPage } from "./flash-mark.tsx"
import { areaStyle } from "./pixels.ts"

/** CSS pixels that a press may wander before it is a drag. */
const DRAG = 3

/** What a flag shows. */
export interface BreakFlagProps extends MarkedPage {
  readonly mark: BreakMark
}

/** One original column break: dragged to another place, moved by arrows, removed by Delete. */
export function BreakFlag({ mark, ...marked }: BreakFlagProps) {
  const { t } = useTranslation()
  const { page, px } = marked
  const at = { article: mark.article, ...mark.place }
  const chosen = useStore(chosenBreak, (state) => isSame(state.at, at))
  const [dragged, setDragged] = useState<BreakAt | null>(null)
  const hand = useDrag(at, marked, { dragged, setDragged })
  const { box, state, before, after } = mark
  const set = page.articles.find(({ article }) => article.id === at.article)!
  const ghost = dragged && endBefore(set, dragged)
  const words = `${before}‖${after} · ${t(`break.${state}`)}`
  return (
    <div className={`break ${state}${chosen ? " chosen" : ""}`} data-break={`${before}‖${after}`}>
      <i className="break-line" style={areaStyle(hairline(box, px), px)} />
      {ghost && <i className="break-ghost" style={areaStyle(hairline(ghost, px), px)} />}
      <Tooltip title={words} mouseEnterDelay={0.15} placement="right">
        <button
          type="button"
          className="break-flag"
          style={flagPlace(box, px)}
          aria-label={t("break.label", { words })}
          onFocus={() => chooseBreak(at)}
          onContextMenu={() => chooseBreak(at)}
          onKeyDown={(event) => flagKey(event, at, () => setDragged(null))}
          {...hand}
        />
      </Tooltip>
    </div>
  )
}

interface Dragging {
  readonly dragged: BreakAt | null
  readonly setDragged: (to: BreakAt | null) => void
}

/** The pointer on a flag: a drag puts the break between the two characters nearest to it. */
function useDrag(at: BreakAt, { page, offset }: MarkedPage, { dragged, setDragged }: Dragging) {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null)
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      from.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const start = from.current
      if (!start) return
      const far = Math.max(Math.abs(event.clientX - start.x), Math.abs(event.clientY - start.y))
      if (dragged || far > DRAG) setDragged(breakPlaceAt(page, pointOf(event, offset), at.article))
    },
    onPointerUp() {
      if (from.current && dragged && !isSame(dragged, at)) moveBreakTo(at, dragged)
      from.current = null
      setDragged(null)
    },
    onLostPointerCapture() {
      from.current = null
      setDragged(null)
    },
  }
}

function flagKey(event: KeyboardEvent<HTMLElement>, at: BreakAt, onCancel: () => void): void {
  const held = event.ctrlKey || event.metaKey || event.altKey
  if (event.key === "Escape") {
    onCancel()
    event.currentTarget.blur()
  } else if (!held && (event.key === "Delete" || event.key === "Backspace")) dropBreak(at)
  else if (!held && event.key === "ArrowLeft") stepBreak(at, -1)
  else if (!held && event.key === "ArrowRight") stepBreak(at, 1)
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** Where a pointer is on the page that lies so far from the one that is worked on, pt. */
function pointOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>, offset: number) {
  const layer = currentTarget.closest(".page-marks")!
  const { x, y } = pointAt({ clientX, clientY, currentTarget: layer })
  return { x: x - offset, y }
}

/** Right of the column, level with the line; under the column where the line runs down the page. */
function flagPlace({ x, y, height, column }: CaretBox, px: number) {
  return height > 0
    ? { left: (column.x + column.width) * px, top: y * px }
    : { left: x * px, top: (column.y + column.height) * px }
}

/** Two CSS pixels wide, however large the page is shown. */
function hairline({ x, y, width, height }: CaretBox, px: number) {
  return height > 0
    ? { x: x - 1 / px, y, width: 2 / px, height }
    : { x, y: y - 1 / px, width, height: 2 / px }
}

function isSame(a: BreakAt | null, b: BreakAt): boolean {
  return a?.article === b.article && a.paragraph === b.paragraph && a.offset === b.offset
}
