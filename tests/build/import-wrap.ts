/**
 * Paragraphs set line by line at a measure in ems, as text copied off a printed column comes: a mark
 * never opens a line, a paragraph's first line is indented by two unless `indent` is "".
 */
export function wrapped(paragraphs: readonly string[], measure: number, indent = "　　"): string {
  return paragraphs.map((text) => wrapOne(text, measure, indent)).join("\n")
}

function wrapOne(text: string, measure: number, indent: string): string {
  const lines: string[] = []
  let line = indent
  let width = 2
  for (const char of text) {
    const advance = char.charCodeAt(0) < 0x80 ? 0.5 : 1
    if (width + advance > measure && !"，。、；：！？”’）》".includes(char)) {
      lines.push(line)
      line = ""
      width = 0
    }
    line += char
    width += advance
  }
  return [...lines, line].join("\n")
}
