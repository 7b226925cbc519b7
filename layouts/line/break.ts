import { breakInGrid } from "./break-in-grid.ts"
import type { Breaking, Broken } from "./breaking.ts"
import { budgetOf, type Budget } from "./budget.ts"
import type { Cells } from "./cells.ts"
import { CLASS, hasTrail, type CharClass } from "./classes.ts"
import { DEMERITS, STRETCH_BOUND, type DemeritName } from "./demerits.ts"
import { hyphenWidth } from "./division.ts"
import { endBlank, startBlank } from "./edge-marks.ts"
import { isLonely } from "./lonely.ts"
import { dividesWord } from "./prohibit.ts"
import { NO_TONE, TONES, toneOf, unevenness } from "./tone.ts"

export type { Breaking, Broken } from "./breaking.ts"

/** One way to set the first lines of a paragraph: where it ends, its last line's tone, its demerits. */
export interface Beginning {
  readonly cell: number
  readonly tone: number
  readonly cost: number
  /** The way without its last line; null for the paragraph's start. */
  readonly before: Beginning | null
}

/** The ways in which lines can begin, when the rules are let go so far. */
export type Begin = (budget: Budget, relief: Relief) => readonly Beginning[]

/** Costs nearer than this (and a ten-millionth of them) are alike, so that noise in a measure cannot choose between equal breaks. */
const TIE = 0.01

/** Places at which a line may begin that are weighed for one end: signs without width offer any number. */
const MOST_STARTS = 300

/** How far the rules are let go when nothing legal fits: not at all, words and bounds, everything. */
export type Relief = 0 | 1 | 2

/**
 * Breaks a paragraph into the lines that cost least together (total fit): every line justified by
 * squeezing or expanding within its bounds, no forbidden edges, no lone last character.
 * When no such lines exist, or only with a lone character, gaps may open further and words be
 * divided; then anything goes. `Line.strained` tells which lines needed it. Never fails; an empty paragraph has no lines.
 * In a strict grid the lines are found in turn instead.
 */
export function breakLines(
  cells: Cells,
  breaking: Breaking,
  begin: Begin = () => [startAt(breaking.from ?? 0)],
): Broken {
  if (cells.count === 0) return { ends: [], cost: 0 }
  if (breaking.endMarks === "grid") return breakInGrid(cells, breaking)
  const budget = budgetOf(cells)
  const attempt = (relief: Relief): Broken | null =>
    fit(cells, budget, breaking, { relief, beginnings: begin(budget, relief) })
  const strict = attempt(0)
  if (strict && strict.cost < DEMERITS.lonely) return strict
  const loose = attempt(1)
  if (loose) return strict && strict.cost <= loose.cost ? strict : loose
  const any = attempt(2)
  if (!any) throw new Error("a paragraph without any lines")
  return any
}

/** The beginning before a cell that has no lines yet. */
export function startAt(cell: number): Beginning {
  return { cell, tone: NO_TONE, cost: 0, before: null }
}

/** Cheapest ways to each cell, one for each tone that the line before it may have. */
interface Ways {
  readonly cost: Float64Array
  /** The way that each continues: start × TONES + tone; −1 − k where it is the k-th beginning. */
  readonly came: Int32Array
  /** 1 where some way leads to a cell. */
  readonly reached: Uint8Array
}

function waysFrom(count: number, beginnings: readonly Beginning[]): Ways {
  const cost = new Float64Array((count + 1) * TONES).fill(Infinity)
  const came = new Int32Array((count + 1) * TONES)
  const reached = new Uint8Array(count + 1)
  beginnings.forEach((one, k) => {
    const at = one.cell * TONES + one.tone
    if (one.cost >= cost[at]!) return
    cost[at] = one.cost
    came[at] = -1 - k
    reached[one.cell] = 1
  })
  return { cost, came, reached }
}

