import type { Segment } from "../display/list.ts"
import type { Mark } from "../issue/mark.ts"
import { pt, type Box } from "../units.ts"
import type { MarkBox } from "./mark-rects.ts"
import { SIGNS, type Sign } from "./signs.ts"

/** An outline to be stroked, pt. */
export type Outline = readonly Segment[]

/** Handle length of a quarter circle drawn as one curve, radii. */
const QUARTER = 0.5523

/** Distance of a sign from the words that it is drawn round, em. */
const AIR = 0.12

/** Largest that an em is taken for: a picture is no character, pt. */
const LARGEST = 48

/** The distance of a sign from what it is drawn round, pt. */
function airOf({ height }: Box): number {
  return AIR * Math.min(height, LARGEST)
}

/** A sign on boxes of text, and the box of its target where it has one. */
export interface Signed {
  readonly mark: Mark
  /** One a line, in the order of the text; never empty. */
  readonly boxes: readonly MarkBox[]
  readonly target: Box | null
}

/**
 * What a mark's sign looks like on the words: outlines in pt, to be stroked. A sign on words over
 * several lines is drawn on each; one that ties two places together is drawn between them. A note on
 * a picture or a place of the page, which has no words to be dotted, is a frame round it. On
 * vertical text a sign is turned with the words: what stands over them stands on their right.
 * Source: GB/T 14706-1993, shapes as told in domain.md 3.
 */
export function signStrokes({ mark, boxes, target }: Signed): readonly Outline[] {
  if (boxes[0]!.vertical !== true) return levelStrokes({ mark, boxes, target })
  const level = { mark, boxes: boxes.map(laidDown), target: target && laidDown(target) }
  return levelStrokes(level).map(raised)
}

/** A box of vertical text as if the page were turned left, so that its characters run to the right. */
function laidDown({ x, y, width, height }: Box): Box {
  return { x: y, y: pt(-(x + width)), width: height, height: width }
}

/** An outline on a page that was turned left, turned back. */
function raised(outline: Outline): Outline {
  return outline.map(([kind, ...numbers]) => {
    const turned = numbers.map((_, i) => (i % 2 === 0 ? -numbers[i + 1]! : numbers[i - 1]!))
    return [kind, ...turned] as unknown as Segment
  })
}

function levelStrokes({ mark, boxes, target }: Signed): readonly Outline[] {
  const [first, last] = [boxes[0]!, boxes.at(-1)!]
  switch (SIGNS[mark.sign].stroke) {
    case "joinCurve":
      return [joinCurve(first, last)]
    case "bracket":
      return [bracket(first)]
    case "ringArrow":
      return [...boxes.map(ring), ...(target ? [...arrow(last, target), tip(target)] : [])]
    case "swap":
      return boxes.map((box) => swap(box, mark.sign === "transpose" ? partOf(mark) : 1 / 2))
    case "strike":
      return boxes.flatMap((box, i) =>
        i === boxes.length - 1 ? [strike(box), loop(box)] : [strike(box)],
      )
    case "notch":
      return boxes.map((box) => notch(box, mark.sign === "raise" && mark.payload.zi < 0))
    case "parallels":
      return boxes.flatMap((box) =>
        parallels(box, mark.sign === "align" && mark.payload.axis === "column"),
      )
    case "dots":
      if (mark.range.kind !== "text") return boxes.map(frame)
      return boxes.flatMap((box) => simple("dots", box))
    default:
      return boxes.flatMap((box) => simple(SIGNS[mark.sign].stroke, box))
  }
}

/** How much of the words is the first of two transposed parts. */
function partOf({ payload, quote }: Mark & { sign: "transpose" }): number {
  const middle = quote.text.length - payload.first - payload.last
  return (payload.first + middle / 2) / Math.max(1, quote.text.length)
}

function simple(stroke: Sign["stroke"], box: Box): readonly Outline[] {
  switch (stroke) {
    case "caret":
      return [tip(box)]
    case "frame":
      return [frame(box)]
    case "turn":
      return [ring(box), head(box.x + box.width, box.y + box.height / 2, box.height)]
    case "sideNotch":
      return [sideNotch(box)]
    case "stair":
      return [stair(box)]
    case "cross":
      return cross(box)
    case "wedgeOpen":
      return [wedge(box, -0.55, -0.15)]
    case "wedgeClosed":
      return [wedge(box, -0.15, -0.55)]
    case "hash":
      return hash(box)
    case "fork":
      return [fork(box)]
    case "triangles":
      return under(box).map(([x, y, r]) => triangle(x, y, r))
    case "holes":
      return [ring(box), circle(box.x + box.width / 2, box.y - 0.3 * box.height, 0.18 * box.height)]
    case "dots":
      return under(box).map(([x, y, r]) => circle(x, y, r / 2))
    default:
      return [ring(box)]
  }
}

