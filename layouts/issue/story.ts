import type * as Y from "yjs"
import type { ColumnBreak, Paragraph, ParagraphRole } from "./article.ts"
import { breakIndex } from "./break-anchor.ts"
import { mapField, soundWords, storyField, type Content, type Fields } from "./content.ts"
import { quoteAt } from "./quote.ts"
import { sameRecord, sharedEnds } from "./share.ts"
import { sameLook, sameSpans, soundSpans, spanStretches } from "./spans.ts"
import {
  PARAGRAPH_FIELDS,
  soundLook,
  SPAN_FIELDS,
  type ParagraphLook,
  type Span,
  type SpanLook,
} from "./text-look.ts"

/** One paragraph as the shared text gives it, and where in the text it begins. */
interface Read extends Omit<Paragraph, "columnBreaks"> {
  readonly start: number
}

const ROLES: readonly unknown[] = ["body", "subhead", "closing", "credit"]

/**
 * The shared text of a story: every paragraph ends with a line feed, whose `role` attribute is the
 * paragraph's role (none is `body`) and whose others are its look; the characters of a dateline bear
 * `dateline`, those of spans what they are set in. Text that comes after the last line feed, as a
 * concurrent edit may leave it, is read as a body paragraph.
 */
export function readStory(
  content: Content,
  article: Fields,
  before: readonly Paragraph[],
): readonly Paragraph[] {
  const story = storyField(article)
  if (!story) return before.length === 0 ? before : []
  const read = paragraphsOf(story)
  const breaks = breaksOf(content, article, story, read)
  const after = read.map(({ start: _, ...paragraph }, i): Paragraph => {
    const quoted = (offset: number) => ({ offset, ...quoteAt(paragraph.text, offset) })
    return { ...paragraph, columnBreaks: (breaks.get(i) ?? []).map(quoted) }
  })
  return sharedEnds(before, after, sameParagraph)
}

/** Words as a story can hold them: all line ends are line feeds. */
export function storyWords(text: string): string {
  return soundWords(text.replace(/\r\n?/g, "\n"))
}

/** Where every paragraph of a text begins, the one behind its last line feed too. */
export function paragraphStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1)
  return starts
}

/** An offset held inside a text and off the middle of a pair. */
export function wholeOffset(text: string, offset: number): number {
  const at = Math.min(Math.max(0, offset), text.length)
  return /[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "")
    ? at - 1
    : at
}

/** Writes paragraphs into an empty story. */
export function writeStory(story: Y.Text, paragraphs: readonly Paragraph[]): void {
  const delta = paragraphs.flatMap(({ role, text, dateline, look, spans }) => {
    const line = storyWords(text).replaceAll("\n", " ")
    const stretches = spanStretches(spans ?? [], [dateline, line.length])
    const pieces = stretches.map(({ from, to, look }) => ({
      insert: line.slice(from, to),
      attributes: { ...look, ...(from < dateline ? { dateline: true } : {}) },
    }))
    return [...pieces, { insert: "\n", attributes: feedAttributes(role, look) }]
  })
  story.applyDelta(delta.filter(({ insert }) => insert !== ""))
}

/** The attribute that a paragraph's line feed bears for a role. */
export function roleAttribute(role: ParagraphRole): { role?: ParagraphRole } {
  return role === "body" ? {} : { role }
}

/** The attributes that a paragraph's line feed bears for a role and a look. */
export function feedAttributes(
  role: ParagraphRole,
  look: ParagraphLook | undefined,
): Record<string, string | number> {
  const sound = soundLook<ParagraphLook>(PARAGRAPH_FIELDS, { ...look })
  return { ...roleAttribute(role), ...sound }
}

interface Piece {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

/** A paragraph while it is read. */
interface Reading {
  text: string
  dateline: number
  /** Whether all of it so far is dateline. */
  leading: boolean
  spans: Span[]
}

function paragraphsOf(story: Y.Text): readonly Read[] {
  const read: Read[] = []
  const fresh = (): Reading => ({ text: "", dateline: 0, leading: true, spans: [] })
  let [start, now] = [0, fresh()]
  const end = (feed: Piece["attributes"]): void => {
    const { text, dateline } = now
    const look = soundLook<ParagraphLook>(PARAGRAPH_FIELDS, feed)
    const spans = soundSpans(now.spans, text)
    read.push({
      ...{ start, role: roleOf(feed?.["role"]), text, dateline },
      ...(look ? { look } : {}),
      ...(spans.length > 0 ? { spans } : {}),
    })
    start += text.length + 1
    now = fresh()
  }
  for (const { insert, attributes } of story.toDelta() as readonly Piece[]) {
    const lines = (typeof insert === "string" ? insert : "\ufffc").split("\n")
    const look = attributes && soundLook<SpanLook>(SPAN_FIELDS, attributes)
    lines.forEach((line, i) => {
      if (i > 0) end(attributes)
      const from = now.text.length
      now.text += line
      if (look && line !== "") now.spans.push({ from, to: now.text.length, ...look })
      now.leading &&= line === "" || attributes?.["dateline"] === true
      if (now.leading) now.dateline += line.length
    })
  }
  if (now.text !== "") end(undefined)
  return read
}

function roleOf(role: unknown): ParagraphRole {
  return ROLES.includes(role) ? (role as ParagraphRole) : "body"
}

/**
 * Offsets of the column breaks by paragraph, rising, each once. A break that came to stand at the
 * very beginning or end of a paragraph parts nothing: it waits unseen until text is there again.
 */
function breaksOf(
  content: Content,
  article: Fields,
  story: Y.Text,
  read: readonly Read[],
): ReadonlyMap<number, readonly number[]> {
  const offsets = new Map<number, number[]>()
  const breaks = mapField(article, "breaks")
  if (!breaks || breaks.size === 0) return offsets
  const text = read.map((paragraph) => `${paragraph.text}\n`).join("")
  for (const key of breaks.keys()) {
    const index = breakIndex(content, story, key, text)
    if (index === null) continue
    const at = read.findLastIndex(({ start }) => start < index)
    const offset = index - (read[at]?.start ?? 0)
    const known = offsets.get(at) ?? []
    if (at < 0 || offset >= read[at]!.text.length || known.includes(offset)) continue
    offsets.set(
      at,
      [...known, offset].toSorted((a, b) => a - b),
    )
  }
  return offsets
}

function sameParagraph(a: Paragraph, b: Paragraph): boolean {
  return (
    a.text === b.text &&
    a.role === b.role &&
    a.dateline === b.dateline &&
    sameLook(a.look, b.look) &&
    sameSpans(a.spans, b.spans) &&
    a.columnBreaks.length === b.columnBreaks.length &&
    a.columnBreaks.every((mark: ColumnBreak, i) => sameRecord(mark, b.columnBreaks[i]!))
  )
}
