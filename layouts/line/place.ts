import type { Pt } from "../units.ts"
import { hyphenWidth, isDivided } from "./division.ts"
import type { Cells } from "./cells.ts"
import { CLASS } from "./classes.ts"
import type { Justified } from "./justify.ts"
import type { GlyphRun } from "./line.ts"

/** A run while it is filled. */
interface OpenRun {
  readonly font: number
  readonly glyphs: number[]
  readonly dx: number[]
  readonly texts: string[]
  readonly dy: number[]
  readonly across: number[]
}

/**
 * The glyphs of a line at their places, one run a face, and the line's width in pt.
 * A soft hyphen shows a hyphen only at the line's end; spaces keep their glyph for the text's sake.
 */
export function placeGlyphs(
  cells: Cells,
  start: number,
  end: number,
  justified: Justified,
): { readonly runs: readonly GlyphRun[]; readonly width: Pt } {
  const runs: OpenRun[] = []
  const divided = isDivided(cells, end)
  const soft = divided && cells.kind[end - 1] === CLASS.softHyphen
  const hyphen = soft ? cells.glyphFrom[end - 1]! : -1
  let pen = 0
  for (let cell = start; cell < end; cell += 1) {
    const first = cells.glyphFrom[cell]!
    const after = cells.glyphFrom[cell + 1]!
    for (let glyph = first; glyph < after; glyph += 1) {
      const run = runFor(runs, cells.glyphFont[glyph]!)
      run.glyphs.push(glyph === hyphen ? hyphenOf(cells, run) : cells.glyphs[glyph]!)
      run.dx.push(pen + cells.glyphX[glyph]!)
      run.texts.push(cells.glyphText[glyph]!)
      if (cells.raised.size > 0 && !cells.glyphAcross)
        run.dy.push(0 - (cells.raised.get(glyph) ?? 0))
      if (cells.glyphAcross)
        run.across.push(cells.glyphAcross[glyph]! + (cells.raised.get(glyph) ?? 0))
    }
    pen += cells.width[cell]! + (justified.gaps[cell - start] ?? 0)
  }
  if (divided && hyphen < 0) addHyphen(cells, end, runs, pen)
  const width = (pen + hyphenWidth(cells, end)) as Pt
  return { runs: runs.map((run) => closeRun(cells, run)), width }
}

function runFor(runs: OpenRun[], font: number): OpenRun {
  const last = runs.at(-1)
  if (last?.font === font) return last
  const run: OpenRun = { font, glyphs: [], dx: [], texts: [], dy: [], across: [] }
  runs.push(run)
  return run
}

function closeRun(cells: Cells, run: OpenRun): GlyphRun {
  const { face, size, ink, turned, stretch } = cells.fonts[run.font]!
  const { glyphs, dx, texts, dy, across } = run
  const closed = { face: face.id, size, glyphs, dx, texts }
  const shifted = dy.some((shift) => shift !== 0) ? { ...closed, dy } : closed
  const inked = ink === undefined ? shifted : { ...shifted, ink }
  const wide = stretch === undefined ? inked : { ...inked, stretch }
  if (!cells.glyphAcross) return wide
  return { ...wide, across, ...(turned ? { turned } : {}) }
}

/** Shows the hyphen of a word that is divided where it has none: it stands for no character of the text. */
function addHyphen(cells: Cells, end: number, runs: OpenRun[], pen: number): void {
  const run = runFor(runs, cells.glyphFont[cells.glyphFrom[end - 1]!]!)
  run.glyphs.push(hyphenOf(cells, run))
  run.dx.push(pen)
  run.texts.push("")
  if (cells.raised.size > 0) run.dy.push(0)
}

/** The hyphen of a run's face, which a divided word shows in place of its soft hyphen. */
function hyphenOf(cells: Cells, { font }: OpenRun): number {
  return cells.fonts[font]!.face.glyphOf(0x2d)
}
