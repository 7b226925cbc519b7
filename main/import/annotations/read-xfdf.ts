import type { Corners, ForeignFile } from "../../../layouts/notes/foreign.ts"
import { done, fault, type Result } from "../../result.ts"
import { quadsOf, tied, within, type RawNote } from "./raw-note.ts"
import { legible } from "./strings.ts"
import { timeOf } from "./times.ts"
import { allOf, childOf, readXml, wordsOf, type Element } from "./xml.ts"

/** Elements of comments and the annotations that they are. Source: XFDF 3.0 (ISO 19444-1) */
const KINDS: Readonly<Record<string, string>> = {
  ...{ caret: "Caret", strikeout: "StrikeOut", highlight: "Highlight", underline: "Underline" },
  ...{ squiggly: "Squiggly", text: "Text", freetext: "FreeText", ink: "Ink", square: "Square" },
  ...{ circle: "Circle", line: "Line", polygon: "Polygon", polyline: "PolyLine", stamp: "Stamp" },
  ...{ fileattachment: "FileAttachment", redact: "Redact" },
}

/** Most comments of a file, and its largest size in UTF-16 units. */
const MOST = 50_000
const LARGEST = 64 * 1024 * 1024

/** The comments of an XFDF file. A fault for XML that is no XFDF. */
export function readXfdf(bytes: Uint8Array): Result<ForeignFile> {
  const text = textOf(bytes)
  const root = text.length > LARGEST ? null : childOf(readXml(text), "xfdf")
  if (!root) return fault("这不是 XFDF 文件。", "This is no XFDF file.")
  const all = allOf(root, "annots").flatMap(({ children }) =>
    children.flatMap((child) =>
      typeof child !== "string" && Object.hasOwn(KINDS, child.name) ? [child] : [],
    ),
  )
  const raw = all.slice(0, MOST).flatMap(noteIn)
  const ids = childOf(root, "ids")
  return done({
    id: ids?.attributes.get("original")?.toLowerCase() ?? null,
    ...{ sheets: [], notes: tied(raw), record: null, cut: Math.max(0, all.length - MOST) },
  })
}

function noteIn(element: Element): readonly RawNote[] {
  const text = (name: string): string => legible(element.attributes.get(name) ?? "")
  const numbers = (name: string): readonly number[] =>
    text(name)
      .split(/[\s,;]+/)
      .filter((word) => word !== "")
      .map(Number)
      .map((number) => (Number.isFinite(number) ? number : 0))
  const quads = quadsOf(numbers("coords"))
  const [a, b, c, d] = numbers("rect")
  const rect: Corners | undefined =
    d === undefined
      ? quads[0]
      : [Math.min(a!, c!), Math.min(b!, d), Math.max(a!, c!), Math.max(b!, d)]
  const sheet = Number(text("page"))
  if (!rect || !Number.isInteger(sheet) || sheet < 0) return []
  const kind = KINDS[element.name]!
  const fringe = numbers("fringe")
  const [toName, name, state] = [text("inreplyto"), text("name"), text("state")]
  return [
    {
      ...{ sheet, kind, quads, key: null, toKey: null },
      name: name === "" ? null : name,
      rect: kind === "Caret" ? within(rect, sidesOf(fringe)) : rect,
      author: text("title").trim(),
      say: sayOf(element),
      at: timeOf(text("date")) ?? timeOf(text("creationdate")),
      paragraph: /^(?:p|paragraph)$/i.test(text("symbol")),
      toName: toName === "" ? null : toName,
      as: text("replytype").toLowerCase() === "group" ? "group" : "reply",
      state: state === "" ? null : state,
    },
  ]
}

/** A fringe is left, foot, right, top; carets are read as left, top, right, foot. */
function sidesOf([left = 0, foot = 0, right = 0, top = 0]: readonly number[]): readonly number[] {
  return [left, top, right, foot]
}

function sayOf(element: Element): string {
  const plain = childOf(element, "contents")
  const rich = childOf(element, "contents-richtext")
  const words = plain ? plain.children.filter((child) => typeof child === "string").join("") : ""
  if (words !== "") return legible(words)
  return rich ? legible(wordsOf(rich)).trim() : legible(element.attributes.get("contents") ?? "")
}

function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1")
  const encoding = /encoding\s*=\s*["'](gb\w*|big5)["']/i.exec(head)?.[1]
  return new TextDecoder(encoding ? "gb18030" : "utf-8").decode(bytes)
}
