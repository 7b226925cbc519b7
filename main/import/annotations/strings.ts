/** What PDFDocEncoding has where Latin-1 has control characters. Source: PDF 1.7, annex D.2 */
const DOC: ReadonlyMap<number, string> = new Map([
  ...[..."˘ˇˆ˙˝˛˚˜"].map((sign, i) => [0x18 + i, sign] as const),
  ...[..."•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"].map((sign, i) => [0x80 + i, sign] as const),
  [0xa0, "€"],
])

/** Longest text that is read, UTF-16 units; more is cut. */
const LONGEST = 20_000

/**
 * A text string of a PDF: UTF-16 and UTF-8 by their first bytes. Without those PDF asks for its own
 * encoding; but programs also write bare UTF-8 there and, in China, GBK, which are taken where the
 * bytes are nothing else.
 */
export function pdfText(bytes: Uint8Array): string {
  return legible(decoded(bytes)).slice(0, LONGEST)
}

/** Decoders by what announces them, and those of what nothing announces. */
const MARKED = {
  big: new TextDecoder("utf-16be"),
  little: new TextDecoder("utf-16le"),
  narrow: new TextDecoder("utf-8"),
} as const
const STRICT = {
  "utf-8": new TextDecoder("utf-8", { fatal: true }),
  gb18030: new TextDecoder("gb18030", { fatal: true }),
} as const

function decoded(bytes: Uint8Array): string {
  const [a, b, c] = bytes
  if (a === 0xfe && b === 0xff) return MARKED.big.decode(bytes)
  if (a === 0xff && b === 0xfe) return MARKED.little.decode(bytes)
  if (a === 0xef && b === 0xbb && c === 0xbf) return MARKED.narrow.decode(bytes)
  if (bytes.every((byte) => byte < 0x80 && byte >= 0x20)) return latin(bytes)
  return (
    strictly("utf-8", bytes) ?? (pairs(bytes) ? strictly("gb18030", bytes) : null) ?? doc(bytes)
  )
}

function strictly(encoding: keyof typeof STRICT, bytes: Uint8Array): string | null {
  if (bytes.every((byte) => byte < 0x80)) return null
  try {
    return STRICT[encoding].decode(bytes)
  } catch {
    return null
  }
}

/** True when bytes above 127 come in pairs alone, as GBK has its characters. */
function pairs(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue
    if ((bytes[i + 1] ?? 0) < 0x80) return false
    i += 1
  }
  return true
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1")
}

function doc(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => DOC.get(byte) ?? String.fromCharCode(byte)).join("")
}

/** Line ends as line feeds; language marks (ESC … ESC), other control characters and lone surrogates go. */
export function legible(text: string): string {
  // Marks of a language stand between two escapes. Source: PDF 1.7, 7.9.2.2
  const words = text.split("\u001b").filter((_, i) => i % 2 === 0)
  return words
    .join("")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\p{Cs}\p{Cc}\uFEFF\uFFFE\uFFFF]/gu, (sign) =>
      sign === "\n" || sign === "\t" ? sign : "",
    )
}
