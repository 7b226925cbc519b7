import type { Fill, Segment, Stroke } from "../../display/list.ts"
import { pt } from "../../units.ts"
import { circle } from "../shapes.ts"
import { chainsOf, type Run } from "./sides.ts"

/** A line of a border: how far out of the box its middle is, and its weight, pt. */
export interface Rail {
  readonly out: number
  readonly weight: number
}

/** Lines that go along all runs, mitred where runs meet. */
export function rails(
  runs: readonly Run[],
  lines: readonly Rail[],
  ink: string,
): readonly Stroke[] {
  return lines.map(({ out, weight }) => {
    const path = chainsOf(runs).flatMap(({ runs: chain, closed }) => railAlong(chain, closed, out))
    return { kind: "stroke", ink, path, width: pt(weight), dash: [] }
  })
}

function railAlong(chain: readonly Run[], closed: boolean, out: number): readonly Segment[] {
  const points = chain.map((run) => run.place(-pastCorner(run, 0, out), out))
  const last = chain.at(-1)!
  if (!closed) points.push(last.place(last.length + pastCorner(last, 1, out), out))
  const path = points.map((point, i): Segment => [i === 0 ? "M" : "L", ...point])
  return closed ? [...path, ["Z"]] : path
}

/** How far a line so far out goes past the start (0) or end (1) of its run to meet the next. */
function pastCorner({ cornered, inner }: Run, end: 0 | 1, out: number): number {
  if (!cornered[end]) return 0
  return inner?.[end] ? -out : out
}

/** Round dots (点线), as many as fit evenly, one in each corner. */
export function dots(runs: readonly Run[], weight: number, ink: string): Fill {
  const path = runs.flatMap(({ length, place, cornered }) => {
    const count = Math.max(1, Math.round(length / (weight * DOT_PITCH)))
    const some = cornered[1] ? count : count + 1
    return Array.from({ length: some }, (_, i) => {
      const [x, y] = place((length * i) / count, 0)
      return circle(x, y, weight / 2)
    }).flat()
  })
  return { kind: "fill", ink, path }
}

/** From dot to dot, in their width. */
const DOT_PITCH = 2.2

/** A dash and the gap after it, in the weight of their line but never so short that they run together. */
const DASH = { length: 5, gap: 3, least: 2.4 } as const

/** Dashes (虚线), as many as fit evenly; two halves of one meet in each corner. */
export function dashes(runs: readonly Run[], weight: number, ink: string): Stroke {
  const unit = Math.max(DASH.least, weight * DASH.length)
  const gap = (unit * DASH.gap) / DASH.length
  const path: Segment[] = []
  for (const { length, place } of runs) {
    const count = Math.max(1, Math.round(length / (unit + gap)))
    const half = (length / count) * (unit / (unit + gap) / 2)
    for (let i = 0; i <= count; i += 1) {
      const middle = (length * i) / count
      const from = i === 0 ? 0 : middle - half
      const to = i === count ? length : middle + half
      path.push(["M", ...place(from, 0)], ["L", ...place(to, 0)])
    }
  }
  return { kind: "stroke", ink, path: joined(path), width: pt(weight), dash: [] }
}

/** Pieces that begin where another ends, as one: their corner is mitred. */
function joined(path: readonly Segment[]): readonly Segment[] {
  const pieces: (readonly [Point, Point])[] = []
  for (let i = 0; i + 1 < path.length; i += 2) pieces.push([endOf(path[i]!), endOf(path[i + 1]!)])
  const made: Segment[] = []
  const first = pieces[0]
  const around = first && pieces.findLast((piece) => same(piece[1], first[0]))
  const rest = around ? pieces.filter((piece) => piece !== around) : pieces
  let last: Point | null = around?.[1] ?? null
  if (around) made.push(["M", ...around[0]], ["L", ...around[1]])
  for (const [from, to] of rest) {
    if (!last || !same(last, from)) made.push(["M", ...from])
    made.push(["L", ...to])
    last = to
  }
  return made
}

type Point = readonly [number, number]

function endOf(segment: Segment): Point {
  return [segment[1] as number, segment[2] as number]
}

function same(a: Point, b: Point): boolean {
  return Math.abs(a[0] - b[0]) < 1e-6 && Math.abs(a[1] - b[1]) < 1e-6
}

/** Length of half a wave in the weight of its line, the least in pt, and how far its handles reach. */
const WAVE = { half: 6, least: 2.2, reach: 0.42 } as const

/**
 * A waved line (曲线): an odd number of half waves a side, the first and last of them out of the box,
 * so that it goes round a corner as it goes on.
 */
export function wave(runs: readonly Run[], weight: number, ink: string): Stroke {
  const path = chainsOf(runs).flatMap(({ runs: chain, closed }) => {
    const start: Segment = ["M", ...chain[0]!.place(0, 0)]
    const curves = chain.flatMap((run) => wavesAlong(run, weight))
    return [start, ...curves, ...(closed ? [["Z"] as const] : [])]
  })
  return { kind: "stroke", ink, path, width: pt(weight), dash: [] }
}

function wavesAlong({ length, place }: Run, weight: number): readonly Segment[] {
  const half = Math.max(WAVE.least, weight * WAVE.half)
  const count = 2 * Math.max(0, Math.round((length / half - 1) / 2)) + 1
  const step = length / count
  const reach = step * WAVE.reach
  return Array.from({ length: count }, (_, i): Segment => {
    const [from, to] = [i * step, (i + 1) * step]
    const out = i % 2 === 0 ? reach : -reach
    return ["C", ...place(from + reach, out), ...place(to - reach, out), ...place(to, 0)]
  })
}
