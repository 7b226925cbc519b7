import { createStore } from "zustand/vanilla"
import type { PlateShares } from "../canvas/tile.ts"

/** The plates of the pages as this window shows them (分色预览). */
export interface Separations {
  readonly on: boolean
  /** Plates that are switched off. */
  readonly hidden: readonly string[]
  /** Id of the printing condition that pictures are converted for. */
  readonly condition: string
  /** Its total ink limit, percent. */
  readonly limit: number
  /** Whether places over the limit are marked. */
  readonly over: boolean
  /** What the plates print under the pointer; null while it is not on a page. */
  readonly under: PlateShares | null
}

export const separations = createStore<Separations>(() => ({
  on: false,
  hidden: [],
  condition: "newsprint-ifra26s",
  limit: 230,
  over: false,
  under: null,
}))
