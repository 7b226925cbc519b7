import type { Decision } from "../../layouts/issue/article.ts"

/** The importer's record of what it decided, and what the person at the desk chose instead. */
export interface Book {
  /** Decision id → the choice a person made; a choice that was never offered is ignored. */
  readonly choices: Readonly<Record<string, string>>
  /** Decisions by id, in the order in which they were made. */
  readonly made: Map<string, Decision>
}

/** A question as the importer puts it: `choice` is what it would do unasked. */
export type Question = Omit<Decision, "id"> & {
  /** What kind of decision this is; with the line it makes the id. */
  readonly topic: string
  /** Place among questions of one topic on one line, from 1; left out for the first. */
  readonly nth?: number
}

/** An empty book for one reading of one text. */
export function openBook(choices: Readonly<Record<string, string>> = {}): Book {
  return { choices, made: new Map() }
}

/**
 * The choice that stands: a person's where one was made, else the importer's own.
 * Asking the same question again gives the first answer. The id is `topic:line`, so that it stays
 * the same for the same text whatever else is flipped.
 */
export function decide(book: Book, question: Question): string {
  const { topic, nth, ...rest } = question
  const id = nth === undefined || nth < 2 ? `${topic}:${rest.line}` : `${topic}:${rest.line}:${nth}`
  const before = book.made.get(id)
  if (before !== undefined) return before.choice
  const wish = Object.hasOwn(book.choices, id) ? book.choices[id] : undefined
  const flipped = wish !== undefined && wish !== rest.choice && rest.choices.includes(wish)
  const decision: Decision = flipped
    ? { ...rest, id, choice: wish, confidence: 1, why: because("编辑选定", "chosen at the desk") }
    : { ...rest, id }
  book.made.set(id, decision)
  return decision.choice
}

/** A reason in both languages, Chinese first. */
export function because(zh: string, en: string): string {
  return `${zh} · ${en}`
}
