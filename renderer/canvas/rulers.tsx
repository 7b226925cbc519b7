import { useEffect, useRef, type PointerEvent, type ReactNode, type RefObject } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Guide, Page } from "../../layouts/issue/page.ts"
import { desk } from "../state/desk.ts"
import { pxPerPt, view } from "../state/view.ts"
import "../style/view.css"
import { dropGuide, forgetGuide, guideDrag, moveGuide, pullGuide } from "./guides.ts"
import { currentPage } from "./pointer.ts"
import { drawRuler } from "./draw-ruler.ts"

/** What stands beside the rulers, and what a click on their corner asks for. */
export interface RulersProps {
  readonly onUnit: () => void
  readonly children: ReactNode
}

/** Rulers above and left of the page, which count from the type area; guides are pulled out of them. */
export function Rulers({ onUnit, children }: RulersProps) {
  const { t } = useTranslation()
  const shown = useStore(view, (state) => state.rulers && !state.preview)
  const unit = useStore(view, (state) => state.rulerUnit)
  const room = useRef<HTMLDivElement>(null)
  return (
    <div className="rulers" data-shown={shown}>
      {shown && (
        <>
          <button
            type="button"
            className="ruler-corner"
            title={t("view.unitHint")}
            aria-label={`${t("view.unit")} ${t(`view.${unit}`)}`}
            onClick={onUnit}
          >
            {t(`view.${unit}`)}
          </button>
          <Ruler axis="x" room={room} />
          <Ruler axis="y" room={room} />
        </>
      )}
      <div ref={room} className="ruled">
        {children}
      </div>
    </div>
  )
}

interface RulerProps {
  /** What the ruler measures: across above the page, down beside it. */
  readonly axis: Guide["axis"]
  readonly room: RefObject<HTMLDivElement | null>
}

function Ruler({ axis, room }: RulerProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useRulerDrawing(axis, canvas, room)
  // The ruler above the page holds the level guides, the one beside it the upright ones.
  const pulled = axis === "x" ? "y" : "x"
  const drag = (event: PointerEvent<HTMLElement>): void => {
    const page = currentPage()?.page
    const box = room.current?.getBoundingClientRect()
    if (!page || !box || !guideDrag.getState().drag) return
    const state = view.getState()
    const px = pxPerPt(state)
    const inside = event.clientX > box.left && event.clientY > box.top
    const point = {
      x: inside ? state.left + (event.clientX - box.left) / px : -1,
      y: inside ? state.top + (event.clientY - box.top) / px : -1,
    }
    moveGuide(page, point, event.ctrlKey || event.metaKey)
  }
  return (
    <canvas
      ref={canvas}
      className={`ruler ruler-${axis}`}
      aria-hidden="true"
      onPointerDown={(event) => {
        const page = currentPage()?.page
        if (event.button !== 0 || !page) return
        event.currentTarget.setPointerCapture(event.pointerId)
        pullGuide(page, pulled)
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        const page = currentPage()?.page
        if (page) dropGuide(page)
      }}
      onPointerCancel={forgetGuide}
    />
  )
}

/** Draws a ruler anew when the view, the page or the pointer moves, once a frame. */
function useRulerDrawing(
  axis: Guide["axis"],
  canvas: RefObject<HTMLCanvasElement | null>,
  room: RefObject<HTMLDivElement | null>,
): void {
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    let asked = 0
    let pointer: number | null = null
    let look: readonly unknown[] = []
    const draw = (): void => {
      asked = 0
      const page = currentPage()?.page ?? null
      const next = [...rulerLook(axis, page), pointer, element.clientWidth, element.clientHeight]
      if (next.every((part, i) => part === look[i])) return
      look = next
      drawRuler(element, axis, { page, pointer })
    }
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(draw)
    }
    const follow = (event: globalThis.PointerEvent): void => {
      const box = room.current?.getBoundingClientRect()
      if (!box) return
      pointer = axis === "x" ? event.clientX - box.left : event.clientY - box.top
      ask()
    }
    const watch = new ResizeObserver(ask)
    watch.observe(element)
    window.addEventListener("pointermove", follow)
    const stops = [view.subscribe(ask), desk.subscribe(ask), guideDrag.subscribe(ask)]
    ask()
    return () => {
      stops.forEach((stop) => stop())
      watch.disconnect()
      window.removeEventListener("pointermove", follow)
      cancelAnimationFrame(asked)
    }
  }, [axis, canvas, room])
}

/** All that decides how a ruler looks, but for its size and the pointer. */
function rulerLook(axis: Guide["axis"], page: Page | null): readonly unknown[] {
  const { left, top, zoom, screenDpi, rulerUnit, dark } = view.getState()
  const along = axis === "x" ? left : top
  return [along, zoom, screenDpi, rulerUnit, dark, window.devicePixelRatio, page?.grid, page?.sheet]
}