function fit(
  cells: Cells,
  budget: Budget,
  breaking: Breaking,
  { relief, beginnings }: { readonly relief: Relief; readonly beginnings: readonly Beginning[] },
): Broken | null {
  const { count } = cells
  const from = Math.min(count, ...beginnings.map(({ cell }) => cell))
  const ways = waysFrom(count, beginnings)
  const starts = [from]
  let floor = from
  let nearest = 0
  let force = 0
  for (let end = from + 1; end <= count; end += 1) {
    while (force < breaking.forced.length && breaking.forced[force]! < end) {
      floor = Math.max(floor, breaking.forced[force]!)
      force += 1
    }
    const must = breaking.forced[force] === end
    const penalty = must ? 0 : breakPenalty(cells, end, relief)
    if (penalty === Infinity) continue
    floor = firstThatFits(cells, budget, breaking, { end, floor })
    nearest = Math.max(nearest, starts.length - MOST_STARTS)
    while (nearest < starts.length && starts[nearest]! < floor) nearest += 1
    for (let at = nearest; at < starts.length; at += 1) {
      const start = starts[at]!
      const slack = slackOf(cells, budget, breaking, { start, end })
      const cost = lineCost(cells, budget, { start, end, relief, must, slack }, breaking)
      if (cost === Infinity) {
        if (relief === 0 && isTooLoose(cells, budget, breaking, { start, end, slack })) break
        continue
      }
      const tone = toneOf(budget.pausesGive(start, end, -slack))
      takeCheapest(ways, { start, end, tone }, cost + penalty)
    }
    if (ways.reached[end] === 1) starts.push(end)
  }
  return cheapest(ways, count, beginnings)
}

/** Goes on from the cheapest way to a line's start, where that is cheaper than what is known. */
function takeCheapest(
  { cost, came, reached }: Ways,
  line: { start: number; end: number; tone: number },
  own: number,
): void {
  const { start, end, tone } = line
  const at = end * TONES + tone
  for (let before = 0; before < TONES; before += 1) {
    const known = cost[start * TONES + before]!
    if (known + own >= cost[at]!) continue
    const total = known + own + unevenness(before, tone)
    if (total < cost[at]! - TIE - 1e-7 * total) {
      cost[at] = total
      came[at] = start * TONES + before
      reached[end] = 1
    }
  }
}

function cheapest(
  { cost, came, reached }: Ways,
  count: number,
  beginnings: readonly Beginning[],
): Broken | null {
  if (reached[count] === 0) return null
  let at = count * TONES
  for (let tone = 1; tone < TONES; tone += 1) {
    const other = cost[count * TONES + tone]!
    if (other < cost[at]! - TIE - 1e-7 * other) at = count * TONES + tone
  }
  const total = cost[at]!
  const ends: number[] = []
  for (; came[at]! >= 0; at = came[at]!) ends.push(Math.floor(at / TONES))
  let begun = beginnings[-1 - came[at]!]!
  for (; begun.before; begun = begun.before) ends.push(begun.cell)
  return { ends: ends.reverse(), cost: total }
}

/** True when no line from here on to `end` holds enough: neither this one nor any that begins later. */
function isTooLoose(
  cells: Cells,
  budget: Budget,
  breaking: Breaking,
  { start, end, slack }: { start: number; end: number; slack: number },
): boolean {
  if (start === 0 || end === cells.count) return false
  const fits = breaking.endMarks === "fit"
  const blank = fits && hasTrail(cells.kind[end - 1]!) ? cells.width[end - 1]! : 0
  const lead = fits ? Math.max(0.5 * cells.size, blank) : 0
  const least = slack - blank - lead
  return budget.stretch(start, end, least) > STRETCH_BOUND + 1e-6
}

/**
 * The earliest start from which a line to `end` can be squeezed into the measure, but for its hyphen:
 * that is shown at this end alone, and no later line is as long for it.
 */
function firstThatFits(
  cells: Cells,
  budget: Budget,
  breaking: Breaking,
  at: { end: number; floor: number },
): number {
  const hangs = breaking.endMarks === "hang" && hasTrail(cells.kind[at.end - 1]!)
  const hung = hangs ? cells.width[at.end - 1]! : 0
  let start = at.floor
  while (start < at.end - 1) {
    const width = budget.natural(start, at.end) - budget.squeezable(start, at.end)
    if (width <= targetOf(start, breaking) + hung + 1e-6) break
    start += 1
  }
  return start
}

