import type { ForeignFile, ForeignNote } from "./foreign.ts"
import { cornersOf, datesOf, nameOf, plain, stateModelOf } from "./write-fdf.ts"

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
  const dates = datesOf(note)
  const attributes: readonly (readonly [string, string | null])[] = [
    ["page", String(note.sheet)],
    ["rect", note.rect.map(plain).join(",")],
    ["name", nameOf(notes, i)],
    ["title", note.author],
    ["flags", "print"],
    ["date", dates],
    ["creationdate", dates],
    ["coords", note.quads.length === 0 ? null : cornersOf(note).map(plain).join(",")],
    ["symbol", note.kind === "Caret" ? (note.paragraph ? "paragraph" : "none") : null],
    ["inreplyto", to],
    ["replyType", note.to?.as === "group" ? "group" : null],
    ["state", note.state],
    ["statemodel", note.state === null ? null : stateModelOf(note.state)],
  ]
  const name = elementName(note)
  const written = attributes.flatMap(([key, value]) =>
    value === null ? [] : [`${key}="${escaped(value)}"`],
  )
  const ink = note.kind === "Ink" ? `<inklist><gesture>${gestureOf(note)}</gesture></inklist>` : ""
  return `    <${name} ${written.join(" ")}><contents>${escaped(note.say)}</contents>${ink}</${name}>`
}

/** A kind that can be no element's name, such as `3D`, is written as a plain note. */
function elementName({ kind }: ForeignNote): string {
  return /^[A-Za-z]+$/.test(kind) ? kind.toLowerCase() : "text"
}

/** A line through the place of a drawing whose own lines are not known. */
function gestureOf({ rect: [left, foot, right, top] }: ForeignNote): string {
  return `${plain(left)},${plain(foot)};${plain(right)},${plain(top)}`
}

function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\P{Cc}\n\t]/gu, " ")
}
