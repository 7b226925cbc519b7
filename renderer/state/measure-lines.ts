import type { BreakEvidence } from "../../layouts/flow/infer-measure.ts"
import type { Article } from "../../layouts/issue/article.ts"

/** One character of a line as a cell. */
export interface LineCell {
  readonly text: string
  /** Em: half for digits and Latin letters. */
  readonly width: number
  /** A mark, whose blank half the line may take. */
  readonly gives: boolean
}

/** Whether the line before a break is full at a measure, and if not, what is wrong with it. */
export type LineVerdict = "full" | "short" | "over" | "strained" | "never"

/** The line before an original break, set at a measure. */
export interface BreakLine {
  readonly evidence: BreakEvidence
  readonly before: string
  readonly after: string
  /** Em before the first cell: the paragraph's indent. */
  readonly indent: number
  readonly cells: readonly LineCell[]
  /** Em that its characters take, and that are missing behind them; below 0 they are too many. */
  readonly width: number
  readonly slack: number
  readonly verdict: LineVerdict
}

/** Marks that may stand in half a cell. */
const MARK = /[，。、；：？！“”‘’（）《》〈〉【】「」『』]/

/** Characters that stand in half a cell. */
const HALF = /[\u0020-\u007e]/

/** The lines before all original breaks, as the text sets them at a measure, in reading order. */
export function measureLines(
  articles: readonly Article[],
  measure: number,
  breaks: readonly BreakEvidence[],
): readonly BreakLine[] {
  return breaks.flatMap((evidence) => {
    const article = articles.find(({ id }) => id === evidence.article)
    const paragraph = article?.story[evidence.paragraph]
    const mark = paragraph?.columnBreaks.find(({ offset }) => offset === evidence.offset)
    if (!paragraph || !mark) return []
    const { line } = evidence
    const { indent = 0, slack = 0 } = line ?? {}
    const text = line ? paragraph.text.slice(line.from, evidence.offset) : ""
    const cells = Array.from(text, (character) => ({
      text: character,
      width: HALF.test(character) ? 0.5 : 1,
      gives: MARK.test(character),
    }))
    const width = measure - indent - slack
    const { before, after } = mark
    return [{ evidence, before, after, indent, cells, width, slack, verdict: verdictOf(evidence) }]
  })
}

/** Half an em tells a character that is missing from white that the line can take. */
function verdictOf({ full, line }: BreakEvidence): LineVerdict {
  if (full) return "full"
  if (!line) return "never"
  return line.slack >= 0.5 ? "short" : line.slack <= -0.5 ? "over" : "strained"
}
