import type * as Y from "yjs"
import { indicesOf } from "./anchor.ts"
import type { Article, HeadWords } from "./article.ts"
import { fieldsAt, storyField, type Content } from "./content.ts"
import {
  carriedHook,
  inStory,
  inWords,
  mendedHook,
  type Resolved,
  type Searched,
} from "./mark-anchor.ts"
import {
  hookName,
  markAt,
  ownerOf,
  piecesOf,
  readMade,
  stateOf,
  threadOf,
  type KeptPiece,
  type Made,
} from "./mark-fields.ts"
import type { ChangePiece, Mark, MarkAnswer, MarkRange, Quoted } from "./mark.ts"
import type { Marks } from "./marks.ts"
import type { Place } from "./selection.ts"
import { sharedList } from "./share.ts"
import { keyUnder, type Reader } from "./snapshot.ts"
import { paragraphStarts } from "./story.ts"

/** Reads an issue's marks as immutable records, each at its place in the text as it now stands. */
export interface MarkReader {
  /** All marks, oldest first. A mark of which nothing changed is the very record of before. */
  marks(): readonly Mark[]
  /** Ids of the marks on an article, by the article's key. */
  on(articleKey: string): readonly string[]
  /** Ids of the marks that were made, answered or brought back since this was last asked. */
  takeTouched(): readonly string[]
}

/** What a reader remembers of a mark. */
interface Known {
  readonly made: Made
  readonly mark: Mark
  /** All that the record was read from, as one text. */
  readonly read: string
}

interface Memory {
  readonly known: Map<string, Known>
  readonly byArticle: Map<string, Set<string>>
  list: readonly Mark[]
  articles: ReadonlyMap<string, string> | null
}

interface Stale {
  readonly marks: Set<string>
  readonly touched: Set<string>
  readonly articles: Set<string>
}

/** Opens a reader, which follows both documents from now on. */
export function openMarkReader(marks: Marks, content: Content, reader: Reader): MarkReader {
  const memory: Memory = { known: new Map(), byArticle: new Map(), list: [], articles: null }
  const stale: Stale = {
    marks: new Set(marks.marks.keys()),
    touched: new Set(),
    articles: new Set(),
  }
  follow(marks, content, stale)
  const fresh = (): Memory => {
    const { articles } = reader.keys()
    const renamed = memory.articles !== articles
    memory.articles = articles
    const ids = renamed ? new Set([...marks.marks.keys(), ...stale.marks]) : touched(memory, stale)
    if (ids.size > 0) readAnew({ marks, content, reader }, memory, ids)
    stale.marks.clear()
    stale.articles.clear()
    return memory
  }
  return {
    takeTouched() {
      const touched = [...stale.touched]
      stale.touched.clear()
      return touched
    },
    marks: () => fresh().list,
    on: (key) => (marks.marks.size === 0 ? [] : [...(fresh().byArticle.get(key) ?? [])]),
  }
}

function follow(marks: Marks, content: Content, stale: Stale): void {
  const under =
    (root: Y.Map<unknown>, ...into: Set<string>[]) =>
    (events: readonly Event[]) => {
      for (const { target, keys } of events) {
        const key = keyUnder(root, target)
        for (const changed of key === null ? keys.keys() : [key])
          into.forEach((set) => set.add(changed))
      }
    }
  marks.marks.observeDeep(under(marks.marks, stale.marks, stale.touched))
  content.articles.observeDeep(under(content.articles, stale.articles))
  marks.anchors.observe(({ keysChanged }) => {
    for (const name of keysChanged) stale.marks.add(ownerOf(name as string))
  })
}

type Event = Y.YEvent<Y.AbstractType<unknown>>

/** The marks that changed, or whose articles did. */
function touched({ byArticle }: Memory, { marks, articles }: Stale): ReadonlySet<string> {
  const on = [...articles].flatMap((key) => [...(byArticle.get(key) ?? [])])
  return new Set([...marks, ...on])
}

interface Sources {
  readonly marks: Marks
  readonly content: Content
  readonly reader: Reader
}

