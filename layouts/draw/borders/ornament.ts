import type { Fill, Item, Segment } from "../../display/list.ts"
import { RULE_WEIGHTS, type Ornament } from "../../issue/line-style.ts"
import { pt } from "../../units.ts"
import { MOTIFS, type OrnamentDrawing } from "./motifs.ts"
import { moved, type Motif } from "./outline.ts"
import type { Run } from "./sides.ts"
import { rails } from "./strokes.ts"

/** How much higher or lower than asked a band may be so that its units close, and in what steps. */
const GIVE = { most: 0.1, step: 0.01 } as const

/** What a band that is not as high as asked costs, against units that are not as long as drawn. */
const HEIGHT_COST = 0.15

/**
 * An ornament along runs: whole units between the corners, a corner where two runs meet. The band is
 * as high as makes its units close with the least stretching.
 */
export function ornament(
  runs: readonly Run[],
  {
    style,
    weight,
    ink,
  }: { readonly style: Ornament; readonly weight: number; readonly ink: string },
): readonly Item[] {
  const drawing = MOTIFS[style]
  const height = heightFor(runs, drawing.pitch, weight)
  const lines = drawing.rails.map((rail) => ({
    out: rail.out * height,
    weight: lineWeight(rail.weight, height),
  }))
  const pieces = runs.flatMap((run) => piecesOf(run, drawing, height))
  return [...inked(pieces, height, ink), ...rails(runs, lines, ink)]
}

/** Units on a run, and how much longer than drawn each is. */
export function unitsOn(
  { length, cornered }: Pick<Run, "length" | "cornered">,
  pitch: number,
  height: number,
): { readonly from: number; readonly count: number; readonly stretch: number } {
  const corners = cornered.filter(Boolean).length
  const room = Math.max(0, length - (corners * height) / 2)
  const count = Math.max(1, Math.round(room / (pitch * height)))
  return { from: cornered[0] ? height / 2 : 0, count, stretch: room / (count * pitch * height) }
}

/** The height near the one asked for at which the units of all runs are stretched least. */
export function heightFor(
  runs: readonly Pick<Run, "length" | "cornered">[],
  pitch: number,
  asked: number,
): number {
  const steps = Math.round(GIVE.most / GIVE.step)
  let best = { height: asked, cost: Infinity }
  for (let i = -steps; i <= steps; i += 1) {
    const height = asked * (1 + i * GIVE.step)
    const off = runs.map((run) => {
      const { stretch } = unitsOn(run, pitch, height)
      return Math.max(stretch, 1 / Math.max(stretch, 1e-6)) - 1
    })
    const cost = Math.max(0, ...off) + HEIGHT_COST * Math.abs(i * GIVE.step)
    if (cost < best.cost) best = { height, cost }
  }
  return best.height
}

/** A motif at its place on the page. */
function piecesOf(run: Run, { pitch, unit, corner }: OrnamentDrawing, height: number): Motif[] {
  const { from, count, stretch } = unitsOn(run, pitch, height)
  const step = pitch * stretch * height
  const units = Array.from({ length: count }, (_, i) =>
    placed(unit, (x, y) => run.place(from + i * step + x * stretch * height, y * height)),
  )
  if (!run.cornered[0]) return units
  // Where the way bends outward the corner is drawn as in a mirror along it.
  const side = run.inner?.[0] ? -height : height
  return [placed(corner, (x, y) => run.place(x * height, y * side)), ...units]
}

function placed(
  { fills, strokes }: Motif,
  to: (x: number, y: number) => readonly [number, number],
): Motif {
  return {
    fills: moved(fills, to),
    strokes: strokes.map(({ path, weight }) => ({ path: moved(path, to), weight })),
  }
}

/** Motifs as items: one for all fills, one for the strokes of each weight. */
function inked(pieces: readonly Motif[], height: number, ink: string): readonly Item[] {
  const fills = pieces.flatMap((piece) => piece.fills)
  const paths = new Map<number, Segment[]>()
  for (const { path, weight } of pieces.flatMap(({ strokes }) => strokes)) {
    const known = paths.get(weight) ?? []
    paths.set(weight, known)
    for (const segment of path) known.push(segment)
  }
  const filled: readonly Fill[] = fills.length > 0 ? [{ kind: "fill", ink, path: fills }] : []
  const stroked = [...paths].map(([weight, path]): Item => {
    const width = pt(lineWeight(weight, height))
    return { kind: "stroke", ink, path, width, dash: [] }
  })
  return [...filled, ...stroked]
}

/** Weight of a line of a band, pt: never finer than newsprint holds. */
function lineWeight(weight: number, height: number): number {
  return Math.max(RULE_WEIGHTS.least, weight * height)
}
