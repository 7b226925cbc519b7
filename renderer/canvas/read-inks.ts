import { shownLeaves } from "../state/fit.ts"
import { separations } from "../state/separations.ts"
import { pxPerPt, view } from "../state/view.ts"
import type { Point } from "../tools/tool.ts"
import type { Probe } from "./tile.ts"
import type { TileStore } from "./tile-store.ts"

/** The place that is asked for while another is; only the newest waits. */
let waiting: { readonly probe: Probe } | null = null
let asking = false

/** Reads what the plates print at a place of the canvas (pt of the page that is worked on). */
export function readInks(tiles: TileStore, point: Point): void {
  if (!separations.getState().on) return
  const probe = probeAt(point)
  if (!probe) return forgetInks()
  waiting = { probe }
  if (!asking) void ask(tiles)
}

/** The pointer is on no page. */
export function forgetInks(): void {
  waiting = null
  if (separations.getState().under !== null) separations.setState({ under: null })
}

async function ask(tiles: TileStore): Promise<void> {
  asking = true
  while (waiting) {
    const { probe } = waiting
    waiting = null
    const under = await tiles.probe(probe)
    if (separations.getState().on) separations.setState({ under })
  }
  asking = false
}

/** The pixel of a shown page that is at a place; null beside the pages. */
function probeAt({ x, y }: Point): Probe | null {
  const leaf = shownLeaves().find(
    ({ offset, width, height }) => x >= offset && x < offset + width && y >= 0 && y < height,
  )
  if (!leaf) return null
  const scale = pxPerPt(view.getState()) * window.devicePixelRatio
  const pixel = (length: number): number => Math.floor(length * scale)
  return { page: leaf.page, scale, x: pixel(x - leaf.offset), y: pixel(y) }
}
