/**
 * Light inline Markdown: strong and emphasised runs on one line. A mark after a backslash is a
 * character of the text and neither opens nor closes a run.
 */
const STRONG =
  /(?<!\\)\*\*((?:[^*\\]|\\.){1,2000}?)\*\*|(?<![\w_\\])__((?:[^_\\]|\\.){1,2000}?)__(?![\w_])/g
const EMPHASIS = /(?<![*\\])\*(?![\s*])((?:[^*\\]|\\.){1,2000}?)(?<!\s)\*(?!\*)/g
const ESCAPE = /\\([\\`*_{}[\]()#+\-.!>~|])/g

/** The line without its emphasis marks, escapes and quote signs; the words stay. */
export function plainInline(text: string): string {
  const bare = text.replace(/^(?:>\s?)+/, "")
  return bare.replace(STRONG, "$1$2").replace(EMPHASIS, "$1").replace(ESCAPE, "$1").trim()
}

/** The words of a line that is strong from end to end, as hand-made headings are; else null. */
export function wholeStrong(text: string): string | null {
  const found = /^(?:\*\*([^*]{2,60})\*\*|__([^_]{2,60})__)$/.exec(text)
  return found === null ? null : (found[1] ?? found[2] ?? null)
}
