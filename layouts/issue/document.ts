import * as Y from "yjs"
import { writeArticle, writeLanguage } from "./article-fields.ts"
import type { Article } from "./article.ts"
import { repairAnchors } from "./break-anchor.ts"
import type { Edit } from "./change.ts"
import { contentOf, firstKey, freshKey, setField, type Content } from "./content.ts"
import { openHistory, type Step } from "./history.ts"
import { openIgnored, type Ignored } from "./ignored.ts"
import { writeGlyph } from "./glyph-fields.ts"
import { writeInks } from "./ink-fields.ts"
import { writeImprint } from "./imprint-fields.ts"
import type { Issue } from "./issue.ts"
import { writeStyles } from "./issue-styles.ts"
import { writePage } from "./page-fields.ts"
import type { Selection } from "./selection.ts"
import { mendMarks, openMarkReader } from "./mark-reader.ts"
import type { Mark } from "./mark.ts"
import { marksOf } from "./marks.ts"
import { openReader, type Reader } from "./snapshot.ts"
import { noteVersion, NOBODY, versionsOf, type ArticleVersion, type Sign } from "./versions.ts"

/** The two documents of an issue: its content, and the marks (批注) that proofreaders write alone. */
export type Part = "content" | "marks"

/** Whether an issue may become another; asked once a change was tried, which is taken back if not. */
export type Allows = (before: Issue, after: Issue) => boolean

/** An open issue: the one thing that changes. */
export interface OpenDocument {
  /** The issue as it stands; what an edit did not touch keeps its identity. */
  issue(): Issue
  /** Its proof marks, oldest first, each at its words as they now stand. */
  marks(): readonly Mark[]
  /** Hits of the checks that were let stand, with their reasons. */
  ignored(): readonly Ignored[]
  /** Who wrote in an article, each with its texts as they stood before, oldest first. */
  versions(article: string): readonly ArticleVersion[]
  /**
   * Makes an edit. One that changes nothing leaves no step; one that throws changes nothing, nor does
   * one that leads to an issue which is not allowed.
   */
  perform(edit: Edit, allows?: Allows): void
  /** Takes back or makes again the latest step; false when there is none, or it is not allowed. */
  undo(allows?: Allows): boolean
  redo(allows?: Allows): boolean
  /** What undo and redo would do next; null when there is nothing to do. */
  canUndo(): Step | null
  canRedo(): Step | null
  selection(): Selection
  /** Notes what is selected; undo and redo bring it back. No listener is called. */
  select(selection: Selection): void
  /** Calls after every change, from here or elsewhere; returns how to stop. */
  subscribe(listener: () => void): () => void
  /** Gives every change as bytes to write down or send, in order; returns how to stop. */
  onUpdate(listener: (part: Part, update: Uint8Array) => void): () => void
  /** All of a part as bytes, from which `openDocument` opens it again. */
  state(part: Part): Uint8Array
  /** Takes in a change made elsewhere, in any order, any number of times. It is not undone here. */
  apply(part: Part, update: Uint8Array): void
}

/** The origin of changes that keep anchors at their words; not undone. */
const REPAIR = "repair"

/** The origin of changes made elsewhere. */
const ELSEWHERE = "elsewhere"

/**
 * Opens an issue from its parts' states and updates, in any order.
 * Throws when the bytes are no updates. Writes nothing: the log it came from stays complete.
 * What is written here later is signed by whom `sign` names.
 */
export function openDocument(
  content: readonly Uint8Array[],
  marks: readonly Uint8Array[],
  sign: Sign = NOBODY,
): OpenDocument {
  const docs = { content: new Y.Doc(), marks: new Y.Doc() }
  take(docs.content, content)
  take(docs.marks, marks)
  return opened(docs, sign)
}

/**
 * Opens a new issue from plain records, as the importer and the placement give them.
 * Whoever keeps a log begins it with `state`, because this was written before anyone listened.
 */
export function newDocument(issue: Issue, sign: Sign = NOBODY): OpenDocument {
  const docs = { content: new Y.Doc(), marks: new Y.Doc() }
  docs.content.transact(() => writeIssue(contentOf(docs.content), issue))
  return opened(docs, sign)
}

function take(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  }, ELSEWHERE)
}

function writeIssue(content: Content, issue: Issue): void {
  setField(content.issue, "paper", issue.paper)
  setField(content.issue, "date", JSON.stringify(issue.date))
  if (issue.imprint) writeImprint(content.issue, issue.imprint)
  if (issue.language) writeLanguage(content.issue, issue.language)
  if (issue.styles) writeStyles(content.styles, issue.styles)
  if (issue.inks) writeInks(content.inks, issue.inks)
  for (const glyph of issue.glyphs ?? []) writeGlyph(content.issue, glyph)
  const keyIn = (map: Y.Map<unknown>, id: string): string =>
    map.has(firstKey(id)) ? freshKey(content) : firstKey(id)
  for (const article of issue.articles) {
    const key = keyIn(content.articles, article.id)
    writeArticle(content, key, article)
    content.articleOrder.push([key])
  }
  const articleKey = (id: string): string | null =>
    content.articles.has(firstKey(id)) ? firstKey(id) : null
  for (const page of issue.pages) {
    const key = keyIn(content.pages, page.id)
    writePage(content, key, page, articleKey)
    content.pageOrder.push([key])
  }
}

