import type { Corners } from "../../layouts/notes/foreign.ts"
import { pagesOf } from "../../main/preflight/read/pages.ts"
import { listOf, nameOf, type Dict } from "../../main/preflight/read/values.ts"
import {
  nextFree,
  opened,
  pageNumber,
  rewritten,
  textOfValue,
  updated,
  withEntries,
  type StreamObject,
  type UpdateForm,
} from "./pdf-saved.ts"

/** What a reader does to a proof in some program. */
export interface Remark {
  readonly does:
    | "replace"
    | "delete"
    | "insert"
    | "highlight"
    | "underline"
    | "squiggly"
    | "sticky"
    | "freetext"
    | "ink"
    | "polygon"
    | "stamp"
    | "attach"
  /** The words' rectangles, one a line. */
  readonly quads: readonly Corners[]
  readonly say: string
  readonly page?: number
}

type Objects = Map<number, string | StreamObject>

/** Text strings as programs write them. */
export function utf16Hex(text: string): string {
  return `<${Buffer.from(`\uFEFF${text}`, "utf16le").swap16().toString("hex").toUpperCase()}>`
}

/** UTF-16 in a literal string, its odd bytes escaped, as Foxit writes. */
export function utf16Literal(text: string): string {
  return literal(Buffer.from(`\uFEFF${text}`, "utf16le").swap16())
}

export function utf8Literal(text: string): string {
  return literal(Buffer.from(`\uFEFF${text}`, "utf8"))
}

