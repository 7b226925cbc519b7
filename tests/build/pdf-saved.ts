import { deflateSync } from "node:zlib"
import { pagesOf } from "../../main/preflight/read/pages.ts"
import { openPdf, type PdfFile } from "../../main/preflight/read/pdf-file.ts"
import {
  bytesOf,
  dictOf,
  listOf,
  nameOf,
  refOf,
  streamOf,
  wordOf,
  type Dict,
  type Value,
} from "../../main/preflight/read/values.ts"

/** How a program writes what it changed behind a file: a table, a stream, or all but streams packed. */
export type UpdateForm = "table" | "stream" | "packed"

/** Objects that a program adds or changes, as text, and objects that it takes away. */
export interface Update {
  readonly objects: ReadonlyMap<number, string | StreamObject>
  readonly freed?: readonly number[]
  readonly form: UpdateForm
}

/** A stream's dictionary without its brackets, and its bytes as text. */
export interface StreamObject {
  readonly dict: string
  readonly stream: string
}

export function opened(bytes: Uint8Array): PdfFile {
  const file = openPdf(bytes)
  if (!file.ok) throw new Error(file.say.en)
  return file.value
}

/** The number of the object that a page is, and the next that is free. */
export function pageNumber(file: PdfFile, page: number): number {
  const { dict } = pagesOf(file)[page]!
  return file.numbers.find((number) => file.get({ ref: number }) === dict)!
}

export function nextFree(file: PdfFile): number {
  return Math.max(...file.numbers) + 1
}

/** An object as a PDF has it. */
export function textOfValue(value: Value, ref: (number: number) => number = (n) => n): string {
  const inner = (one: Value) => textOfValue(one, ref)
  if (value === null || typeof value === "boolean" || typeof value === "number")
    return String(value)
  const [name, number, bytes] = [nameOf(value), refOf(value), bytesOf(value)]
  if (name !== null) return `/${name.replace(/[^A-Za-z0-9_.:+-]/g, escaped)}`
  if (number !== null) return `${ref(number)} 0 R`
  if (bytes) return `<${Buffer.from(bytes).toString("hex")}>`
  const list = listOf(value)
  if (list) return `[${list.map(inner).join(" ")}]`
  const dict = dictOf(value)
  if (!dict) return wordOf(value) ?? "null"
  return `<< ${[...dict].map(([key, one]) => `${inner({ name: key })} ${inner(one)}`).join(" ")} >>`
}

function escaped(sign: string): string {
  return `#${sign.charCodeAt(0).toString(16).padStart(2, "0")}`
}

/** A dictionary with some entries written anew, null for those that go. */
export function withEntries(dict: Dict, entries: Readonly<Record<string, string | null>>): string {
  const kept = [...dict].filter(([key]) => !(key in entries))
  const rest = kept.map(([key, value]) => `/${key} ${textOfValue(value)}`)
  const added = Object.entries(entries).flatMap(([key, text]) =>
    text === null ? [] : [`/${key} ${text}`],
  )
  return `<< ${[...rest, ...added].join("\n")} >>`
}

/** A file with an update behind it, nothing of what was there moved. Source: PDF 1.7, 7.5.6 */
export function updated(bytes: Uint8Array, { objects, freed = [], form }: Update): Uint8Array {
  const file = opened(bytes)
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(bytes).toString("latin1"))![1]!
  const parts: Buffer[] = [Buffer.from(bytes), Buffer.from("\n")]
  let size = bytes.length + 1
  const rows = new Map<number, readonly [number, number, number]>()
  const put = (number: number, object: string | StreamObject): void => {
    const body = bodyOf(object)
    rows.set(number, [1, size, 0])
    const whole = Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, "latin1")
    parts.push(whole)
    size += whole.length
  }
  let next = Math.max(nextFree(file), ...[...objects.keys()].map((number) => number + 1))
  const packed = [...objects].flatMap(([number, text]) =>
    form === "packed" && typeof text === "string" ? [[number, text] as const] : [],
  )
  for (const [number, object] of objects)
    if (!packed.some(([one]) => one === number)) put(number, object)
  if (packed.length > 0) {
    const pack = next++
    put(pack, packOf(packed))
    for (const [i, [number]] of packed.entries()) rows.set(number, [2, pack, i])
  }
  for (const number of freed) rows.set(number, [0, 0, 1])
  const root = `/Root ${textOfValue(file.trailer.get("Root")!)}`
  const id = file.trailer.get("ID")
  const ids = id ? `/ID [${textOfValue(listOf(id)![0]!)} <5afe>]` : ""
  const entries = `${root} ${ids} /Prev ${before}`
  if (form === "table") parts.push(tableOf(rows, `${entries} /Size ${next}`))
  else {
    rows.set(next, [1, size, 0])
    const { dict, stream } = crossStream(rows, `${entries} /Size ${next + 1}`)
    parts.push(Buffer.from(`${next} 0 obj\n${bodyOf({ dict, stream })}\nendobj\n`, "latin1"))
  }
  return Buffer.concat([...parts, Buffer.from(`startxref\n${size}\n%%EOF\n`)])
}

