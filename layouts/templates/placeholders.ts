/** What a template's texts may ask for in braces; the issue or the page answers each. */
export const PLACEHOLDERS = [
  "paper",
  "date",
  "page",
  "pages",
  "section",
  "serial",
  "cn",
  "post",
  "authority",
  "publisher",
  "motto",
  "channels",
  "address",
  "postcode",
  "phone",
  "printer",
  "price",
  "editor",
  "designer",
  "reader",
] as const

/** What placeholders are answered with, by their words. */
export type Answers = Readonly<Record<string, string>>

/** The words in braces of a text, in order: "{paper} {page}" → paper, page. */
export function bracedWords(text: string): readonly string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!)
}

/**
 * The text with its placeholders filled in. One without an answer leaves nothing, so that no brace
 * is ever printed.
 */
export function fillIn(text: string, answers: Answers): string {
  return text.replaceAll(/\{([^{}]*)\}/g, (_, word: string) =>
    Object.hasOwn(answers, word) ? answers[word]! : "",
  )
}

/** Whether every placeholder of a text has an answer that prints something. */
export function isAnswered(text: string, answers: Answers): boolean {
  return bracedWords(text).every(
    (word) => Object.hasOwn(answers, word) && answers[word]!.trim() !== "",
  )
}

/**
 * The text filled in, without the parts that ask for something unknown: parts stand between
 * ideographic spaces, and each goes whole, label and all. Empty when no part is left; a text
 * without placeholders stays as it is.
 */
export function fillKnown(text: string, answers: Answers): string {
  if (!text.includes("{")) return text
  const parts = text.split("\u3000").filter((part) => isAnswered(part, answers))
  return parts
    .map((part) => fillIn(part, answers))
    .join("\u3000")
    .trim()
}
