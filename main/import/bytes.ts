/** First bytes of files that are not text, and what to call them. */
const MAGIC: readonly (readonly [readonly number[], string, string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], "PDF 文件", "a PDF"],
  [[0x50, 0x4b, 0x03, 0x04], "ZIP 或 Office 文件", "a ZIP or Office file"],
  [[0x50, 0x4b, 0x05, 0x06], "ZIP 文件", "a ZIP file"],
  [[0x89, 0x50, 0x4e, 0x47], "PNG 图片", "a PNG picture"],
  [[0xff, 0xd8, 0xff], "JPEG 图片", "a JPEG picture"],
  [[0x47, 0x49, 0x46, 0x38], "GIF 图片", "a GIF picture"],
  [[0x49, 0x49, 0x2a, 0x00], "TIFF 图片", "a TIFF picture"],
  [[0x4d, 0x4d, 0x00, 0x2a], "TIFF 图片", "a TIFF picture"],
  [[0x7f, 0x45, 0x4c, 0x46], "程序文件", "a program"],
  [[0x4d, 0x5a, 0x90, 0x00], "程序文件", "a program"],
  [[0xd0, 0xcf, 0x11, 0xe0], "旧版 Office 文件", "an old Office file"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "RTF 文件", "an RTF file"],
  [[0x1f, 0x8b], "GZIP 文件", "a GZIP file"],
  [[0x37, 0x7a, 0xbc, 0xaf], "7z 文件", "a 7z file"],
  [[0x52, 0x61, 0x72, 0x21], "RAR 文件", "a RAR file"],
  [[0x25, 0x21, 0x50, 0x53], "PostScript 文件", "a PostScript file"],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], "SQLite 文件", "an SQLite file"],
]

/** How much of a file is looked at for statistics, bytes; enough for certainty, small enough to be quick. */
const SAMPLE = 1 << 18

/** True when the bytes open with the prefix. */
export function opensWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, at) => bytes[at] === byte)
}

/** What the file is when its first bytes say that it is no text, in both languages; else null. */
export function knownBinary(bytes: Uint8Array): readonly [zh: string, en: string] | null {
  const known = MAGIC.find(([prefix]) => opensWith(bytes, prefix))
  return known === undefined ? null : [known[1], known[2]]
}

/** True when a NUL byte stands anywhere: no text has one, save UTF-16. */
export function hasNul(bytes: Uint8Array): boolean {
  return bytes.includes(0)
}

/**
 * Share of control characters (0 to 1) in the first part of the bytes.
 * Tab, line ends, form feed, escape-less old DOS end-of-file (0x1A) are no controls here.
 */
export function controlShare(bytes: Uint8Array): number {
  const end = Math.min(bytes.length, SAMPLE)
  let controls = 0
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] as number
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a) || byte === 0x7f) controls++
  }
  return end === 0 ? 0 : controls / end
}

/** True for a UTF-16 unit that Chinese newspaper copy is made of. */
function usual(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x20 && unit <= 0x7e) ||
    unit === 0x0a ||
    unit === 0x0d ||
    unit === 0x09 ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2010 && unit <= 0x203f) ||
    unit === 0xb7
  )
}

/** True for the spaces, line ends, digits and marks without which no running text goes. */
function joint(unit: number): boolean {
  return unit < 0x40 || (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xff1f)
}

/**
 * How much the bytes look like UTF-16 copy in one byte order, 0 to 1: the share of units that are
 * Chinese characters, their marks or ASCII. 0 for an odd number of bytes or for text without a
 * single joint (space, line end, mark), since pairs of bytes fall into the CJK block by chance.
 */
export function utf16Share(bytes: Uint8Array, order: "le" | "be"): number {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return 0
  const end = Math.min(bytes.length, SAMPLE)
  const high = order === "le" ? 1 : 0
  let good = 0
  let joints = 0
  for (let at = 0; at + 1 < end; at += 2) {
    const unit = ((bytes[at + high] as number) << 8) | (bytes[at + 1 - high] as number)
    if (usual(unit)) good++
    if (joint(unit)) joints++
  }
  return joints === 0 ? 0 : good / (end / 2)
}

/** Length of a well-formed UTF-8 sequence at a place, 0 when there is none. */
function sequence(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number
  if (first < 0x80) return 1
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (length === 0 || first >= 0xf5) return 0
  for (let next = at + 1; next < at + length; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}

/**
 * Where text that is UTF-8 nearly everywhere is damaged: the first bad byte, else null.
 * A damaged UTF-8 file often passes for GB18030 and comes out as other characters; the desk is
 * told the place instead. Nearly everywhere: four good Chinese sequences to one bad byte; GB18030
 * read as UTF-8 has hardly any.
 */
export function utf8Damage(bytes: Uint8Array): number | null {
  let good = 0
  let bad = 0
  let firstBad: number | null = null
  for (let at = 0; at < bytes.length;) {
    const length = sequence(bytes, at)
    if (length > 2) good++
    if (length === 0) {
      bad++
      firstBad ??= at
    }
    at += Math.max(1, length)
  }
  return firstBad !== null && good >= bad * 4 ? firstBad : null
}

/**
 * Share (0 to 1) of two-byte GB18030 pairs that are everyday characters (GB 2312 level 1) or marks.
 * Copy in Chinese lies above 0.9; Big5, Shift-JIS or Latin text read as GB18030 far below.
 */
export function everydayShare(bytes: Uint8Array): number {
  const end = Math.min(bytes.length, SAMPLE)
  let pairs = 0
  let everyday = 0
  for (let at = 0; at + 1 < end; at++) {
    const first = bytes[at] as number
    if (first < 0x81) continue
    pairs++
    const second = bytes[at + 1] as number
    const level1 = first >= 0xb0 && first <= 0xd7 && second >= 0xa1
    if (level1 || (first >= 0xa1 && first <= 0xa3 && second >= 0xa1)) everyday++
    at++
  }
  return pairs === 0 ? 1 : everyday / pairs
}