function literal(bytes: Buffer): string {
  const signs = [...bytes].map((byte) => {
    if (byte === 0x28 || byte === 0x29 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`
    if (byte === 13) return "\\r"
    if (byte === 10) return "\\n"
    return byte < 32 ? `\\${byte.toString(8).padStart(3, "0")}` : String.fromCharCode(byte)
  })
  return `(${signs.join("")})`
}

/** Orders of a quad's corners. Acrobat's is what all draw; the standard's goes round. */
const ORDERS = {
  acrobat: [0, 3, 2, 3, 0, 1, 2, 1],
  standard: [0, 1, 2, 1, 2, 3, 0, 3],
  fromRight: [2, 3, 0, 3, 0, 1, 2, 1],
} as const

function quadPoints(quads: readonly Corners[], order: keyof typeof ORDERS): string {
  const numbers = quads.flatMap((quad) => ORDERS[order].map((at) => quad[at]))
  return `/QuadPoints [${numbers.map((number) => number.toFixed(3)).join(" ")}]`
}

function rectOf(quads: readonly Corners[], more = 0): string {
  const sides = [0, 1, 2, 3].map((at) => {
    const all = quads.map((quad) => quad[at]!)
    return at < 2 ? Math.min(...all) - more : Math.max(...all) + more
  })
  return `/Rect [${sides.map((side) => side.toFixed(4)).join(" ")}]`
}

/** The rectangle of a caret behind the last words: its tip points up between two lines' feet. */
function caretRect(quads: readonly Corners[]): Corners {
  const [, foot, right, top] = quads.at(-1)!
  const half = 0.33 * (top - foot)
  return [right - half, foot - 0.2 * (top - foot), right + half, foot + 0.6 * (top - foot)]
}

const MARKUP = {
  ...{ delete: "StrikeOut", highlight: "Highlight", underline: "Underline" },
  squiggly: "Squiggly",
} as const

interface Hand {
  readonly next: () => number
  readonly page: number
  readonly objects: Objects
}

type Draw = (hand: Hand, remark: Remark, n: number) => readonly number[]

/** A file with a reader's remarks behind it, as a program saves what it was given. */
function annotatedBy(
  bytes: Uint8Array,
  remarks: readonly Remark[],
  { draw, form, indirect = false }: { draw: Draw; form: UpdateForm; indirect?: boolean },
): Uint8Array {
  const file = opened(bytes)
  let free = nextFree(file)
  const objects: Objects = new Map()
  const next = () => free++
  for (const [i, { dict }] of pagesOf(file).entries()) {
    const page = pageNumber(file, i)
    const own = remarks.filter((remark) => (remark.page ?? 0) === i)
    if (own.length === 0) continue
    const refs = own.flatMap((remark, n) => draw({ next, page, objects }, remark, n))
    const before = listOf(file.get(dict.get("Annots"))) ?? []
    const list = `[${[...before.map((one) => textOfValue(one)), ...refs.map((one) => `${one} 0 R`)].join(" ")}]`
    const annots = indirect ? next() : 0
    if (indirect) objects.set(annots, list)
    objects.set(page, withEntries(dict, { Annots: indirect ? `${annots} 0 R` : list }))
  }
  return updated(bytes, { objects, form })
}

const RICH = (say: string) =>
  `<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml" xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/" xfa:APIVersion="Acrobat:23.6.0" xfa:spec="2.0.2"><p dir="ltr"><span dir="ltr" style="font-size:10.5pt;text-align:left;color:#000000;font-weight:normal;font-style:normal">${say}</span></p></body>`

function form(hand: Hand, rect: string): number {
  const number = hand.next()
  const box = rect.replace("/Rect", "/BBox")
  hand.objects.set(number, { dict: `/Type /XObject /Subtype /Form ${box}`, stream: "1 0 0 RG" })
  return number
}

/** Acrobat: groups, popups, rich text beside plain, ticks and states as hidden replies. */
const acrobatDraw: Draw = (hand, { does, quads, say }, n) => {
  const { next, page, objects } = hand
  const [own, popup] = [next(), next()]
  const base = (rect: string, subject: string) =>
    `/Type /Annot ${rect} /P ${page} 0 R /F 4 /T ${utf16Hex("刘校对")} /Subj (${subject}) /C [1 0 0] /CA 1
     /CreationDate (D:2031110421${10 + n}00+08'00') /M (D:2031110421${10 + n}10+08'00')
     /NM (4f1c2a60-71a3-4d07-9f2e-0000000000${10 + n}) /Popup ${popup} 0 R`
  const words = `/Contents ${utf16Hex(say)} /RC ${utf16Hex(RICH(say))}`
  objects.set(
    popup,
    `<< /Type /Annot /Subtype /Popup /Rect [0 0 204 136] /F 28 /Parent ${own} 0 R /Open false >>`,
  )
  if (does === "replace") {
    const strike = next()
    const rect = rectOf([caretRect(quads)])
    objects.set(
      own,
      `<< ${base(rect, "Inserted Text")} /Subtype /Caret /IT /Replace /RD [0.3 0.3 0.3 0.3] ${words} /AP << /N ${form(hand, rect)} 0 R >> >>`,
    )
    const struck = base(rectOf(quads, 1), "Cross-Out").replace(/0000(\d\d)\)/, "00a0$1)")
    objects.set(
      strike,
      `<< ${struck.replace(/\/Popup \d+ 0 R/, "")} /Subtype /StrikeOut ${quadPoints(quads, "acrobat")} /IRT ${own} 0 R /RT /Group /IT /StrikeOutTextEdit >>`,
    )
    const [tick, state] = [next(), next()]
    const hidden = `/Type /Annot /Subtype /Text /Rect [0 0 20 20] /F 30 /IRT ${own} 0 R /T (Editor) /M (D:20311104230000Z)`
    objects.set(
      tick,
      `<< ${hidden} /NM (tick-${n}) /State (Marked) /StateModel (Marked) /Contents (Marked set by Editor) >>`,
    )
    objects.set(
      state,
      `<< ${hidden} /NM (state-${n}) /State (Accepted) /StateModel (Review) /Contents (Accepted set by Editor) >>`,
    )
    return [own, strike, popup, tick, state]
  }
  if (does === "insert") {
    const rect = rectOf([caretRect(quads)])
    objects.set(own, `<< ${base(rect, "Inserted Text")} /Subtype /Caret /RD [0 0 0 0] ${words} >>`)
  } else if (does in MARKUP) {
    const kind = MARKUP[does as keyof typeof MARKUP]
    objects.set(
      own,
      `<< ${base(rectOf(quads, 1.5), kind)} /Subtype /${kind} ${quadPoints(quads, "acrobat")} ${words} >>`,
    )
  } else objects.set(own, `<< ${base(rectOf(quads), "Note")} ${shape(does, quads)} ${words} >>`)
  return [own, popup]
}

function shape(does: Remark["does"], quads: readonly Corners[]): string {
  const [[left, foot, right, top]] = quads as readonly [Corners]
  switch (does) {
    case "sticky":
      return "/Subtype /Text /Name /Comment /Open false"
    case "freetext":
      return "/Subtype /FreeText /DA (0 0 0 rg /Helv 12 Tf) /DS (font: Helvetica 12.0pt) /Q 0"
    case "ink":
      return `/Subtype /Ink /InkList [[${left} ${foot} ${right} ${top}]] /BS << /W 1 >>`
    case "polygon":
      return `/Subtype /Polygon /Vertices [${left} ${foot} ${right} ${foot} ${right} ${top}] /IT /PolygonCloud`
    case "stamp":
      return "/Subtype /Stamp /Name /SBApproved"
    default:
      return "/Subtype /FileAttachment /Name /PushPin /FS << /Type /Filespec /F (note.txt) >>"
  }
}

export function acrobat(bytes: Uint8Array, remarks: readonly Remark[]): Uint8Array {
  return annotatedBy(bytes, remarks, { draw: acrobatDraw, form: "packed", indirect: true })
}

/** Foxit: a table, literal strings, the strike before its caret, both with the same words. */
const foxitDraw: Draw = (hand, { does, quads, say }, n) => {
  const { next, page, objects } = hand
  const own = next()
  const base = `/Type /Annot /P ${page} 0 R /F 4 /T ${utf16Literal("周校对")} /M (D:20311105090${n}00+08'00')
    /CreationDate (D:20311105090${n}00+08'00') /C [0 0 1]`
  const words = `/Contents ${utf16Literal(say)}`
  if (does === "replace") {
    const caret = next()
    objects.set(
      own,
      `<< ${base} ${rectOf(quads)} /Subtype /StrikeOut /Subj (Replace) /IT /StrikeOutTextEdit /RT /Group /IRT ${caret} 0 R ${quadPoints(quads, "acrobat")} /NM (f-strike-number-${n}) >>`,
    )
    objects.set(
      caret,
      `<< ${base} ${rectOf([caretRect(quads)])} /Subtype /Caret /Subj (Replace) /IT /Replace /RD [0 0 0 0] ${words} /NM (f-caret-number-${n}) >>`,
    )
    return [own, caret]
  }
  const kind =
    does in MARKUP
      ? `/Subtype /${MARKUP[does as keyof typeof MARKUP]} ${quadPoints(quads, "acrobat")}`
      : ""
  const caret = does === "insert" ? "/Subtype /Caret /IT /Insert" : ""
  const rect = rectOf(does === "insert" ? [caretRect(quads)] : quads)
  const look = kind !== "" ? kind : caret !== "" ? caret : shape(does, quads)
  objects.set(own, `<< ${base} ${rect} ${look} ${words} /NM (f-remark-number-${n}) >>`)
  return [own]
}

export function foxit(bytes: Uint8Array, remarks: readonly Remark[]): Uint8Array {
  return annotatedBy(bytes, remarks, { draw: foxitDraw, form: "table" })
}

/** Okular over Poppler: no groups and no carets, times of the wall without a zone. */
const okularDraw: Draw = (hand, { does, quads, say }, n) => {
  const { next, page, objects } = hand
  const own = next()
  const base = `/Type /Annot /P ${page} 0 R /F 4 /T ${utf8Literal("孙校对")} /M (D:2031110510${10 + n}00)
    /NM (okular-{551f1c1c-224d-4982-b5ce-3494483bf8${10 + n}}) /C [1 1 0] /CA 1 /Border [0 0 1]`
  const put = does === "replace" ? `改为：${say}` : say
  const kind = does === "replace" ? "StrikeOut" : MARKUP[does as keyof typeof MARKUP]
  const look = kind ? `/Subtype /${kind} ${quadPoints(quads, "standard")}` : shape(does, quads)
  const popup = next()
  objects.set(
    own,
    `<< ${base} ${rectOf(quads)} ${look} /Contents ${utf16Hex(put)} /Popup ${popup} 0 R >>`,
  )
  objects.set(popup, `<< /Type /Annot /Subtype /Popup ${rectOf(quads)} /Parent ${own} 0 R >>`)
  return [own, popup]
}

export function okular(bytes: Uint8Array, remarks: readonly Remark[]): Uint8Array {
  return annotatedBy(bytes, remarks, { draw: okularDraw, form: "stream" })
}

/** Preview: no names, no groups, nobody signed; quads from the right; an archive of its own beside. */
const previewDraw: Draw = (hand, { does, quads, say }) => {
  const { next, objects } = hand
  const own = next()
  const kind = does === "replace" ? "StrikeOut" : MARKUP[does as keyof typeof MARKUP]
  const look = kind ? `/Subtype /${kind} ${quadPoints(quads, "fromRight")}` : shape(does, quads)
  const put = does === "replace" ? `改为：${say}` : say
  objects.set(
    own,
    `<< ${rectOf(quads, 1)} ${look} /Contents ${utf16Hex(put)} /C [1 0 0] /M (D:20311105031000Z00'00') /AAPL:AKExtras << /AAPL:AKAnnotationObject (bplist) >> >>`,
  )
  return [own]
}

/**
 * Preview writes the whole file itself: other object numbers, another id, no attached files, and no
 * names on the comments that were there.
 */
export function preview(bytes: Uint8Array, remarks: readonly Remark[]): Uint8Array {
  const marked =
    remarks.length === 0 ? bytes : annotatedBy(bytes, remarks, { draw: previewDraw, form: "table" })
  return rewritten(marked, {
    drops: ["AF", "Names", "Metadata", "OutputIntents", "StructTreeRoot", "MarkInfo"],
    change: (dict, ref) => {
      if (nameOf(dict.get("Type")) !== "Annot") return null
      const left = new Map([...dict].filter(([key]) => !["NM", "Subj", "P", "IT"].includes(key)))
      return textOfValue(left, ref)
    },
    id: "c0ffee00c0ffee00c0ffee00c0ffee00",
  })
}

/** A page's entries changed, as by a program that turns or crops: nothing else is touched. */
export function withPage(
  bytes: Uint8Array,
  entries: (dict: Dict) => Readonly<Record<string, string | null>>,
): Uint8Array {
  const file = opened(bytes)
  const { dict } = pagesOf(file)[0]!
  const objects = new Map([[pageNumber(file, 0), withEntries(dict, entries(dict))]])
  return updated(bytes, { objects, form: "table" })
}
