import type { Item, Segment } from "../display/list.ts"
import { RULE_WEIGHTS, type GroundPattern } from "../issue/line-style.ts"
import type { Look } from "../issue/page.ts"
import { pt, type Box } from "../units.ts"
import type { Corner } from "./borders/sides.ts"
import { inkName } from "./inks.ts"
import { fillBox } from "./shapes.ts"

/** Least distance between the lines of a pattern, and between its dots, pt. */
const PITCH = { lines: 2, dots: 3.6 } as const

/** Weight of a pattern's lines where they are far enough apart, pt: fine, and sure to hold. */
const FINE = RULE_WEIGHTS.least * 1.06

/** The ground of a box (底纹): a screen, or a pattern that covers as much of it; nothing for paper. */
export function drawGround(
  box: Box,
  { tint, pattern, ground }: Pick<Look, "tint" | "pattern" | "ground">,
): readonly Item[] {
  if (tint <= 0) return []
  if (pattern === undefined) return [fillBox(box, inkName(ground, tint))]
  const { path, weight, dash } = PATTERNS[pattern](box, tint)
  return [{ kind: "stroke", ink: inkName(ground), path, width: pt(weight), dash }]
}

/** The ground of an outline of level and upright sides: in one where it is a screen, a pattern strip by strip. */
export function drawGroundIn(
  outline: readonly (readonly Corner[])[],
  look: Pick<Look, "tint" | "pattern" | "ground">,
): readonly Item[] {
  if (look.tint <= 0) return []
  if (look.pattern !== undefined) return stripsIn(outline).flatMap((box) => drawGround(box, look))
  const path = outline.flatMap((corners): readonly Segment[] => [
    ...corners.map((corner, i): Segment => [i === 0 ? "M" : "L", ...corner]),
    ["Z"],
  ])
  return [{ kind: "fill", ink: inkName(look.ground, look.tint), path }]
}

/** The boxes that an outline is made of, from the top: level strips between its corners. */
export function stripsIn(outline: readonly (readonly Corner[])[]): readonly Box[] {
  const tops = [...new Set(outline.flat().map(([, y]) => y))].toSorted((a, b) => a - b)
  return tops.slice(1).flatMap((foot, i): readonly Box[] => {
    const top = tops[i]!
    const sides = outline.flatMap((corners) =>
      corners.flatMap(([x, y], k): readonly number[] => {
        const next = corners[(k + 1) % corners.length]!
        const spans = Math.min(y, next[1]) <= top && Math.max(y, next[1]) >= foot
        return next[0] === x && spans ? [x] : []
      }),
    )
    sides.sort((a, b) => a - b)
    return Array.from({ length: sides.length / 2 }, (_, k) => ({
      ...{ x: pt(sides[2 * k]!), y: pt(top) },
      ...{ width: pt(sides[2 * k + 1]! - sides[2 * k]!), height: pt(foot - top) },
    }))
  })
}

/** The strokes that a pattern is made of. */
interface Pattern {
  readonly path: readonly Segment[]
  readonly weight: number
  readonly dash: readonly number[]
}

const PATTERNS: Readonly<Record<GroundPattern, (box: Box, tint: number) => Pattern>> = {
  slant(box, tint) {
    const { pitch, weight } = linesFor(tint)
    return { path: slanting(box, pitch, weight), weight, dash: [] }
  },
  lines(box, tint) {
    const { pitch, weight } = linesFor(tint)
    return { path: level(box, pitch, weight), weight, dash: [] }
  },
  squares(box, tint) {
    const { pitch, weight } = linesFor(1 - Math.sqrt(1 - tint))
    return {
      path: [...level(box, pitch, weight), ...upright(box, pitch, weight)],
      weight,
      dash: [],
    }
  },
  dots(box, tint) {
    const side = Math.max(FINE, PITCH.dots * Math.sqrt(tint / 2))
    const pitch = side / Math.sqrt(tint / 2)
    return { path: rowsOfDots(box, pitch, side), weight: side, dash: [side, pitch - side] }
  },
}

/** How far apart and how heavy lines are that cover a share of the ground. */
function linesFor(share: number): { readonly pitch: number; readonly weight: number } {
  const pitch = Math.max(PITCH.lines, FINE / share)
  return { pitch, weight: share * pitch }
}

/** Places of lines of a weight, evenly over a length and wholly within it. */
function evenly(length: number, pitch: number, weight: number): readonly number[] {
  const count = Math.max(1, Math.floor((length - weight) / pitch + 1e-9) + 1)
  const first = (length - (count - 1) * pitch) / 2
  return Array.from({ length: count }, (_, i) => first + i * pitch)
}

function level({ x, y, width, height }: Box, pitch: number, weight: number): readonly Segment[] {
  return evenly(height, pitch, weight).flatMap((at): readonly Segment[] => [
    ["M", x, y + at],
    ["L", x + width, y + at],
  ])
}

function upright({ x, y, width, height }: Box, pitch: number, weight: number): readonly Segment[] {
  return evenly(width, pitch, weight).flatMap((at): readonly Segment[] => [
    ["M", x + at, y],
    ["L", x + at, y + height],
  ])
}

/** Lines that rise to the right at half a right angle, each cut off a little inside the box. */
function slanting(box: Box, pitch: number, weight: number): readonly Segment[] {
  const inset = weight / 2
  const [left, top] = [box.x + inset, box.y + inset]
  const [width, height] = [box.width - weight, box.height - weight]
  const step = pitch * Math.SQRT2
  const path: Segment[] = []
  for (let sum = step / 2; sum < width + height; sum += step) {
    const [low, high] = [Math.max(0, sum - height), Math.min(width, sum)]
    if (high - low > weight)
      path.push(["M", left + low, top + sum - low], ["L", left + high, top + sum - high])
  }
  return path
}

/** Rows whose dashes are dots, every other row shifted by half their distance; whole dots only. */
function rowsOfDots(box: Box, pitch: number, side: number): readonly Segment[] {
  return evenly(box.height, pitch / 2, side).flatMap((down, row): readonly Segment[] => {
    const shift = row % 2 === 0 ? 0 : pitch / 2
    const room = box.width - side - shift * 2
    if (room < 0) return []
    const count = Math.floor(room / pitch + 1e-9)
    const from = box.x + (box.width - count * pitch - side) / 2
    return [
      ["M", from, box.y + down],
      ["L", from + count * pitch + side, box.y + down],
    ]
  })
}