/** A ring: an ellipse round few characters, a long oval round more. */
export function ring(box: Box): Outline {
  const { x, y, width, height } = box
  const air = airOf(box)
  const [left, right] = [x - air, x + width + air]
  const [top, foot] = [y - air, y + height + air]
  const ry = (foot - top) / 2
  const rx = Math.min((right - left) / 2, Math.max(ry, width / 4))
  const [kx, ky] = [rx * QUARTER, ry * QUARTER]
  const middle = top + ry
  return [
    ["M", left + rx, top],
    ["L", right - rx, top],
    ["C", right - rx + kx, top, right, middle - ky, right, middle],
    ["C", right, middle + ky, right - rx + kx, foot, right - rx, foot],
    ["L", left + rx, foot],
    ["C", left + rx - kx, foot, left, middle + ky, left, middle],
    ["C", left, middle - ky, left + rx - kx, top, left + rx, top],
    ["Z"],
  ]
}

function circle(x: number, y: number, r: number): Outline {
  const k = r * QUARTER
  return [
    ["M", x - r, y],
    ["C", x - r, y - k, x - k, y - r, x, y - r],
    ["C", x + k, y - r, x + r, y - k, x + r, y],
    ["C", x + r, y + k, x + k, y + r, x, y + r],
    ["C", x - k, y + r, x - r, y + k, x - r, y],
    ["Z"],
  ]
}

function lines(...points: readonly (readonly [number, number])[]): Outline {
  return points.map(([x, y], i) => [i === 0 ? "M" : "L", x, y] as const)
}

function strike({ x, y, width, height }: Box): Outline {
  return lines([x, y + height / 2], [x + width, y + height / 2])
}

/** The loop in which a deletion's line ends. */
function loop({ x, y, width, height }: Box): Outline {
  const [end, middle] = [x + width, y + height / 2]
  const r = 0.3 * height
  return [
    ["M", end, middle],
    ["C", end + 2 * r, middle, end + 2 * r, middle - 2 * r, end + r, middle - 2 * r],
    ["C", end, middle - 2 * r, end + r / 2, middle - r / 2, end + 2 * r, y - AIR * height],
  ]
}

/** The tip between two characters, from above. */
function tip({ x, y, width, height }: Box): Outline {
  const at = x + width
  return lines(
    [at - 0.24 * height, y - 0.16 * height],
    [at, y + 0.3 * height],
    [at + 0.24 * height, y - 0.16 * height],
  )
}

function frame({ x, y, width, height }: Box): Outline {
  return [...lines([x, y], [x + width, y], [x + width, y + height], [x, y + height]), ["Z"]]
}

/** Over the first part and under the last. */
function swap({ x, y, width, height }: Box, part: number): Outline {
  const [seam, end, middle] = [x + width * part, x + width, y + height / 2]
  const [over, below] = [y - 0.5 * height, y + 1.5 * height]
  return [
    ["M", x, middle],
    ["C", x, over, seam, over, seam, middle],
    ["C", seam, below, end, below, end, middle],
  ]
}

/** From the end of one line to the beginning of the next. */
function joinCurve(first: Box, last: Box): Outline {
  const [x, y] = [first.x + first.width, first.y + first.height / 2]
  const [toX, toY] = [last.x, last.y + last.height / 2]
  const em = first.height
  if (first === last)
    return [
      ["M", x, y],
      ["C", x + em, y, x + em, y + em, x - em, y + em],
    ]
  const between = (y + toY) / 2
  return [
    ["M", x, y],
    ["C", x + 1.5 * em, y, x + 1.5 * em, between, x, between],
    ["L", toX, between],
    ["C", toX - 1.5 * em, between, toX - 1.5 * em, toY, toX, toY],
  ]
}

function bracket({ x, y, height }: Box): Outline {
  const top = y - AIR * height
  return lines([x, y + height], [x, top], [x - 1.2 * height, top])
}

