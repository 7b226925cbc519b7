import * as Y from "yjs"

/** The fields of one shared record, by name. */
export type Fields = Y.Map<unknown>

/**
 * The shared types that hold an issue's content (文稿与版面).
 * Articles and pages lie in maps by key; two arrays give their order. A key is not the record's
 * id: two people who add an article of the same id at once keep both articles.
 * `anchors` and `quotes` belong to the column breaks and stay out of undo: see break-anchor.ts. So
 * does `versions`.
 */
export interface Content {
  readonly doc: Y.Doc
  readonly issue: Fields
  readonly articles: Y.Map<unknown>
  readonly articleOrder: Y.Array<string>
  readonly pages: Y.Map<unknown>
  readonly pageOrder: Y.Array<string>
  /** What the issue changes of the house's styles, and its own: see issue-styles.ts. */
  readonly styles: Fields
  /** The issue's inks: see ink-fields.ts. */
  readonly inks: Fields
  /** Who wrote in which article, one text a version, only ever added to: see versions.ts. */
  readonly versions: Y.Array<string>
  /** By break key, the character that the break stands before, as `client.clock`. */
  readonly anchors: Y.Map<string>
  /** By break key, the words around it as JSON. */
  readonly quotes: Y.Map<string>
}

/** The content that a Y document holds; an empty document holds an empty issue. */
export function contentOf(doc: Y.Doc): Content {
  return {
    doc,
    issue: doc.getMap("issue"),
    articles: doc.getMap("articles"),
    articleOrder: doc.getArray("articleOrder"),
    pages: doc.getMap("pages"),
    pageOrder: doc.getArray("pageOrder"),
    styles: doc.getMap("styles"),
    inks: doc.getMap("inks"),
    versions: doc.getArray("versions"),
    anchors: doc.getMap("anchors"),
    quotes: doc.getMap("quotes"),
  }
}

/** The key of a record that the issue was begun with. It sorts before every later one. */
export function firstKey(id: string): string {
  return `first.${id}`
}

/** A key that no other copy of the document will ever make: who made it, and at which step. */
export function freshKey({ doc }: Content): string {
  const step = Y.getState(doc.store, doc.clientID)
  return `later.${doc.clientID.toString(36)}.${step.toString(36)}`
}

/** The record under a key; null when there is none (a message may be late). */
export function fieldsAt(map: Y.Map<unknown>, key: string): Fields | null {
  const found = map.get(key)
  return found instanceof Y.Map ? (found as Fields) : null
}

/** A field that is a map, such as a page's frames; null while it has not come. */
export function mapField(fields: Fields, name: string): Y.Map<unknown> | null {
  return fieldsAt(fields, name)
}

/** A field that is an array of keys; null while it has not come. */
export function orderField(fields: Fields, name: string): Y.Array<string> | null {
  const found = fields.get(name)
  return found instanceof Y.Array ? (found as Y.Array<string>) : null
}

/** The running text of an article; null while it has not come. */
export function storyField(fields: Fields): Y.Text | null {
  const found = fields.get("story")
  return found instanceof Y.Text ? found : null
}

/** A field of words; null when it has none. */
export function wordsField(fields: Fields, name: string): string | null {
  const found = fields.get(name)
  return typeof found === "string" ? found : null
}

/** A number; 0 when there is none. */
export function numberField(fields: Fields, name: string): number {
  const found = fields.get(name)
  return typeof found === "number" ? found : 0
}

/** Whether a record was laid aside. It keeps its place and its fields, so that undo is exact. */
export function isRemoved(fields: Fields): boolean {
  return fields.get("removed") === true
}

/** What was last parsed of a record's JSON fields, so that an unchanged field keeps its identity. */
const PARSED = new WeakMap<
  Fields,
  Map<string, { readonly json: string; readonly value: unknown }>
>()

/**
 * The value of a field that is kept as JSON because it is never merged piece by piece.
 * The same text gives the same object every time. `absent` is the answer when there is none.
 */
export function jsonField<T>(fields: Fields, name: string, absent: T): T {
  const json = fields.get(name)
  if (typeof json !== "string") return absent
  const parsed = PARSED.get(fields) ?? new Map<string, { json: string; value: unknown }>()
  PARSED.set(fields, parsed)
  const known = parsed.get(name)
  if (known?.json === json) return known.value as T
  const value: unknown = JSON.parse(json)
  parsed.set(name, { json, value })
  return value as T
}

/** Sets a field, unless it holds that value already: what does not change leaves no trace. */
export function setField(
  fields: Fields,
  name: string,
  value: string | number | boolean | null,
): void {
  const sound = typeof value === "string" ? soundWords(value) : value
  if (fields.get(name) !== sound) fields.set(name, sound)
}

/** Words with a mark for every half of a surrogate pair: half a character cannot be written down. */
export function soundWords(words: string): string {
  return words.replace(/[\ud800-\udfff]/gu, "\ufffd")
}

/** Drops a field that is there. */
export function dropField(fields: Fields, name: string): void {
  if (fields.has(name)) fields.delete(name)
}
