import type { ForeignFile, ForeignNote } from "./foreign.ts"
import { datesOf, nameOf } from "./write-fdf.ts"

/**
 * Comments as XFDF, which Acrobat, Foxit, Okular's kin and PDF-XChange take in: found again by page
 * and unique name. Source: XFDF 3.0 (ISO 19444-1)
 */
export function xfdfOf({ id, notes }: Pick<ForeignFile, "id" | "notes">): string {
  const ids = id === null ? "" : `\n  <ids original="${id}" modified="${id}"/>`
  const annots = notes.map((note, i) => elementOf(notes, note, i)).join("\n")
  return `<?xml version="1.0" encoding="UTF-8"?>
<xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve">
  <annots>
${annots}
  </annots>${ids}
</xfdf>
`
}

function elementOf(notes: readonly ForeignNote[], note: ForeignNote, i: number): string {
  const to = note.to ? nameOf(notes, note.to.index) : note.toName
  const marked = note.state === "Marked" || note.state === "Unmarked"
  const dates = datesOf(note)
  const attributes: readonly (readonly [string, string | null])[] = [
    ["page", String(note.sheet)],
    ["rect", note.rect.map(plain).join(",")],
    ["name", nameOf(notes, i)],
    ["title", note.author],
    ["flags", "print"],
    ["date", dates],
    ["creationdate", dates],
    ["coords", coordsOf(note)],
    ["symbol", note.kind === "Caret" ? (note.paragraph ? "paragraph" : "none") : null],
    ["inreplyto", to],
    ["replyType", note.to?.as === "group" ? "group" : null],
    ["state", note.state],
    ["statemodel", note.state === null ? null : marked ? "Marked" : "Review"],
  ]
  const name = note.kind.toLowerCase()
  const written = attributes.flatMap(([key, value]) =>
    value === null ? [] : [`${key}="${escaped(value)}"`],
  )
  const ink = note.kind === "Ink" ? `<inklist><gesture>${gestureOf(note)}</gesture></inklist>` : ""
  return `    <${name} ${written.join(" ")}><contents>${escaped(note.say)}</contents>${ink}</${name}>`
}

function coordsOf({ quads }: ForeignNote): string | null {
  if (quads.length === 0) return null
  return quads
    .flatMap(([left, foot, right, top]) => [left, top, right, top, left, foot, right, foot])
    .map(plain)
    .join(",")
}

/** A line through the place of a drawing whose own lines are not known. */
function gestureOf({ rect: [left, foot, right, top] }: ForeignNote): string {
  return `${plain(left)},${plain(foot)};${plain(right)},${plain(top)}`
}

function plain(length: number): string {
  return String(Math.round(length * 1000) / 1000)
}

function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\P{Cc}\n\t]/gu, " ")
}
