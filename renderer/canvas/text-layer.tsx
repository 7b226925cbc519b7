import { useEffect, useRef, type CSSProperties } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { useTextKeys } from "../app/text-keys.ts"
import { caret } from "../state/caret.ts"
import { composedArticle, desk } from "../state/desk.ts"
import { shownLeaves } from "../state/fit.ts"
import { shownCaret } from "../state/show-caret.ts"
import { view, type View } from "../state/view.ts"
import "../style/text.css"
import { drawText, pixelsOf } from "./draw-text.ts"

/** Height of the field as laid out, CSS px; it is scaled to the caret's. */
const FIELD = 20

/** Half a blink, ms. */
const BLINK = 530

/**
 * What is over the page where text is written: caret and selection, and the field that takes the
 * keys. The field stands at the caret, so that an input method shows its words beside it.
 */
export function TextLayer() {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const state = useStore(view)
  const { selection, keys, turn } = useStore(caret)
  useStore(desk, ({ pages }) => pages)
  const writes = state.tool === "text" && selection !== null && keys === "page"
  useBlink(canvas)
  useEffect(() => {
    if (writes) field.current?.focus({ preventScroll: true })
  }, [writes, turn])
  return (
    <>
      <canvas ref={canvas} className="text-layer" aria-hidden="true" />
      <textarea
        ref={field}
        className="text-field"
        aria-label={t("text.field")}
        tabIndex={writes ? 0 : -1}
        spellCheck={false}
        autoComplete="off"
        style={placeOf(state)}
        {...useTextKeys()}
      />
    </>
  )
}

/** Where the field stands: on the caret, or out of the way. Moving it lays nothing out anew. */
function placeOf(state: View): CSSProperties {
  const box = shownCaret()
  if (box?.page !== state.page || !box) return { transform: "translate(-99em)" }
  const { x, y, width, height } = pixelsOf(box, state)
  return { transform: `translate(${x}px, ${y}px) scale(${Math.max(width, height) / FIELD})` }
}

/** Draws caret and selection when they or the page change, and as the caret blinks. */
function useBlink(layer: { readonly current: HTMLCanvasElement | null }): void {
  useEffect(() => {
    let asked = 0
    let lit = true
    const still = window.matchMedia("(prefers-reduced-motion: reduce)")
    const draw = (): void => {
      asked = 0
      const surface = layer.current?.getContext("2d")
      if (!surface) return
      fit(surface.canvas)
      const now = caret.getState()
      const set = now.selection && composedArticle(desk.getState(), now.selection.article)
      const [state, leaves] = [view.getState(), shownLeaves()]
      drawText(surface, set ? { set, state, leaves, caret: now, lit } : null)
    }
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(draw)
    }
    const wake = (): void => {
      lit = true
      ask()
    }
    const blink = (): void => {
      const { selection, keys } = caret.getState()
      if (!selection) return
      lit = still.matches || keys !== "page" || !lit
      ask()
    }
    const beat = setInterval(blink, BLINK)
    const stops = [caret.subscribe(wake), view.subscribe(ask), desk.subscribe(ask)]
    ask()
    return () => {
      clearInterval(beat)
      cancelAnimationFrame(asked)
      stops.forEach((stop) => stop())
    }
  }, [layer])
}

/** Keeps the layer at its room's size in device pixels. */
function fit(canvas: HTMLCanvasElement): void {
  const { clientWidth, clientHeight } = canvas
  const width = Math.round(clientWidth * window.devicePixelRatio)
  const height = Math.round(clientHeight * window.devicePixelRatio)
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}
