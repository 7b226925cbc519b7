/** One line of the source. */
export interface Line {
  /** 1-based. */
  readonly number: number
  /** The line without the blanks around it; "" for a blank line. */
  readonly text: string
  /** Width of the blanks before it in ems: a full-width space is 1, any other 0.5. */
  readonly indent: number
}

/** Line ends: CR LF, LF, CR, Unicode's own, and the form feed that old galleys end a page with. */
const ENDS = /\r\n|[\n\r\u2028\u2029\f\v]/

/** The source's lines as they stand. */
export function linesOf(source: string): readonly string[] {
  return source.split(ENDS)
}

/** The source's lines. Blanks around a line are layout, not text. */
export function splitLines(source: string): readonly Line[] {
  return linesOf(source).map((raw, at) => {
    const text = raw.trim()
    return { number: at + 1, text, indent: text === "" ? 0 : indentOf(raw) }
  })
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
