import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { composedPage, desk } from "../state/desk.ts"
import { view } from "../state/view.ts"
import { frameAt } from "../tools/hit.ts"
import type { Act, Point } from "../tools/tool.ts"
import { toolFor } from "../tools/tools.ts"
import { ChosenWords } from "./chosen-words.tsx"
import { useWheel } from "./hand.ts"
import { placeWords, sizeWords } from "./measure-words.ts"
import { drawOverlay } from "./overlay.ts"
import { benchOf, currentPage, pointAt } from "./pointer.ts"
import { useRedraw, type Picture } from "./redraw.ts"
import { useRoom } from "./room.ts"
import { sheetOf } from "./sheets.ts"
import { TextLayer } from "./text-layer.tsx"
import type { TileStore } from "./tile-store.ts"
import { useToolHand } from "./tool-hand.ts"

/** What the canvas asks the desk to do. */
export interface PageCanvasProps {
  readonly tiles: TileStore
  readonly onAct: (act: Act) => void
  readonly onOpenStory: (article: string, at: Point) => void
  /** A key that is pressed on the page and is no command's; true when it did something. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** What lies on the page as controls. */
  readonly children?: ReactNode
}

/** The page in the window: tiles below, frames and selection above, wheel, drag and keys. */
export function PageCanvas({ tiles, onAct, onOpenStory, onKey, children }: PageCanvasProps) {
  const { t } = useTranslation()
  const paper = useRef<HTMLCanvasElement>(null)
  const over = useRef<HTMLCanvasElement>(null)
  const taken = useStore(view, (state) => state.tool)
  const page = useStore(desk, (state) => composedPage(state, view.getState().page))
  const shownPage = useStore(view, (state) => state.page)
  const canvases = useMemo(() => ({ paper, over }), [])
  const picture = useRef<Picture>(NOTHING)
  const redraw = useRedraw(canvases, tiles, picture)
  const hand = useToolHand({ onAct, onChange: redraw.now })
  picture.current = {
    sheets(ratio) {
      const current = currentPage()
      return current ? [sheetOf(current.list, view.getState(), ratio)] : []
    },
    overlay(surface) {
      const current = currentPage()
      if (!current) return
      const { grid } = current.page
      drawOverlay(surface, {
        page: current,
        state: view.getState(),
        sketch: hand.tool.current.sketch(benchOf(current)),
        tell: (what, region) => (what === "size" ? sizeWords : placeWords)(t, grid, region),
      })
    },
  }
  useRoom(canvases)
  useWheel(over)
  useEffect(() => redraw.now(), [page, shownPage, redraw])

  const press = (event: KeyboardEvent): void => {
    const busy = !hand.tool.current.idle
    if (event.key === "Escape" && busy) hand.send({ kind: "cancel" })
    else if (event.key === " ") hand.spring(true)
    else if (!onKey(event)) return
    event.preventDefault()
  }

  return (
    <div className="page-canvas" data-testid="page-canvas">
      <canvas ref={paper} aria-hidden="true" />
      <canvas
        ref={over}
        tabIndex={0}
        role="application"
        aria-label={t("panel.page")}
        aria-describedby="chosen-words"
        style={{ cursor: toolFor(taken).cursor }}
        onPointerDown={hand.down}
        onPointerMove={hand.move}
        onPointerUp={hand.up}
        onPointerCancel={() => hand.send({ kind: "cancel" })}
        onKeyDown={press}
        onKeyUp={(event) => {
          if (event.key === " ") hand.spring(false)
        }}
        onBlur={() => hand.spring(false)}
        onDoubleClick={(event) => {
          const current = currentPage()
          const frame = current && frameAt(benchOf(current), pointAt(event))
          if (taken === "select" && frame?.article) onOpenStory(frame.article, pointAt(event))
        }}
        onMouseDown={(event) => {
          // The keys stay with the text while its tool is in the hand.
          if (taken === "text") event.preventDefault()
        }}
      />
      <TextLayer />
      {children}
      <ChosenWords />
    </div>
  )
}

const NOTHING: Picture = { sheets: () => [], overlay: () => {} }
