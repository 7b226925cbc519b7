import type { Face } from "../../fonts/face.ts"
import type { Paragraph } from "../issue/article.ts"
import type { ParagraphStyle, Stylesheet, TextStyle } from "../issue/style.ts"
import type { Cells, TextRun } from "../line/cells.ts"
import { collect } from "../line/collect.ts"
import type { Line } from "../line/line.ts"
import { setParagraph } from "../line/paragraph.ts"
import type { Press } from "../press.ts"
import { pt, type Pt } from "../units.ts"

/** Whether columns end where the printed original's did, or wherever they fill. */
export type BreakMode = "original" | "free"

/** What a paragraph's lines depend on beside its text. */
export interface Setting {
  readonly press: Press
  readonly sheet: Stylesheet
  readonly measure: Pt
  readonly breaks: BreakMode
}

/** A paragraph as cells and lines. */
export interface SetText {
  readonly cells: Cells
  readonly lines: readonly Line[]
}

/** Lines remembered by the identity of their paragraph; the newest settings only. */
const remembered = new WeakMap<Paragraph, (Setting & { style: ParagraphStyle; set: SetText })[]>()

/** Settings remembered for one paragraph: a page, its proof in another mode, a trial measure. */
const REMEMBERED = 4

/** The lines of a paragraph in a style: composed once, then found by the paragraph's identity. */
export function setText(paragraph: Paragraph, style: ParagraphStyle, setting: Setting): SetText {
  const known = remembered.get(paragraph)
  const hit = known?.find(
    (entry) =>
      entry.style === style &&
      entry.measure === setting.measure &&
      entry.breaks === setting.breaks &&
      entry.press === setting.press &&
      entry.sheet === setting.sheet,
  )
  if (hit) return hit.set
  const cells = known?.find((entry) => entry.style === style && entry.press === setting.press)?.set
    .cells
  const set = compose(paragraph, style, setting, cells)
  remembered.set(paragraph, [{ ...setting, style, set }, ...(known ?? [])].slice(0, REMEMBERED))
  return set
}

function compose(
  paragraph: Paragraph,
  style: ParagraphStyle,
  setting: Setting,
  known: Cells | undefined,
): SetText {
  const cells =
    known ?? collect(paragraph.text, runsOf(paragraph, style, setting), { ...style, trim: true })
  const original = setting.breaks === "original" ? paragraph.columnBreaks : []
  const lines = setParagraph(cells, {
    measure: setting.measure,
    indent: pt(style.indent * style.text.size),
    align: style.align,
    endMarks: style.endMarks,
    columnBreaks: original.map((mark) => mark.offset),
    breaking: "total",
  })
  return { cells, lines }
}

/** The dateline in its own face, the rest in the paragraph's. */
function runsOf(paragraph: Paragraph, style: ParagraphStyle, setting: Setting): TextRun[] {
  const split = Math.min(paragraph.dateline, paragraph.text.length)
  const runs: TextRun[] = []
  if (split > 0) runs.push(run(0, split, setting.sheet.dateline, setting.press))
  if (split < paragraph.text.length)
    runs.push(run(split, paragraph.text.length, style.text, setting.press))
  return runs
}

function run(from: number, to: number, text: TextStyle, press: Press): TextRun {
  return { from, to, faces: facesOf(press, text), size: text.size }
}

function facesOf(press: Press, text: TextStyle): readonly Face[] {
  return press.faces({ family: text.family, weight: text.weight })
}
