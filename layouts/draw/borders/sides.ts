import type { Side } from "../../issue/line-style.ts"
import type { Box } from "../../units.ts"

/**
 * A straight run of a border: it goes `length` pt from its start; a point of it is so far along it and
 * so far out of the box (in is negative), which is left of the way that it goes.
 */
export interface Run {
  readonly length: number
  readonly place: (along: number, out: number) => readonly [number, number]
  /** Whether it meets another run at its start and at its end, in a corner. */
  readonly cornered: readonly [start: boolean, end: boolean]
  /** Whether the corner at its start and at its end turns outward, as in the bend of an L. */
  readonly inner?: readonly [start: boolean, end: boolean]
}

/** A corner of an outline, pt. */
export type Corner = readonly [x: number, y: number]

/** The runs of a box round which a border goes, clockwise from the top; open sides have none. */
export function runsRound(box: Box, open: readonly Side[]): readonly Run[] {
  const { x, y, width, height } = box
  const [right, foot] = [x + width, y + height]
  const corners: readonly Corner[] = [
    [x, y],
    [right, y],
    [right, foot],
    [x, foot],
  ]
  return runsAround(corners, open)
}

/**
 * The runs of an outline of level and upright sides, from corner to corner as they are given, what is
 * inside on the right; open sides have none.
 */
export function runsAround(corners: readonly Corner[], open: readonly Side[]): readonly Run[] {
  const count = corners.length
  const edges = corners.map((from, i) => {
    const to = corners[(i + 1) % count]!
    const [dx, dy] = [Math.sign(to[0] - from[0]), Math.sign(to[1] - from[1])]
    const side: Side = dx > 0 ? "top" : dy > 0 ? "right" : dx < 0 ? "bottom" : "left"
    return { from, dx, dy, isOpen: open.includes(side), length: lengthOf(from, to) }
  })
  return edges.flatMap(({ from, dx, dy, isOpen, length }, i): readonly Run[] => {
    if (isOpen) return []
    const before = edges[(i + count - 1) % count]!
    const after = edges[(i + 1) % count]!
    const inner = [before.dx * dy - before.dy * dx < 0, dx * after.dy - dy * after.dx < 0] as const
    return [
      {
        length,
        place: (along, out) => [from[0] + dx * along + dy * out, from[1] + dy * along - dx * out],
        cornered: [!before.isOpen, !after.isOpen],
        ...(inner[0] || inner[1] ? { inner } : {}),
      },
    ]
  })
}

function lengthOf(from: Corner, to: Corner): number {
  return Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1])
}

/** The ends of a rule. */
export interface Ends {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** A rule as a run that meets nothing: level from the left, or down from the top. */
export function runAlong({ x1, y1, x2, y2 }: Ends): Run {
  const cornered = [false, false] as const
  if (x1 === x2) return { length: y2 - y1, cornered, place: (along, out) => [x1 + out, y1 + along] }
  return { length: x2 - x1, cornered, place: (along, out) => [x1 + along, y1 - out] }
}

/**
 * Runs that follow each other, as chains: those that meet in corners are one chain; `closed` says
 * that its end meets its start.
 */
export function chainsOf(
  runs: readonly Run[],
): readonly { readonly runs: readonly Run[]; readonly closed: boolean }[] {
  if (runs.length > 0 && runs.every(({ cornered }) => cornered[0])) return [{ runs, closed: true }]
  const first = runs.findIndex(({ cornered }) => !cornered[0])
  const ordered = [...runs.slice(first), ...runs.slice(0, Math.max(0, first))]
  const chains: Run[][] = []
  for (const run of ordered) {
    const last = chains.at(-1)
    if (last && run.cornered[0]) last.push(run)
    else chains.push([run])
  }
  return chains.map((chain) => ({ runs: chain, closed: false }))
}
