import { printerProfile } from "../../conditions/profile.ts"
import { FORMS } from "../../export/pdf/standard.ts"
import type { Profile } from "../profile.ts"
import { dictOf, listOf, nameOf, numberOf, streamOf, textOf } from "../read/values.ts"
import type { Dict, Value } from "../read/values.ts"
import { filtersOf } from "../read/filters.ts"
import type { PdfFile } from "../read/pdf-file.ts"
import type { Tray } from "../report.ts"
import type { RuleId } from "../rules.ts"

/** Longest XMP packet that is read, characters. */
const MOST_XMP = 4_000_000

/** What a file says of itself. */
export interface Claims {
  readonly info: Dict
  /** The XMP packet; null where there is none. */
  readonly xmp: string | null
  /** What the file says it is made to, as PDF/X-4; null for nothing. */
  readonly claim: string | null
}

export function claimsOf(file: PdfFile): Claims {
  const info = dictOf(file.get(file.trailer.get("Info"))) ?? new Map()
  const stream = streamOf(file.get(file.catalog.get("Metadata")))
  const packet = stream && file.unpack(stream)?.bytes
  const xmp = packet ? Buffer.from(packet.subarray(0, MOST_XMP)).toString("utf8") : null
  const written = textOf(file.get(info.get("GTS_PDFXVersion")))
  const claim = (xmp === null ? null : xmpValue(xmp, "pdfxid:GTS_PDFXVersion")) ?? written
  return { info, xmp, claim }
}

/** A simple property of an XMP packet, as an element or an attribute. */
export function xmpValue(xmp: string, name: string): string | null {
  const found = new RegExp(`${name}\\s*(?:=\\s*["']([^"']*)["']|>([^<]*)<)`).exec(xmp)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? null : unescaped(value.trim())
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&")
}

type Add = (rule: RuleId, zh: string, en: string) => void

/** Checks claims, Info, XMP and output intent against a standard. */
export function checkMetadata(file: PdfFile, profile: Profile, claims: Claims, tray: Tray): void {
  const add: Add = (rule, zh, en) => tray.add({ rule, say: { zh, en } })
  checkOverride(claims, add)
  if (profile.standard === "proof") return
  checkClaim(file, profile, claims, add)
  checkDictionary(file, claims, add)
  checkPacket(file, claims, add)
  checkIntent(file, profile, add)
}

/** A page that was sent out with errors says who did so, and why. */
function checkOverride({ xmp }: Claims, add: Add): void {
  const name = xmp === null ? null : xmpValue(xmp, "banxin:OverriddenBy")
  const reason = xmp === null ? null : xmpValue(xmp, "banxin:OverrideReason")
  if (name !== null)
    add(
      "file/override",
      `${name} 带错输出了这个文件，理由：${reason ?? ""}。`,
      `${name} exported this file with errors, for this reason: ${reason ?? ""}.`,
    )
}

function checkClaim(file: PdfFile, { standard }: Profile, { info, xmp }: Claims, add: Add): void {
  const { info: inInfo, xmp: inXmp } = FORMS[standard]
  const wanted = inInfo ?? inXmp
  const found = inInfo
    ? textOf(file.get(info.get("GTS_PDFXVersion")))
    : xmp && xmpValue(xmp, "pdfxid:GTS_PDFXVersion")
  if (found === wanted) return
  add(
    "file/standard",
    found ? `文件声明为 ${found}，不是 ${wanted}。` : `文件没有声明 ${wanted}。`,
    found ? `The file claims ${found}, not ${wanted}.` : `The file does not claim ${wanted}.`,
  )
}

/** Entries of Info that a printer's file has to have. */
const ENTRIES = ["Title", "CreationDate", "ModDate", "Creator", "Producer"]

function checkDictionary(file: PdfFile, { info }: Claims, add: Add): void {
  const missing = ENTRIES.filter((key) => !textOf(file.get(info.get(key))))
  if (missing.length > 0)
    add(
      "file/metadata",
      `文档属性缺 ${missing.join("、")}。`,
      `The document information lacks ${missing.join(", ")}.`,
    )
  const trapped = nameOf(file.get(info.get("Trapped")))
  if (trapped !== "True" && trapped !== "False")
    add(
      "file/trapped",
      "没有写明是否已做陷印（Trapped）。",
      "It is not said whether the file is trapped (Trapped).",
    )
}