function bodyOf(object: string | StreamObject): string {
  if (typeof object === "string") return object
  const raw = deflateSync(Buffer.from(object.stream, "latin1"))
  const head = `<< ${object.dict} /Filter /FlateDecode /Length ${raw.length} >>`
  return `${head}\nstream\n${raw.toString("latin1")}\nendstream`
}

function packOf(packed: readonly (readonly [number, string])[]): StreamObject {
  let at = 0
  const heads = packed.map(([number, text]) => {
    const head = `${number} ${at}`
    at += text.length + 1
    return head
  })
  const first = heads.join(" ")
  return {
    dict: `/Type /ObjStm /N ${packed.length} /First ${first.length + 1}`,
    stream: `${first}\n${packed.map(([, text]) => text).join("\n")}`,
  }
}

function tableOf(rows: ReadonlyMap<number, readonly [number, number, number]>, more: string) {
  const sections = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([number, [kind, at, third]]) => {
      const place = String(at).padStart(10, "0")
      return `${number} 1\n${place} ${String(third).padStart(5, "0")} ${kind === 0 ? "f" : "n"} \n`
    })
  return Buffer.from(`xref\n${sections.join("")}trailer\n<< ${more} >>\n`)
}

function crossStream(
  rows: ReadonlyMap<number, readonly [number, number, number]>,
  more: string,
): StreamObject {
  const sorted = [...rows].sort(([a], [b]) => a - b)
  const index = sorted.map(([number]) => `${number} 1`).join(" ")
  const bytes = sorted.flatMap(([, [kind, second, third]]) => [
    kind,
    ...[24, 16, 8, 0].map((shift) => (second >>> shift) & 255),
    ...[third >> 8, third & 255],
  ])
  return {
    dict: `/Type /XRef /W [1 4 2] /Index [${index}] ${more}`,
    stream: String.fromCharCode(...bytes),
  }
}

/** What a program leaves out or writes anew when it writes a whole file itself. */
export interface Rewriting {
  /** Entries of the catalog that it drops. */
  readonly drops: readonly string[]
  /** The text of an object's dictionary in place of its own; null to leave it. */
  readonly change?: (dict: Dict, ref: (number: number) => number) => string | null
  readonly info?: string
  /** The file's id; none keeps none. */
  readonly id: string
}

/** A file written anew: its objects have other numbers and another order, and nobody's ids. */
export function rewritten(bytes: Uint8Array, rewriting: Rewriting): Uint8Array {
  const file = opened(bytes)
  const catalog = new Map([...file.catalog].filter(([key]) => !rewriting.drops.includes(key)))
  const root = refOf(file.trailer.get("Root"))!
  const numbers = new Map<number, number>([[root, 1]])
  const waiting = [root]
  const ref = (number: number): number => {
    if (!numbers.has(number)) {
      numbers.set(number, numbers.size + 1)
      waiting.push(number)
    }
    return numbers.get(number)!
  }
  const parts: Buffer[] = [Buffer.from("%PDF-1.3\n%\xc4\xe5\xf2\xe5\xeb\xa7\n", "latin1")]
  const places: number[] = []
  let size = parts[0]!.length
  while (waiting.length > 0) {
    const number = waiting.shift()!
    const value = number === root ? catalog : file.get({ ref: number })
    places[numbers.get(number)!] = size
    const object = Buffer.concat([
      Buffer.from(`${numbers.get(number)} 0 obj\n`),
      rewrittenObject(value, rewriting, ref),
      Buffer.from("\nendobj\n"),
    ])
    parts.push(object)
    size += object.length
  }
  const rows = Array.from(places.slice(1), (at) => `${String(at).padStart(10, "0")} 00000 n \n`)
  const { info = "", id } = rewriting
  parts.push(
    Buffer.from(
      `xref\n0 ${places.length}\n0000000000 65535 f \n${rows.join("")}trailer\n<< /Size ${places.length} /Root 1 0 R ${id === "" ? "" : `/ID [<${id}> <${id}>]`} ${info} >>\nstartxref\n${size}\n%%EOF\n`,
      "latin1",
    ),
  )
  return Buffer.concat(parts)
}

function rewrittenObject(
  value: Value,
  { change }: Rewriting,
  ref: (number: number) => number,
): Buffer {
  const stream = streamOf(value)
  const dict = dictOf(value)
  const changed = dict && !stream ? (change?.(dict, ref) ?? null) : null
  const text = changed ?? textOfValue(dict ?? value, ref)
  if (!stream) return Buffer.from(text, "latin1")
  const length = text.replace(/\/Length \d+( 0 R)?/, `/Length ${stream.raw.length}`)
  return Buffer.concat([
    Buffer.from(`${length}\nstream\n`, "latin1"),
    stream.raw,
    Buffer.from("\nendstream"),
  ])
}
