import { SIDES, type Side } from "../../issue/line-style.ts"
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
}

/** The runs of a box round which a border goes, clockwise from the top; open sides have none. */
export function runsRound(box: Box, open: readonly Side[]): readonly Run[] {
  const { x, y, width, height } = box
  const [right, foot] = [x + width, y + height]
  const places: Readonly<Record<Side, Run["place"]>> = {
    top: (along, out) => [x + along, y - out],
    right: (along, out) => [right + out, y + along],
    bottom: (along, out) => [right - along, foot + out],
    left: (along, out) => [x - out, foot - along],
  }
  const isOpen = (side: Side): boolean => open.includes(side)
  return SIDES.flatMap((side, i): readonly Run[] => {
    if (isOpen(side)) return []
    const before = SIDES[(i + 3) % 4]!
    const after = SIDES[(i + 1) % 4]!
    const length = side === "top" || side === "bottom" ? width : height
    return [{ length, place: places[side], cornered: [!isOpen(before), !isOpen(after)] }]
  })
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
  if (runs.length === 4) return [{ runs, closed: true }]
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