function readAnew(sources: Sources, memory: Memory, ids: ReadonlySet<string>): void {
  const texts = openTexts(sources)
  let regrouped = false
  for (const id of ids) {
    const before = memory.known.get(id)
    const now = readMark(sources, texts, id, before)
    if (now) memory.known.set(id, now)
    else memory.known.delete(id)
    if (
      before?.made.articleKey === now?.made.articleKey &&
      (before === undefined) === (now === null)
    )
      continue
    regrouped ||= (before === undefined) !== (now === null)
    if (before?.made.articleKey) memory.byArticle.get(before.made.articleKey)?.delete(id)
    if (now?.made.articleKey) groupOf(memory, now.made.articleKey).add(id)
  }
  const list = regrouped
    ? Array.from(memory.known.values(), ({ mark }) => mark).toSorted(older)
    : memory.list.map(({ id }) => memory.known.get(id)!.mark)
  memory.list = sharedList(memory.list, list)
}

function groupOf({ byArticle }: Memory, key: string): Set<string> {
  const group = byArticle.get(key) ?? new Set()
  byArticle.set(key, group)
  return group
}

function older(a: Mark, b: Mark): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1)
}

/** The texts of articles, each made ready once. */
interface Texts {
  /** The id and record of an article that is in the issue; null for one that is gone. */
  article(key: string): Article | null
  find(key: string, words: HeadWords | null, hook: string | undefined, quote: Quoted): Found
}

interface Found {
  readonly from: Place
  readonly to: Place
  readonly standing: Resolved["standing"]
}

const NOWHERE: Found = {
  from: { paragraph: 0, offset: 0 },
  to: { paragraph: 0, offset: 0 },
  standing: "lost",
}

function openTexts({ content, reader }: Sources): Texts {
  const ids = new Map([...reader.keys().articles].map(([id, key]) => [key, id]))
  const articles = new Map(reader.issue().articles.map((article) => [article.id, article]))
  const searched = new Map<string, Searched & { readonly starts: readonly number[] }>()
  const article = (key: string): Article | null => articles.get(ids.get(key) ?? "") ?? null
  const storyOf = (key: string): (Searched & { readonly starts: readonly number[] }) | null => {
    const known = searched.get(key)
    if (known) return known
    const fields = fieldsAt(content.articles, key)
    const story = fields && storyField(fields)
    if (!story) return null
    const text = story.toString()
    const made = {
      doc: content.doc,
      story,
      text,
      indices: indicesOf(story),
      starts: startsOf(text),
    }
    searched.set(key, made)
    return made
  }
  return {
    article,
    find(key, words, hook, quote) {
      const its = article(key)
      if (!its) return NOWHERE
      if (words !== null) return foundInWords(its[words] ?? "", hook, quote)
      const story = storyOf(key)
      if (!story) return NOWHERE
      const { from, to, standing } = inStory(story, hook, quote)
      return { from: placeAt(story, from), to: placeAt(story, to), standing }
    },
  }
}

function foundInWords(text: string, hook: string | undefined, quote: Quoted): Found {
  const { from, to, standing } = inWords(text, hook, quote)
  return { from: { paragraph: 0, offset: from }, to: { paragraph: 0, offset: to }, standing }
}

/** Where every paragraph of a story's text begins: its last line feed ends one and begins none. */
function startsOf(text: string): readonly number[] {
  const starts = paragraphStarts(text)
  return starts.length > 1 && starts.at(-1) === text.length ? starts.slice(0, -1) : starts
}

function placeAt(
  { text, starts }: { text: string; starts: readonly number[] },
  index: number,
): Place {
  const behind = starts.findIndex((start) => start > index)
  const paragraph = behind < 0 ? starts.length - 1 : behind - 1
  const end = text.indexOf("\n", starts[paragraph])
  const most = (end < 0 ? text.length : end) - starts[paragraph]!
  return { paragraph, offset: Math.min(index - starts[paragraph]!, most) }
}

