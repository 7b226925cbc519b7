import type { Article } from "../issue/article.ts"
import type { SetStory } from "./compose-story.ts"

/** What became of one original column break (原栏断点). */
export interface BreakOutcome {
  /** Index into the story. */
  readonly paragraph: number
  readonly offset: number
  readonly before: string
  readonly after: string
  /** A column of the thread ends exactly there. */
  readonly honoured: boolean
  /** The line before it is exactly its measure wide, within the spacing bounds. */
  readonly fullLine: boolean
  /** Space added (or taken, below 0) in each gap of that line, em. */
  readonly adjustPerGap: number
}

/** How a set story met each of its original column breaks, in reading order. */
export function breakOutcomes(article: Article, story: SetStory): readonly BreakOutcome[] {
  return article.story.flatMap((paragraph, index) =>
    paragraph.columnBreaks.map((mark) => {
      const column = story.columns.find(({ lines }) =>
        lines.some((placed) => placed.paragraph === index && placed.line.to === mark.offset),
      )
      const placed = column?.lines.find(
        (candidate) => candidate.paragraph === index && candidate.line.to === mark.offset,
      )
      const line = placed?.line
      const size = line?.runs[0]?.size ?? 1
      const gaps = Math.max(
        1,
        (line?.runs.reduce((sum, run) => sum + run.glyphs.length, 0) ?? 2) - 1,
      )
      return {
        paragraph: index,
        offset: mark.offset,
        before: mark.before,
        after: mark.after,
        honoured: placed !== undefined && column?.lines.at(-1) === placed,
        fullLine: line !== undefined && line.full && !line.strained,
        adjustPerGap: line ? (line.squeeze + line.expand) / gaps / size : 0,
      }
    }),
  )
}
