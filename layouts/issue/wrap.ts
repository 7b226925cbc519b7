/** A point of an outline, as fractions of its frame's width and height from its top left. */
export type OutlinePoint = readonly [x: number, y: number]

/**
 * How running text goes round what lies on it (绕排): along the box of the frame, along an outline in
 * it, or not beside it at all (通栏, text stops over it and goes on under it).
 */
export interface Wrap {
  readonly shape: "box" | "outline" | "band"
  /** Text stands on the wider side, or on both. */
  readonly sides: "wider" | "both"
  /** Least distance of text from it across the page, 字. */
  readonly clearance: number
  /** Fewest 字 of a line beside it; where there is room for less, none stands there. */
  readonly least: number
  /** A closed outline; absent is the frame's box. */
  readonly outline?: readonly OutlinePoint[]
}

/** How far a frame's box stands in from the columns of its region on both sides, whole 字. */
export interface Inset {
  readonly left: number
  readonly right: number
}

/** What text goes round as it is first asked to. */
export const USUAL_WRAP: Wrap = { shape: "box", sides: "wider", clearance: 1, least: 5 }

/** Bounds of what a wrap may ask for, 字; the most points that an outline may have. */
export const WRAP_BOUNDS = { clearance: 4, least: [2, 20], points: 400, inset: 100 } as const

const SHAPES: readonly unknown[] = ["box", "outline", "band"] satisfies readonly Wrap["shape"][]

const wraps = new WeakMap<object, Wrap>()

/** A wrap as it was written, brought within its bounds; null for what is none. */
export function soundWrap(raw: unknown): Wrap | null {
  if (typeof raw !== "object" || raw === null) return null
  const known = wraps.get(raw)
  if (known) return known
  const { shape, sides, clearance, least, outline } = raw as Record<string, unknown>
  if (!SHAPES.includes(shape)) return null
  const points = soundOutline(outline)
  const wrap: Wrap = {
    shape: shape as Wrap["shape"],
    sides: sides === "both" ? "both" : "wider",
    clearance: within(clearance, 0, WRAP_BOUNDS.clearance, USUAL_WRAP.clearance),
    least: Math.round(within(least, ...WRAP_BOUNDS.least, USUAL_WRAP.least)),
    ...(points ? { outline: points } : {}),
  }
  wraps.set(raw, wrap)
  return wrap
}

/** An outline as it was written; null for one that goes round nothing. */
function soundOutline(raw: unknown): readonly OutlinePoint[] | null {
  if (!Array.isArray(raw) || raw.length < 3 || raw.length > WRAP_BOUNDS.points) return null
  const sound = raw.every(
    (point: unknown) =>
      Array.isArray(point) &&
      point.length === 2 &&
      point.every((at: unknown) => typeof at === "number" && at >= 0 && at <= 1),
  )
  return sound ? (raw as readonly OutlinePoint[]) : null
}

const insets = new WeakMap<object, Inset>()

/** An inset as it was written, in whole 字; null for what is none. */
export function soundInset(raw: unknown): Inset | null {
  if (typeof raw !== "object" || raw === null) return null
  const known = insets.get(raw)
  if (known) return known
  const { left, right } = raw as Record<string, unknown>
  const inset = {
    left: Math.round(within(left, 0, WRAP_BOUNDS.inset, 0)),
    right: Math.round(within(right, 0, WRAP_BOUNDS.inset, 0)),
  }
  if (inset.left === 0 && inset.right === 0) return null
  insets.set(raw, inset)
  return inset
}

function within(value: unknown, least: number, most: number, plain: number): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return plain
  return Math.min(most, Math.max(least, value))
}

/** Outlines that are chosen rather than traced or drawn: points round an ellipse, or a rounded box. */
export function presetOutline(preset: "ellipse" | "rounded"): readonly OutlinePoint[] {
  return preset === "ellipse" ? cornersOf(0.5) : cornersOf(0.2)
}

/** Steps of a quarter of a round corner. */
const STEPS = 12

/** A box of width and height 1 whose corners are quarters of a circle of a radius. */
function cornersOf(radius: number): readonly OutlinePoint[] {
  const topLeft = Array.from({ length: STEPS + 1 }, (_, i): OutlinePoint => {
    // A quarter circle by the rational form, whose points lie about evenly.
    const t = i / STEPS
    const round = 1 + t * t
    return [radius * (1 - (1 - t * t) / round), radius * (1 - (2 * t) / round)]
  })
  const turned = (across: boolean, down: boolean): readonly OutlinePoint[] =>
    topLeft.map(([x, y]) => [across ? 1 - x : x, down ? 1 - y : y])
  return [
    ...topLeft,
    ...turned(true, false).toReversed(),
    ...turned(true, true),
    ...turned(false, true).toReversed(),
  ]
}
