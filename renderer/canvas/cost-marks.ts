import type { ComposedPage } from "../../layouts/compose.ts"
import { storyCosts, type CostedLine } from "../../layouts/flow/story-costs.ts"
import type { DemeritName } from "../../layouts/line/demerits.ts"
import { pxPerPt, type View } from "../state/view.ts"
import type { Easel } from "./marks.ts"

/** A line's number is shown from this line pitch on, what it is made of from that, CSS pixels. */
const NUMBER_FROM = 11
const PARTS_FROM = 26

/** From so many demerits on a line is seen to be uneven, and from so many a rule gave way. */
const SEEN_FROM = 250
const BROKEN_FROM = 1e6

const COLOURS = { fine: "#237804", seen: "#ad6800", broken: "#cf1322" } as const

/**
 * Writes at the end of each line of the page what it cost the breaker (排行代价): the sum, and where
 * there is room each demerit by name. Lines that cost nothing are left alone.
 */
export function drawCosts(
  easel: Easel,
  { page, articles }: ComposedPage,
  state: View,
  nameOf: (name: DemeritName) => string,
): void {
  const pitch = page.grid.linePitch * pxPerPt(state)
  if (pitch < NUMBER_FROM) return
  const { surface } = easel
  surface.font = `${Math.min(12, Math.round(pitch * 0.55))}px system-ui, sans-serif`
  surface.textBaseline = "alphabetic"
  for (const { story } of articles)
    for (const line of storyCosts(story)) {
      if (line.column.column.page !== page.id || line.sum < 0.5) continue
      drawCost(easel, line, pitch >= PARTS_FROM ? words(line, nameOf) : shortened(line.sum))
    }
}

function drawCost({ surface, toPx }: Easel, line: CostedLine, text: string): void {
  const { placed, column, sum } = line
  const { x, width } = column.column.box
  const at = placed.line.vertical
    ? toPx({ x: placed.x, y: placed.baseline })
    : toPx({ x: x + width, y: placed.baseline })
  const wide = surface.measureText(text).width + 6
  surface.fillStyle = "rgb(255 255 255 / 88%)"
  surface.fillRect(at.x - wide, at.y - 5, wide, 14)
  surface.fillStyle = colourOf(sum)
  surface.fillText(text, at.x - wide + 3, at.y + 6)
}

function words({ parts, sum }: CostedLine, nameOf: (name: DemeritName) => string): string {
  const named = parts.map(({ name, cost }) => `${nameOf(name)} ${shortened(cost)}`)
  return named.length > 1 ? `${named.join(" + ")} = ${shortened(sum)}` : named.join()
}

function colourOf(sum: number): string {
  if (sum >= BROKEN_FROM) return COLOURS.broken
  return sum >= SEEN_FROM ? COLOURS.seen : COLOURS.fine
}

/** A number of demerits in few figures: 520, 2.4k, 1e9. */
function shortened(cost: number): string {
  if (cost >= 1e6) return cost.toExponential(0).replace("+", "")
  return cost >= 1000 ? `${(cost / 1000).toFixed(1)}k` : String(Math.round(cost))
}
