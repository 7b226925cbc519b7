import * as Y from "yjs"
import {
  fieldsAt,
  freshKey,
  mapField,
  setField,
  storyField,
  type Content,
  type Fields,
} from "./content.ts"
import { findQuote, quoteAt, type Quote } from "./quote.ts"

/**
 * Anchors of original column breaks (原栏断点).
 * A break stands before one character of the story and knows the words around it. When that
 * character is deleted, the break waits where it was; when undo brings the character back (as a
 * new one, for the library never revives the old), the copy that undid points the anchor at it, and
 * every other copy and every later opening follow. Where that cannot help (the words were cut and
 * pasted), the quoted words find the place. Nothing here is undone: an anchor tells where a break
 * is, not whether there is one; that is the article's own map of breaks.
 */

interface CharacterId {
  readonly client: number
  readonly clock: number
}

interface Found {
  readonly item: Y.Item
  /** The character's place inside its item. */
  readonly offset: number
}

/** Puts a break before the character at an index of a story; returns the break's key. */
export function addBreak(content: Content, article: Fields, index: number): string | null {
  const story = storyField(article)
  const breaks = mapField(article, "breaks")
  const character = story && characterAt(story, index)
  if (!story || !breaks || !character) return null
  const key = freshKey(content)
  breaks.set(key, true)
  content.anchors.set(key, written(character))
  content.quotes.set(key, JSON.stringify(quoteIn(story.toString(), index)))
  return key
}

/**
 * Where a break stands in its story, as an index; null while it is nowhere.
 * `text` is the story as one string. The answer follows from the document alone, so that every
 * copy of it gives the same.
 */
export function breakIndex(
  content: Content,
  story: Y.Text,
  key: string,
  text: string,
): number | null {
  const found = foundAt(content.doc, content.anchors.get(key))
  const inStory = found !== null && found.item.parent === story
  const index = inStory ? indexOf(found) : null
  if (inStory && !found.item.deleted) return index
  const quote = content.quotes.get(key)
  const words = quote === undefined ? null : findQuote(text, JSON.parse(quote) as Quote, index ?? 0)
  return words ?? index
}

/**
 * Repairs the anchors of an article's breaks after its story was edited or an edit undone: points
 * them at characters that undo brought back, and writes down the words that now stand around.
 * Only the copy that acted may do this: the others do not know what undo brought back.
 */
export function repairAnchors(content: Content, articleKey: string): void {
  const article = fieldsAt(content.articles, articleKey)
  const story = article && storyField(article)
  const breaks = article && mapField(article, "breaks")
  if (!story || !breaks || breaks.size === 0) return
  const text = story.toString()
  for (const key of breaks.keys()) {
    const character = alive(content.doc, content.anchors.get(key))
    if (!character || character.item.parent !== story) continue
    const { item, offset } = character
    const id = { client: item.id.client, clock: item.id.clock + offset }
    setField(content.anchors as Fields, key, written(id))
    const quote = quoteIn(text, indexOf(character))
    setField(content.quotes as Fields, key, JSON.stringify(quote))
  }
}

/** The quote inside the paragraph that an index of the story lies in. */
function quoteIn(text: string, index: number): Quote {
  const start = index === 0 ? 0 : text.lastIndexOf("\n", index - 1) + 1
  const end = text.indexOf("\n", index)
  return quoteAt(text.slice(start, end < 0 ? undefined : end), index - start)
}

function characterAt(story: Y.Text, index: number): CharacterId | null {
  return Y.createRelativePositionFromTypeIndex(story, index).item
}

function written({ client, clock }: CharacterId): string {
  return `${client}.${clock}`
}

/** The character that an anchor names, deleted or not; null while it has not come or is forgotten. */
function foundAt(doc: Y.Doc, anchor: string | undefined): Found | null {
  const [client, clock] = (anchor ?? "").split(".").map(Number)
  if (client === undefined || clock === undefined) return null
  if (Y.getState(doc.store, client) <= clock) return null
  const item: unknown = Y.getItem(doc.store, Y.createID(client, clock))
  return item instanceof Y.Item ? { item, offset: clock - item.id.clock } : null
}

/** The living character of an anchor: itself, or what undo made of it; null when it is gone. */
function alive(doc: Y.Doc, anchor: string | undefined): Found | null {
  let found = foundAt(doc, anchor)
  while (found?.item.redone) {
    const { client, clock } = found.item.redone
    found = foundAt(doc, written({ client, clock: clock + found.offset }))
  }
  return found && !found.item.deleted ? found : null
}

/** Characters of the story before a found one; a deleted one counts as the gap that it left. */
function indexOf({ item, offset }: Found): number {
  let index = item.deleted ? 0 : offset
  for (let left = item.left; left !== null; left = left.left)
    if (!left.deleted && left.countable) index += left.length
  return index
}
