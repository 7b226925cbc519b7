import type * as Y from "yjs"
import { readArticle } from "./article-fields.ts"
import type { Article } from "./article.ts"
import { fieldsAt, isRemoved, jsonField, mapField, wordsField, type Content } from "./content.ts"
import { readGlyphs } from "./glyph-fields.ts"
import { readInks } from "./ink-fields.ts"
import { readImprint } from "./imprint-fields.ts"
import type { Issue, IssueDate } from "./issue.ts"
import { readStyles } from "./issue-styles.ts"
import { readPage } from "./page-fields.ts"
import type { Frame, Page } from "./page.ts"
import { repairFrames, repairIds, repairOrder, type StoredPage } from "./repair.ts"
import { sameRecord, shared, sharedList } from "./share.ts"

/** Keys of the issue's records by their ids. Frames are named by their page's key and their own. */
export interface Keys {
  readonly articles: ReadonlyMap<string, string>
  readonly pages: ReadonlyMap<string, string>
  readonly frames: ReadonlyMap<string, { readonly page: string; readonly key: string }>
}

/** Reads a shared document as immutable records. */
export interface Reader {
  /** The issue as it stands. What an edit did not touch is the very record of the answer before. */
  issue(): Issue
  keys(): Keys
  /** Keys of the articles whose story or breaks changed since this was last asked. */
  takeEdited(): readonly string[]
}

const NO_DATE: IssueDate = { year: 1970, month: 1, day: 1 }

/** What a reader remembers between two answers. */
interface Memory {
  issue: Issue
  keys: Keys
  /** By key, as stored: before ids are made unique. */
  readonly articles: Map<string, Article>
  readonly pages: Map<string, StoredPage>
  /** What decides whether an article is listed, and as what. */
  readonly standings: Map<string, string>
  /** By page key and frame key, as given. */
  frames: ReadonlyMap<string, Frame>
  readonly given: { articles: Map<string, Article>; pages: Map<string, Page> }
  /** Which article a break belongs to. */
  readonly owners: Map<string, string>
}

type Shared = Y.AbstractType<unknown>
type Events = readonly Y.YEvent<Shared>[]

/** What changed since the last answer. */
interface Stale {
  issue: boolean
  layout: boolean
  readonly articles: Set<string>
  readonly pages: Set<string>
  readonly edited: Set<string>
}

/** Opens a reader, which follows the document from now on. */
export function openReader(content: Content): Reader {
  const memory = freshMemory()
  const stale: Stale = {
    issue: true,
    layout: true,
    articles: new Set(content.articles.keys()),
    pages: new Set(content.pages.keys()),
    edited: new Set(),
  }
  follow(content, stale, memory)
  const fresh = (): Memory => {
    if (stale.issue || stale.layout || stale.articles.size + stale.pages.size > 0)
      readAnew(content, stale, memory)
    return memory
  }
  return {
    issue: () => fresh().issue,
    keys: () => fresh().keys,
    takeEdited() {
      const edited = [...stale.edited]
      stale.edited.clear()
      return edited
    },
  }
}

function freshMemory(): Memory {
  return {
    issue: { paper: "", date: NO_DATE, articles: [], pages: [] },
    keys: { articles: new Map(), pages: new Map(), frames: new Map() },
    articles: new Map(),
    pages: new Map(),
    standings: new Map(),
    frames: new Map(),
    given: { articles: new Map(), pages: new Map() },
    owners: new Map(),
  }
}

/** Notes what every change touches. */
function follow(content: Content, stale: Stale, memory: Memory): void {
  const note = (root: Y.Map<unknown>, events: Events, into: Set<string>): void => {
    for (const event of events) {
      const key = keyUnder(root, event.target)
      if (key !== null) into.add(key)
      else for (const changed of event.keys.keys()) into.add(changed)
    }
  }
  content.issue.observe(() => (stale.issue = true))
  content.styles.observe(() => (stale.issue = true))
  content.inks.observe(() => (stale.issue = true))
  content.articleOrder.observe(() => (stale.layout = true))
  content.pageOrder.observe(() => (stale.layout = true))
  content.pages.observeDeep((events) => note(content.pages, events, stale.pages))
  content.articles.observeDeep((events) => {
    const touched = new Set<string>()
    note(content.articles, events, touched)
    for (const key of touched) {
      stale.articles.add(key)
      stale.edited.add(key)
    }
  })
  for (const breaks of [content.anchors, content.quotes])
    breaks.observe(({ keysChanged }) => {
      for (const key of keysChanged) {
        const owner = memory.owners.get(key as string)
        if (owner !== undefined) stale.articles.add(owner)
      }
    })
}

/** The key under a root that a shared type lies below; null for the root itself. */
export function keyUnder(root: Y.Map<unknown>, target: Shared): string | null {
  let at: Shared | null = target
  while (at !== null && at.parent !== (root as unknown)) at = at.parent
  return at?._item?.parentSub ?? null
}

