import { WRAP_BOUNDS, type OutlinePoint } from "../../layouts/issue/wrap.ts"

/** Fewest points that go round something. */
const FEWEST = 3

/** How far arrow keys move a point, in shares of its room. */
export const OUTLINE_STEPS: Readonly<Record<string, OutlinePoint>> = {
  ArrowLeft: [-0.01, 0],
  ArrowRight: [0.01, 0],
  ArrowUp: [0, -0.01],
  ArrowDown: [0, 0.01],
}

/** An outline one of whose points is moved so far, in shares of its room; it stays inside. */
export function pointMoved(
  outline: readonly OutlinePoint[],
  at: number,
  [across, down]: OutlinePoint,
): readonly OutlinePoint[] {
  return outline.map((point, i) =>
    i === at ? [within(point[0] + across), within(point[1] + down)] : point,
  )
}

/** An outline without one of its points; as it was where too few would be left. */
export function pointRemoved(
  outline: readonly OutlinePoint[],
  at: number,
): readonly OutlinePoint[] {
  return outline.length > FEWEST ? outline.filter((_, i) => i !== at) : outline
}

/**
 * An outline with a point more, on the edge that is nearest to a place of its room, and the number of
 * that point; null where it has as many as it may. `room` is how wide and high its room is, any unit.
 */
export function pointAdded(
  outline: readonly OutlinePoint[],
  place: OutlinePoint,
  room: { readonly width: number; readonly height: number },
): { readonly outline: readonly OutlinePoint[]; readonly at: number } | null {
  if (outline.length >= WRAP_BOUNDS.points) return null
  const edges = outline.map((from, i) => {
    const on = nearestOn(from, outline[(i + 1) % outline.length]!, place, room)
    const away = Math.hypot((on[0] - place[0]) * room.width, (on[1] - place[1]) * room.height)
    return { on, away, at: i + 1 }
  })
  const { on, at } = edges.reduce((best, one) => (one.away < best.away ? one : best))
  return { outline: outline.toSpliced(at, 0, on), at }
}

/** The point of an edge that is nearest to a place. */
function nearestOn(
  [ax, ay]: OutlinePoint,
  [bx, by]: OutlinePoint,
  [x, y]: OutlinePoint,
  { width, height }: { readonly width: number; readonly height: number },
): OutlinePoint {
  const [dx, dy] = [(bx - ax) * width, (by - ay) * height]
  const long = dx * dx + dy * dy
  const along = long === 0 ? 0 : ((x - ax) * width * dx + (y - ay) * height * dy) / long
  const share = within(along)
  return [ax + share * (bx - ax), ay + share * (by - ay)]
}

function within(value: number): number {
  return Math.max(0, Math.min(1, value))
}
