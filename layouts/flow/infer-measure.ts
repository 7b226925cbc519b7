import type { Article, Paragraph } from "../issue/article.ts"
import type { ParagraphStyle } from "../issue/style.ts"
import { budgetOf, type Budget } from "../line/budget.ts"
import type { Cells } from "../line/cells.ts"
import { collect } from "../line/collect.ts"
import type { Press } from "../press.ts"

/** Narrowest and widest measure tried, 字. Source: domain.md 2.2, columns of real papers. */
const NARROWEST = 8
const WIDEST = 41

/** Strain up to which a break counts as the end of a full line: two or three lines off by one em. */
const MOST_STRAIN = 2.5

/** A line is never thought to have been set with more room to spare, em. */
const MOST_SLACK = 6

/** Breaks that it takes to name a measure: one or two fit many by chance. */
const FEWEST_BREAKS = 3

/** How well one original break fits a measure. */
export interface BreakEvidence {
  readonly article: string
  readonly paragraph: number
  readonly offset: number
  /** The break ends a full line without straining the lines before it. */
  readonly full: boolean
  /** Sum of the squares of what each line up to the break gives or takes, em². */
  readonly strain: number
  /** The line before the break in that setting; null when the text cannot end there. */
  readonly line: LastLine | null
}

/** The line that ends at an original break when the text before it is set at a measure. */
export interface LastLine {
  /** UTF-16 offset into the paragraph at which it begins. */
  readonly from: number
  /** Blank before it in the measure, em: the paragraph's indent on its first line. */
  readonly indent: number
  /** What it lacks to be full, em; below 0 it has to be squeezed. */
  readonly slack: number
}

/** A candidate measure with its evidence. */
export interface RankedMeasure {
  readonly measure: number
  /** 0 to 1: 1 when every break ends a full line with nothing squeezed or spread. */
  readonly score: number
  readonly fullLines: number
  readonly breaks: readonly BreakEvidence[]
}

/** What the breaks say of the printed original's column width (栏宽). */
export interface InferredMeasure {
  /** The best measure, 字; null when the issue has too few original breaks to tell. */
  readonly measure: number | null
  readonly ranking: readonly RankedMeasure[]
}

/**
 * Infers the measure of the printed original: a printed column ends with a full line, so at the
 * right measure every original break is the end of one. Each candidate sets the text from its
 * paragraph's start to the break and asks how little spacing makes the last line full.
 */
export function inferMeasure(
  articles: readonly Article[],
  style: ParagraphStyle,
  press: Press,
): InferredMeasure {
  const faces = press.faces(style.text)
  const prefixes = articles.flatMap((article) =>
    article.story.flatMap((paragraph, index) =>
      paragraph.columnBreaks.map((mark, i) => {
        const text = stretchBefore(paragraph, i)
        const runs = [{ from: 0, to: text.length, faces, size: style.text.size }]
        const cells = collect(text, runs, { ...style, trim: true })
        const from = mark.offset - text.length
        const where = { article: article.id, paragraph: index, offset: mark.offset }
        return { ...where, cells, budget: budgetOf(cells), from }
      }),
    ),
  )
  if (prefixes.length === 0) return { measure: null, ranking: [] }
  const ranking: RankedMeasure[] = []
  for (let measure = NARROWEST; measure <= WIDEST; measure += 1) {
    const breaks = prefixes.map(({ cells, budget, from, ...where }): BreakEvidence => {
      const indent = from === 0 ? style.indent : 0
      const { strain, line } = strainAt(cells, budget, measure, indent)
      const full = strain <= MOST_STRAIN
      return { ...where, strain, full, line: line && { ...line, from: from + line.from } }
    })
    ranking.push({ measure, breaks, ...scoreOf(breaks) })
  }
  ranking.sort((a, b) => b.score - a.score || a.measure - b.measure)
  const sure = prefixes.length >= FEWEST_BREAKS
  return { measure: sure ? ranking[0]!.measure : null, ranking }
}

/** The text that leads up to a break: from the paragraph's start or from the break before. */
function stretchBefore(paragraph: Paragraph, index: number): string {
  const from = index === 0 ? 0 : paragraph.columnBreaks[index - 1]!.offset
  return paragraph.text.slice(from, paragraph.columnBreaks[index]!.offset)
}

/**
 * The least strain, em², with which the text ends with a full line at this measure, and that line;
 * Infinity and no line when it cannot. A line may give what its gaps can be squeezed by, and take up
 * to MOST_SLACK, at its price.
 */
function strainAt(
  cells: Cells,
  budget: Budget,
  measure: number,
  indent: number,
): { readonly strain: number; readonly line: LastLine | null } {
  const { size, count } = cells
  const least = new Float64Array(count + 1).fill(Infinity)
  const begins = new Int32Array(count + 1).fill(-1)
  least[0] = 0
  const target = (start: number): number => (start === 0 ? measure - indent : measure)
  const slackOf = (start: number, end: number): number =>
    target(start) - budget.natural(start, end) / size
  let first = 0
  for (let end = 1; end <= count; end += 1) {
    if (end < count && cells.breakAfter[end - 1] === 0) continue
    while (first < end - 1 && -slackOf(first, end) > budget.squeezable(first, end) / size + 1e-6)
      first += 1
    for (let start = first; start < end; start += 1) {
      const slack = slackOf(start, end)
      if (slack > MOST_SLACK && start > 0) break
      const strain = least[start]! + slack * slack
      if (strain >= least[end]!) continue
      least[end] = strain
      begins[end] = start
    }
  }
  const start = begins[count]!
  if (start < 0) return { strain: Infinity, line: null }
  const line = { from: cells.from[start]!, indent: start === 0 ? indent : 0 }
  return { strain: least[count]!, line: { ...line, slack: slackOf(start, count) } }
}

function scoreOf(breaks: readonly BreakEvidence[]): { score: number; fullLines: number } {
  const ease = ({ strain }: BreakEvidence): number => Math.max(0, 1 - strain / (2 * MOST_STRAIN))
  return {
    score: breaks.reduce((sum, evidence) => sum + ease(evidence), 0) / breaks.length,
    fullLines: breaks.filter(({ full }) => full).length,
  }
}
