import type * as Y from "yjs"
import type { ParagraphRole } from "../issue/article.ts"
import { indexAt, placeWithin, storyAt, type Edit, type StoryAt } from "../issue/change.ts"
import type { Place } from "../issue/selection.ts"
import { roleAttribute, storyWords } from "../issue/story.ts"

/** What is retyped: from one place of a story to another; the same place twice to insert. */
export interface Stretch {
  readonly from: Place
  readonly to: Place
}

/**
 * Replaces a stretch of a story by words (改字). Line feeds in the words end paragraphs; a stretch
 * over several paragraphs joins them, and the first one's role stays. Only what differs is
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
  const role = story.paragraphs[from.paragraph]!.role
  const own = from.offset === 0 && to.offset === 0 && words === ""
  if (removed) story.text.delete(start + head, removed.length)
  const inDateline = added !== "" && continuesDateline(story, from, head)
  const length = insert(story.text, start + head, { words: added, role, dateline: inDateline })
  const joins = removed.includes("\n") || added.includes("\n")
  if (joins && !own) setRoleAt(story.text, start + head + length, role)
}

/** Words in a story that has no paragraph yet. */
function fill(text: Y.Text, words: string): void {
  text.insert(0, words.endsWith("\n") ? words : `${words}\n`, {})
}

interface Insertion {
  readonly words: string
  readonly role: ParagraphRole
  readonly dateline: boolean
}

/** Inserts words whose line feeds end paragraphs of a role; returns how many units went in. */
function insert(text: Y.Text, index: number, { words, role, dateline }: Insertion): number {
  let at = index
  words.split("\n").forEach((line, i) => {
    if (i > 0) text.insert(at++, "\n", roleAttribute(role))
    if (line) text.insert(at, line, dateline && i === 0 ? { dateline: true } : {})
    at += line.length
  })
  return at - index
}

/** Gives the paragraph that an index lies in a role. */
export function setRoleAt(text: Y.Text, index: number, role: ParagraphRole): void {
  const end = text.toString().indexOf("\n", index)
  if (end >= 0) text.format(end, 1, { role: roleAttribute(role).role ?? null })
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

/** How many units two texts share at their beginnings and ends; no pair is cut. */
function commonEnds(a: string, b: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head += 1
  if (head > 0 && isHigh(a, head - 1)) head -= 1
  let tail = 0
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  if (tail > 0 && isLow(a, a.length - tail)) tail -= 1
  return { head, tail }
}

function isHigh(text: string, index: number): boolean {
  return /[\ud800-\udbff]/.test(text[index] ?? "")
}

function isLow(text: string, index: number): boolean {
  return /[\udc00-\udfff]/.test(text[index] ?? "")
}
