import { cohesionOf, NO_COHESION, type Cohesion } from "../head/cohesion.ts"
import { divide } from "../head/divide.ts"
import { seamsOf } from "../head/seams.ts"
import type { ColumnBreak, Paragraph } from "../issue/article.ts"
import {
  endMarksOf,
  trimOf,
  verticalOf,
  type ParagraphStyle,
  type Stylesheet,
} from "../issue/style.ts"
import { paragraphWith } from "../issue/styled-sheet.ts"
import type { Cells, LineStyle } from "../line/cells.ts"
import { collect } from "../line/collect.ts"
import type { Line } from "../line/line.ts"
import { breakingOf, setLines, setParagraph } from "../line/paragraph.ts"
import { OPEN_ROWS, rubySize } from "../line/ruby.ts"
import { setTabbed } from "../line/tabs.ts"
import type { Press } from "../press.ts"
import { pt, type Pt } from "../units.ts"
import { setDropped } from "./drop-cap.ts"
import { runsOf } from "./runs.ts"
import type { SetText } from "./set-text.ts"

/** Whether columns end where the printed original's did, or wherever they fill. */
export type BreakMode = "original" | "free"

/** The rows that a story's lines stand on: their pitch, and the text size that they are made for. */
export interface Rows {
  readonly pitch: Pt
  readonly size: Pt
}

/** What a paragraph's lines depend on beside its text. */
export interface Setting {
  readonly press: Press
  readonly sheet: Stylesheet
  readonly measure: Pt
  /** Lines run down the page. */
  readonly vertical?: boolean
  /** The rows that lines stand on: what stands between them depends on their pitch. */
  readonly rows: Rows
  /** The story that the paragraph belongs to: what it repeats are words, not divided in subheads. */
  readonly story: readonly Paragraph[]
  /** Which original column breaks end a line here. */
  readonly honours: (mark: ColumnBreak) => boolean
}

/** What a set paragraph was set with. */
interface Known {
  readonly style: ParagraphStyle
  readonly press: Press
  readonly sheet: Stylesheet
  readonly measure: Pt
  readonly vertical: boolean
  /** Pitch of the rows, 0 for a paragraph that does not depend on it. */
  readonly pitch: number
  /** Offsets of the original breaks that end a line, joined; a subhead's cohesion with its story. */
  readonly breaks: string
  readonly set: SetText
}

/** Lines remembered by the identity of their paragraph: those of one press, the newest settings only. */
const remembered = new WeakMap<Paragraph, readonly Known[]>()

/** Lines up to which display text is divided by sense; longer text is no subhead. */
const MOST_DISPLAY_LINES = 4

/** Settings remembered for one paragraph: a page, its proof in another mode, a trial measure. */
const REMEMBERED = 4

/**
 * The lines of a paragraph in a style, with what is set of the paragraph itself over it: composed
 * once, then found by the paragraph's identity.
 */
export function setText(paragraph: Paragraph, style: ParagraphStyle, setting: Setting): SetText {
  const { press, sheet, measure, rows, vertical = false } = setting
  const drops = (paragraph.look?.drop ?? style.drop) !== undefined
  const pitch = drops || hasReadings(paragraph) ? rows.pitch : 0
  const display = (paragraph.look?.align ?? style.align) === "center"
  const cohesion = display ? cohesionOf(paragraph.text, setting.story) : NO_COHESION
  const offsets = offsetsOf(paragraph, setting)
  const breaks = display ? Array.prototype.join.call(cohesion) : offsets.join()
  const known = remembered.get(paragraph)
  let cells: Cells | null = null
  for (const entry of known ?? []) {
    if (entry.style !== style || entry.press !== press || entry.sheet !== sheet) continue
    if (entry.vertical !== vertical || entry.pitch !== pitch) continue
    if (entry.measure === measure && entry.breaks === breaks) return entry.set
    if (!drops) cells = entry.set.cells
  }
  const set = compose(paragraph, style, setting, {
    cells,
    offsets,
    cohesion: display ? cohesion : null,
  })
  const entry = { style, press, sheet, measure, vertical, pitch, breaks, set }
  const others = (known ?? []).filter((other) => other.press === press)
  remembered.set(paragraph, [entry, ...others].slice(0, REMEMBERED))
  return set
}

