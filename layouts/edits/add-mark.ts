import { articleAt, storyAt, type Change, type Edit } from "../issue/change.ts"
import { hookName, markAt, writeMark, type Made } from "../issue/mark-fields.ts"
import { quotedAt, storyHook, wordsHook } from "../issue/mark-anchor.ts"
import { isWaiting, type MarkRange, type NewMark, type Quoted } from "../issue/mark.ts"
import { soundPayload } from "../issue/payload.ts"
import { answered } from "./answer-mark.ts"
import { stretchIn } from "./mark-text.ts"

/**
 * Lays a proof mark on words, a picture or a spot of a page (加校对符号); the text stays as it is.
 * A mark whose id is taken, whose payload is not its sign's, or whose article is gone is not made.
 * A stet (保留) takes the mark that it names back with it, unless that was carried out already: then
 * it waits to be carried out itself.
 */
export function addMark(mark: NewMark): Edit {
  return {
    name: "add-mark",
    say: { zh: "加校对符号", en: "Add proof mark" },
    run(change) {
      if (mark.id === "" || mark.id.includes("/") || markAt(change.marks, mark.id)) return
      const made = madeOf(change, mark)
      if (!made) return
      writeMark(change.marks, mark.id, made)
      if (mark.sign === "stet") keep(change, mark)
    },
  }
}

/** What a mark is made with, its anchors written; null when it cannot be. */
function madeOf(change: Change, mark: NewMark): Made | null {
  const { sign, pass, author, role, at, article, range } = mark
  const payload = soundPayload(sign, mark.payload)
  const fields = article === null ? null : articleAt(change, article)
  if (payload === null || (range.kind !== "spot" && !fields)) return null
  const articleKey = article === null ? null : (change.keys.articles.get(article) ?? null)
  const rest = { sign, payload, pass, author, role, at, article, articleKey }
  if (range.kind !== "text" || article === null)
    return range.kind === "text" ? null : { ...rest, on: range, ...NO_WORDS }
  const { words } = range
  const quote = hooked(change, { name: hookName(mark.id, "range"), article, range })
  if (!quote) return null
  const to = mark.target && { kind: "text" as const, words, from: mark.target, to: mark.target }
  const name = hookName(mark.id, "target")
  const targetQuote = to ? hooked(change, { name, article, range: to }) : null
  return { ...rest, on: { words }, quote, targetQuote }
}

const NO_WORDS = { quote: { before: "", text: "", after: "" }, targetQuote: null } as const

interface Hooked {
  readonly name: string
  readonly article: string
  readonly range: Extract<MarkRange, { kind: "text" }>
}

/** Writes the anchor of a stretch of text; returns what is quoted there, null when there is no text. */
function hooked(change: Change, { name, article, range }: Hooked): Quoted | null {
  const found = stretchIn(change, article, range)
  const story = storyAt(change, article)
  if (!found || !story) return null
  const hook = range.words === null ? storyHook(story.text, found) : wordsHook(found)
  change.marks.anchors.set(name, hook)
  return quotedAt(found.text, found)
}

/** Takes back what a stet cancels. */
function keep(change: Change, { payload, author, role, at, id }: NewMark & { sign: "stet" }): void {
  const kept = change.marked.find((mark) => mark.id === payload.mark)
  if (!kept || !isWaiting(kept)) return
  answered(change, kept.id, { author, role, at, say: "保留", state: "refused" })
  answered(change, id, { author, role, at, say: "", state: "executed" })
}
