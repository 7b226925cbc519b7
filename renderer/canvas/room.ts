import { useEffect } from "react"
import { refit } from "../state/fit.ts"
import { view } from "../state/view.ts"
import type { Canvases } from "./redraw.ts"

/**
 * Keeps both canvases at the room's size in device pixels: when the room changes, and when the
 * window goes to a screen of another density or the browser's own zoom changes.
 */
export function useRoom({ paper, over }: Canvases): void {
  useEffect(() => {
    const [below, above] = [paper.current, over.current]
    const room = above?.parentElement
    if (!below || !above || !room) return
    const fit = (): void => {
      const { clientWidth: width, clientHeight: height } = room
      const ratio = window.devicePixelRatio
      for (const canvas of [below, above]) {
        canvas.width = Math.round(width * ratio)
        canvas.height = Math.round(height * ratio)
      }
      view.setState({ width, height })
      refit()
    }
    const watch = new ResizeObserver(fit)
    watch.observe(room)
    const stop = onDensity(fit)
    fit()
    return () => {
      watch.disconnect()
      stop()
    }
  }, [paper, over])
}

/** Calls when the number of device pixels in a CSS pixel changes; returns how to stop. */
function onDensity(listen: () => void): () => void {
  let query: MediaQueryList
  const hear = (): void => {
    follow()
    listen()
  }
  const follow = (): void => {
    query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    query.addEventListener("change", hear, { once: true })
  }
  follow()
  return () => query.removeEventListener("change", hear)
}