/** What is known of a paragraph before it is composed; `cells` from another measure, `cohesion` of display text. */
interface Beginning {
  readonly cells: Cells | null
  readonly offsets: readonly number[]
  readonly cohesion: Cohesion | null
}

function compose(
  paragraph: Paragraph,
  style: ParagraphStyle,
  { press, sheet, measure, rows, vertical = false }: Setting,
  { cells: known, offsets, cohesion }: Beginning,
): SetText {
  const own = paragraphWith(style, paragraph.look)
  const { text } = paragraph
  const tabbed = text.includes("\t")
  const open = isOpen(paragraph, own) && !cohesion && !tabbed
  const lineStyle: LineStyle = {
    ...own,
    size: own.text.size,
    ...trimOf(own),
    spaces: own.align === "justify" ? "word" : "half",
    ruby: rubySize(open ? OPEN_ROWS * rows.pitch : rows.pitch, own.text.size),
    ...(vertical ? { vertical: verticalOf(own) } : {}),
    ...(press.hyphens && divides(own) ? { hyphens: press.hyphens } : {}),
  }
  const runs = known ? null : runsOf(paragraph, own.text, sheet, press)
  if (own.drop !== undefined && runs && !cohesion && !tabbed) {
    const setting = { text, runs, style: own, lineStyle, measure, pitch: rows.pitch }
    const dropped = setDropped(own.drop, { ...setting, columnBreaks: offsets })
    if (dropped) return dropped
  }
  const cells = known ?? collect(text, runs!, lineStyle)
  if (cohesion) return { cells, lines: setDisplay(cells, own, measure, cohesion) }
  const lineSetting = settingOf(own, measure, offsets)
  if (isTabbed(paragraph, own)) return { cells, ...setTabbed(cells, lineSetting, own.tabs) }
  const lines = setParagraph(cells, lineSetting)
  const set = { cells, lines }
  const costed =
    lineSetting.endMarks === "grid" ? set : { ...set, breaking: breakingOf(cells, lineSetting) }
  return open ? { ...costed, open } : costed
}

/** Whether a style divides words with hyphens; in a grid they are cut without. */
function divides(style: ParagraphStyle): boolean {
  return style.division !== "none" && endMarksOf(style) !== "grid"
}

/** Whether a paragraph has tabs that lead to stops: it is set from the left. */
export function isTabbed({ text }: Paragraph, { align }: ParagraphStyle): boolean {
  return text.includes("\t") && (align === "justify" || align === "left")
}

function hasReadings({ spans = [] }: Paragraph): boolean {
  return spans.some(({ ruby }) => ruby !== undefined)
}

/** Whether the lines with readings have more room above them; not beside a large first character. */
function isOpen(paragraph: Paragraph, { readings, drop }: ParagraphStyle): boolean {
  return readings === "open" && drop === undefined && hasReadings(paragraph)
}

const NO_OFFSETS: readonly number[] = []

/** Offsets of the original breaks that end a line here; most paragraphs have none. */
export function offsetsOf(
  paragraph: Paragraph,
  { honours }: Pick<Setting, "honours">,
): readonly number[] {
  if (paragraph.columnBreaks.length === 0) return NO_OFFSETS
  return paragraph.columnBreaks.filter(honours).map(({ offset }) => offset)
}

/** How lines of a measure are found in a style. */
export function settingOf(style: ParagraphStyle, measure: Pt, columnBreaks: readonly number[]) {
  const { align, indent, text } = style
  const first = pt(indent * text.size)
  const endMarks = endMarksOf(style)
  return { measure, indent: first, align, endMarks, columnBreaks, breaking: "total" } as const
}

/** Lines of display text (a subhead): as few as fit, even, broken where the sense allows. */
function setDisplay(
  cells: Cells,
  style: ParagraphStyle,
  measure: Pt,
  cohesion: Cohesion,
): readonly Line[] {
  const alignment = { measure, indent: pt(0), align: style.align, endMarks: style.endMarks }
  const seams = seamsOf(cells.text, cohesion)
  for (let count = 1; count <= MOST_DISPLAY_LINES; count += 1) {
    const ends = divide(cells, count, measure, { seams })?.ends
    if (ends) return setLines(cells, alignment, ends)
  }
  return setParagraph(cells, { ...alignment, columnBreaks: [], breaking: "total" })
}
