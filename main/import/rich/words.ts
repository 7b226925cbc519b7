/** A stretch of text in a block of markup. */
export interface Words {
  readonly text: string
  readonly strong: boolean
  /** True where its line ends and blanks stand for themselves. */
  readonly pre: boolean
}

/** A line of a block, and whether all its words are bold. */
export interface WordLine {
  readonly text: string
  readonly strong: boolean
}

/** Blanks that collapse; the no-break and the full-width space are characters of the text. */
const BLANKS = /[ \t\r\n\f]+/g

/** Stands for a tab that stays one: a noncharacter, which no document holds. */
export const KEPT_TAB = "\ufdd0"

/** Scripts that put no space between words. */
const UNSPACED = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u2014-\u201D\u2026]/

/**
 * The lines of a block: blanks collapsed as a browser does, save that a line end between Chinese
 * characters leaves nothing. Preformatted text keeps its line ends. Lines of blanks are left out.
 * Source: CSS Text 3, 4.1.2 (segment breaks are removed between East Asian characters).
 */
export function wordsOf(stretches: readonly Words[]): readonly WordLine[] {
  const lines: { text: string; strong: boolean; pre: boolean }[] = []
  let line = { text: "", strong: true, pre: false }
  for (const { text, strong, pre } of stretches) {
    const parts = pre ? text.split(/\r\n|[\r\n]/) : [text]
    for (const [i, part] of parts.entries()) {
      if (i > 0) {
        lines.push(line)
        line = { text: "", strong: true, pre }
      }
      if (part.trim() !== "") line.strong &&= strong
      line.pre ||= pre
      line.text += part
    }
  }
  lines.push(line)
  return lines.flatMap(({ text, strong, pre }) => {
    const words = pre ? text : collapsed(text)
    return words.trim() === "" ? [] : [{ text: words, strong }]
  })
}

function collapsed(text: string): string {
  const inner = text.replace(BLANKS, (blanks, at: number) => {
    const before = text.charAt(at - 1)
    const after = text.charAt(at + blanks.length)
    return /[\r\n]/.test(blanks) && UNSPACED.test(before) && UNSPACED.test(after) ? "" : " "
  })
  return inner.replace(/^ | $/g, "").replaceAll(KEPT_TAB, "\t")
}