/** Properties of XMP that X-4 asks for. */
const PROPERTIES = [
  "xmpMM:DocumentID",
  "xmpMM:VersionID",
  "xmpMM:RenditionClass",
  "xmp:CreateDate",
  "xmp:ModifyDate",
  "xmp:MetadataDate",
  "dc:title",
  "pdf:Trapped",
]

function checkPacket(file: PdfFile, { info, xmp }: Claims, add: Add): void {
  if (xmp === null) return add("file/xmp", "没有 XMP 元数据。", "There is no XMP metadata.")
  const stream = streamOf(file.get(file.catalog.get("Metadata")))
  if (stream && filtersOf(stream.dict, file.get).length > 0)
    add("file/xmp", "XMP 元数据被压缩了。", "The XMP metadata is compressed.")
  const missing = PROPERTIES.filter((name) => !xmp.includes(name))
  if (missing.length > 0)
    add("file/xmp", `XMP 缺 ${missing.join("、")}。`, `The XMP lacks ${missing.join(", ")}.`)
  const at = (key: string): string | null => textOf(file.get(info.get(key)))
  const digits = (text: string | null): string => (text ?? "").replace(/\D/g, "").slice(0, 14)
  const [made, stamped] = [digits(at("CreationDate")), digits(xmpValue(xmp, "xmp:CreateDate"))]
  if (made && stamped && made !== stamped)
    add(
      "file/metadata",
      "文档属性与 XMP 的制作时间不同。",
      "The document information and the XMP give different times of making.",
    )
  const title = /<dc:title>[\s\S]{0,400}?<rdf:li[^>]*>([^<]*)/.exec(xmp)?.[1]
  if (title !== undefined && unescaped(title) !== (at("Title") ?? ""))
    add(
      "file/metadata",
      "文档属性与 XMP 的标题不同。",
      "The document information and the XMP give different titles.",
    )
}

/** Checks the one output intent of a printer's file. */
function checkIntent(file: PdfFile, profile: Profile, add: Add): void {
  const intents = (listOf(file.get(file.catalog.get("OutputIntents"))) ?? [])
    .map((one) => dictOf(file.get(one)))
    .filter((one) => nameOf(file.get(one?.get("S"))) === "GTS_PDFX")
  if (intents.length !== 1)
    add(
      "file/intent",
      `须有且只有一个 PDF/X 输出意图，现有 ${intents.length} 个。`,
      `There must be one output intent for PDF/X; there are ${intents.length}.`,
    )
  for (const intent of intents) if (intent) checkOneIntent(file, { intent, profile }, add)
}

function checkOneIntent(
  file: PdfFile,
  { intent, profile }: { readonly intent: Dict; readonly profile: Profile },
  add: Add,
): void {
  const at = (key: string): Value => file.get(intent.get(key))
  const identifier = textOf(at("OutputConditionIdentifier"))
  if (!identifier)
    add(
      "file/intent",
      "输出意图没有写明印刷条件。",
      "The output intent names no printing condition.",
    )
  else if (identifier !== profile.condition.identifier)
    add(
      "file/condition",
      `输出意图是 ${identifier}，不是“${profile.condition.name.zh}”的 ${profile.condition.identifier}。`,
      `The output intent is ${identifier}, not the ${profile.condition.identifier} of “${profile.condition.name.en}”.`,
    )
  const stream = streamOf(at("DestOutputProfile"))
  if (stream) return checkProfile(file, stream, add)
  if (profile.standard === "x4")
    return add(
      "file/intent",
      "PDF/X-4 须嵌入 ICC 特性文件。",
      "PDF/X-4 needs an embedded ICC profile.",
    )
  if (textOf(at("RegistryName")) !== "http://www.color.org" || !textOf(at("Info")))
    add(
      "file/intent",
      "没有嵌入 ICC 特性文件时，须写明注册处和说明。",
      "Without an embedded ICC profile the registry and a description must be given.",
    )
}

function checkProfile(
  file: PdfFile,
  stream: { readonly dict: Dict; readonly raw: Uint8Array },
  add: Add,
): void {
  const bytes = file.unpack(stream)?.bytes ?? new Uint8Array(0)
  const checked = printerProfile(bytes, "DestOutputProfile")
  if (!checked.ok) add("file/intent", checked.say.zh, checked.say.en)
  if (numberOf(file.get(stream.dict.get("N"))) !== 4)
    add(
      "file/intent",
      "特性文件的通道数（N）不是 4。",
      "The profile's number of channels (N) is not 4.",
    )
}
