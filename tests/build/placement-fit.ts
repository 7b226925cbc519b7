import type { Article } from "../../layouts/issue/article.ts"
import type { Fit } from "../../layouts/placement/fit.ts"
import { balanced } from "../../layouts/placement/pour.ts"
import type { Template } from "../../layouts/templates/template.ts"

/** Lines that a text takes at so many 字 a line with an indent of two; none for no text. */
function linesOf(characters: number, measure: number): number {
  return characters === 0 ? 0 : Math.ceil((characters + 2) / measure)
}

/** Lines of the text between one column break and the next, in order. */
function segmentsOf(article: Article, measure: number): readonly number[] {
  const segments = [0]
  for (const { text, columnBreaks } of article.story) {
    let from = 0
    for (const { offset } of columnBreaks) {
      segments[segments.length - 1]! += Math.round((offset - from + (from === 0 ? 2 : 0)) / measure)
      segments.push(0)
      from = offset
    }
    const rest = text.length - from
    segments[segments.length - 1]! +=
      from === 0 ? linesOf(rest, measure) : Math.ceil(rest / measure)
  }
  return segments
}

/** Height in lines of a headline block: its rows of type at so many columns, deck and air. */
function headlineLines(article: Article, columns: number, template: Template): number {
  if (article.headline === null) return 0
  const { measure, gutter, bodySize, linePitch } = template.grid
  const width = (columns * measure + (columns - 1) * gutter) * bodySize
  const size = article.kind === "lead" ? 36 : columns >= 3 ? 24 : 20
  const rows = Math.ceil((article.headline.length * size) / width)
  const deck = article.deck === null ? 0 : 18
  return Math.ceil((rows * size * 1.15 + deck * 1.3) / linePitch) + 2
}

/**
 * A plain estimate of how much room text takes: characters over measure, paragraph by paragraph.
 * With breaks, each column ends where an original column break stands; the last segment is shared
 * by the columns that are left.
 */
export function estimatedFit(template: Template, keepBreaks = false): Fit {
  const measure = Math.floor(template.grid.measure)
  return {
    depths(article, columns) {
      const segments = segmentsOf(article, measure)
      const total = segments.reduce((sum, lines) => sum + lines, 0)
      if (!keepBreaks || segments.length === 1) return balanced(total, columns)
      if (segments.length >= columns) return segments
      return [
        ...segments.slice(0, -1),
        ...balanced(segments.at(-1)!, columns - segments.length + 1),
      ]
    },
    headline: (article, columns) => headlineLines(article, columns, template),
  }
}
