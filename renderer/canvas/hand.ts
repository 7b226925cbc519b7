import { useEffect, type RefObject } from "react"
import { panBy, view, zoomAt } from "../state/view.ts"

/** Wheel steps that zoom by e, CSS pixels; a pinch on a touchpad sends steps of a few pixels. */
const WHEEL = { zoom: 300, pinch: 100 } as const

/** Pixels in a line and in a page of a wheel that counts in them. */
const LINE = 18
const PAGE = 600

/** Wheel and touchpad over the page: pan, and with Ctrl (which a pinch sends too) zoom. */
export function useWheel(over: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const canvas = over.current
    if (!canvas) return
    const wheel = (event: WheelEvent): void => {
      event.preventDefault()
      const unit = event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? PAGE : 1
      const [x, y] = [event.deltaX * unit, event.deltaY * unit]
      if (event.ctrlKey || event.metaKey) {
        const { left, top } = canvas.getBoundingClientRect()
        const whole = Math.abs(y) >= 40
        const factor = Math.exp(-y / (whole ? WHEEL.zoom : WHEEL.pinch))
        zoomAt(view.getState().zoom * factor, event.clientX - left, event.clientY - top)
      } else if (event.shiftKey && x === 0) panBy(y, 0)
      else panBy(x, y)
    }
    canvas.addEventListener("wheel", wheel, { passive: false })
    return () => canvas.removeEventListener("wheel", wheel)
  }, [over])
}
