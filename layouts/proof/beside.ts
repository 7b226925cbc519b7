import type { Article, HeadWords } from "../issue/article.ts"
import type { Place } from "../issue/selection.ts"
import { trackedRuns, type Run } from "./tracked.ts"

/** A line of an article's manuscript (原稿) beside the page. */
export interface BesideLine {
  readonly pieces: readonly BesidePiece[]
  /** Where on the page what this line begins with stands, or what comes next. */
  readonly words: HeadWords | null
  readonly place: Place
}

/** A piece of a line: as on the page, only in the manuscript, or only on the page. */
export interface BesidePiece {
  readonly kind: "same" | "gone" | "new"
  readonly text: string
}

/** A text of the article, and where it begins in all of them together. */
interface Field {
  readonly words: HeadWords | null
  readonly paragraph: number
  readonly text: string
  readonly start: number
}

const NOBODY = { author: "", role: "", at: 0 } as const
const KINDS = { kept: "same", deleted: "gone", inserted: "new" } as const

/**
 * An article's manuscript line by line, with where it differs from the article as it stands. Blank
 * lines, indents and heading marks are no words and no difference. Empty without a manuscript.
 */
export function besideLines(article: Article): readonly BesideLine[] {
  const source = wordsIn(article.manuscript?.text ?? "")
  if (source === "") return []
  const fields = fieldsOf(article)
  const now = fields.map(({ text }) => text).join("\n")
  const lines: { pieces: BesidePiece[]; at: number }[] = [{ pieces: [], at: 0 }]
  let at = 0
  for (const { kind, text } of trackedRuns([{ before: source, by: NOBODY }], now)) {
    const parts = kind === "inserted" ? [text] : text.split("\n")
    parts.forEach((part, i) => {
      if (i > 0) lines.push({ pieces: [], at: kind === "kept" ? at + 1 : at })
      if (i > 0 && kind === "kept") at += 1
      if (part !== "") lines.at(-1)!.pieces.push({ kind: kindOf(kind, part), text: part })
      if (kind !== "deleted") at += part.length
    })
  }
  return lines.map(({ pieces, at: index }) => ({ pieces, ...placeOf(fields, index) }))
}

/** Words with nothing but blanks in them are the same on the page, however many these are. */
function kindOf(kind: Run["kind"], text: string): BesidePiece["kind"] {
  return text.trim() === "" ? "same" : KINDS[kind]
}

/** The lines of a source that have words, without the layout round them. */
function wordsIn(source: string): string {
  return source
    .split("\n")
    .map((line) => line.replace(/^\s*#*\s*/, "").trimEnd())
    .filter((line) => line !== "")
    .join("\n")
}

function fieldsOf(article: Article): readonly Field[] {
  const heads = (["kicker", "headline", "deck"] as const).flatMap((words) =>
    article[words] ? [{ words, paragraph: 0, text: article[words] }] : [],
  )
  const story = article.story.map(({ text }, paragraph) => ({ words: null, paragraph, text }))
  let start = 0
  return [...heads, ...story].map((field) => {
    const placed = { ...field, start }
    start += field.text.length + 1
    return placed
  })
}

function placeOf(
  fields: readonly Field[],
  index: number,
): { readonly words: HeadWords | null; readonly place: Place } {
  const field = fields.findLast(({ start }) => start <= index)
  if (!field) return { words: null, place: { paragraph: 0, offset: 0 } }
  const { words, paragraph, text, start } = field
  return { words, place: { paragraph, offset: Math.min(index - start, text.length) } }
}
