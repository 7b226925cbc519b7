import type { Corners, ForeignNote } from "../../../layouts/notes/foreign.ts"
import type { PdfFile } from "../../preflight/read/pdf-file.ts"
import { rectOf } from "../../preflight/read/pages.ts"
import {
  bytesOf,
  dictOf,
  listOf,
  nameOf,
  numberOf,
  refOf,
  streamOf,
  type Dict,
  type Value,
} from "../../preflight/read/values.ts"
import { pdfText } from "./strings.ts"
import { timeOf } from "./times.ts"
import { readXml, wordsOf } from "./xml.ts"

/** What a comment answers as it is written: an object, or in FDF and XFDF a unique name. */
export interface RawNote extends Omit<ForeignNote, "to" | "toName"> {
  readonly key: number | Dict | null
  readonly toKey: number | Dict | null
  readonly toName: string | null
  readonly as: "group" | "reply"
}

/** What can give the objects that a dictionary names. */
type Store = Pick<PdfFile, "get" | "unpack">

/** Annotations that say nothing of the words: windows, links, form fields, printer's marks. */
const SILENT: ReadonlySet<string> = new Set(
  ["Popup", "Link", "Widget", "PrinterMark", "TrapNet", "Watermark", "Screen", "Movie"].concat([
    "3D",
    "RichMedia",
    "Sound",
    "Projection",
  ]),
)

/** Most quads of a comment, and of all of a file: each is looked for among all lines of its page. */
const MOST_QUADS = 500
const MOST_ALL_QUADS = 30_000

/** Where a comment stands in its file. */
interface Standing {
  readonly sheet: number
  readonly key: number | Dict | null
}

/** An annotation's dictionary as a comment; none where it is no comment or has no place. */
export function noteOf(store: Store, dict: Dict, { sheet, key }: Standing): readonly RawNote[] {
  const kind = nameOf(store.get(dict.get("Subtype")))
  const whole = rectOf(store, dict.get("Rect"))
  const quads = quadsOf(numbersOf(store, dict.get("QuadPoints")))
  const rect = whole ?? quads[0]
  if (kind === null || SILENT.has(kind) || !rect) return []
  const text = (name: string): string => textIn(store, dict.get(name))
  const to = dict.get("IRT")
  const toText = bytesOf(store.get(to))
  const name = text("NM")
  const state = text("State")
  return [
    {
      ...{ sheet, key, kind, quads, name: name === "" ? null : name },
      rect: kind === "Caret" ? within(rect, numbersOf(store, dict.get("RD"))) : rect,
      author: text("T").trim(),
      say: text("Contents") === "" ? richText(text("RC")) : text("Contents"),
      at: timeOf(text("M")) ?? timeOf(text("CreationDate")),
      paragraph: nameOf(store.get(dict.get("Sy"))) === "P",
      toKey: toText ? null : to === undefined ? null : (refOf(to) ?? dictOf(store.get(to))),
      toName: toText ? pdfText(toText) : null,
      as: nameOf(store.get(dict.get("RT"))) === "Group" ? "group" : "reply",
      state: state === "" ? nameOf(store.get(dict.get("State"))) : state,
    },
  ]
}

/** Comments with what they belong to as places in the list; one that answers itself answers nothing. */
export function tied(raw: readonly RawNote[]): readonly ForeignNote[] {
  const byKey = new Map(raw.flatMap(({ key }, i) => (key === null ? [] : [[key, i] as const])))
  const byName = new Map(
    raw.flatMap(({ name, sheet }, i) => (name === null ? [] : [[`${sheet} ${name}`, i] as const])),
  )
  const anywhere = new Map(
    raw.flatMap(({ name }, i) => (name === null ? [] : [[name, i] as const])),
  )
  let left = MOST_ALL_QUADS
  return raw.map(({ key: _, toKey, toName, as, ...note }, i) => {
    const quads = note.quads.slice(0, left)
    left -= quads.length
    const named =
      toName === null ? undefined : (byName.get(`${note.sheet} ${toName}`) ?? anywhere.get(toName))
    const index = toKey === null ? named : byKey.get(toKey)
    return {
      ...note,
      quads,
      to: index === undefined || index === i ? null : { index, as },
      toName: index === undefined ? toName : null,
    }
  })
}

/** A rectangle without what its sides leave free: left, top, right, foot, as carets have them. */
export function within([left, foot, right, top]: Corners, sides: readonly number[]): Corners {
  const [l = 0, t = 0, r = 0, f = 0] = sides.map((side) => Math.max(0, side))
  return l + r < right - left && t + f < top - foot
    ? [left + l, foot + f, right - r, top - t]
    : [left, foot, right, top]
}

/** Rectangles round quads, whatever order their corners are in: programs differ. */
export function quadsOf(numbers: readonly number[]): readonly Corners[] {
  const quads: Corners[] = []
  for (let i = 0; i + 8 <= numbers.length && quads.length < MOST_QUADS; i += 8) {
    const quad = numbers.slice(i, i + 8)
    const [xs, ys] = [0, 1].map((odd) => quad.filter((_, n) => n % 2 === odd)) as [
      number[],
      number[],
    ]
    quads.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
  }
  return quads
}

function numbersOf(store: Store, value: Value | undefined): readonly number[] {
  const list = listOf(store.get(value)) ?? []
  return list.slice(0, 8 * MOST_QUADS).map((one) => numberOf(store.get(one)) ?? 0)
}

function textIn(store: Store, value: Value | undefined): string {
  const got = store.get(value)
  const bytes = bytesOf(got)
  if (bytes) return pdfText(bytes)
  const stream = streamOf(got)
  const unpacked = stream && store.unpack(stream)
  return unpacked ? pdfText(unpacked.bytes) : ""
}

/** The words of rich text, which some programs write instead of plain. */
export function richText(xhtml: string): string {
  return xhtml === "" ? "" : wordsOf(readXml(xhtml)).trim()
}