function readMark(
  sources: Sources,
  texts: Texts,
  id: string,
  before: Known | undefined,
): Known | null {
  const fields = markAt(sources.marks, id)
  const made = fields && readMade(fields)
  if (!fields || !made) return null
  const { range, standing } = rangeOf(sources, texts, id, made)
  const target = targetOf(sources, texts, id, made)
  const change = piecesOf(fields).map((piece, i) =>
    changeOf(sources, texts, hookName(id, i), { ...made, ...piece }),
  )
  const state = stateOf(fields)
  const thread = threadOf(fields)
  const article =
    made.articleKey === null ? null : (texts.article(made.articleKey)?.id ?? made.article)
  const read = JSON.stringify([range, standing, target, change, state, thread, article])
  if (before?.read === read) return before
  const { sign, payload, pass, author, role, at, quote } = made
  const own = { sign, payload } as Pick<Mark, "sign" | "payload">
  const mark = {
    ...{ id, article, range, standing, quote, target, pass, author, role, at, state, change },
    thread: thread.map((answer) => JSON.parse(answer) as MarkAnswer),
    ...own,
  } as Mark
  return { made, mark, read }
}

function rangeOf(
  { marks }: Sources,
  texts: Texts,
  id: string,
  { articleKey, on, quote }: Made,
): { readonly range: MarkRange; readonly standing: Mark["standing"] } {
  if (!("words" in on)) {
    const its = articleKey === null ? null : texts.article(articleKey)
    const there = on.kind === "spot" || its?.pictures[on.picture] !== undefined
    return { range: on, standing: there ? "held" : "lost" }
  }
  const hook = marks.anchors.get(hookName(id, "range"))
  const { from, to, standing } = texts.find(articleKey ?? "", on.words, hook, quote)
  return { range: { kind: "text", words: on.words, from, to }, standing }
}

function targetOf(
  { marks }: Sources,
  texts: Texts,
  id: string,
  { articleKey, on, targetQuote }: Made,
): Place | null {
  if (targetQuote === null || !("words" in on)) return null
  const hook = marks.anchors.get(hookName(id, "target"))
  const { from, standing } = texts.find(articleKey ?? "", on.words, hook, targetQuote)
  return standing === "lost" ? null : from
}

function changeOf(
  { marks }: Sources,
  texts: Texts,
  name: string,
  { articleKey, words, was, quote }: Pick<Made, "articleKey"> & KeptPiece,
): ChangePiece {
  const found = texts.find(articleKey ?? "", words, marks.anchors.get(name), quote)
  const around = { before: quote.before, after: quote.after }
  return { words, before: was, after: quote.text, around, ...found }
}

/**
 * Keeps the anchors of an article's marks at their words after an edit or an undo made here: points
 * them at characters that undo brought back, and carries offsets in the headline block along. Only
 * the copy that acted may do this: the others do not know what undo brought back.
 */
export function mendMarks(
  { marks, content }: Omit<Sources, "reader">,
  ids: readonly string[],
  heads: { readonly before: Article | undefined; readonly after: Article | undefined },
): void {
  for (const id of ids) {
    const fields = markAt(marks, id)
    const made = fields && readMade(fields)
    if (!fields || !made || !("words" in made.on)) continue
    const pieces = piecesOf(fields).map(({ words }, i) => [hookName(id, i), words] as const)
    const own = [hookName(id, "range"), hookName(id, "target")].map(
      (name) => [name, (made.on as { readonly words: HeadWords | null }).words] as const,
    )
    for (const [name, words] of [...own, ...pieces]) {
      const hook = marks.anchors.get(name)
      if (hook === undefined) continue
      const mended = words === null ? mendedHook(content.doc, hook) : carried(hook, words, heads)
      if (mended !== null && mended !== hook) marks.anchors.set(name, mended)
    }
  }
}

function carried(
  hook: string,
  words: HeadWords,
  { before, after }: Parameters<typeof mendMarks>[2],
): string | null {
  const [was, now] = [before?.[words] ?? "", after?.[words] ?? ""]
  return was === now ? null : carriedHook(hook, was, now)
}
