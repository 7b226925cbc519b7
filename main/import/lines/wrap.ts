import { endsWhole } from "../looks/stops.ts"
import { emsOf } from "./lines.ts"
import type { Line } from "./lines.ts"

/** How far (em) a full line may fall short of the widest: a mark pushed over, one hung or squeezed. */
const SHORT = 2.1

/** Narrower lines are verse or lists; wider ones no one wraps by hand. */
const MEASURES = { least: 9, most: 60 } as const

/** Where the indent of a paragraph's first line was lost, it is shorter by this much (em). */
const INDENT = 2

/** A text that was wrapped line by line. */
export interface Wrapping {
  /** Width of the widest lines, em. */
  readonly measure: number
  /** True when its paragraphs are indented, so that only an indent begins one. */
  readonly indents: boolean
}

/**
 * The wrapping of a text that was wrapped line by line, or null when each line is a paragraph.
 * A wrapped text has a widest line that many others reach, and these mostly end without a stop;
 * paragraphs one to the line have any width and end with one.
 */
export function wrappingOf(lines: readonly Line[]): Wrapping | null {
  const run = linesInRuns(lines)
  if (run.length < 5) return null
  const measure = commonMeasure(run)
  const over = run.filter((line) => widthOf(line) > measure + 0.1)
  if (measure < MEASURES.least || measure > MEASURES.most) return null
  if (over.length > Math.max(1, run.length * 0.1)) return null
  const full = run.filter((line) => isFull(line, measure))
  const open = run.filter((line) => !endsWhole(line.text))
  const openFull = open.filter((line) => isFull(line, measure))
  const wrapped =
    full.length >= run.length * 0.35 && openFull.length >= 4 && openFull.length >= open.length * 0.5
  if (!wrapped) return null
  return { measure, indents: run.filter((line) => line.indent >= 1).length >= 2 }
}

/** The width (em) that most lines reach without passing it; the narrower of two alike. */
function commonMeasure(run: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const line of run) {
    const width = Math.ceil(widthOf(line))
    if (width <= MEASURES.most) counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  let best = 0
  let most = 0
  for (let width = MEASURES.least; width <= MEASURES.most; width++) {
    let reached = 0
    for (let near = width - 2; near <= width; near++) reached += counts.get(near) ?? 0
    if (reached > most) {
      most = reached
      best = width
    }
  }
  return best
}

function widthOf(line: Line): number {
  return emsOf(line.text) + line.indent
}

/** Lines that stand in runs of two or more without a blank line, a heading or a picture between. */
function linesInRuns(lines: readonly Line[]): readonly Line[] {
  const found: Line[] = []
  let run: Line[] = []
  for (const line of [...lines, { number: 0, text: "", indent: 0 }]) {
    if (line.text !== "" && !/^(?:#|!\[)/.test(line.text)) {
      run.push(line)
      continue
    }
    if (run.length >= 2) for (const one of run) found.push(one)
    run = []
  }
  return found
}

/** True when a line reaches the measure, so that the next may go on with its sentence. */
function isFull(line: Line, measure: number): boolean {
  return widthOf(line) >= measure - SHORT
}

/**
 * True when the next line goes on with this one in a wrapped text. A short line ends its paragraph,
 * an indented line begins one; without indents a full line with a stop ends one too. A paragraph's
 * `first` line may be short by an indent that was lost.
 */
export function runsOn(line: Line, next: Line, wrapping: Wrapping, first: boolean): boolean {
  if (next.indent >= 1) return false
  const { measure, indents } = wrapping
  if (endsWhole(line.text)) {
    const goesOn = isFull(next, measure) || endsWhole(next.text)
    return indents && isFull(line, measure) && goesOn
  }
  const short = first && line.indent < 1 ? INDENT : 0
  return widthOf(line) + short >= measure - SHORT
}

/** True when two lines of one paragraph keep a space between them: Latin words do, Chinese does not. */
export function needsSpace(first: string, second: string): boolean {
  return /[A-Za-z0-9,.;]$/.test(first.slice(-1)) && /^[A-Za-z]/.test(second)
}
