import * as Y from "yjs"

/**
 * Anchors at characters of a story. An anchor names one character as `client.clock`, which stays
 * true whatever is typed round it. When the character is deleted, the anchor waits at the gap; when
 * undo brings it back (as a new one, for the library never revives the old), the copy that undid
 * points the anchor at the new one, and every other copy and every later opening follow.
 */

/** A character that an anchor names, deleted or not. */
export interface Found {
  readonly item: Y.Item
  /** The character's place inside its item. */
  readonly offset: number
}

/** Where a story's items begin, so that many anchors are found in one walk. */
export type Indices = ReadonlyMap<Y.Item, number>

/** The anchor of the character at an index of a story; null behind its last. */
export function anchorAt(story: Y.Text, index: number): string | null {
  const { item } = Y.createRelativePositionFromTypeIndex(story, index)
  return item && `${item.client}.${item.clock}`
}

/** The character that an anchor names, deleted or not; null while it has not come or is forgotten. */
export function foundAt(doc: Y.Doc, anchor: string | null | undefined): Found | null {
  const [client, clock] = (anchor ?? "").split(".").map(Number)
  if (client === undefined || clock === undefined) return null
  if (Y.getState(doc.store, client) <= clock) return null
  const item: unknown = Y.getItem(doc.store, Y.createID(client, clock))
  return item instanceof Y.Item ? { item, offset: clock - item.id.clock } : null
}

/** The living character of an anchor: itself, or what undo made of it; null when it is gone. */
export function livingAt(doc: Y.Doc, anchor: string | null | undefined): Found | null {
  let found = foundAt(doc, anchor)
  while (found?.item.redone) {
    const { client, clock } = found.item.redone
    found = foundAt(doc, `${client}.${clock + found.offset}`)
  }
  return found && !found.item.deleted ? found : null
}

/** The anchor of a found character. */
export function anchorOf({ item, offset }: Found): string {
  return `${item.id.client}.${item.id.clock + offset}`
}

/** Characters of the story before a found one; a deleted one counts as the gap that it left. */
export function indexOf({ item, offset }: Found, indices?: Indices): number {
  const within = item.deleted ? 0 : offset
  const known = indices?.get(item)
  if (known !== undefined) return known + within
  let index = within
  for (let left = item.left; left !== null; left = left.left)
    if (!left.deleted && left.countable) index += left.length
  return index
}

/** Where every item of a story begins. */
export function indicesOf(story: Y.Text): Indices {
  const indices = new Map<Y.Item, number>()
  let index = 0
  for (let item = story._start; item !== null; item = item.right) {
    indices.set(item, index)
    if (!item.deleted && item.countable) index += item.length
  }
  return indices
}
