/** A point of an outline in a cell of 1000 × 1000, from its top left, y down. */
export interface OutlinePoint {
  readonly x: number
  readonly y: number
  /** False for one that draws the curve to itself. */
  readonly on: boolean
}

export type OutlineContour = readonly OutlinePoint[]

/** What stands before numbers in a path's data, and numbers. */
const TOKEN = /([a-z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|[\s,]+|(.)/giu

/** Numbers that each command takes. */
const TAKES: Readonly<Record<string, number>> = {
  ...{ M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, Z: 0 },
}

/** Most points of an outline: the most entangled character has some hundreds. */
const MOST_POINTS = 5000

/** Pieces that a cubic curve is told in as quadratic ones: within a thousandth of an em for any letter. */
const PIECES = 4

type Pair = readonly [x: number, y: number]

/** A path while it is read. */
interface Pen {
  readonly contours: OutlinePoint[][]
  at: Pair
  start: Pair
  /** The last control point, which S and T mirror. */
  control: Pair | null
}

/**
 * The contours of SVG path data, all curves quadratic; null for data that is none, or has arcs.
 * A contour of fewer than three points is no outline and is left out.
 * Source: SVG 2, 9.3 (path data)
 */
export function readOutline(data: string): readonly OutlineContour[] | null {
  const pen: Pen = { contours: [], at: [0, 0], start: [0, 0], control: null }
  let command = ""
  let numbers: number[] = []
  let count = 0
  for (const [, letter, number, other] of data.matchAll(TOKEN)) {
    if (other !== undefined || ++count > 10 * MOST_POINTS) return null
    if (letter !== undefined) {
      if (numbers.length > 0 || TAKES[letter.toUpperCase()] === undefined) return null
      if (command === "" && letter.toUpperCase() !== "M") return null
      command = letter
      if (TAKES[letter.toUpperCase()] === 0) close(pen)
    } else if (number !== undefined) {
      numbers.push(Number(number))
      const takes = TAKES[command.toUpperCase()] ?? 0
      if (takes === 0) return null
      if (numbers.length < takes) continue
      if (pen.contours.length === 0 && command.toUpperCase() !== "M") return null
      draw(pen, command, numbers)
      if (command === "M") command = "L"
      if (command === "m") command = "l"
      numbers = []
    }
  }
  if (numbers.length > 0) return null
  const contours = pen.contours.map(withoutDoubles).filter((contour) => contour.length > 2)
  const points = contours.reduce((sum, { length }) => sum + length, 0)
  return points > MOST_POINTS ? null : contours
}

/** Contours as path data: whole numbers, M L Q and Z alone. */
export function outlineData(contours: readonly OutlineContour[]): string {
  return contours.map(contourData).join("")
}

function contourData(contour: OutlineContour): string {
  const [first] = contour
  let data = `M${pairData(first!)}`
  for (let i = 1; i < contour.length; i += 1) {
    const point = contour[i]!
    if (point.on) data += `L${pairData(point)}`
    else {
      const next = contour[i + 1] ?? first!
      data += `Q${pairData(point)} ${pairData(next)}`
      i += 1
    }
  }
  return `${data}Z`
}

function pairData({ x, y }: OutlinePoint): string {
  return `${Math.round(x)} ${Math.round(y)}`
}

function draw(pen: Pen, command: string, given: readonly number[]): void {
  const kind = command.toUpperCase()
  const [x0, y0] = command === kind ? [0, 0] : pen.at
  const pair = (i: number): Pair => [x0 + given[i]!, y0 + given[i + 1]!]
  const mirrored = (): Pair =>
    pen.control ? [2 * pen.at[0] - pen.control[0], 2 * pen.at[1] - pen.control[1]] : pen.at
  if (kind === "M") move(pen, pair(0))
  else if (kind === "L") line(pen, pair(0))
  else if (kind === "H") line(pen, [x0 + given[0]!, pen.at[1]])
  else if (kind === "V") line(pen, [pen.at[0], y0 + given[0]!])
  else if (kind === "C") cubic(pen, [pair(0), pair(2), pair(4)])
  else if (kind === "S") cubic(pen, [mirrored(), pair(0), pair(2)])
  else quadratic(pen, kind === "T" ? mirrored() : pair(0), pair(kind === "T" ? 0 : 2))
}

function move(pen: Pen, to: Pair): void {
  pen.contours.push([{ x: to[0], y: to[1], on: true }])
  pen.at = to
  pen.start = to
  pen.control = null
}

function line(pen: Pen, to: Pair): void {
  add(pen, to, true)
  pen.at = to
  pen.control = null
}

function quadratic(pen: Pen, control: Pair, to: Pair): void {
  add(pen, control, false)
  add(pen, to, true)
  pen.at = to
  pen.control = control
}

/** A cubic curve in pieces, each as the quadratic one that leaves and reaches it as it does. */
function cubic(pen: Pen, [one, two, to]: readonly [Pair, Pair, Pair]): void {
  let left: readonly Pair[] = [pen.at, one, two, to]
  for (let piece = PIECES; piece > 1; piece -= 1) {
    const { before, behind } = cut(left, 1 / piece)
    addQuadratic(pen, before)
    left = behind
  }
  addQuadratic(pen, left)
  pen.at = to
  pen.control = two
}

function addQuadratic(pen: Pen, [from, one, two, to]: readonly Pair[]): void {
  const middle = (i: 0 | 1): number => (3 * (one![i] + two![i]) - from![i] - to![i]) / 4
  add(pen, [middle(0), middle(1)], false)
  add(pen, to!, true)
}

/** A cubic curve cut in two at a share of its way. Source: de Casteljau */
function cut(curve: readonly Pair[], share: number) {
  const between = (a: Pair, b: Pair): Pair => [
    a[0] + (b[0] - a[0]) * share,
    a[1] + (b[1] - a[1]) * share,
  ]
  const [a, b, c, d] = curve as readonly [Pair, Pair, Pair, Pair]
  const [ab, bc, cd] = [between(a, b), between(b, c), between(c, d)]
  const [abc, bcd] = [between(ab, bc), between(bc, cd)]
  const middle = between(abc, bcd)
  return { before: [a, ab, abc, middle], behind: [middle, bcd, cd, d] }
}

function close(pen: Pen): void {
  pen.at = pen.start
  pen.control = null
  const open = pen.contours.at(-1)
  if (open && open.length > 1) pen.contours.push([{ x: pen.start[0], y: pen.start[1], on: true }])
}

function add(pen: Pen, [x, y]: Pair, on: boolean): void {
  pen.contours.at(-1)!.push({ x, y, on })
}

/** A contour without its start once more at its end. */
function withoutDoubles(contour: OutlineContour): OutlineContour {
  const [first, last] = [contour[0]!, contour.at(-1)!]
  const same = contour.length > 1 && last.on && last.x === first.x && last.y === first.y
  return same ? contour.slice(0, -1) : contour
}
