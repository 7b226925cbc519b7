import type { BesideCells, Cells, TextRun } from "./cells.ts"
import { CLASS } from "./classes.ts"
import type { Justified } from "./justify.ts"
import type { BesideLine } from "./line.ts"
import { rubyOnLine } from "./ruby.ts"

/** Classes that bear a dot: characters, never marks or blanks. */
const DOTTED: readonly number[] = [
  CLASS.han,
  CLASS.latin,
  CLASS.digit,
  CLASS.letter,
  CLASS.smallFigure,
  CLASS.symbol,
  CLASS.prefix,
  CLASS.postfix,
]

/** Air at either end of a name's line, em: two names that touch are parted by twice as much. */
const LINE_AIR = 1 / 16

/** What stands beside a text's cells: an entry for each run with something beside it. */
export function besideCells(
  from: readonly number[],
  runs: readonly TextRun[],
): readonly BesideCells[] {
  if (runs.every(({ beside }) => beside === undefined)) return []
  const cellAt = (offset: number): number => {
    const found = from.findIndex((start) => start >= offset)
    return found < 0 ? from.length : found
  }
  return runs.flatMap(({ from: start, to, beside, size, ink }): readonly BesideCells[] => {
    const range = { from: cellAt(start), to: cellAt(to), size }
    if (!beside || range.from >= range.to) return []
    return [{ ...beside, ...range, ...(ink === undefined ? {} : { ink }) }]
  })
}

/**
 * What is drawn beside the line of cells start to end. A dot stands under the middle of each
 * character, however far they are apart; a name's line goes from its first character to its last
 * over the white between them, and on at the next line's start where the name does.
 * Source: CLREQ #h-emphasis_dots and #h-proper_noun_marks_and_book_title_marks
 */
export function besideLine(
  cells: Cells,
  { start, end, width }: { readonly start: number; readonly end: number; readonly width: number },
  { gaps }: Justified,
): readonly BesideLine[] {
  if (cells.beside.length === 0) return []
  const here = cells.beside.filter(({ from, to }) => from < end && to > start)
  const left: number[] = []
  let pen = 0
  for (let cell = start; cell < end; cell += 1) {
    left[cell] = pen
    pen += cells.width[cell]! + (gaps[cell - start] ?? 0)
  }
  const dots = here.flatMap(({ emphasis, from, to, size, ink }) => {
    if (!emphasis) return []
    const dotted = cellsFrom(Math.max(from, start), Math.min(to, end))
      .filter((cell) => DOTTED.includes(cells.kind[cell]!))
      .map((cell) => left[cell]! + cells.width[cell]! / 2)
    return dotted.map((x): BesideLine => ({ kind: "dot", x, size, ...inked(ink) }))
  })
  const lines = namesOf(here).map(({ line, from, to, size, ink }): BesideLine => {
    const last = Math.min(to, end) - 1
    const x = left[Math.max(from, start)]! + (from >= start ? LINE_AIR * size : 0)
    const right = left[last]! + cells.width[last]! - (to <= end ? LINE_AIR * size : 0)
    return { kind: line.form, x, to: right, size, ...inked(ink) }
  })
  return [...lines, ...dots, ...rubyOnLine(cells, { start, end, width }, left)]
}

function inked(ink: string | undefined): { readonly ink?: string } {
  return ink === undefined ? {} : { ink }
}

function cellsFrom(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
}

/** The names of some cells whole: neighbours of one form and item are one, whatever else they are set in. */
function namesOf(
  beside: readonly BesideCells[],
): readonly (BesideCells & { readonly line: NonNullable<BesideCells["line"]> })[] {
  const names: (BesideCells & { readonly line: NonNullable<BesideCells["line"]> })[] = []
  for (const one of beside) {
    const { line } = one
    if (!line) continue
    const last = names.at(-1)
    if (last?.to === one.from && last.line.form === line.form && last.line.item === line.item)
      names[names.length - 1] = { ...last, to: one.to }
    else names.push({ ...one, line })
  }
  return names
}
