import { done, fault } from "../result.ts"
import type { Result } from "../result.ts"
import { because } from "./decisions.ts"
import {
  controlShare,
  everydayShare,
  hasNul,
  knownBinary,
  opensWith,
  utf16Share,
  utf8Damage,
} from "./bytes.ts"

/** The encodings that copy comes in. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030"

/** Bytes as text, with the encoding that they were in and why that one. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  readonly why: string
  /** 0 to 1. */
  readonly confidence: number
}

/** The largest text file that is read, bytes; a newspaper's whole year of copy is smaller. */
export const MAX_BYTES = 50 * 1024 * 1024

/** Byte order marks, longest first so that UTF-32 is not taken for UTF-16. */
const BYTE_ORDER_MARKS: readonly (readonly [readonly number[], Encoding | "utf-32"])[] = [
  [[0xff, 0xfe, 0x00, 0x00], "utf-32"],
  [[0x00, 0x00, 0xfe, 0xff], "utf-32"],
  [[0x84, 0x31, 0x95, 0x33], "gb18030"],
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
]

/** Control characters above this share mean that the file is no text. */
const CONTROLS = 0.005

/** UTF-16 without a mark is believed from this share of usual units on. */
const UTF16 = 0.9

/**
 * The text in the bytes and the encoding it was in: by byte order mark, by strict UTF-8, by the
 * statistics of UTF-16, else GB18030. A file that is empty, too large, binary or damaged is a
 * fault with its reason; nothing is ever decoded with replacement characters.
 */
export function decodeText(bytes: Uint8Array): Result<Decoded> {
  if (bytes.length === 0) return fault("文件是空的。", "The file is empty.")
  if (bytes.length > MAX_BYTES) return tooLarge(bytes.length)
  const binary = knownBinary(bytes)
  if (binary !== null) {
    return fault(`这是${binary[0]}，不是文字稿。`, `This is ${binary[1]}, not a text file.`)
  }
  const mark = BYTE_ORDER_MARKS.find(([prefix]) => opensWith(bytes, prefix))
  return mark === undefined ? byStatistics(bytes) : byMark(bytes, mark[1], mark[0].length)
}

/** Decodes what a byte order mark announces; the mark is no part of the text. */
function byMark(bytes: Uint8Array, encoding: Encoding | "utf-32", length: number): Result<Decoded> {
  if (encoding === "utf-32") {
    return fault("文件是 UTF-32 编码，请另存为 UTF-8。", "The file is UTF-32; save it as UTF-8.")
  }
  const text = strictly(bytes.subarray(length), encoding)
  if (text === null) return damaged(encoding.toUpperCase())
  if (text.includes("\u0000")) return notText()
  const why = because(
    `文件开头的字节顺序标记表明是 ${encoding.toUpperCase()}`,
    `the byte order mark says ${encoding.toUpperCase()}`,
  )
  return done({ text, encoding, why, confidence: 1 })
}

/** Decodes bytes without a mark. */
function byStatistics(bytes: Uint8Array): Result<Decoded> {
  const nul = hasNul(bytes)
  if (!nul) {
    const text = strictly(bytes, "utf-8")
    if (text !== null) return controlShare(bytes) > CONTROLS ? notText() : utf8(text)
  }
  const utf16 = asUtf16(bytes)
  if (utf16 !== null) return done(utf16)
  if (nul || controlShare(bytes) > CONTROLS) return notText()
  const bad = utf8Damage(bytes)
  if (bad !== null) {
    return fault(
      `文件像是 UTF-8，但第 ${bad + 1} 个字节处已损坏，无法读取。`,
      `The file looks like UTF-8 but is damaged at byte ${bad + 1}.`,
    )
  }
  return asGb18030(bytes)
}

/** A UTF-8 reading; plain ASCII is the weakest evidence, but any other encoding reads it the same. */
function utf8(text: string): Result<Decoded> {
  const why = because("全部字节都是合法的 UTF-8", "every byte is valid UTF-8")
  return done({ text, encoding: "utf-8", why, confidence: 0.99 })
}

/** A UTF-16 reading when the units are Chinese copy in one byte order and not in the other. */
function asUtf16(bytes: Uint8Array): Decoded | null {
  const little = utf16Share(bytes, "le")
  const big = utf16Share(bytes, "be")
  const share = Math.max(little, big)
  if (share < UTF16 || little === big) return null
  const encoding = little > big ? "utf-16le" : "utf-16be"
  const text = strictly(bytes, encoding)
  if (text === null || text.includes("\u0000")) return null
  const why = because(
    `没有字节顺序标记，但 ${Math.round(share * 100)}% 的双字节是汉字、标点或字母`,
    `no byte order mark, but ${Math.round(share * 100)} % of its units are characters of Chinese copy`,
  )
  return { text, encoding, why, confidence: Math.min(0.97, share) }
}

/** A GB18030 reading, with less confidence the fewer everyday characters it gives. */
function asGb18030(bytes: Uint8Array): Result<Decoded> {
  const text = strictly(bytes, "gb18030")
  if (text === null) {
    return fault(
      "无法识别文件的编码：既不是 UTF-8、UTF-16，也不是 GB18030。",
      "The encoding is not UTF-8, UTF-16 or GB18030.",
    )
  }
  const share = everydayShare(bytes)
  const why = because(
    `不是 UTF-8；按 GB18030 解码后 ${Math.round(share * 100)}% 为常用字`,
    `not UTF-8; read as GB18030, ${Math.round(share * 100)} % are everyday characters`,
  )
  return done({ text, encoding: "gb18030", why, confidence: Math.min(0.95, 0.3 + share * 0.65) })
}

/** The bytes decoded without mercy; null when a single byte does not fit. */
function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function tooLarge(length: number): Result<never> {
  const size = Math.ceil(length / 1024 / 1024)
  return fault(
    `文件有 ${size} MB，超过 50 MB 的上限。`,
    `The file has ${size} MB; the limit is 50 MB.`,
  )
}

function damaged(name: string): Result<never> {
  return fault(`文件标明是 ${name}，但内容已损坏。`, `The file says it is ${name} but is damaged.`)
}

function notText(): Result<never> {
  return fault(
    "这不是文字稿：文件里有文字稿不会有的控制字符。",
    "This is not a text file: it holds control characters.",
  )
}
