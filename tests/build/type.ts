import type { Face } from "../../fonts/face.ts"
import type { Cells, LineStyle } from "../../layouts/line/cells.ts"
import { collect } from "../../layouts/line/collect.ts"
import type { Line } from "../../layouts/line/line.ts"
import { setParagraph } from "../../layouts/line/paragraph.ts"
import type { Press } from "../../layouts/press.ts"
import { pt } from "../../layouts/units.ts"
import { openLibrary } from "../../main/fonts/library.ts"

/** Body size of the tests, pt; measures are given in 字 of it. */
export const SIZE = pt(9)

/** The shipped type library, opened once for all tests. */
export const library = openLibrary([])

/** A press with the shipped faces and no pictures. */
export const press: Press = { faces: library.faces, picture: () => null }

/** The faces of the body: Noto Serif SC and its fallbacks. */
export const song: readonly Face[] = library.faces({ family: "song", weight: 400 })

/** Newspaper style: GB level, half-em digits, no space between Han and Latin, indent 2 字. */
export const NEWSPAPER: LineStyle = {
  indent: 2,
  level: "gb",
  autospace: false,
  digits: "half",
  trim: true,
}

/** A text as cells in the body face. */
export function cellsOf(text: string, style: LineStyle = NEWSPAPER): Cells {
  return collect(text, [{ from: 0, to: text.length, faces: song, size: SIZE }], style)
}

/** A text set at a measure in 字. */
export function lay(
  text: string,
  measure: number,
  style: LineStyle = NEWSPAPER,
  breaking: "total" | "greedy" = "total",
): readonly Line[] {
  return setParagraph(cellsOf(text, style), {
    measure: pt(measure * SIZE),
    indent: pt(style.indent * SIZE),
    align: "justify",
    endMarks: "fit",
    columnBreaks: [],
    breaking,
  })
}

/** What a line shows, as text. */
export function textOf(line: Line): string {
  return line.runs.flatMap((run) => run.texts).join("")
}

/** Distance from each glyph to the next on a line of one run, em. */
export function steps(line: Line): readonly number[] {
  const dx = line.runs.flatMap((run) => run.dx)
  return dx.slice(1).map((x, i) => Math.round(((x - dx[i]!) / SIZE) * 1e4) / 1e4)
}
