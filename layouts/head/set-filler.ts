import { boxOf } from "../grid/geometry.ts"
import type { Article } from "../issue/article.ts"
import type { Frame, Grid } from "../issue/page.ts"
import { trimOf, type Stylesheet } from "../issue/style.ts"
import { budgetOf } from "../line/budget.ts"
import { breakLines } from "../line/break.ts"
import { runOf } from "../flow/runs.ts"
import { collect } from "../line/collect.ts"
import type { Cells } from "../line/cells.ts"
import type { Line } from "../line/line.ts"
import { setLines, type Alignment } from "../line/paragraph.ts"
import type { Press } from "../press.ts"
import { pt, type Pt } from "../units.ts"

/** A line of a filler at its place on the page. */
export interface FillerLine {
  readonly line: Line
  readonly paragraph: number
  readonly x: Pt
  readonly baseline: Pt
}

/** A filler's lines, and what is wrong with them. */
export interface SetFiller {
  readonly lines: readonly FillerLine[]
  /** Characters that no face has. */
  readonly missing: readonly string[]
  /** True when the lines need more height than the frame has. */
  readonly overfull: boolean
}

/** Line pitch in a filler, em. */
const PITCH = 1.4

/** Blank kept at each side of a filler, em of body. */
const SIDE = 1

/** Sizes tried for a filler's lines, em of body: a hotline's number stands largest. */
const WORDS = { largest: 1.5, smallest: 0.75 } as const
const NUMBER = { largest: 2.6, smallest: 0.75 } as const

/** Lines of body height that a filler wants: its lines at their best size and a line of air. */
export function fillerLines(article: Article): number {
  return Math.max(3, Math.ceil(article.story.length * 1.6) + 1)
}

/**
 * Sets a filler (补白) centred in its frame: every line as large as the frame's width and height
 * and the style allow, a line of digits larger than the words round it.
 */
export function setFiller(
  article: Article,
  frame: Frame,
  grid: Grid,
  setting: { readonly sheet: Stylesheet; readonly press: Press },
): SetFiller {
  const box = boxOf(grid, frame.region)
  const width = pt(box.width - 2 * SIDE * grid.bodySize)
  const wanted = article.story.map(({ text }) => sizeIn(text, width, grid, setting))
  const height = wanted.reduce((sum, { size }) => sum + size * PITCH, 0)
  const shrink = Math.min(1, (box.height - 0.5 * grid.linePitch) / Math.max(1, height))
  const lines: FillerLine[] = []
  const missing: string[] = []
  let y = box.y + (box.height - height * shrink) / 2
  wanted.forEach(({ size }, paragraph) => {
    const text = article.story[paragraph]!.text
    const cells = cellsOf(text, pt(size * shrink), setting)
    missing.push(...cells.missing.map((sort) => sort.character))
    const set = setWords(cells, width, setting.sheet.filler.align)
    for (const line of set) {
      const baseline = pt(y + (0.88 + (PITCH - 1) / 2) * size * shrink)
      lines.push({ line, paragraph, baseline, x: pt(box.x + SIDE * grid.bodySize + line.x) })
      y += size * shrink * PITCH
    }
  })
  return { lines, missing, overfull: y > box.y + box.height + 0.01 }
}

function sizeIn(
  text: string,
  width: Pt,
  grid: Grid,
  setting: { readonly sheet: Stylesheet; readonly press: Press },
): { readonly size: number } {
  const bounds = /^[\d\s-]+$/.test(text) ? NUMBER : WORDS
  const cells = cellsOf(text, grid.bodySize, setting)
  const natural = Math.max(1, cells.count === 0 ? 1 : budgetOf(cells).natural(0, cells.count))
  const fit = Math.min(bounds.largest, Math.max(bounds.smallest, width / natural))
  const { largest = Infinity } = setting.sheet.filler
  return { size: Math.min(fit * grid.bodySize, largest) }
}

function cellsOf(
  text: string,
  size: Pt,
  setting: { readonly sheet: Stylesheet; readonly press: Press },
): Cells {
  const style = setting.sheet.filler
  const run = runOf({ ...style.text, size }, 0, text.length, setting.press)
  return collect(text, [run], { ...style, size, ...trimOf(style) })
}

function setWords(cells: Cells, width: Pt, align: Alignment["align"]): readonly Line[] {
  const { ends } = breakLines(cells, {
    measure: width,
    indent: 0,
    forced: [],
    endMarks: "half",
  })
  const alignment = { measure: width, indent: pt(0), align, endMarks: "half" } as const
  return setLines(cells, alignment, ends)
}
