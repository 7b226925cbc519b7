import { hyphenWidth } from "../../layouts/line/division.ts"
import { endBlank, type EndMarks } from "../../layouts/line/edge-marks.ts"
import type { Cells } from "../../layouts/line/cells.ts"
import type { CharClass } from "../../layouts/line/classes.ts"
import { dividesWord } from "../../layouts/line/prohibit.ts"

/** Rules that lines break. */
export interface BrokenRules {
  /** Forbidden edges: a mark that may not begin or end a line does. Cells wider than their line. */
  readonly forbidden: number
  /** Words and numbers divided. */
  readonly words: number
}

/** Cells of a line: from one to before another. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** What lines are asked to fit: the measure and the indent in pt, and cells that a line must end before. */
export interface Room {
  readonly measure: number
  readonly indent: number
  readonly endMarks: EndMarks
  readonly forced: readonly number[]
}

/** What is broken by a line from one cell to before another. */
export function brokenBy(cells: Cells, room: Room, line: Stretch): BrokenRules {
  const { start, end } = line
  const wide = end - start === 1 && !fits(cells, room, { ...line, width: cells.width[start]! })
  const { forbidden, words } = brokenAt(cells, end, room.forced)
  return { forbidden: forbidden + (wide ? 1 : 0), words }
}

function brokenAt(cells: Cells, end: number, forced: readonly number[]): BrokenRules {
  const legal = end === cells.count || cells.breakAfter[end - 1] === 1 || forced.includes(end)
  if (legal) return { forbidden: 0, words: 0 }
  const before = cells.kind[end - 1]! as CharClass
  const after = cells.kind[end]! as CharClass
  return dividesWord(before, after) ? { forbidden: 0, words: 1 } : { forbidden: 1, words: 0 }
}

/**
 * The fewest rules that any lines of the measure break, forbidden edges first: by trying every
 * end for every line, without a thought for evenness. What a line is squeezed to is added up gap by gap.
 */
export function fewestBroken(cells: Cells, room: Room): BrokenRules {
  const best: BrokenRules[] = [{ forbidden: 0, words: 0 }]
  for (let end = 1; end <= cells.count; end += 1) {
    let found: BrokenRules = { forbidden: Infinity, words: Infinity }
    let width = 0
    for (let start = end - 1; start >= 0; start -= 1) {
      if (start < end - 1) width += leastGap(cells, start)
      width += cells.width[start]!
      if (start < end - 1 && !fits(cells, room, { start, end, width })) {
        if (start > 0 || width > room.measure * 1.5) break
        continue
      }
      const so = best[start]!
      const here = brokenBy(cells, room, { start, end })
      const sum = { forbidden: so.forbidden + here.forbidden, words: so.words + here.words }
      if (fewer(sum, found)) found = sum
      if (room.forced.includes(start)) break
    }
    best.push(found)
  }
  return best[cells.count]!
}

/** The width of a gap once all that it may give is taken. */
function leastGap(cells: Cells, gap: number): number {
  return cells.squeezeStep[gap]! > 0 ? cells.gapMin[gap]! : cells.gap[gap]!
}

function fits(
  cells: Cells,
  { measure, indent, endMarks }: Room,
  { start, end, width }: Stretch & { readonly width: number },
): boolean {
  const target = (start === 0 ? measure - indent : measure) - hyphenWidth(cells, end)
  const slack = target - width
  const hang = endMarks === "hang" ? endBlank(cells, end, Math.min(slack, -1e-5), "hang") : 0
  return slack - hang > -1e-7
}

/** True when the first breaks fewer rules; a forbidden edge weighs more than any divided words. */
export function fewer(one: BrokenRules, other: BrokenRules): boolean {
  if (one.forbidden !== other.forbidden) return one.forbidden < other.forbidden
  return one.words < other.words
}
