import type * as Y from "yjs"
import type { Paragraph, ParagraphRole } from "../issue/article.ts"
import { indexAt, placeWithin, storyAt, type Edit, type StoryAt } from "../issue/change.ts"
import { commonEnds } from "../issue/common-ends.ts"
import type { Place } from "../issue/selection.ts"
import { lookOfTyped } from "../issue/spans.ts"
import { feedAttributes, roleAttribute, storyWords } from "../issue/story.ts"
import { PARAGRAPH_FIELDS, type SpanLook } from "../issue/text-look.ts"

/** What is retyped: from one place of a story to another; the same place twice to insert. */
export interface Stretch {
  readonly from: Place
  readonly to: Place
}

/**
 * Replaces a stretch of a story by words (改字). Line feeds in the words end paragraphs; a stretch
 * over several paragraphs joins them, and the first one's role and look stay. New words are set
 * like those that they replace, or else like the character before them. Only what differs is
 * changed, so that anchors in the rest hold.
 */
export function retype(article: string, stretch: Stretch, words: string): Edit {
  return {
    name: "retype",
    say: { zh: "改字", en: "Typing" },
    run(change) {
      const story = storyAt(change, article)
      if (story) replaceStretch(story, stretch, storyWords(words))
    },
  }
}

/** Does what `retype` says to a story; roles of the paragraphs round the stretch stay. */
export function replaceStretch(story: StoryAt, stretch: Stretch, words: string): void {
  const [from, to] = ordered(placeWithin(story, stretch.from), placeWithin(story, stretch.to))
  const start = indexAt(story, from)
  const old = story.text.toString().slice(start, indexAt(story, to))
  const { head, tail } = commonEnds(old, words)
  const removed = old.slice(head, old.length - tail)
  const added = words.slice(head, words.length - tail)
  if (story.paragraphs.length === 0) return void (added && fill(story.text, added))
  const { role, look } = story.paragraphs[from.paragraph]!
  const set = lookOfNew(story, from, head, removed !== "")
  const own = from.offset === 0 && to.offset === 0 && words === ""
  if (removed) story.text.delete(start + head, removed.length)
  const inDateline = added !== "" && continuesDateline(story, from, head)
  const first = { ...set, ...(inDateline ? { dateline: true } : {}) }
  const insertion = { words: added, feed: feedAttributes(role, look), first, others: set }
  const length = insert(story.text, start + head, insertion)
  const joins = removed.includes("\n") || added.includes("\n")
  if (joins && !own) setFeedAt(story.text, start + head + length, story.paragraphs[from.paragraph]!)
}

/** Words in a story that has no paragraph yet. */
function fill(text: Y.Text, words: string): void {
  text.insert(0, words.endsWith("\n") ? words : `${words}\n`, {})
}

interface Insertion {
  readonly words: string
  /** What its line feeds bear, the words before the first of them, and the words behind it. */
  readonly feed: object
  readonly first: object
  readonly others: object
}

/** Inserts words whose line feeds end paragraphs; returns how many units went in. */
function insert(text: Y.Text, index: number, insertion: Insertion): number {
  let at = index
  insertion.words.split("\n").forEach((line, i) => {
    if (i > 0) text.insert(at++, "\n", insertion.feed)
    if (line) text.insert(at, line, i === 0 ? insertion.first : insertion.others)
    at += line.length
  })
  return at - index
}

/**
 * What new words are set in, `head` units behind a place: what the words that they replace are set
 * in, or the character before them, or the paragraph's first where there is none before.
 */
function lookOfNew(
  { paragraphs }: StoryAt,
  from: Place,
  head: number,
  replaces: boolean,
): SpanLook {
  let { paragraph, offset } = from
  offset += head
  // Words that stay at the stretch's beginning may end paragraphs too.
  while (paragraphs[paragraph] && offset > paragraphs[paragraph]!.text.length) {
    offset -= paragraphs[paragraph]!.text.length + 1
    paragraph += 1
  }
  return lookOfTyped(paragraphs[paragraph]?.spans, offset, replaces)
}

/** Gives the paragraph that an index lies in a role. */
export function setRoleAt(text: Y.Text, index: number, role: ParagraphRole): void {
  const end = text.toString().indexOf("\n", index)
  if (end >= 0) text.format(end, 1, { role: roleAttribute(role).role ?? null })
}

/** Gives the paragraph that an index lies in the role and look of another. */
export function setFeedAt(
  text: Y.Text,
  index: number,
  { role, look }: Pick<Paragraph, "role" | "look">,
): void {
  const end = text.toString().indexOf("\n", index)
  const bare = Object.fromEntries(["role", ...PARAGRAPH_FIELDS].map((name) => [name, null]))
  if (end >= 0) text.format(end, 1, { ...bare, ...feedAttributes(role, look) })
}

/** Whether words at `head` units after a place are inside its dateline, not behind its last character. */
function continuesDateline({ paragraphs }: StoryAt, from: Place, head: number): boolean {
  const paragraph = paragraphs[from.paragraph]!
  return from.offset + head < paragraph.dateline
}

/** Two places in the order of the text. */
export function ordered(a: Place, b: Place): readonly [Place, Place] {
  const backwards =
    a.paragraph > b.paragraph || (a.paragraph === b.paragraph && a.offset > b.offset)
  return backwards ? [b, a] : [a, b]
}
