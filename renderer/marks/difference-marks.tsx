import { useStore } from "zustand"
import { comparing, useDifferences } from "../state/comparing.ts"
import { pt } from "../../layouts/units.ts"
import "../style/compare.css"
import type { MarkedPage } from "./flash-mark.tsx"
import { areaStyle } from "./pixels.ts"

/** What differs between the page and the proof that it is compared with, until that is put away. */
export function DifferenceMarks({ page, px }: MarkedPage) {
  const comparison = useStore(comparing, (state) => state.comparison)
  if (comparison?.page !== page.page.id || comparison.now) return null
  return <DifferenceBoxes side="now" px={px} />
}

interface DifferenceBoxesProps {
  /** On the older version, or on the newer one. */
  readonly side: "was" | "now"
  /** CSS pixels in a point. */
  readonly px: number
}

/** Boxes round what differs, by kind; a place where something is gone or not there yet is a line. */
export function DifferenceBoxes({ side, px }: DifferenceBoxesProps) {
  const chosen = useStore(comparing, (state) => state.chosen)
  const differences = useDifferences()
  return differences.map((difference, n) =>
    difference[side].map((box, i) => (
      <i
        key={`${n} ${i}`}
        className={n === chosen ? "difference chosen" : "difference"}
        data-kind={difference.kind}
        data-testid="difference"
        style={areaStyle({ ...box, width: pt(Math.max(box.width, 2 / px)) }, px)}
      />
    )),
  )
}
