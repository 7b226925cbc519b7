import { filtersOf } from "../read/filters.ts"
import type { PdfFile } from "../read/pdf-file.ts"
import { dictOf, listOf, nameOf, streamOf, textOf, type Dict } from "../read/values.ts"
import type { Profile } from "../profile.ts"
import type { Tray } from "../report.ts"
import type { RuleId } from "../rules.ts"

/** Highest version that a standard allows. */
const VERSIONS = { proof: 9, x1a: 1.4, x4: 1.6 } as const

/** Checks what a file is made of. */
export function checkFile(file: PdfFile, { standard }: Profile, tray: Tray): void {
  const add = (rule: RuleId, zh: string, en: string): void => tray.add({ rule, say: { zh, en } })
  const version = nameOf(file.get(file.catalog.get("Version"))) ?? file.version
  if (!(Math.max(Number(version), Number(file.version)) <= VERSIONS[standard]))
    add(
      "file/version",
      `PDF 版本是 ${version}，最高只能是 ${VERSIONS[standard]}。`,
      `The PDF version is ${version}; ${VERSIONS[standard]} is the highest allowed.`,
    )
  if (!file.binary)
    add(
      "file/binary",
      "文件头后没有二进制标记，传输时可能被当作文本改坏。",
      "There is no binary comment after the head, so a program may spoil the file as text.",
    )
  const id = listOf(file.get(file.trailer.get("ID")))
  if (id?.length !== 2 || id.some((one) => textOf(file.get(one)) === null))
    add("file/id", "缺少文件标识（ID）。", "The file has no identifier (ID).")
  checkCatalog(file, add)
  checkObjects(file, tray)
}

type Add = (rule: RuleId, zh: string, en: string) => void

function checkCatalog({ catalog, get }: PdfFile, add: Add): void {
  const names = dictOf(get(catalog.get("Names")))
  const open = dictOf(get(catalog.get("OpenAction")))
  const script = open !== null && nameOf(get(open.get("S"))) === "JavaScript"
  if (names?.has("JavaScript") === true || script)
    add("file/javascript", "文件含 JavaScript。", "The file holds JavaScript.")
  if (open !== null || catalog.has("AA"))
    add(
      "file/actions",
      "文件打开时会执行动作。",
      "The file has actions that run when it is opened.",
    )
  const form = dictOf(get(catalog.get("AcroForm")))
  if (form)
    add(
      "file/forms",
      "文件含表单域，印出来可能不同。",
      "The file has form fields, which may print otherwise.",
    )
  if (names?.has("EmbeddedFiles") === true)
    add("file/embedded", "文件里嵌有别的文件。", "Other files are embedded in the file.")
  if (dictOf(get(catalog.get("OCProperties"))))
    add(
      "file/layers",
      "文件含图层，印出哪些图层取决于设备。",
      "The file has layers; which of them print depends on the device.",
    )
}

/** Checks every object of the file for what no standard allows. */
function checkObjects(file: PdfFile, tray: Tray): void {
  for (const number of file.numbers) {
    const stream = streamOf(file.get({ ref: number }))
    if (stream) checkStream(file, stream.dict, tray)
  }
}

function checkStream(file: PdfFile, dict: Dict, tray: Tray): void {
  const add: Add = (rule, zh, en) => tray.add({ rule, say: { zh, en } })
  const type = nameOf(file.get(dict.get("Type")))
  if (type === "ObjStm" || type === "XRef")
    add(
      "file/packed",
      "文件用了 PDF 1.4 没有的对象流或交叉引用流。",
      "The file has object or cross-reference streams, which PDF 1.4 does not know.",
    )
  for (const filter of filtersOf(dict, file.get)) checkFilter(filter, add)
  if (
    dict.has("FFilter") ||
    (dict.has("F") && dict.has("Length") && dictOf(file.get(dict.get("F"))))
  )
    add("file/outside", "有内容存放在文件以外。", "Some content lies outside the file.")
  const subtype = nameOf(file.get(dict.get("Subtype")))
  if (subtype === "PS" || dict.has("OPI"))
    add(
      "file/postscript",
      "文件含 PostScript 对象或 OPI。",
      "The file holds PostScript objects or OPI.",
    )
}

function checkFilter(filter: string, add: Add): void {
  const say = [`压缩方式 ${filter} 不许用。`, `The compression ${filter} is not allowed.`] as const
  if (filter === "LZWDecode" || filter === "Crypt") add("file/filter", ...say)
  if (filter === "JBIG2Decode" || filter === "JPXDecode") add("file/packed", ...say)
}
