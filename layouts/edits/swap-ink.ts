import { writeArticleLook } from "../issue/article-fields.ts"
import { articleAt, frameAt, indexAt, pageAt, storyAt, type Change } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { writeInk } from "../issue/ink-fields.ts"
import { furnitureUses } from "../issue/ink-uses.ts"
import {
  writeCharacterStyle,
  writeParagraphStyle,
  type ParagraphStyleName,
} from "../issue/issue-styles.ts"
import { writeFrameLook } from "../issue/page-fields.ts"
import type { Furniture } from "../issue/page.ts"

/** Puts an ink in the place of another wherever the issue uses that: its tints, styles, text, pages. */
export function swapInk(change: Change, from: string, to: string): void {
  const { content, issue } = change
  for (const [name, ink] of Object.entries(issue.inks ?? {}))
    if (ink.kind === "tint" && ink.of === from) writeInk(content.inks, name, { ...ink, of: to })
  const { paragraph = {}, character = {} } = issue.styles ?? {}
  for (const [name, style] of Object.entries(paragraph))
    if (style.ink === from)
      writeParagraphStyle(content.styles, name as ParagraphStyleName, { ...style, ink: to })
  for (const [name, look] of Object.entries(character))
    if (look.ink === from) writeCharacterStyle(content.styles, name, { ...look, ink: to })
  for (const { id } of issue.articles) swapInText(change, id, from, to)
  for (const { id } of issue.pages) swapOnPage(change, id, from, to)
}

function swapInText(change: Change, article: string, from: string, to: string): void {
  const known = change.issue.articles.find(({ id }) => id === article)
  const fields = articleAt(change, article)
  for (const name of ["surround", "columnRule"] as const) {
    const look = known?.[name]
    if (fields && look && (look.ink === from || look.ground === from))
      writeArticleLook(fields, name, inkedAnew(look, from, to))
  }
  const story = storyAt(change, article)
  story?.paragraphs.forEach(({ text, look, spans = [] }, paragraph) => {
    for (const span of spans)
      if (span.ink === from) {
        const start = indexAt(story, { paragraph, offset: span.from })
        story.text.format(start, span.to - span.from, { ink: to })
      }
    const end = indexAt(story, { paragraph, offset: text.length })
    if (look?.ink === from && end < story.text.length) story.text.format(end, 1, { ink: to })
  })
}

function swapOnPage(change: Change, id: string, from: string, to: string): void {
  const page = change.issue.pages.find((one) => one.id === id)!
  for (const { id: frame, ink, look } of page.frames) {
    const fields = frameAt(change, frame)
    if (fields && ink === from) setField(fields, "ink", to)
    if (fields && look && (look.ink === from || look.ground === from))
      writeFrameLook(fields, inkedAnew(look, from, to))
  }
  const fields = pageAt(change, id)
  if (!fields || !page.furniture.some((piece) => furnitureUses(piece, from))) return
  const pieces: readonly Furniture[] = page.furniture.map((piece) => inkedAnew(piece, from, to))
  setField(fields, "furniture", JSON.stringify(pieces))
}

/** A record with another ink for its lines and its ground, where it had the one. */
function inkedAnew<T extends { readonly ink?: string; readonly ground?: string }>(
  record: T,
  from: string,
  to: string,
): T {
  return {
    ...record,
    ...(record.ink === from ? { ink: to } : {}),
    ...(record.ground === from ? { ground: to } : {}),
  }
}
