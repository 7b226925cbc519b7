/** One line of the source. */
export interface Line {
  /** 1-based. */
  readonly number: number
  /** The line without the blanks around it, those tabs kept that a row begins with; "" for a blank line. */
  readonly text: string
  /** Width of the blanks before it in ems: a full-width space is 1, any other 0.5. */
  readonly indent: number
}

/** Line ends: CR LF, LF, CR, Unicode's own, and the form feed that old galleys end a page with. */
const ENDS = /\r\n|[\n\r\u0085\u2028\u2029\f\v]/

/** The source's lines as they stand. */
export function linesOf(source: string): readonly string[] {
  return source.split(ENDS)
}

/**
 * The source's lines. Blanks around a line are layout, not text, save tabs before a table's row that
 * begins with an empty cell: without them its cells would stand in others' columns.
 */
export function splitLines(source: string): readonly Line[] {
  const all = linesOf(source)
  return all.map((raw, at) => {
    const text = raw.trim()
    if (text === "") return { number: at + 1, text, indent: 0 }
    if (raw.startsWith("\t") && isRowAmong(raw, [all[at - 1] ?? "", all[at + 1] ?? ""]))
      return { number: at + 1, text: raw.trimEnd(), indent: 0 }
    return { number: at + 1, text, indent: indentOf(raw) }
  })
}

/** Longest entry that stands alone in its row, characters: longer words behind a tab are indented. */
const LONGEST_LONE = 20

/** Whether a line that begins with a tab is a row: one beside it has as many cells and words in its first. */
function isRowAmong(raw: string, beside: readonly string[]): boolean {
  const words = raw.trim()
  if (!words.includes("\t") && words.length > LONGEST_LONE) return false
  const tabs = tabsIn(raw)
  return beside.some((line) => tabsIn(line) === tabs && line.trim().includes("\t"))
}

function tabsIn(line: string): number {
  return line.split("\t").length
}

/** Width in ems of the blanks that open a line. */
function indentOf(raw: string): number {
  let width = 0
  for (const char of raw) {
    if (char.trim() !== "") break
    width += char === "\u3000" ? 1 : 0.5
  }
  return width
}

/** Width of text in ems: ASCII counts half, everything else one. */
export function emsOf(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) < 0x80 ? 0.5 : 1
  return width
}
