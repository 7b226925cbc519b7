import type { Glyphs, Source } from "../display/list.ts"
import type { Line } from "../line/line.ts"
import { pt, type Pt } from "../units.ts"

/**
 * Where a line is drawn: its left end on its baseline, of a vertical line the top of its middle; and
 * in what ink what has none of its own.
 */
export interface Pen {
  readonly x: Pt
  readonly y: Pt
  readonly ink: string
  /** The ink of all of it, whatever its styles say; absent is theirs. */
  readonly over?: string
  readonly source: Source | null
}

/** A composed line as glyph items, one a run; the glyph arrays are shared with the line. */
export function drawLine(line: Line, pen: Pen): readonly Glyphs[] {
  return line.runs.map((run) => ({
    kind: "glyphs",
    face: run.face,
    size: run.size,
    ink: pen.over ?? run.ink ?? pen.ink,
    x: pen.x,
    y: pen.y,
    glyphs: run.glyphs,
    dx: run.across ?? run.dx,
    dy: run.across ? run.dx : (run.dy ?? null),
    ...(run.turned ? { turned: run.turned } : {}),
    ...(run.stretch === undefined ? {} : { stretch: run.stretch }),
    texts: run.texts,
    source: pen.source,
  }))
}

/** A line of furniture: the same, with extra space between its characters. */
export function drawTracked(line: Line, pen: Pen, tracking: Pt): readonly Glyphs[] {
  let before = 0
  return drawLine(line, pen).map((item) => {
    const dx = item.dx.map((x, i) => x + (before + i) * tracking)
    before += item.dx.length
    return { ...item, x: pt(pen.x), dx }
  })
}
