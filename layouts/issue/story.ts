import type * as Y from "yjs"
import type { ColumnBreak, Paragraph, ParagraphRole } from "./article.ts"
import { breakIndex } from "./break-anchor.ts"
import { mapField, soundWords, storyField, type Content, type Fields } from "./content.ts"
import { quoteAt } from "./quote.ts"
import { sameRecord, sharedEnds } from "./share.ts"

/** One paragraph as the shared text gives it, and where in the text it begins. */
interface Read {
  readonly start: number
  readonly role: ParagraphRole
  readonly text: string
  readonly dateline: number
}

const ROLES: readonly unknown[] = ["body", "subhead", "closing", "credit"]

/**
 * The shared text of a story: every paragraph ends with a line feed, whose `role` attribute is the
 * paragraph's role (none is `body`); the characters of a dateline bear `dateline`. Text that comes
 * after the last line feed, as a concurrent edit may leave it, is read as a body paragraph.
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
  const after = read.map(({ role, text, dateline }, i): Paragraph => ({
    role,
    text,
    columnBreaks: (breaks.get(i) ?? []).map((offset) => ({ offset, ...quoteAt(text, offset) })),
    dateline,
  }))
  return sharedEnds(before, after, sameParagraph)
}

/** Words as a story can hold them: all line ends are line feeds. */
export function storyWords(text: string): string {
  return soundWords(text.replace(/\r\n?/g, "\n"))
}

/** Writes paragraphs into an empty story. */
export function writeStory(story: Y.Text, paragraphs: readonly Paragraph[]): void {
  const delta = paragraphs.flatMap(({ role, text, dateline }) => {
    const line = storyWords(text).replaceAll("\n", " ")
    return [
      { insert: line.slice(0, dateline), attributes: { dateline: true } },
      { insert: line.slice(dateline) },
      { insert: "\n", attributes: roleAttribute(role) },
    ]
  })
  story.applyDelta(delta.filter(({ insert }) => insert !== ""))
}

/** The attribute that a paragraph's line feed bears for a role. */
export function roleAttribute(role: ParagraphRole): { role?: ParagraphRole } {
  return role === "body" ? {} : { role }
}

interface Piece {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

function paragraphsOf(story: Y.Text): readonly Read[] {
  const read: Read[] = []
  let [start, text, dateline, leading] = [0, "", 0, true]
  const end = (role: ParagraphRole): void => {
    read.push({ start, role, text, dateline })
    start += text.length + 1
    ;[text, dateline, leading] = ["", 0, true]
  }
  for (const { insert, attributes } of story.toDelta() as readonly Piece[]) {
    const lines = (typeof insert === "string" ? insert : "\ufffc").split("\n")
    lines.forEach((line, i) => {
      if (i > 0) end(roleOf(attributes?.["role"]))
      text += line
      leading &&= line === "" || attributes?.["dateline"] === true
      if (leading) dateline += line.length
    })
  }
  if (text !== "") end("body")
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
    a.columnBreaks.length === b.columnBreaks.length &&
    a.columnBreaks.every((mark: ColumnBreak, i) => sameRecord(mark, b.columnBreaks[i]!))
  )
}
