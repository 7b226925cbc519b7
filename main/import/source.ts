import { extname } from "node:path"
import type { Say } from "../../layouts/finding.ts"
import { done, fault, type Result } from "../result.ts"
import { opensWith } from "./bytes.ts"
import { because } from "./decisions.ts"
import { decodeText, type Decoded } from "./decode.ts"
import type { Format } from "./lines/blocks.ts"
import type { MarkedText } from "./rich/docx-marks.ts"
import { linesOfHtml } from "./rich/html.ts"
import { readDocx } from "./rich/read-docx.ts"
import { trayIn } from "./rich/tray.ts"

/** Endings of files in Markdown, in HTML, and in text that is never taken for HTML. */
const MARKDOWN = /^\.(?:md|markdown)$/
const HTML = /^\.(?:html?|xhtml)$/
const PLAIN = /^\.(?:txt|md|markdown)$/

/** A file's copy as text that the importer reads, whatever the file was. */
export interface Source {
  readonly text: string
  readonly format: Format
  readonly encoding: string
  readonly encodingWhy: string
  /** What the file held and could not be taken over. */
  readonly notices: readonly Say[]
  /** What its paragraphs bear beside their words; absent for copy that can bear nothing. */
  readonly marks?: readonly MarkedText[]
}

/** Text in some encoding, and how that was found. */
type Told = Pick<Decoded, "text" | "why"> & { readonly encoding: string }

/**
 * The text of a file by its bytes and its name: a Word document by its first bytes, HTML by the
 * name's ending or its own beginning, Markdown by the ending, else plain text. Formatted copy keeps
 * its headings, bold paragraphs, pictures and table rows as Markdown; pictures that stand in it are laid into the folder `tray`. Faults say
 * why it cannot be had.
 */
export async function sourceOf(
  bytes: Uint8Array,
  name: string,
  tray: string,
): Promise<Result<Source>> {
  const ending = extname(name).toLowerCase()
  if (isArchive(bytes)) return docx(bytes, tray)
  if (isOldOffice(bytes)) return oldOffice()
  const html = HTML.test(ending) || (!PLAIN.test(ending) && opensAsHtml(bytes))
  const decoded = html ? decodeHtml(bytes) : decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text, encoding, why } = decoded.value
  const told = { encoding, encodingWhy: why, notices: [] }
  if (html) return done({ ...told, text: marked(text, tray), format: "markdown" })
  return done({ ...told, text, format: MARKDOWN.test(ending) ? "markdown" : "text" })
}

async function docx(bytes: Uint8Array, tray: string): Promise<Result<Source>> {
  const opened = await readDocx(bytes, tray)
  if (!opened.ok) return opened
  const { html, notices, marks } = opened.value
  const encodingWhy = because("Word 文档自带编码", "a Word document knows its own encoding")
  const text = marked(html, tray)
  return done({ text, format: "markdown", encoding: "docx", encodingWhy, notices, marks })
}

/** HTML as the Markdown that the importer reads. */
function marked(html: string, tray: string): string {
  return linesOfHtml(html, trayIn(tray)).join("\n")
}

/** True for the first bytes of a ZIP archive, which a .docx is. */
function isArchive(bytes: Uint8Array): boolean {
  return opensWith(bytes, [0x50, 0x4b, 3, 4])
}

/** True for the container of Word before 2007, in which newer documents with a password lie too. */
function isOldOffice(bytes: Uint8Array): boolean {
  return opensWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])
}

function oldOffice(): Result<never> {
  return fault(
    "这是旧版 Word 文件（.doc）或加了密码的文档，请在 Word 或 WPS 里另存为不加密的 .docx。",
    "This is an old Word file (.doc) or a document with a password; save it as .docx without one.",
  )
}

/** Editorial systems export HTML under the ending .doc. */
function opensAsHtml(bytes: Uint8Array): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(headOf(bytes))
}

/** The first 1024 bytes, in which browsers look for a page's encoding too. */
function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 1024)).toString("latin1")
}

/** Where a page of HTML says its encoding. */
const DECLARED = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z\d_:.-]+)/i

/** A page's text: in an encoding of its own where it says one that we do not find by ourselves. */
function decodeHtml(bytes: Uint8Array): Result<Told> {
  const label = DECLARED.exec(headOf(bytes))?.[1] ?? ""
  if (label === "" || /^(?:utf-?8|gb|cp936|ms936|unicode|utf-?16)/i.test(label))
    return decodeText(bytes)
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes)
    const why = because(`网页声明是 ${label}`, `the page says that it is ${label}`)
    return done({ text, encoding: label.toLowerCase(), why })
  } catch {
    return decodeText(bytes)
  }
}