/** From a ring to the tip at its target. */
function arrow(from: Box, target: Box): readonly Outline[] {
  const [x, y] = [from.x + from.width / 2, from.y - AIR * from.height]
  const [toX, toY] = [target.x, target.y - 0.2 * target.height]
  const lift = 0.9 * from.height
  return [
    [
      ["M", x, y],
      ["C", x, y - lift, toX, toY - lift, toX, toY],
    ],
    head(toX, toY, target.height),
  ]
}

/** An arrow's head pointing down. */
function head(x: number, y: number, em: number): Outline {
  return lines([x - 0.18 * em, y - 0.3 * em], [x, y], [x + 0.18 * em, y - 0.3 * em])
}

function notch(box: Box, down: boolean): Outline {
  const { x, y, width, height } = box
  const [air, tick] = [airOf(box), 0.3 * Math.min(height, LARGEST)]
  const [left, right] = [x - air, x + width + air]
  const [edge, end] = down ? [y + height + air, y + height - tick] : [y - air, y + tick]
  return lines([left, end], [left, edge], [right, edge], [right, end])
}

function sideNotch(box: Box): Outline {
  const { x, y, width, height } = box
  const air = airOf(box)
  const [top, foot, edge] = [y - air, y + height + air, x - air]
  const end = x + Math.min(width, 0.4 * Math.min(height, LARGEST))
  return lines([end, top], [edge, top], [edge, foot], [end, foot])
}

function parallels(box: Box, upright: boolean): readonly Outline[] {
  const { x, y, width, height } = box
  const air = airOf(box)
  if (upright) {
    const [left, right] = [x - air, x + width + air]
    return [lines([left, y], [left, y + height]), lines([right, y], [right, y + height])]
  }
  const [top, foot] = [y - air, y + height + air]
  return [lines([x, top], [x + width, top]), lines([x, foot], [x + width, foot])]
}

function stair({ x, y, width, height }: Box): Outline {
  const [third, step] = [width / 3, height / 3]
  const foot = y + height
  return lines(
    [x, foot],
    [x + third, foot],
    [x + third, foot - step],
    [x + 2 * third, foot - step],
    [x + 2 * third, foot - 2 * step],
    [x + width, foot - 2 * step],
  )
}

function cross({ x, y, width, height }: Box): readonly Outline[] {
  const [middle, level] = [x + width / 2, y + height / 2]
  const arm = Math.min(width, height) / 4
  return [
    lines([middle - arm, level], [middle + arm, level]),
    lines([middle, level + arm], [middle, level - arm]),
    lines(
      [middle - arm / 4, level - 0.6 * arm],
      [middle, level - arm],
      [middle + arm / 4, level - 0.6 * arm],
    ),
  ]
}

/** A wedge above the line, its ends and its point at heights above the text's top, em. */
function wedge({ x, y, width, height }: Box, ends: number, point: number): Outline {
  const at = x + width
  return lines(
    [at - 0.3 * height, y + ends * height],
    [at, y + point * height],
    [at + 0.3 * height, y + ends * height],
  )
}

function hash({ x, y, width, height }: Box): readonly Outline[] {
  const [left, top, size] = [x + width - 0.25 * height, y - 0.6 * height, 0.5 * height]
  return [0.3, 0.7].flatMap((part) => [
    lines([left + part * size, top], [left + part * size, top + size]),
    lines([left, top + part * size], [left + size, top + part * size]),
  ])
}

function fork({ x, y, width, height }: Box): Outline {
  const at = x + width
  return [
    ...lines(
      [at - 0.2 * height, y - 0.35 * height],
      [at, y],
      [at + 0.2 * height, y - 0.35 * height],
    ),
    ...lines([at, y], [at, y + 0.5 * height]),
  ]
}

/** Most signs under words; of longer ones the first and last three. */
const MOST_UNDER = 6

/** Places under the words, one a character, and their size. */
function under({ x, y, width, height }: Box): readonly (readonly [number, number, number])[] {
  const count = Math.max(1, Math.round(width / height))
  const places = Array.from({ length: count }, (_, i) => i)
  const kept = count > MOST_UNDER ? places.filter((i) => i < 3 || i >= count - 3) : places
  const size = 0.22 * height
  return kept.map((i) => [x + ((i + 0.5) * width) / count, y + height + 0.7 * size, size])
}

function triangle(x: number, y: number, size: number): Outline {
  return [
    ...lines([x, y - size / 2], [x + size / 2, y + size / 2], [x - size / 2, y + size / 2]),
    ["Z"],
  ]
}
