import type * as Y from "yjs"
import { anchorAt, anchorOf, foundAt, indexOf, livingAt } from "./anchor.ts"
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
 * A break stands before one character of the story (see anchor.ts) and knows the words around it.
 * Where the character cannot be found (the words were cut and pasted), the quoted words find the
 * place. Nothing here is undone: an anchor tells where a break is, not whether there is one; that is
 * the article's own map of breaks.
 */

/** Puts a break before the character at an index of a story; returns the break's key. */
export function addBreak(content: Content, article: Fields, index: number): string | null {
  const story = storyField(article)
  const breaks = mapField(article, "breaks")
  const anchor = story && anchorAt(story, index)
  if (!story || !breaks || !anchor) return null
  const key = freshKey(content)
  breaks.set(key, true)
  content.anchors.set(key, anchor)
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
    const character = livingAt(content.doc, content.anchors.get(key))
    if (!character || character.item.parent !== story) continue
    setField(content.anchors as Fields, key, anchorOf(character))
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
