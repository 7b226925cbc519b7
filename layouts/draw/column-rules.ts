import { frameBands } from "../grid/bands.ts"
import { boxOf, columnLeft, gutterMiddle, lineTop, longWidth } from "../grid/geometry.ts"
import { frameColumns } from "../grid/own-columns.ts"
import { contains, regionAround } from "../grid/regions.ts"
import { RULE_WEIGHTS, weightsOf, type LineStyle } from "../issue/line-style.ts"
import {
  isDrawn,
  type Frame,
  type Furniture,
  type Grid,
  type Look,
  type Region,
} from "../issue/page.ts"
import { pt, type Box, type Pt } from "../units.ts"
import { reachOf } from "./borders/border.ts"

/** What may stand in the white of an article: fillers with their headlines, notices. */
const GUESTS: readonly Frame["role"][] = ["filler", "headline", "house"]

/** Part of a line by which a rule over a headline stands below the line's top, in the headline's air. */
const INTO_AIR = 0.35

/** Lines between two articles, or over the page's foot, that are still air: a rule goes through them. */
const MOST_AIR = 3

/** A frame, and whose part of the page it is. */
interface Holding {
  readonly region: Region
  readonly role: Frame["role"]
  readonly owner: string
}

/**
 * The rules between articles that stand beside each other (栏线): down the middle of each gutter
 * that parts two articles, from where both have begun to where one of them has ended. Nothing is
 * drawn inside an article or through a frame that spans the gutter.
 */
export function columnRules(
  grid: Grid,
  frames: readonly Frame[],
  { width, line, without = NOBODY }: ColumnRules,
): readonly Furniture[] {
  const owners = ownersOn(grid, holdings(frames))
  const rules: Furniture[] = []
  for (let column = 1; column < grid.columns; column += 1)
    for (const { from, to, between } of parted(owners[column - 1]!, owners[column]!)) {
      if (between.some((owner) => without.has(owner))) continue
      rules.push(
        gutterRule(grid, gutterOf(grid, column), [from, to], {
          rule: width,
          ...(line ? { line } : {}),
        }),
      )
    }
  return rules
}

/** How rules between articles are drawn, and the articles that have none beside them. */
export interface ColumnRules {
  readonly width: Pt
  readonly line?: LineStyle | undefined
  readonly without?: ReadonlySet<string>
}

const NOBODY: ReadonlySet<string> = new Set()

/** Air between a rule in a gutter and the text on both sides, pt. */
const GUTTER_AIR = 1.2

/** A gutter: its middle and its width, pt. */
interface Gutter {
  readonly x: Pt
  readonly width: number
}

/** The gutter of the page left of a basic column. */
function gutterOf(grid: Grid, column: number): Gutter {
  return { x: gutterMiddle(grid, column), width: grid.gutter * grid.bodySize }
}

/** How a rule in a gutter is asked for. */
type Ruling = Pick<Look, "rule" | "line" | "ink">

/**
 * A rule as it fits so much room on each side of its middle: lighter where it is too broad, and plain
 * where the lightest that its style can be is too broad still. No rule is lighter than newsprint holds.
 */
function fitted({ style, weight }: RuleLine, room: number): RuleLine {
  const reach = reachOf({ style, weight })
  if (reach <= room) return { style, weight }
  const lighter = (weight * Math.max(0, room)) / reach
  if (style === undefined) return { style, weight: Math.max(RULE_WEIGHTS.least, lighter) }
  const least = Math.max(weightsOf(style).least, lighter)
  if (reachOf({ style, weight: least }) <= room) return { style, weight: least }
  return fitted({ style: undefined, weight: Math.min(weight, PLAIN) }, room)
}

/** A rule's style, and its weight in pt. */
interface RuleLine {
  readonly style: LineStyle | undefined
  readonly weight: number
}

/** Weight of the plain rule in place of a styled one that has no room, pt (正线). */
const PLAIN = 0.4

/** A rule down a gutter, as broad as the gutter holds. */
function gutterRule(
  grid: Grid,
  { x, width }: Gutter,
  [from, to]: readonly [number, number],
  ruling: Ruling,
): Furniture {
  return {
    ...ruled(ruling, width),
    ...{ x1: x, y1: lineTop(grid, from), x2: x, y2: lineTop(grid, to) },
  }
}