function targetOf(start: number, breaking: Breaking): number {
  return start === 0 ? breaking.measure - breaking.indent : breaking.measure
}

/** What it costs to end a line before cell `end`; Infinity when it may not. */
export function breakPenalty(cells: Cells, end: number, relief: Relief): number {
  const legal = end === cells.count || cells.breakAfter[end - 1] === 1
  if (legal) {
    const next = cells.kind[end]
    if (next === CLASS.dash || next === CLASS.ellipsis) return DEMERITS.dashAtStart
    return cells.hyphens.has(end - 1) ? DEMERITS.hyphen : 0
  }
  if (relief === 0) return Infinity
  const before = cells.kind[end - 1]! as CharClass
  const after = cells.kind[end]! as CharClass
  if (dividesWord(before, after)) return DEMERITS.brokenWord
  return relief === 2 ? DEMERITS.forbidden : Infinity
}

/** A line that is weighed: its cells, the room that it leaves, and how far the rules are let go. */
export interface WeighedLine {
  readonly start: number
  readonly end: number
  readonly relief: Relief
  /** Ends at an original column break. */
  readonly must: boolean
  /** pt; less than 0 where it is too wide. */
  readonly slack: number
  /** Where each part of its cost is told, if anyone asks. */
  readonly told?: CostPart[]
}

/** What a line costs for one thing. */
export interface CostPart {
  readonly name: DemeritName
  readonly cost: number
}

/** Demerits of one line; Infinity when it cannot be set. */
export function lineCost(
  cells: Cells,
  budget: Budget,
  line: WeighedLine,
  breaking: Breaking,
): number {
  const { start, end, told } = line
  const last = end === cells.count
  let { slack } = line
  const lonely = last && start > 0 && isLonely(cells, start, end) ? DEMERITS.lonely : 0
  let cost = tell(told, "lonely", lonely)
  if (slack < -1e-6) {
    const left = -slack - budget.squeezable(start, end)
    if (left <= 1e-6) return cost + tell(told, "squeeze", budget.squeezeCost(start, end, -slack))
    if (line.relief < 2 || end - start > 1) return Infinity
    return cost + tell(told, "forbidden", DEMERITS.forbidden)
  }
  if (last && !line.must) return cost
  const blank = breaking.endMarks === "fit" ? endBlank(cells, end, slack, "fit") : 0
  if (blank > 0) {
    slack -= blank
    cost += tell(told, "wholeEndMark", DEMERITS.wholeEndMark)
  }
  let stretch = budget.stretch(start, end, slack)
  const lead = startBlank(cells, start, { slack, stretch }, breaking.endMarks)
  if (lead > 0) {
    slack -= lead
    stretch = budget.stretch(start, end, slack)
    const name = start === 0 ? "wholeFirstMark" : "wholeStartMark"
    cost += tell(told, name, DEMERITS[name])
  }
  if (stretch > STRETCH_BOUND + 1e-6 && line.must)
    return cost + tell(told, "shortBreak", DEMERITS.shortBreak * (1 + stretch))
  if (stretch > STRETCH_BOUND + 1e-6) {
    if (line.relief === 0) return Infinity
    cost += tell(told, "beyondBound", DEMERITS.beyondBound * stretch)
  }
  if (stretch > 1e-6) cost += tell(told, "stretched", DEMERITS.stretched)
  cost += tell(told, "stretch", stretch * stretch * DEMERITS.stretch)
  return cost + tell(told, "openSpaces", budget.openCost(start, end, slack))
}

function tell(told: CostPart[] | undefined, name: DemeritName, cost: number): number {
  if (told && cost > 0) told.push({ name, cost })
  return cost
}

/** Room, pt, that a line leaves of its measure at natural width; less than 0 where it is too wide. */
export function slackOf(
  cells: Cells,
  budget: Budget,
  breaking: Breaking,
  { start, end }: { start: number; end: number },
): number {
  const slack = targetOf(start, breaking) - hyphenWidth(cells, end) - budget.natural(start, end)
  return breaking.endMarks === "hang" ? slack - endBlank(cells, end, slack, "hang") : slack
}
