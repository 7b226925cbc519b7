import { useState } from "react"
import { useStore } from "zustand"
import type { ComposedPage } from "../../layouts/compose.ts"
import { flash } from "../state/jump.ts"
import { areaStyle } from "./pixels.ts"

/** A page and its scale, for what is marked on it. */
export interface MarkedPage {
  readonly page: ComposedPage
  /** CSS pixels in a point. */
  readonly px: number
  /** How far its left edge lies from that of the page that is worked on, pt. */
  readonly offset: number
}

/** The place that was jumped to, for a moment. */
export function FlashMark({ page, px }: MarkedPage) {
  const { spot, turn } = useStore(flash)
  const [seen, setSeen] = useState(0)
  if (!spot || spot.page !== page.page.id || seen === turn) return null
  const whole = { x: 0, y: 0, ...page.list.trim }
  const boxes = spot.boxes.length > 0 ? spot.boxes : [whole]
  return (
    <div key={turn} className="flash" data-testid="flash" onAnimationEnd={() => setSeen(turn)}>
      {boxes.map((box, i) => (
        <i key={i} style={areaStyle(box, px)} />
      ))}
    </div>
  )
}