/** How a rule in a gutter of so many pt is drawn: as broad as it holds, a hairline where it holds none. */
function ruled({ rule, line, ink }: Ruling, width: number) {
  const { style, weight } = fitted({ style: line, weight: rule }, width / 2 - GUTTER_AIR)
  return {
    kind: "rule",
    width: pt(weight),
    ...(style ? { line: style } : {}),
    ...(ink === undefined ? {} : { ink }),
  } as const
}

/** Lines that are worth a rule between two columns. */
const LEAST_RULED = 2

/**
 * The rules between an article's columns: down each gutter, of the page or of a frame's own columns,
 * where text stands on both sides, never through a headline, a picture or anything else that spans it.
 */
export function innerRules(
  grid: Grid,
  frames: readonly Frame[],
  { id, look }: { readonly id: string; readonly look: Look },
): readonly Furniture[] {
  const spanning = frames.filter(({ role }) => !isDrawn(role) && role !== "body")
  const text = frames.filter(({ article, role }) => article === id && role === "body")
  const onPage = Array.from({ length: grid.columns - 1 }, (_, i) => {
    const [left, right] = [i, i + 1]
    const held = (line: number): boolean => {
      const [a, b] = [left, right].map((side) =>
        text.find(({ region }) => holds(region, side, line)),
      )
      const parted = a && b && !(a === b && (a.ownColumns || a.vertical))
      const spans = ({ region }: Frame): boolean =>
        holds(region, left, line) && holds(region, right, line)
      return parted === true && !spanning.some(spans)
    }
    return { gutter: gutterOf(grid, right), held }
  })
  const own = text.flatMap((frame) =>
    ownGutters(grid, frame).map((gutter) => ({
      gutter,
      held: (line: number): boolean =>
        isIn(frame.region, line) && !spanning.some((other) => spansAt(grid, other, gutter, line)),
    })),
  )
  const down = [...onPage, ...own].flatMap(({ gutter, held }) =>
    runsWhere(grid.lines, held)
      .filter(([from, to]) => to - from >= LEAST_RULED)
      .map((run) => gutterRule(grid, gutter, run, look)),
  )
  const level = text.flatMap((frame) => bandRules(grid, frame, { spanning, look }))
  return [...down, ...level]
}

/** Rules between the bands of a vertical frame: level, broken by what spans the gap between two. */
function bandRules(
  grid: Grid,
  frame: Frame,
  { spanning, look }: { readonly spanning: readonly Frame[]; readonly look: Look },
): readonly Furniture[] {
  if (!frame.vertical) return []
  const bands = frameBands(grid, frame).map(({ box }) => box)
  return bands.slice(1).flatMap((box, i): readonly Furniture[] => {
    const above = bands[i]!
    const foot = above.y + above.height
    const y = pt((foot + box.y) / 2)
    const over = spanning
      .map((other) => boxOf(grid, other.region))
      .filter((other) => other.y < y && y < other.y + other.height)
    return freeOf([box.x, box.x + box.width], over).map(([x1, x2]) => ({
      ...ruled(look, box.y - foot),
      ...{ x1: pt(x1), y1: y, x2: pt(x2), y2: y },
    }))
  })
}

/** What boxes leave free of a stretch across the page, pt. */
function freeOf(
  [from, to]: readonly [number, number],
  boxes: readonly Box[],
): readonly (readonly [number, number])[] {
  const free: (readonly [number, number])[] = []
  let at = from
  for (const { x, width } of boxes.toSorted((a, b) => a.x - b.x)) {
    if (x > at) free.push([at, Math.min(x, to)])
    at = Math.max(at, x + width)
  }
  if (at < to) free.push([at, to])
  return free
}

/** The gutters between a frame's own columns (变栏). */
function ownGutters(grid: Grid, frame: Frame): readonly Gutter[] {
  if (!frame.ownColumns || frame.vertical) return []
  const columns = frameColumns(grid, frame)
  return columns.slice(1).map(({ box }, i) => {
    const { x, width } = columns[i]!.box
    return { x: pt((x + width + box.x) / 2), width: box.x - x - width }
  })
}

function isIn({ line, lines }: Region, at: number): boolean {
  return line <= at && at < line + lines
}

/** Whether a frame stands across a gutter on a line. */
function spansAt(grid: Grid, { region }: Frame, { x }: Gutter, line: number): boolean {
  const box = boxOf(grid, region)
  return isIn(region, line) && box.x < x && x < box.x + box.width
}

