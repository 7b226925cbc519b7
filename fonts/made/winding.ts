import type { OutlineContour, OutlinePoint } from "./outline-path.ts"

/** Straight pieces that a curve is told in when it is asked what lies inside it. */
const PIECES = 6

/** A contour in straight pieces. */
type Ring = readonly (readonly [x: number, y: number])[]

/**
 * Contours that are painted alike by the rule that all glyphs are painted by (nonzero): what is inside
 * has the winding 1, what is outside 0, so that the ink of two drawings adds up and never cancels out.
 * Contours that bound no ink are left out. Null where the even-odd rule is asked of contours that cut
 * each other, which no turning of contours answers; by the nonzero rule those stay as they are.
 * Source: SVG 2, 13.4.2 (fill-rule); OpenType 1.9, glyf (nonzero winding)
 */
export function woundContours(
  contours: readonly OutlineContour[],
  rule: "nonzero" | "evenodd",
): readonly OutlineContour[] | null {
  const rings = contours.map(ringOf)
  if (areCut(rings)) return rule === "evenodd" ? null : turnedTo(contours, rings)
  return contours.flatMap((contour, i) => {
    const ring = rings[i]!
    const around = rings.filter((other, k) => k !== i && isWithin(ring, other, k < i))
    const outside = around.reduce((sum, other) => sum + turn(other), 0)
    const inside = outside + turn(ring)
    const [was, is] = [outside, inside].map((winding) =>
      rule === "nonzero" ? winding !== 0 : winding % 2 !== 0,
    )
    if (was === is) return []
    return [turn(ring) === (is ? 1 : -1) ? contour : reversed(contour)]
  })
}

/** All contours, turned together where most of their ink turns the other way. */
function turnedTo(
  contours: readonly OutlineContour[],
  rings: readonly Ring[],
): readonly OutlineContour[] {
  const sum = rings.reduce((all, ring) => all + areaOf(ring), 0)
  return sum < 0 ? contours.map(reversed) : contours
}

function ringOf(contour: OutlineContour): Ring {
  return contour.flatMap((point, i): Ring => {
    if (point.on) return [[point.x, point.y]]
    const from = contour[i - 1] ?? contour.at(-1)!
    const to = contour[i + 1] ?? contour[0]!
    return Array.from({ length: PIECES - 1 }, (_, k) => along(from, point, to, (k + 1) / PIECES))
  })
}

function along(from: OutlinePoint, by: OutlinePoint, to: OutlinePoint, share: number) {
  const [a, b, c] = [(1 - share) * (1 - share), 2 * share * (1 - share), share * share]
  return [a * from.x + b * by.x + c * to.x, a * from.y + b * by.y + c * to.y] as const
}

/** The area inside a ring, more than 0 for one that goes from the x axis towards the y axis. */
function areaOf(ring: Ring): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}

function turn(ring: Ring): 1 | -1 {
  return areaOf(ring) < 0 ? -1 : 1
}

/**
 * Whether a ring lies in another that it does not cut: its first corner, or middle of an edge, that is
 * not on the other's edge does. Of two that are the same, the later lies in the earlier.
 */
function isWithin(ring: Ring, other: Ring, otherIsEarlier: boolean): boolean {
  const own = pointsOff(ring, other)[0]
  return own ? holds(other, own) : otherIsEarlier
}

/** The corners of a ring, and the middles of its edges, that are not on another's edge. */
function pointsOff(ring: Ring, other: Ring): Ring {
  const middles = ring.map(([x, y], i): Ring[number] => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!
    return [(x + nextX) / 2, (y + nextY) / 2]
  })
  return [...ring, ...middles].filter(([x, y]) => !isOn(other, x, y))
}

/** Whether a point that is not on its edge is inside a ring, by the even-odd rule. */
function holds(ring: Ring, [x, y]: Ring[number]): boolean {
  let inside = false
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length]!
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside
  })
  return inside
}

function isOn(ring: Ring, x: number, y: number): boolean {
  return ring.some(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length]!
    const [dx, dy] = [x2 - x1, y2 - y1]
    const away = (x - x1) * dy - (y - y1) * dx
    const share = (x - x1) * dx + (y - y1) * dy
    const long = dx * dx + dy * dy
    return away * away <= 1e-6 * Math.max(1, long) && share >= 0 && share <= long
  })
}

interface Edge {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly left: number
  readonly right: number
}

/** Whether rings cut each other or themselves: by edges that cross, or through a corner on an edge. */
function areCut(rings: readonly Ring[]): boolean {
  if (doEdgesCross(rings)) return true
  const all = rings.map((ring) => ({ ring, bounds: boundsOf(ring) }))
  return all.some((one, i) =>
    all.some(
      (other, k) => k !== i && meet(one.bounds, other.bounds) && liesAcross(one.ring, other.ring),
    ),
  )
}

/** Whether a ring lies partly inside another and partly outside it. */
function liesAcross(ring: Ring, other: Ring): boolean {
  const own = pointsOff(ring, other)
  const inside = own.filter((point) => holds(other, point)).length
  return inside > 0 && inside < own.length
}

/** The least and the greatest x and y of a ring. */
interface Bounds {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly foot: number
}

function boundsOf(ring: Ring): Bounds {
  return ring.reduce<Bounds>(
    ({ left, right, top, foot }, [x, y]) => ({
      left: Math.min(left, x),
      right: Math.max(right, x),
      top: Math.min(top, y),
      foot: Math.max(foot, y),
    }),
    { left: Infinity, right: -Infinity, top: Infinity, foot: -Infinity },
  )
}

function meet(a: Bounds, b: Bounds): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.foot && b.top < a.foot
}

/** Whether two edges of the rings cross each other, elsewhere than at their ends. */
function doEdgesCross(rings: readonly Ring[]): boolean {
  const edges = rings
    .flatMap((ring) =>
      ring.map((from, i): Edge => {
        const to = ring[(i + 1) % ring.length]!
        return { from, to, left: Math.min(from[0], to[0]), right: Math.max(from[0], to[0]) }
      }),
    )
    .toSorted((a, b) => a.left - b.left)
  return edges.some((edge, i) => {
    for (let k = i + 1; k < edges.length && edges[k]!.left < edge.right; k += 1)
      if (doCross(edge, edges[k]!)) return true
    return false
  })
}

function doCross(a: Edge, b: Edge): boolean {
  return sides(a, b) && sides(b, a)
}

/** Whether an edge's ends lie on either side of another, none of them on it. */
function sides({ from, to }: Edge, other: Edge): boolean {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const side = ([x, y]: readonly [number, number]): number =>
    dx * (y - from[1]) - dy * (x - from[0])
  return side(other.from) * side(other.to) < 0
}

/** A contour drawn the other way, from the same first point. */
function reversed(contour: OutlineContour): OutlineContour {
  const [first, ...rest] = contour
  return first ? [first, ...rest.toReversed()] : contour
}
