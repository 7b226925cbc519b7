import type { Item } from "../../display/list.ts"
import {
  isOrnament,
  RULE_WEIGHTS,
  weightsOf,
  type LineStyle,
  type Side,
} from "../../issue/line-style.ts"
import type { Box } from "../../units.ts"
import { ornament } from "./ornament.ts"
import { runAlong, runsAround, runsRound, type Corner, type Ends, type Run } from "./sides.ts"
import { dashes, dots, rails, wave, type Rail } from "./strokes.ts"

/** How a rule or a border is drawn: its style (absent is one plain stroke), its weight in pt, its ink. */
export interface Drawing {
  readonly style: LineStyle | undefined
  readonly weight: number
  readonly ink: string
}

/** A border round a box, along its edge; `open` sides have none. */
export function drawBorder(
  box: Box,
  drawing: Drawing,
  open: readonly Side[] = [],
): readonly Item[] {
  return drawRuns(runsRound(box, open), drawing)
}

/** A border along an outline of level and upright sides; `open` sides have none. */
export function drawOutline(
  outline: readonly (readonly Corner[])[],
  drawing: Drawing,
  open: readonly Side[] = [],
): readonly Item[] {
  return outline.flatMap((corners) => drawRuns(runsAround(corners, open), drawing))
}

/** A rule from one end to the other, level or upright. */
export function drawRule(ends: Ends, drawing: Drawing): readonly Item[] {
  return drawRuns([runAlong(ends)], drawing)
}

/** How far a style reaches to each side of its middle, pt, at the weight that it is drawn in. */
export function reachOf({ style, weight: asked }: Pick<Drawing, "style" | "weight">): number {
  const weight = drawnWeight(style, asked)
  if (isOrnament(style)) return weight * 0.55
  if (style === "wave") return Math.max(2.2, weight * 6) * 0.32 + weight / 2
  return Math.max(...railsOf(style, weight).map((rail) => Math.abs(rail.out) + rail.weight / 2))
}

function drawRuns(runs: readonly Run[], { style, weight: asked, ink }: Drawing): readonly Item[] {
  if (asked <= 0 || runs.length === 0) return []
  const weight = drawnWeight(style, asked)
  if (isOrnament(style)) return ornament(runs, { style, weight, ink })
  if (style === "dots") return [dots(runs, weight, ink)]
  if (style === "dashes") return [dashes(runs, weight, ink)]
  if (style === "wave") return [wave(runs, weight, ink)]
  return rails(runs, railsOf(style, weight), ink)
}

/** A weight, or the least that shows what the style is. */
function drawnWeight(style: LineStyle | undefined, asked: number): number {
  return style === undefined ? asked : Math.max(asked, weightsOf(style).least)
}

/** Gap between the two lines of 双线 in their weight, of 文武线 in the thick one's, and the least, pt. */
const GAP = { double: 2, scotch: 0.7, least: 0.9 } as const

/** Part of the thick line's weight that the thin one of 文武线 has. */
const THIN = 0.25

/** The lines of a style that is made of straight ones. */
function railsOf(style: LineStyle | undefined, weight: number): readonly Rail[] {
  if (style === "double") {
    const out = (Math.max(GAP.least, weight * GAP.double) + weight) / 2
    return [
      { out, weight },
      { out: -out, weight },
    ]
  }
  if (style !== "thickThin" && style !== "thinThick") return [{ out: 0, weight }]
  const thin = Math.max(RULE_WEIGHTS.least, weight * THIN)
  const gap = Math.max(GAP.least, weight * GAP.scotch)
  const half = (weight + gap + thin) / 2
  const outward = style === "thickThin" ? 1 : -1
  return [
    { out: outward * (half - weight / 2), weight },
    { out: outward * (thin / 2 - half), weight: thin },
  ]
}
