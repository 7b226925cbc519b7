/**
 * Leader lines (引线) from marks in the text to notes in the margins, none across another.
 *
 * A mark's leader goes up into the gap above its line, along that gap to the near edge of the type
 * area, and from there straight to its note. No two cross because, on each side: marks of one gap get
 * lanes in it, the one farthest from the margin the highest, so that no lane meets a nearer mark's
 * way up; gaps lie one below another; and notes stand in the order of the lanes.
 */

/** A mark that wants a note: the middle of its top edge, pt, and how high the note is. */
export interface Wanting {
  readonly x: number
  readonly y: number
  readonly note: number
}

/** The room for leaders and notes, pt from the page's top left. */
export interface Margins {
  /** Left and right edges of the type area, between which leaders run along the lines. */
  readonly left: number
  readonly right: number
  /** Where the notes of either side begin. */
  readonly noteLeft: number
  readonly noteRight: number
  /** Highest and lowest place of a note. */
  readonly top: number
  readonly foot: number
}

/** A leader and its note. */
export interface Leader {
  readonly side: "left" | "right"
  /** Corners from the mark to the note. */
  readonly path: readonly (readonly [number, number])[]
  /** Top of the note, pt. */
  readonly noteTop: number
}

/** Marks whose tops are nearer than this share the gap above them, pt. */
const ONE_GAP = 2.4

/** The part of a gap that lanes take, pt. */
const LANES = 1.7

/** Least distance between two ways up in one gap, pt. */
const WAYS_APART = 0.4

interface Laid extends Wanting {
  readonly index: number
  /** Where its leader goes up, counted from the margin inwards. */
  readonly inward: number
  readonly lane: number
}

/** The leaders of one page's marks, in their order. */
export function routeLeaders(wanting: readonly Wanting[], margins: Margins): readonly Leader[] {
  const middle = (margins.left + margins.right) / 2
  const leaders: Leader[] = []
  for (const side of ["left", "right"] as const) {
    const own = wanting
      .map((want, index) => ({ ...want, index }))
      .filter(({ x }) => (x < middle ? "left" : "right") === side)
    const laid = gapsOf(own).flatMap((gap) => lanesOf(gap, side, margins))
    const tops = noteTops(laid, margins)
    const edge = side === "left" ? margins.left : margins.right
    const noteEdge = side === "left" ? margins.noteLeft : margins.noteRight
    laid.forEach(({ index, inward, lane, y, note }, i) => {
      const x = side === "left" ? edge + inward : edge - inward
      const noteTop = tops[i]!
      const end = [noteEdge, noteTop + note / 2] as const
      leaders[index] = { side, noteTop, path: [[x, y], [x, lane], [edge, lane], end] }
    })
  }
  return leaders
}

type Indexed = Wanting & { readonly index: number }

/** Marks by the gap above them, from the top down. */
function gapsOf(own: readonly Indexed[]): readonly (readonly Indexed[])[] {
  const gaps: Indexed[][] = []
  for (const want of own.toSorted((a, b) => a.y - b.y || a.index - b.index)) {
    const gap = gaps.at(-1)
    if (gap && want.y - gap.at(-1)!.y < ONE_GAP) gap.push(want)
    else gaps.push([want])
  }
  return gaps
}

/** Lanes of one gap, from the highest down: the farthest from the margin is the highest. */
function lanesOf(
  gap: readonly Indexed[],
  side: "left" | "right",
  { left, right }: Margins,
): readonly Laid[] {
  const top = gap[0]!.y
  const half = (right - left) / 2
  const inwardOf = ({ x }: Wanting): number =>
    Math.min(half, Math.max(0, side === "left" ? x - left : right - x))
  const nearest = gap.toSorted((a, b) => inwardOf(a) - inwardOf(b) || a.index - b.index)
  const apart = Math.min(WAYS_APART, half / (4 * nearest.length))
  let last = -apart
  const ways = nearest.map((want) => {
    last = Math.max(inwardOf(want), last + apart)
    return { ...want, inward: last }
  })
  // None goes over the middle, where the other side's begin.
  let most = half - apart
  for (let i = ways.length - 1; i >= 0; i -= 1, most -= apart) {
    most = Math.min(most, ways[i]!.inward)
    ways[i] = { ...ways[i]!, inward: most }
  }
  const step = LANES / (ways.length + 1)
  return ways.map((way, i) => ({ ...way, lane: top - step * (i + 1) })).toReversed()
}

/** Tops of the notes of one side, each as near its lane as can be, in order, none over another. */
function noteTops(laid: readonly Laid[], { top, foot }: Margins): readonly number[] {
  const whole = laid.reduce((sum, { note }) => sum + note, 0)
  const squeeze = Math.min(1, (foot - top) / Math.max(1, whole))
  const tops: number[] = []
  let under = top
  for (const { lane, note } of laid) {
    const at = Math.max(under, lane - note / 2)
    tops.push(at)
    under = at + note * squeeze
  }
  let over = foot
  for (let i = laid.length - 1; i >= 0; i -= 1) {
    const room = laid[i]!.note * squeeze
    tops[i] = Math.min(tops[i]!, over - room)
    over = tops[i]!
  }
  return tops
}
