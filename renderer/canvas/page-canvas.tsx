import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { ComposedPage } from "../../layouts/compose.ts"
import { cropIn } from "../state/cropping.ts"
import { composedPage, desk } from "../state/desk.ts"
import { fitShown, leavesToTurnTo, refit, shownLeaves } from "../state/fit.ts"
import type { Leaf } from "../state/spread.ts"
import { view, type View } from "../state/view.ts"
import { frameAt } from "../tools/hit.ts"
import type { Act, Point } from "../tools/tool.ts"
import { toolFor } from "../tools/tools.ts"
import { ChosenWords } from "./chosen-words.tsx"
import { useWheel } from "./hand.ts"
import { Lens } from "./lens.tsx"
import { guideWords, placeWords, sizeWords } from "./measure-words.ts"
import { useGuideHand } from "./guide-hand.ts"
import { forgetGuide, guideDrag } from "./guides.ts"
import { drawBeside, drawOverlay, wipeOverlay } from "./overlay.ts"
import { benchOf, currentPage, pointAt } from "./pointer.ts"
import { forgetInks, readInks } from "./read-inks.ts"
import { useRedraw, type Picture } from "./redraw.ts"
import { useRoom } from "./room.ts"
import { sheetOf, type Sheet } from "./sheets.ts"
import { TextLayer } from "./text-layer.tsx"
import { isOnText } from "../tools/mark.ts"
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
  const preview = useStore(view, (state) => state.preview)
  const canvases = useMemo(() => ({ paper, over }), [])
  const picture = useRef<Picture>(NOTHING)
  const redraw = useRedraw(canvases, tiles, picture)
  const hand = useToolHand({ onAct, onChange: redraw.now })
  picture.current = {
    sheets: (ratio) => sheetsOf(shownLeaves(), ratio),
    turns: (ratio) => sheetsOf(leavesToTurnTo(), ratio),
    overlay(surface) {
      const state = view.getState()
      wipeOverlay(surface, state)
      const current = currentPage()
      if (!current) return
      drawOthers(surface, state)
      const { grid } = current.page
      const { drag } = guideDrag.getState()
      drawOverlay(surface, {
        page: current,
        state,
        sketch: hand.tool.current.sketch(benchOf(current)),
        guide: drag,
        guideWords: guideWords(t, grid, drag, state.rulerUnit),
        costName: (name) => t(`cost.${name}`),
        tell: (what, region) => (what === "size" ? sizeWords : placeWords)(t, grid, region),
      })
    },
  }
  useRoom(canvases)
  useWheel(over)
  useFit()
  const guides = useGuideHand(hand)
  useEffect(() => redraw.now(), [page, shownPage, redraw])
  useEffect(() => guideDrag.subscribe(redraw.now), [redraw])

  const press = (event: KeyboardEvent): void => {
    const busy = !hand.tool.current.idle
    if (event.key === "Escape" && guideDrag.getState().drag) forgetGuide()
    else if (event.key === "Escape" && busy) hand.send({ kind: "cancel" })
    else if (event.key === " ") hand.spring(true)
    else if (!onKey(event)) return
    event.preventDefault()
  }

  return (
    <div
      className="page-canvas"
      data-testid="page-canvas"
      data-preview={preview}
      onPointerMove={(event) => readInks(tiles, pointAt(event))}
      onPointerLeave={forgetInks}
    >
      <canvas ref={paper} aria-hidden="true" />
      <canvas
        ref={over}
        tabIndex={0}
        role="application"
        aria-label={t("panel.page")}
        aria-describedby="chosen-words"
        style={{ cursor: toolFor(taken).cursor }}
        onPointerDown={guides.down}
        onPointerMove={guides.move}
        onPointerUp={guides.up}
        onPointerCancel={guides.cancel}
        onKeyDown={press}
        onKeyUp={(event) => {
          if (event.key === " ") hand.spring(false)
        }}
        onBlur={() => hand.spring(false)}
        onDoubleClick={(event) => {
          const current = currentPage()
          const frame = current && frameAt(benchOf(current), pointAt(event))
          if (taken !== "select" || !frame?.article || cropIn(frame.id)) return
          onOpenStory(frame.article, pointAt(event))
        }}
        onMouseDown={(event) => {
          // The keys stay with the text while its tool is in the hand.
          if (isOnText(taken)) event.preventDefault()
        }}
      />
      <TextLayer />
      {children}
      <Lens tiles={tiles} />
      <ChosenWords />
    </div>
  )
}

const NOTHING: Picture = { sheets: () => [], turns: () => [], overlay: () => {} }

/** Pages, where they lie on the window's canvas. */
function sheetsOf(leaves: readonly Leaf[], ratio: number): readonly Sheet[] {
  const state = view.getState()
  return leaves.map((leaf) => {
    const list = composedPage(desk.getState(), leaf.page)?.list ?? null
    return sheetOf({ ...leaf, list }, state, ratio)
  })
}

/** What lies over the pages of the spread that are not worked on. */
function drawOthers(surface: CanvasRenderingContext2D, state: View): void {
  for (const { page: id, offset } of shownLeaves()) {
    const other = id === state.page ? null : composedPage(desk.getState(), id)
    if (other) drawBeside(surface, other, { ...state, left: state.left - offset })
  }
}

/** Keeps the window filled with what it was filled with when other pages or sizes are shown. */
function useFit(): void {
  const page = useStore(view, (state) => state.page)
  const spread = useStore(view, (state) => state.spread)
  const dpi = useStore(view, (state) => state.screenDpi)
  const there = useStore(desk, (state) => state.issue !== null)
  useEffect(refit, [page, spread, dpi, there])
  const sheet = useStore(desk, (state) => sheetWords(composedPage(state, page)))
  const before = useRef({ page, sheet })
  useEffect(() => {
    const known = before.current
    before.current = { page, sheet }
    if (known.page === page && known.sheet !== sheet) fitShown("page")
  }, [page, sheet])
}

/** A page's size, so that another is noticed; "" for no page. */
function sheetWords(page: ComposedPage | null): string {
  return page ? `${page.list.trim.width} × ${page.list.trim.height}` : ""
}
