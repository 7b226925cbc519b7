import { useStore } from "zustand"
import { aloud, stretchRead } from "../state/aloud.ts"
import { wordsOnPage } from "../state/show-words.ts"
import "../style/aloud.css"
import type { MarkedPage } from "./flash-mark.tsx"
import { areaStyle } from "./pixels.ts"

/** The sentence that is read aloud, on its page for as long as it is read. */
export function AloudMark({ page, px }: MarkedPage) {
  useStore(aloud)
  const stretch = stretchRead()
  const spot = stretch && wordsOnPage(stretch)
  if (!spot || spot.page !== page.page.id) return null
  return (
    <div className="aloud-place" data-testid="aloud-place">
      {spot.boxes.map((box, i) => (
        <i key={i} style={areaStyle(box, px)} />
      ))}
    </div>
  )
}
