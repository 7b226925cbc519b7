import { inflateRawSync } from "node:zlib"
import type { Say } from "../../../layouts/finding.ts"

/** Parts that an archive may have; a long document with a picture on each page stays far below. */
const MOST_PARTS = 5000

/** What all parts together may unpack to, bytes: a few pictures of a camera, and no bomb. */
const MOST_WHOLE = 300 * 1024 * 1024

/** What one part of text may unpack to, bytes; its tree takes many times as much. */
const MOST_TEXT = 24 * 1024 * 1024

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff

/** An archive that cannot be used; its sentence says why. */
export class UnusableArchive extends Error {
  readonly say: Say
  constructor(zh: string, en: string) {
    super(en)
    this.say = { zh, en }
  }
}

/** A ZIP archive whose parts are unpacked when they are asked for. */
export interface Archive {
  readonly names: ReadonlySet<string>
  /** The bytes of a part. Throws UnusableArchive for one that is missing, damaged or too large. */
  read(name: string): Uint8Array
}

interface Part {
  readonly method: number
  readonly packed: number
  readonly at: number
}

/**
 * Opens a ZIP archive. What its parts unpack to is counted while they are unpacked, whatever the
 * archive says about them, so that a bomb ends as a sentence. Throws UnusableArchive.
 * Source: PKWARE APPNOTE 4.3 (central directory); archives beyond 4 GB are not read.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts = directoryOf(bytes, view)
  let left = MOST_WHOLE
  return {
    names: new Set(parts.keys()),
    read(name) {
      const part = parts.get(name)
      if (part === undefined) throw damaged()
      const most = /\.(xml|rels)$/i.test(name) ? Math.min(MOST_TEXT, left) : left
      const content = unpacked(bytes, view, part, most)
      left -= content.length
      return content
    },
  }
}

/** The archive's parts by name, from the directory at its end. */
function directoryOf(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Part> {
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_PARTS) throw tooLarge()
  const parts = new Map<string, Part>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged()
    if ((view.getUint16(at + 8, true) & 1) === 1)
      throw new UnusableArchive(
        "文档加了密码，请去掉密码后再导入。",
        "The document has a password; remove it and import again.",
      )
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    parts.set(name.replaceAll("\\", "/"), {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

/** Where the end record stands: the last one, for a comment may follow it. */
function endOf(view: DataView): number {
  const least = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= least; at--)
    if (view.getUint32(at, true) === END) return at
  throw damaged()
}

function unpacked(bytes: Uint8Array, view: DataView, part: Part, most: number): Uint8Array {
  const { at, method, packed } = part
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) throw damaged()
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const content = bytes.subarray(from, from + packed)
  if (content.length !== packed) throw damaged()
  if (method === 0) {
    if (packed > most) throw tooLarge()
    return content
  }
  if (method !== 8) throw damaged()
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) })
  } catch (cause) {
    throw (cause as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : damaged()
  }
}

function damaged(): UnusableArchive {
  return new UnusableArchive(
    "文档已损坏，无法读取；请在 Word 或 WPS 里打开后另存一份。",
    "The document is damaged; open it in Word or WPS and save it anew.",
  )
}

function tooLarge(): UnusableArchive {
  return new UnusableArchive(
    "文档解开后太大，不像文字稿，没有读入。",
    "The document unpacks to more than any copy has; it was not read.",
  )
}
