import { useEffect } from "react"
import { refit } from "../state/fit.ts"
import { view } from "../state/view.ts"
import type { Canvases } from "./redraw.ts"

/**
 * Keeps both canvases at the room's size in whole device pixels: when the room changes, when the
 * window goes to a screen of another density, and when the browser's own zoom changes.
 */
export function useRoom({ paper, over }: Canvases): void {
  useEffect(() => {
    const [below, above] = [paper.current, over.current]
    if (!below || !above) return
    const fit = (entries: readonly ResizeObserverEntry[]): void => {
      const entry = entries.at(-1)!
      const { width, height } = entry.contentRect
      const { inlineSize, blockSize } = entry.devicePixelContentBoxSize[0]!
      for (const canvas of [below, above]) {
        // Setting a canvas's size wipes it, even where the size stays.
        const [across, down] = [inPixels(width, inlineSize), inPixels(height, blockSize)]
        if (canvas.width !== across) canvas.width = across
        if (canvas.height !== down) canvas.height = down
      }
      view.setState({ width, height })
      refit()
    }
    const watch = new ResizeObserver(fit)
    watch.observe(below, { box: "device-pixel-content-box" })
    return () => watch.disconnect()
  }, [paper, over])
}

/**
 * A length in device pixels: what the browser says it covers, which at odd densities may be a pixel
 * more or less than reckoned; the reckoned one where it says something else (an emulated density).
 */
function inPixels(length: number, told: number): number {
  const reckoned = Math.round(length * window.devicePixelRatio)
  return Math.abs(told - reckoned) <= 1 ? told : reckoned
}
