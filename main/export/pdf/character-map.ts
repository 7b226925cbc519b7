import type { Collection } from "../../../fonts/subset/cff.ts"

/** The collection of fonts that number their glyphs by themselves. */
export const OWN_NUMBERS: Collection = { registry: "Adobe", ordering: "Identity", supplement: 0 }

/** The CMap format allows so many entries in one block. */
const BLOCK = 100

/**
 * A ToUnicode map: for each code the characters that it stands for, UTF-16.
 * A code whose text is empty says so: left out, it would be read as a gap between words.
 * Source: PDF 1.7, 9.10.3; Adobe TN 5411.
 */
export function toUnicode(texts: readonly (readonly [code: string, text: string])[]): string {
  const entries = texts.map(([code, text]) => `<${code}> <${utf16(text)}>`)
  const system = { registry: "Adobe", ordering: "UCS", supplement: 0 }
  return mapFile({ name: "Adobe-Identity-UCS", mode: 0 }, 2, system, blocks("bfchar", entries))
}

/** What a map is called, and whether what it shows is written down the page (1). */
interface MapName {
  readonly name: string
  readonly mode: 0 | 1
}

/**
 * A map from codes to the CIDs of a CFF program, for use as a font's encoding.
 * Two codes may show one CID, which lets a glyph be read in two ways.
 * Source: PDF 1.7, 9.7.5.3.
 */
export function codesToCids(
  called: MapName,
  system: Collection,
  cids: readonly (readonly [code: string, cid: number])[],
): string {
  return mapFile(
    called,
    1,
    system,
    blocks(
      "cidchar",
      cids.map(([code, cid]) => `<${code}> ${cid}`),
    ),
  )
}

/** Characters as UTF-16BE in hexadecimal digits. */
export function utf16(text: string): string {
  let hex = ""
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, "0")
  return hex
}

function blocks(kind: "bfchar" | "cidchar", entries: readonly string[]): string {
  let body = ""
  for (let from = 0; from < entries.length; from += BLOCK) {
    const block = entries.slice(from, from + BLOCK)
    body += `${block.length} begin${kind}\n${block.join("\n")}\nend${kind}\n`
  }
  return body
}

function mapFile({ name, mode }: MapName, type: 1 | 2, system: Collection, body: string): string {
  const { registry, ordering, supplement } = system
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (${registry}) /Ordering (${ordering}) /Supplement ${supplement} >> def
/CMapName /${name} def
/CMapType ${type} def
${mode === 1 ? "/WMode 1 def\n" : ""}1 begincodespacerange
<0000> <ffff>
endcodespacerange
${body}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}
