import type { Say } from "../finding.ts"
import type * as Y from "yjs"
import { fieldsAt, mapField, storyField, type Content, type Fields } from "./content.ts"
import type { Issue } from "./issue.ts"
import type { Mark } from "./mark.ts"
import type { Marks } from "./marks.ts"
import type { Place } from "./selection.ts"
import type { Keys } from "./snapshot.ts"

/**
 * One named change of the issue, the only way to change it. It runs in one transaction and is
 * undone as one step. An edit of what is no longer there does nothing.
 */
export interface Edit {
  /** Stable name of the kind of edit, such as `retype`. */
  readonly name: string
  /** What undoing and redoing is called in the menu. */
  readonly say: Say
  /** Belongs to the step before when that had the same name, as one typed word does. */
  readonly join?: boolean
  readonly run: (change: Change) => void
}

/** What an edit works on: the issue and its marks as they stood before the edit, and their shared fields. */
export interface Change {
  readonly issue: Issue
  readonly content: Content
  readonly keys: Keys
  readonly marked: readonly Mark[]
  readonly marks: Marks
}

/** The edit as part of the step before it: the caller knows when typing paused, the core has no clock. */
export function joined(edit: Edit): Edit {
  return { ...edit, join: true }
}

/** An article's fields, by its id. */
export function articleAt({ content, keys }: Change, id: string): Fields | null {
  const key = keys.articles.get(id)
  return key === undefined ? null : fieldsAt(content.articles, key)
}

/** A page's fields, by its id. */
export function pageAt({ content, keys }: Change, id: string): Fields | null {
  const key = keys.pages.get(id)
  return key === undefined ? null : fieldsAt(content.pages, key)
}

/** A frame's fields, by its id. */
export function frameAt({ content, keys }: Change, id: string): Fields | null {
  const at = keys.frames.get(id)
  const page = at && fieldsAt(content.pages, at.page)
  const frames = page && mapField(page, "frames")
  return at && frames ? fieldsAt(frames, at.key) : null
}

/** A story as it stood before the edit, and its shared text. */
export interface StoryAt {
  readonly fields: Fields
  readonly text: Y.Text
  readonly paragraphs: Issue["articles"][number]["story"]
}

/** An article's story, by the article's id. */
export function storyAt(change: Change, id: string): StoryAt | null {
  const fields = articleAt(change, id)
  const article = change.issue.articles.find((one) => one.id === id)
  const text = fields && storyField(fields)
  return article && text ? { fields, text, paragraphs: article.story } : null
}

/** A place inside the story, never inside a surrogate pair; places outside go to its nearest end. */
export function placeWithin({ paragraphs }: StoryAt, { paragraph, offset }: Place): Place {
  const at = Math.min(Math.max(0, paragraph), Math.max(0, paragraphs.length - 1))
  const text = paragraphs[at]?.text ?? ""
  if (paragraph !== at) return { paragraph: at, offset: paragraph < at ? 0 : text.length }
  const within = Math.min(Math.max(0, offset), text.length)
  const splits = isHalf(text, within, "low") && isHalf(text, within - 1, "high")
  return { paragraph: at, offset: splits ? within - 1 : within }
}

/** The index in the shared text of a place inside the story. */
export function indexAt({ paragraphs }: StoryAt, { paragraph, offset }: Place): number {
  const before = paragraphs.slice(0, paragraph)
  return before.reduce((sum, { text }) => sum + text.length + 1, offset)
}

/** Whether a UTF-16 unit is the high or low half of a surrogate pair. */
function isHalf(text: string, index: number, half: "high" | "low"): boolean {
  const unit = text.charCodeAt(index)
  return half === "high" ? unit >= 0xd800 && unit < 0xdc00 : unit >= 0xdc00 && unit < 0xe000
}
