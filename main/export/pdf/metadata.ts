import type { PDFContext, PDFRef } from "pdf-lib"
import { PDFHexString, PDFRawStream, PDFStream, PDFString } from "pdf-lib"
import { sha256 } from "./digest.ts"
import type { PdfOptions } from "./order.ts"
import { FORMS } from "./standard.ts"

/** A moment as a PDF dictionary writes it and as XMP does. */
interface Stamp {
  readonly pdf: string
  readonly xmp: string
}

/** Namespace of what only this program writes. */
const OWN_WORDS = "urn:banxin:export:1.0/"

/** Date, time, optional seconds and their fraction, zone. */
const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/

/**
 * Reads an ISO 8601 time with its zone. Throws on anything else: the time comes from our own program.
 * Source: PDF 1.7, 7.9.4; XMP part 1, 8.2.1.1.
 */
export function stampOf(at: string): Stamp {
  const parts = ISO.exec(at)
  if (parts === null) throw new RangeError(`not a time with its zone: ${at}`)
  const [, year, month, day, hour, minute, second = "00", zone = "Z"] = parts
  const [hours, minutes] = [zone.slice(0, 3), zone.slice(-2)]
  return {
    pdf: `D:${year}${month}${day}${hour}${minute}${second}${zone === "Z" ? "Z" : `${hours}'${minutes}'`}`,
    xmp: `${year}-${month}-${day}T${hour}:${minute}:${second}${zone === "Z" ? "Z" : `${hours}:${minutes}`}`,
  }
}

/** The Info dictionary. */
export function infoObject(context: PDFContext, options: PdfOptions): PDFRef {
  const made = PDFString.of(stampOf(options.at).pdf)
  const { info } = FORMS[options.standard]
  return context.register(
    context.obj({
      Title: PDFHexString.fromText(legible(options.title)),
      Creator: PDFHexString.fromText(legible(options.creator)),
      Producer: PDFHexString.fromText(legible(options.producer)),
      CreationDate: made,
      ModDate: made,
      Trapped: "False",
      GTS_PDFXVersion: info === null ? undefined : PDFString.of(info),
      BanxinOverride: options.override && PDFHexString.fromText(signed(options.override)),
    }),
  )
}

/**
 * The XMP packet: the Info dictionary once more, and the file's identity.
 * It stays unfiltered, so that programs that know nothing of PDF find it.
 * Source: ISO 16684-1; PDF 1.7, 14.3.2.
 */
export function xmpObject(context: PDFContext, options: PdfOptions, identity: string): PDFRef {
  const dict = context.obj({ Type: "Metadata", Subtype: "XML" })
  return context.register(PDFRawStream.of(dict, Buffer.from(packet(options, identity), "utf8")))
}

/** A hash of everything that was registered so far, 32 hexadecimal digits. */
export function identityOf(context: PDFContext): string {
  const hash = sha256()
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFStream)
      hash.update(object.dict.toString()).update(object.getContents())
    else hash.update(object.toString())
  }
  return hash.digest("hex").slice(0, 32)
}

function packet(options: PdfOptions, identity: string): string {
  const { xmp } = stampOf(options.at)
  const uuid = `uuid:${identity.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"${options.override ? `\n xmlns:banxin="${OWN_WORDS}"` : ""}>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(options.title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${xmp}</xmp:CreateDate>
<xmp:ModifyDate>${xmp}</xmp:ModifyDate>
<xmp:MetadataDate>${xmp}</xmp:MetadataDate>
<xmp:CreatorTool>${escaped(options.creator)}</xmp:CreatorTool>
<xmpMM:DocumentID>${uuid}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>${escaped(options.producer)}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>${versionOf(options)}${overrideIn(options)}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

/** The standard as XMP names it; nothing where it belongs elsewhere. */
function versionOf({ standard }: PdfOptions): string {
  const { xmp } = FORMS[standard]
  return xmp === null ? "" : `\n<pdfxid:GTS_PDFXVersion>${xmp}</pdfxid:GTS_PDFXVersion>`
}

/** An override in the words of our own namespace, which no standard forbids; nothing where there is none. */
function overrideIn({ override }: PdfOptions): string {
  if (!override) return ""
  const { name, reason } = override
  return `
<banxin:OverriddenBy>${escaped(name)}</banxin:OverriddenBy>
<banxin:OverrideReason>${escaped(reason)}</banxin:OverrideReason>`
}

/** An override as one text: keys of one's own in the Info dictionary may be nothing else. Source: ISO 15930-4, 6.2 */
function signed({ name, reason }: NonNullable<PdfOptions["override"]>): string {
  return legible(`${name}：${reason}`)
}

/** Text that XML can hold and a title bar can show: control characters and lone surrogates are spaces. */
function legible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, " ")
}

function escaped(text: string): string {
  return legible(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
}
