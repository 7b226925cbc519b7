import type { ForeignFile, ForeignNote } from "./foreign.ts"

/**
 * Comments as FDF in ASCII: one object an annotation, tied by unique names. Source: PDF 1.7, 12.7.7;
 * ISO 32000-2 table 172: IRT is the name there
 */
export function fdfOf({ id, notes }: Pick<ForeignFile, "id" | "notes">): string {
  const kids = notes.map((_, i) => `${i + 2} 0 R`).join(" ")
  const ids = id === null ? "" : `/ID [<${id}> <${id}>] `
  const objects = [
    `<< /FDF << ${ids}/Annots [${kids}] >> >>`,
    ...notes.map((note, i) => annotationOf(notes, note, i)),
  ]
  const written = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join("")
  return `%FDF-1.2\n${written}trailer\n<< /Root 1 0 R >>\n%%EOF\n`
}

function annotationOf(notes: readonly ForeignNote[], note: ForeignNote, i: number): string {
  const { sheet, rect, quads, kind } = note
  const to = note.to ? nameOf(notes, note.to.index) : note.toName
  const date = datesOf(note)
  const entries: readonly (readonly [string, string | null])[] = [
    ["Type", "/Annot"],
    ["Subtype", `/${kind.replace(/[^A-Za-z0-9]/g, "")}`],
    ["Page", String(sheet)],
    ["Rect", `[${rect.map(plain).join(" ")}]`],
    ["F", "4"],
    ["NM", text(nameOf(notes, i))],
    ["T", text(note.author)],
    ["Contents", text(note.say)],
    ["M", date === null ? null : `(${date})`],
    ["QuadPoints", quads.length === 0 ? null : `[${cornersOf(note).map(plain).join(" ")}]`],
    ["Sy", kind === "Caret" ? (note.paragraph ? "/P" : "/None") : null],
    ["IRT", to === null ? null : text(to)],
    ["RT", to === null ? null : note.to?.as === "group" ? "/Group" : "/R"],
    ["State", note.state === null ? null : text(note.state)],
    ["StateModel", note.state === null ? null : text(stateModelOf(note.state))],
  ]
  const written = entries.flatMap(([key, value]) => (value === null ? [] : [`/${key} ${value}`]))
  return `<< ${written.join(" ")} >>`
}

/** What a comment is called in a written file: its own name, else one by its place in the list. */
export function nameOf(notes: readonly ForeignNote[], i: number): string {
  return notes[i]!.name ?? `banxin-${i + 1}`
}

/** The corners of a comment's words, in the order that Acrobat has them: left to right, top first. */
export function cornersOf({ quads }: ForeignNote): readonly number[] {
  return quads.flatMap(([left, foot, right, top]) => [
    left,
    top,
    right,
    top,
    left,
    foot,
    right,
    foot,
  ])
}

/** Which of the two lists of states a state is of. Source: PDF 1.7, 12.5.6.3 */
export function stateModelOf(state: string): "Marked" | "Review" {
  return state === "Marked" || state === "Unmarked" ? "Marked" : "Review"
}

/** The time of a comment as PDF writes it; null where it has none. */
export function datesOf({ at }: ForeignNote): string | null {
  if (at === null) return null
  const day = Math.floor(at / 86_400_000)
  const second = Math.floor(at / 1000) - day * 86_400
  const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
  return `D:${[...civil(day), ...clock].map((part) => String(part).padStart(2, "0")).join("")}Z`
}

/** Year, month and day of so many days since 1970. Source: H. Hinnant, chrono-compatible date algorithms */
function civil(days: number): readonly [number, number, number] {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOf = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  )
  const ofYear = ofEra - (365 * yearOf + Math.floor(yearOf / 4) - Math.floor(yearOf / 100))
  const part = Math.floor((5 * ofYear + 2) / 153)
  const month = part < 10 ? part + 3 : part - 9
  return [
    yearOf + era * 400 + (month <= 2 ? 1 : 0),
    month,
    ofYear - Math.floor((153 * part + 2) / 5) + 1,
  ]
}

/** A text string: UTF-16 with its mark, as hexadecimal digits. */
function text(words: string): string {
  let digits = "FEFF"
  for (let i = 0; i < words.length; i += 1)
    digits += words.charCodeAt(i).toString(16).padStart(4, "0")
  return `<${digits}>`
}

/** A length to a thousandth of a pt. */
export function plain(length: number): string {
  return String(Math.round(length * 1000) / 1000)
}
