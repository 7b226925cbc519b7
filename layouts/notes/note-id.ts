import type { ForeignNote } from "./foreign.ts"

/** What a program's unique name must be to serve as a mark's id as it is. */
const USABLE = /^[^/\s]{8,120}$/

/** Marks are kept in records by their ids: no id is called as a field of every object is. */
function isUsable(name: string): boolean {
  return USABLE.test(name) && !(name in {})
}

/**
 * The id that a comment's mark gets: its unique name, so that answers find it in the program that it
 * came from, else a hash of what it is. The same comment has the same id in every import.
 */
export function idOfNote(file: string | null, note: ForeignNote): string {
  if (note.name !== null && isUsable(note.name)) return note.name
  const { sheet, name, kind, rect, quads, say } = note
  const places = [rect, ...quads].map((corners) => corners.map((side) => Math.round(side)))
  return `note-${hashed(JSON.stringify([file, sheet, name, kind, say, places]))}`
}

/** Sixteen hexadecimal digits of a text: FNV-1a, twice from different beginnings. */
export function hashed(text: string): string {
  return [0x811c9dc5, 0x050c5d1f]
    .map((begin) => {
      let hash = begin
      for (let i = 0; i < text.length; i += 1)
        hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
      return hash.toString(16).padStart(8, "0")
    })
    .join("")
}
