import type { Say } from "../../../layouts/finding.ts"
import { done, fault, type Result } from "../../result.ts"
import type { KeepPicture } from "./html.ts"
import { headedBySize, type TreeNode } from "./title-size.ts"
import { marksIn, type MarkedText } from "./docx-marks.ts"
import { formulasIn, plainPart } from "./docx-part.ts"
import { KEPT_TAB } from "./words.ts"
import { openArchive, UnusableArchive, type Archive } from "./zip.ts"

/** Word's styles beyond mammoth's own list: titles, and the names that WPS gives in Chinese. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='副标题'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
  "r[style-name='要点'] => strong",
]

/** Where a document's words are. */
const MAIN_PART = "word/document.xml"

/** A Word document as HTML, and what had to be left out of it. */
export interface OpenedDocx {
  readonly html: string
  readonly notices: readonly Say[]
  /** What its paragraphs bear beside their words. */
  readonly marks: readonly MarkedText[]
}

/** What mammoth asks of an unpacked document. */
interface DocxFile {
  exists(name: string): boolean
  read(name: string, encoding?: string): Promise<string | Uint8Array>
}

/**
 * A Word document's bytes as HTML: its words, headings by style or by size, tables, and its pictures,
 * each kept as a file, and beside it what its characters bear. Comments and deleted text are left out, footnotes come last. A document that
 * is damaged, locked or unpacks to too much is a fault with its reason.
 */
export async function htmlOfDocx(
  bytes: Uint8Array,
  keep: KeepPicture,
): Promise<Result<OpenedDocx>> {
  let unreadable = 0
  try {
    const archive = openArchive(bytes)
    if (!isWord(archive)) return notWord()
    const { default: mammoth } = await import("mammoth")
    const { value } = await mammoth.convertToHtml(fileOf(archive), {
      styleMap: STYLES,
      ignoreEmptyParagraphs: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (tree: TreeNode) => headedBySize(withKeptTabs(tree)),
      convertImage: mammoth.images.imgElement(async (image) => {
        const kind = image.contentType.replace(/^image\//, "")
        const path = keep(kind, new Uint8Array(await image.readAsBuffer()))
        if (path === null) unreadable += 1
        return { src: path ?? "" }
      }),
    })
    const main = archive.names.has(MAIN_PART) ? textOf(archive, MAIN_PART) : ""
    const notices = noticesOf({ unreadable, formulas: formulasIn(main) })
    return done({ html: value, notices, marks: marksIn(main) })
  } catch (cause) {
    if (cause instanceof UnusableArchive) return { ok: false, say: cause.say }
    const why = cause instanceof Error ? cause.message.split("\n")[0] : String(cause)
    return fault(
      `Word 文档读不懂（${why}）；请在 Word 或 WPS 里打开后另存一份。`,
      `The Word document cannot be understood (${why}); open it in Word or WPS and save it anew.`,
    )
  }
}

/** The document with its tabs as text that is kept: in HTML they would be blanks. */
function withKeptTabs(node: TreeNode): TreeNode {
  if (node.type === "tab") return { type: "text", value: KEPT_TAB }
  return node.children ? { ...node, children: node.children.map(withKeptTabs) } : node
}

/**
 * The unpacked document in mammoth's own form, in place of its unpacker, which inflates whatever an
 * archive holds. Source: mammoth lib/unzip.js (`file`).
 */
function fileOf(archive: Archive): { readonly buffer: Buffer } {
  const file: DocxFile = {
    exists: (name) => archive.names.has(name),
    read(name, encoding) {
      const content =
        name === MAIN_PART
          ? new TextEncoder().encode(plainPart(textOf(archive, name)))
          : archive.read(name)
      if (encoding === undefined) return Promise.resolve(content)
      if (encoding === "base64") return Promise.resolve(Buffer.from(content).toString("base64"))
      return Promise.resolve(new TextDecoder(encoding).decode(content))
    },
  }
  return { file } as unknown as { buffer: Buffer }
}

function textOf(archive: Archive, name: string): string {
  return new TextDecoder().decode(archive.read(name))
}

function isWord({ names }: Archive): boolean {
  return names.has("[Content_Types].xml") && [...names].some((name) => /^word\//i.test(name))
}

function notWord(): Result<never> {
  return fault(
    "这不是 Word 文档（.docx），请把文字另存为 docx、txt、md 或 html。",
    "This is no Word document (.docx); save its text as docx, txt, md or html.",
  )
}

function noticesOf(left: Readonly<Record<"unreadable" | "formulas", number>>): readonly Say[] {
  const { unreadable, formulas } = left
  const pictures = {
    zh: `文档里有 ${unreadable} 张图片的格式读不了（如 EMF、WMF），没有导入。`,
    en: `${unreadable} pictures of the document have a format that cannot be read (such as EMF or WMF) and were left out.`,
  }
  const words = {
    zh: `文档里有 ${formulas} 处公式，只取出了字，没有取出排法，请核对。`,
    en: `${formulas} formulas of the document came as their characters alone; check how they are set.`,
  }
  return [...(unreadable > 0 ? [pictures] : []), ...(formulas > 0 ? [words] : [])]
}