function opened(docs: Readonly<Record<Part, Y.Doc>>, sign: Sign): OpenDocument {
  const content = contentOf(docs.content)
  const marks = marksOf(docs.marks)
  const reader = openReader(content)
  const marked = openMarkReader(marks, content, reader)
  const history = openHistory(content, marks)
  const listeners = new Set<() => void>()
  const settle = (before: Issue): void => {
    const edited = reader.takeEdited()
    docs.content.transact(() => {
      for (const key of edited) {
        repairAnchors(content, key)
        noteVersion(content, key, headsOf(before, reader, key), sign)
      }
    }, REPAIR)
    reader.takeEdited()
    docs.marks.transact(() => {
      for (const key of edited) {
        const ids = marked.on(key)
        if (ids.length > 0) mendMarks({ marks, content }, ids, headsOf(before, reader, key))
      }
      mendMarks({ marks, content }, marked.takeTouched(), NO_HEADS)
    }, REPAIR)
    listeners.forEach((listener) => listener())
  }
  const outlet = openOutlet(docs)
  const moved = (way: "undo" | "redo", allows: Allows | undefined): boolean => {
    const before = reader.issue()
    outlet.hold()
    const done = history[way]()
    const allowed = !done || !allows || allows(before, reader.issue())
    if (!allowed) history[way === "undo" ? "redo" : "undo"]()
    if (done) settle(before)
    outlet.release(allowed)
    return done && allowed
  }
  return {
    issue: reader.issue,
    marks: marked.marks,
    ignored: openIgnored(marks),
    versions: (article) => versionsOf(content, reader.keys().articles.get(article)),
    perform({ name, say, join, run }, allows) {
      const issue = reader.issue()
      const change = { issue, content, keys: reader.keys(), marks, marked: marked.marks() }
      let allowed = true
      const holds = (): boolean => (allowed = !allows || allows(issue, reader.issue()))
      outlet.hold()
      try {
        history.record({ name, say }, join === true, () => run(change), holds)
      } finally {
        settle(issue)
        outlet.release(allowed)
      }
    },
    undo: (allows) => moved("undo", allows),
    redo: (allows) => moved("redo", allows),
    canUndo: history.nextUndo,
    canRedo: history.nextRedo,
    selection: history.selection,
    select: history.select,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onUpdate: outlet.listen,
    state: (part) => Y.encodeStateAsUpdate(docs[part]),
    apply(part, update) {
      take(docs[part], [update])
      reader.takeEdited()
      listeners.forEach((listener) => listener())
    },
  }
}

const NO_HEADS = { before: undefined, after: undefined }

/** An article, by its key, before and after something was done to it. */
function headsOf(
  before: Issue,
  reader: Reader,
  key: string,
): { readonly before: Article | undefined; readonly after: Article | undefined } {
  const id = [...reader.keys().articles].find((named) => named[1] === key)?.[0]
  const named = ({ articles }: Issue) => articles.find((article) => article.id === id)
  return { before: named(before), after: named(reader.issue()) }
}

/** Where changes go out as bytes. */
interface Outlet {
  listen(listener: (part: Part, update: Uint8Array) => void): () => void
  /** Keeps what comes until it is released: as it came, or all of a part as one when it was refused. */
  hold(): void
  release(allowed: boolean): void
}

function openOutlet(docs: Readonly<Record<Part, Y.Doc>>): Outlet {
  const listeners = new Set<(part: Part, update: Uint8Array) => void>()
  let held: (readonly [Part, Uint8Array])[] | null = null
  const tell = (part: Part, update: Uint8Array): void =>
    listeners.forEach((listener) => listener(part, update))
  for (const part of PARTS)
    docs[part].on("update", (update: Uint8Array) => {
      if (held) held.push([part, update])
      else tell(part, update)
    })
  return {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hold() {
      held = []
    },
    release(allowed) {
      const waiting = held ?? []
      held = null
      if (allowed) return waiting.forEach(([part, update]) => tell(part, update))
      for (const part of PARTS) {
        const own = waiting.flatMap(([its, update]) => (its === part ? [update] : []))
        if (own.length > 0) tell(part, Y.mergeUpdates(own))
      }
    },
  }
}

const PARTS = ["content", "marks"] as const
