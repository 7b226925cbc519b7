import { useStore } from "zustand"
import { proof } from "../state/proof.ts"
import "../style/proof.css"
import type { MarkedPage } from "./flash-mark.tsx"
import { areaStyle } from "./pixels.ts"

/** The picture or the place of the page that is to be marked. */
export function SpotMark({ page, px }: MarkedPage) {
  const spot = useStore(proof, (state) => state.spot)
  if (spot?.page !== page.page.id) return null
  return <i className="spot-mark" data-testid="spot-mark" style={areaStyle(spot.box, px)} />
}