function readAnew(content: Content, stale: Stale, memory: Memory): void {
  const { issue: before } = memory
  let restanding = stale.layout
  for (const key of stale.articles) restanding = refreshArticle(content, memory, key) || restanding
  const renamed = restanding && orderArticles(content, memory)
  for (const key of stale.pages) refreshPage(content, memory, key)
  const layout = stale.layout || stale.pages.size > 0 || renamed
  const articles = articlesOf(memory)
  const styles = stale.issue ? readStyles(content.styles, before.styles) : (before.styles ?? null)
  const inks = stale.issue ? readInks(content.inks, before.inks) : (before.inks ?? null)
  const glyphs = stale.issue ? readGlyphs(content.issue, before.glyphs) : (before.glyphs ?? null)
  const pages = layout ? pagesOf(content, memory) : before.pages
  const imprint = readImprint(content.issue)
  memory.issue = shared<Issue>(before, {
    paper: wordsField(content.issue, "paper") ?? "",
    date: jsonField(content.issue, "date", NO_DATE),
    ...(imprint ? { imprint: shared(before.imprint, imprint) } : {}),
    ...(content.issue.get("language") === "hant" ? { language: "hant" as const } : {}),
    articles,
    pages,
    ...(styles ? { styles } : {}),
    ...(inks ? { inks } : {}),
    ...(glyphs ? { glyphs } : {}),
  })
  stale.issue = stale.layout = false
  stale.articles.clear()
  stale.pages.clear()
}

/** Reads an article anew; true when its id or whether it is there changed too. */
function refreshArticle(content: Content, memory: Memory, key: string): boolean {
  const fields = fieldsAt(content.articles, key)
  const standing = fields ? JSON.stringify([fields.get("id"), fields.get("removed")]) : ""
  const changed = memory.standings.get(key) !== standing
  memory.standings.set(key, standing)
  if (fields) {
    for (const name of mapField(fields, "breaks")?.keys() ?? []) memory.owners.set(name, key)
    memory.articles.set(key, readArticle(content, key, fields, memory.articles.get(key)))
  } else memory.articles.delete(key)
  return changed
}

function refreshPage(content: Content, memory: Memory, key: string): void {
  const fields = fieldsAt(content.pages, key)
  if (fields) memory.pages.set(key, readPage(key, fields))
  else memory.pages.delete(key)
}

/** The living keys of a map in their order. */
function living(map: Y.Map<unknown>, order: Y.Array<string>): readonly string[] {
  return repairOrder(order.toArray(), map.keys()).filter((key) => {
    const fields = fieldsAt(map, key)
    return fields !== null && !isRemoved(fields)
  })
}

/** Finds anew which articles there are, in which order, under which ids; true when ids changed. */
function orderArticles(content: Content, memory: Memory): boolean {
  const keys = living(content.articles, content.articleOrder)
  const ids = repairIds(keys.map((key) => ({ key, id: memory.articles.get(key)!.id })))
  const articles = new Map(keys.map((key) => [ids.get(key)!, key]))
  const changed = !sameMap(articles, memory.keys.articles)
  memory.keys = { ...memory.keys, articles }
  return changed
}

/** The articles in their order, each under the id that it was given. */
function articlesOf(memory: Memory): readonly Article[] {
  const list = Array.from(memory.keys.articles, ([id, key]) => {
    const article = memory.articles.get(key)!
    const given = memory.given.articles.get(key)
    const own = article.id === id ? article : shared(given, { ...article, id })
    if (own !== given) memory.given.articles.set(key, own)
    return own
  })
  return sharedList(memory.issue.articles, list)
}

function pagesOf(content: Content, memory: Memory): readonly Page[] {
  const keys = living(content.pages, content.pageOrder)
  const ids = repairIds(keys.map((key) => ({ key, id: memory.pages.get(key)!.page.id })))
  const articleIds = new Map([...memory.keys.articles].map(([id, key]) => [key, id]))
  const stored = repairFrames(
    keys.map((key) => memory.pages.get(key)!),
    articleIds,
  )
  const frames = new Map<string, Frame>()
  const frameKeys = new Map<string, { page: string; key: string }>()
  const list = stored.map(({ key: page, page: look, frames: held }) => {
    const before = memory.given.pages.get(page)
    const own = held.map(({ key, frame }) => {
      const name = `${key}@${page}`
      const known = memory.frames.get(name)
      const kept = known && sameFrame(known, frame) ? known : frame
      frames.set(name, kept)
      frameKeys.set(frame.id, { page, key })
      return kept
    })
    const whole = { ...look, id: ids.get(page)!, frames: sharedList(before?.frames ?? [], own) }
    const given = shared(before, whole)
    memory.given.pages.set(page, given)
    return given
  })
  memory.frames = frames
  const pages = new Map(keys.map((key) => [ids.get(key)!, key]))
  memory.keys = { ...memory.keys, pages, frames: frameKeys }
  return sharedList(memory.issue.pages, list)
}

function sameFrame(a: Frame, b: Frame): boolean {
  return sameRecord(a.region, b.region) && sameRecord({ ...a, region: b.region }, b)
}

function sameMap(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value)
}
