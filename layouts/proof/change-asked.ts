import type { Article, HeadWords } from "../issue/article.ts"
import type { Issue } from "../issue/issue.ts"
import type { Mark } from "../issue/mark.ts"
import type { SpaceWidth } from "../issue/payload.ts"
import type { Place } from "../issue/selection.ts"
import { storyWords } from "../issue/story.ts"

/** One stretch of an article's text, and what a mark wants in its place. */
export interface AskedPiece {
  /** Null in the story, whose paragraphs are then ended by line feeds. */
  readonly words: HeadWords | null
  /** UTF-16 units into that text. */
  readonly from: number
  readonly to: number
  readonly was: string
  readonly put: string
}

/** A text that marks stand in, and the mark's stretch of it. */
interface Marked {
  readonly words: HeadWords | null
  readonly text: string
  readonly from: number
  readonly to: number
}

/**
 * What carrying out a mark changes in its article's text; none for an instruction that only asks for
 * a look. Null for what a machine cannot do: the sign wants a hand, the marked words were edited
 * since, or they are lost.
 */
export function changeAsked(
  issue: Issue,
  mark: Mark,
  marks: readonly Mark[],
): readonly AskedPiece[] | null {
  const article = issue.articles.find(({ id }) => id === mark.article)
  if (!article) return null
  if (mark.sign === "stet") return takenBack(article, marks, mark.payload.mark)
  const marked = markedIn(article, mark)
  if (!marked) return null
  if (mark.sign === "note") return mark.payload.look && marked.words === null ? [] : null
  return asked(article, mark, marked)
}

function asked(article: Article, mark: Mark, marked: Marked): readonly AskedPiece[] | null {
  const { text, from, to } = marked
  const was = text.slice(from, to)
  switch (mark.sign) {
    case "correct":
      return [piece(marked, storyWords(mark.payload.text))]
    case "delete":
      return was === "" ? null : [piece(marked, "")]
    case "insert":
      return [piece({ ...marked, from: to }, storyWords(mark.payload.text))]
    case "script": {
      const put = scriptOf(was, mark.payload.level)
      return put === null ? null : [piece(marked, put)]
    }
    case "transpose": {
      const { first, last } = mark.payload
      if (first + last > was.length) return null
      const middle = was.slice(first, was.length - last)
      return [piece(marked, was.slice(-last) + middle + was.slice(0, first))]
    }
    case "join":
      return joined(marked)
    case "split":
      return marked.words === null ? [piece({ ...marked, to: from }, "\n")] : null
    case "move":
      return moved(article, mark, marked)
    case "narrow": {
      const put = was.replace(/[^\S\n]/gu, "")
      return put === was ? null : [piece(marked, put)]
    }
    case "space":
      return [piece({ ...marked, from: to }, SPACES[`${mark.payload.zi}`]!)]
    case "separate":
      return [piece({ ...marked, from: to }, " ")]
    case "substitute":
      return was === "" ? null : everywhere(article, was, storyWords(mark.payload.text))
    default:
      return null
  }
}

/** Spaces by their parts of a 字. */
const SPACES: Readonly<Record<`${SpaceWidth}`, string>> = {
  [`${1}`]: "\u3000",
  [`${1 / 2}`]: "\u2002",
  [`${1 / 3}`]: "\u2004",
  [`${1 / 4}`]: "\u2005",
}

function piece({ words, text, from, to }: Marked, put: string): AskedPiece {
  return { words, from, to, was: text.slice(from, to), put }
}

/** The text of an article's story, its paragraphs ended by line feeds. */
export function storyTextOf({ story }: Pick<Article, "story">): string {
  return story.map(({ text }) => `${text}\n`).join("")
}

/** The index of a place into the text of a story. */
export function indexIn({ story }: Pick<Article, "story">, { paragraph, offset }: Place): number {
  return story.slice(0, paragraph).reduce((sum, { text }) => sum + text.length + 1, offset)
}

/** The place of an index into the text of a story; behind its end the end of its last paragraph. */
export function placeIn({ story }: Pick<Article, "story">, index: number): Place {
  let offset = index
  for (const [paragraph, { text }] of story.entries()) {
    if (offset <= text.length) return { paragraph, offset }
    offset -= text.length + 1
  }
  const last = Math.max(0, story.length - 1)
  return { paragraph: last, offset: story[last]?.text.length ?? 0 }
}

/** The stretch that a mark stands on; null where its words are not as they were marked. */
function markedIn(article: Article, { range, standing, quote }: Mark): Marked | null {
  if (range.kind !== "text" || standing === "lost") return null
  const { words } = range
  const text = words === null ? storyTextOf(article) : (article[words] ?? "")
  const at = (place: Place): number => (words === null ? indexIn(article, place) : place.offset)
  const [from, to] = [at(range.from), at(range.to)]
  return quote.text === text.slice(from, to) ? { words, text, from, to } : null
}

/** The end of the paragraph that a mark stands in or on, taken away; null for the story's last. */
function joined(marked: Marked): readonly AskedPiece[] | null {
  const feed = marked.text.indexOf("\n", marked.from)
  if (marked.words !== null || feed < 0 || feed === marked.text.length - 1) return null
  return [piece({ ...marked, from: feed, to: feed + 1 }, "")]
}

function moved(article: Article, { target }: Mark, marked: Marked): readonly AskedPiece[] | null {
  const { words, text, from, to } = marked
  if (!target || from === to) return null
  const at = words === null ? indexIn(article, target) : target.offset
  if (at >= from && at <= to) return null
  return [piece(marked, ""), { words, from: at, to: at, was: "", put: text.slice(from, to) }]
}

const FIELDS = [null, "kicker", "headline", "deck"] as const

/** Every place of an article where some words stand. */
function everywhere(article: Article, was: string, put: string): readonly AskedPiece[] {
  return FIELDS.flatMap((words) => {
    const text = words === null ? storyTextOf(article) : (article[words] ?? "")
    const pieces: AskedPiece[] = []
    for (let at = text.indexOf(was); at >= 0; at = text.indexOf(was, at + was.length))
      pieces.push({ words, from: at, to: at + was.length, was, put })
    return pieces
  })
}

/** What takes back a mark's linked change; null unless all of it still stands as it was put. */
function takenBack(
  article: Article,
  marks: readonly Mark[],
  id: string,
): readonly AskedPiece[] | null {
  const kept = marks.find((mark) => mark.id === id)
  if (!kept || kept.article !== article.id || kept.change.length === 0) return null
  if (kept.change.some(({ standing }) => standing !== "held")) return null
  return kept.change.map(({ words, before, after, from, to }) => {
    const at = (place: Place): number => (words === null ? indexIn(article, place) : place.offset)
    return { words, from: at(from), to: at(to), was: after, put: before }
  })
}

const UP = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"
const DOWN = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ"
const PLAIN = "0123456789+-=()n"

/** Digits and signs as raised or lowered characters; null where there is none such. */
function scriptOf(was: string, level: "up" | "middle" | "down"): string | null {
  const rows = { up: UP, middle: PLAIN, down: DOWN }
  const put = Array.from(was, (character) => {
    const at = [UP, DOWN, PLAIN].map((row) => row.indexOf(character)).find((index) => index >= 0)
    return at === undefined ? null : rows[level][at]!
  })
  return put.length === 0 || put.includes(null) ? null : put.join("")
}