function holds({ column, columns, line, lines }: Region, at: number, down: number): boolean {
  return column <= at && at < column + columns && line <= down && down < line + lines
}

/** The runs of numbers below a count of which something is so. */
function runsWhere(
  count: number,
  is: (at: number) => boolean,
): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (let at = 0; at < count; at += 1) {
    if (!is(at)) continue
    const last = runs.at(-1)
    if (last?.[1] === at) last[1] = at + 1
    else runs.push([at, at + 1])
  }
  return runs
}

/** A rule over each headline that has another article or a notice above it (题上线). */
export function headlineRules(
  grid: Grid,
  frames: readonly Frame[],
  width: Pt,
): readonly Furniture[] {
  const all = holdings(frames)
  return all
    .filter(({ role }) => role === "headline")
    .flatMap((headline): readonly Furniture[] => {
      const above = nearestAbove(headline, all)
      if (above === null || above.owner === headline.owner) return []
      const { column, columns, line } = headline.region
      const gap = line - footOf(above.region)
      const up = gap > MOST_AIR ? 0 : gap / 2
      const y = pt(lineTop(grid, line) + (INTO_AIR - up) * grid.linePitch)
      const x = columnLeft(grid, column)
      return [{ kind: "rule", x1: x, y1: y, x2: pt(x + longWidth(grid, columns)), y2: y, width }]
    })
}

/**
 * Frames by whose they are: an article's, or their own. A filler or a notice in an article's white is
 * part of it; another article in the bend of an L or a U is not.
 */
function holdings(frames: readonly Frame[]): readonly Holding[] {
  const shown = frames.filter((frame) => !isDrawn(frame.role))
  const whole = new Map<string, Region>()
  const ownerOf = ({ id, article }: Frame): string => article ?? `frame ${id}`
  for (const frame of shown) {
    const owner = ownerOf(frame)
    const known = whole.get(owner)
    whole.set(owner, known ? regionAround([known, frame.region]) : frame.region)
  }
  const hosts = new Map<string, string>()
  const guests = [...whole].filter(([owner]) =>
    shown.every((frame) => ownerOf(frame) !== owner || GUESTS.includes(frame.role)),
  )
  for (const [guest, region] of guests)
    for (const [host, room] of whole)
      if (host !== guest && contains(room, region) && !contains(region, room))
        hosts.set(guest, host)
  return shown.map((frame) => {
    const owner = ownerOf(frame)
    return { region: frame.region, role: frame.role, owner: hosts.get(owner) ?? owner }
  })
}

/** Who holds each line of each column; null is bare, the upper of two frames holds. */
function ownersOn(grid: Grid, all: readonly Holding[]): readonly (readonly (string | null)[])[] {
  const owners = Array.from({ length: grid.columns }, () =>
    Array.from({ length: grid.lines }, (): string | null => null),
  )
  for (const { region, owner } of all)
    for (let i = 0; i < region.columns; i += 1)
      owners[region.column + i]?.fill(owner, region.line, footOf(region))
  return owners
}

/**
 * The runs of lines along which two columns belong to different owners. Bare lines do not end a
 * run; one that ends just over the page's foot goes down to it.
 */
function parted(
  left: readonly (string | null)[],
  right: readonly (string | null)[],
): readonly { readonly from: number; readonly to: number; readonly between: readonly string[] }[] {
  const runs: { from: number; to: number; between: string[] }[] = []
  let closed = true
  left.forEach((owner, line) => {
    const other = right[line]!
    if (owner === null || other === null) return
    if (owner === other) closed = true
    else if (closed) {
      runs.push({ from: line, to: line + 1, between: [owner, other] })
      closed = false
    } else {
      const last = runs.at(-1)!
      last.to = line + 1
      last.between.push(owner, other)
    }
  })
  const last = runs.at(-1)
  if (last && !closed && left.length - last.to <= MOST_AIR) last.to = left.length
  return runs
}

/** What stands above a headline and nearest to it; null at the head of the page. */
function nearestAbove({ region }: Holding, all: readonly Holding[]): Holding | null {
  const over = all.filter(
    (other) =>
      footOf(other.region) <= region.line &&
      other.region.column < region.column + region.columns &&
      region.column < other.region.column + other.region.columns,
  )
  return over.toSorted((a, b) => footOf(b.region) - footOf(a.region))[0] ?? null
}

function footOf({ line, lines }: Region): number {
  return line + lines
}
