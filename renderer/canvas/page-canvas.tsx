import { useEffect, useMemo, useRef, type PointerEvent, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { ComposedPage } from "../../layouts/compose.ts"
import { boxOf } from "../../layouts/grid/geometry.ts"
import { selectFrames } from "../state/actions.ts"
import { composedPage, desk } from "../state/desk.ts"
import { panBy, pxPerPt, view } from "../state/view.ts"
import { frameAt } from "../tools/hit.ts"
import type { Act, Bench, Handle, Point, ToolEvent, ToolInHand } from "../tools/tool.ts"
import { toolFor } from "../tools/tools.ts"
import { useWheel } from "./hand.ts"
import { drawOverlay, HANDLES, handlePoints } from "./overlay.ts"
import { useRedraw, type Picture } from "./redraw.ts"
import { useRoom } from "./room.ts"
import { sheetOf } from "./sheets.ts"
import { countPress } from "./presses.ts"
import { TextLayer } from "./text-layer.tsx"
import type { TileStore } from "./tile-store.ts"

/** How near a pointer must be to a handle to take it, CSS pixels. */
const REACH = 7

/** What the canvas asks the desk to do. */
export interface PageCanvasProps {
  readonly tiles: TileStore
  readonly onAct: (act: Act) => void
  readonly onOpenStory: (article: string, at: Point) => void
  /** What lies on the page as controls. */
  readonly children?: ReactNode
}

/** The page in the window: tiles below, frames and selection above, wheel, drag and keys. */
export function PageCanvas({ tiles, onAct, onOpenStory, children }: PageCanvasProps) {
  const { t } = useTranslation()
  const paper = useRef<HTMLCanvasElement>(null)
  const over = useRef<HTMLCanvasElement>(null)
  const tool = useRef<ToolInHand>(toolFor(view.getState().tool))
  const taken = useStore(view, (state) => state.tool)
  const page = useStore(desk, (state) => composedPage(state, view.getState().page))
  const shownPage = useStore(view, (state) => state.page)
  const canvases = useMemo(() => ({ paper, over }), [])
  const picture = useRef<Picture>(NOTHING)
  picture.current = {
    sheets(ratio) {
      const current = currentPage()
      return current ? [sheetOf(current.list, view.getState(), ratio)] : []
    },
    overlay(surface) {
      const current = currentPage()
      if (!current) return
      const sizeOf = (columns: number, lines: number): string =>
        `${t("frame.columns", { count: columns })} × ${t("frame.lines", { count: lines })}`
      const sketch = tool.current.sketch(benchOf(current))
      drawOverlay(surface, { page: current, state: view.getState(), sketch, sizeOf })
    },
  }
  const redraw = useRedraw(canvases, tiles, picture)
  useRoom(canvases)
  useWheel(over)

  useEffect(() => redraw.now(), [page, shownPage, redraw])
  useEffect(() => {
    tool.current = toolFor(taken)
    redraw.now()
  }, [taken, redraw])

  const send = (event: ToolEvent): void => {
    const current = currentPage()
    if (!current) return
    const { next, selection, act } = tool.current.step(event, benchOf(current))
    tool.current = next
    if (selection) choose(selection, current)
    if (act) onAct(act)
    redraw.now()
  }

  const down = (event: PointerEvent<HTMLCanvasElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    if (event.button === 1 || event.altKey) return
    const at = pointAt(event)
    const clicks = countPress(event)
    send({ kind: "down", at, more: event.shiftKey, clicks, handle: handleAt(event) })
  }
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.buttons === 4 || (event.buttons === 1 && event.altKey)) {
      panBy(-event.movementX, -event.movementY)
      return
    }
    if (!tool.current.idle) send({ kind: "move", at: pointAt(event) })
  }

  return (
    <div className="page-canvas" data-testid="page-canvas">
      <canvas ref={paper} aria-hidden="true" />
      <canvas
        ref={over}
        tabIndex={0}
        role="application"
        aria-label={t("panel.page")}
        style={{ cursor: toolFor(taken).cursor }}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={(event) => send({ kind: "up", at: pointAt(event) })}
        onPointerCancel={() => send({ kind: "cancel" })}
        onKeyDown={(event) => {
          if (event.key === "Escape") send({ kind: "cancel" })
        }}
        onDoubleClick={(event) => {
          const current = currentPage()
          const frame = current && frameAt(current.page, pointAt(event))
          if (taken === "select" && frame?.article) onOpenStory(frame.article, pointAt(event))
        }}
        onMouseDown={(event) => {
          // The keys stay with the text while its tool is in the hand.
          if (taken === "text") event.preventDefault()
        }}
      />
      <TextLayer />
      {children}
    </div>
  )
}

const NOTHING: Picture = { sheets: () => [], overlay: () => {} }

function currentPage(): ComposedPage | null {
  return composedPage(desk.getState(), view.getState().page)
}

function benchOf({ page: { frames, grid } }: ComposedPage): Bench {
  return { frames, grid, selection: view.getState().selection }
}

function choose(selection: readonly string[], { page }: ComposedPage): void {
  const last = page.frames.find(({ id }) => id === selection.at(-1))
  selectFrames(page.id, selection)
  if (last?.article) view.setState({ article: last.article })
}

/** A pointer's place on the page, pt. */
function pointAt(event: {
  readonly clientX: number
  readonly clientY: number
  readonly currentTarget: Element
}): Point {
  const { left, top } = event.currentTarget.getBoundingClientRect()
  const state = view.getState()
  const px = pxPerPt(state)
  return {
    x: state.left + (event.clientX - left) / px,
    y: state.top + (event.clientY - top) / px,
  }
}

/** The handle of a chosen frame under the pointer. */
function handleAt(event: PointerEvent<HTMLCanvasElement>): { id: string; handle: Handle } | null {
  const page = currentPage()
  if (!page) return null
  const at = pointAt(event)
  const state = view.getState()
  const reach = REACH / pxPerPt(state)
  for (const id of state.selection) {
    const frame = page.page.frames.find((candidate) => candidate.id === id)
    if (!frame) continue
    const points = handlePoints(boxOf(page.page.grid, frame.region))
    const index = points.findIndex(
      ({ x, y }) => Math.abs(x - at.x) <= reach && Math.abs(y - at.y) <= reach,
    )
    if (index >= 0) return { id, handle: HANDLES[index]! }
  }
  return null
}
