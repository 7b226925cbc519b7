/** A formula, and the characters in one. */
const FORMULA = /<m:oMath(?:\s[^>]*)?>([^]*?)<\/m:oMath>/g
const IN_FORMULA = /<m:t(?:\s[^>]*)?>([^<]*)<\/m:t>/g

/**
 * The main part of a Word document as what reads the document after us can read all of it: readings,
 * formulas and links are their words alone.
 */
export function plainPart(xml: string): string {
  return withoutFormulas(withoutLinks(withoutReadings(xml)))
}

/** How many formulas a main part has. */
export function formulasIn(xml: string): number {
  return [...xml.matchAll(FORMULA)].length
}

/** Without where its links lead: one that leads nowhere would cost the whole document. */
function withoutLinks(xml: string): string {
  return xml.replace(/<w:hyperlink\s[^>]*?(\/?)>/g, "<w:hyperlink$1>")
}

/** With the characters of each formula in its place. */
function withoutFormulas(xml: string): string {
  const bare = xml.replace(
    /<\/?m:oMathPara(?:\s[^>]*)?>|<m:oMathParaPr>[^]*?<\/m:oMathParaPr>/g,
    "",
  )
  return bare.replace(FORMULA, (_, inner: string) => {
    const words = [...inner.matchAll(IN_FORMULA)].map(([, text]) => text).join("")
    return `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
  })
}

/**
 * The main part of a Word document with each reading's words in place of it and its reading: what
 * reads the document after us knows no readings and would lose the words under them.
 */
function withoutReadings(xml: string): string {
  return xml.replace(
    /<w:ruby\b[^>]*>(?:(?!<\/?w:ruby\b)[^])*?<w:rubyBase\b[^>]*>((?:(?!<\/w:rubyBase>|<\/?w:ruby\b)[^])*)<\/w:rubyBase>\s*<\/w:ruby>/g,
    "$1",
  )
}
