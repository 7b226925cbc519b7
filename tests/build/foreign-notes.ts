import type { Note } from "../../layouts/display/notes.ts"
import type { Corners, ForeignFile, ForeignNote } from "../../layouts/notes/foreign.ts"
import type { ProofRecord, ProofSheet } from "../../layouts/notes/proof-record.ts"
import type { Box } from "../../layouts/units.ts"

/** A box of a sheet as corners of the PDF's page. */
export function cornersOn({ left, top }: ProofSheet, { x, y, width, height }: Box): Corners {
  return [left + x, top - y - height, left + x + width, top - y]
}

/** Notes of one sheet as a reader would give them back. */
export function asForeign(sheet: ProofSheet, notes: readonly Note[]): readonly ForeignNote[] {
  return notes.map((note): ForeignNote => {
    const corners = note.boxes.map((box) => cornersOn(sheet, box))
    const [left, foot, right, top] = corners[0]!
    const em = top - foot
    const caret: Corners = [left - 0.3 * em, foot, right + 0.3 * em, top]
    const index = notes.findIndex(({ id }) => id === note.to?.id)
    return {
      ...{ sheet: 0, name: note.id, kind: note.kind, author: note.author, say: note.say },
      rect: note.kind === "Caret" ? caret : corners[0]!,
      quads: note.kind === "StrikeOut" || note.kind === "Highlight" ? corners : [],
      ...{ at: note.at, paragraph: note.paragraph, toName: null, state: note.state },
      to: note.to && index >= 0 ? { index, as: note.to.as } : null,
    }
  })
}

/** A file of comments on a record's sheets. */
export function fileWith(
  record: ProofRecord,
  notes: readonly ForeignNote[],
  id = "00ff",
): ForeignFile {
  const sheets = record.sheets.map(({ width, height }): Corners => [0, 0, width, height])
  return { id, sheets, notes, record, cut: 0 }
}

/** A comment as another program makes it. */
export function comment(some: Partial<ForeignNote> & Pick<ForeignNote, "kind">): ForeignNote {
  return {
    ...{
      sheet: 0,
      name: null,
      rect: [0, 0, 10, 10],
      quads: [],
      author: "审读员",
      say: "",
      at: 5000,
    },
    ...{ paragraph: false, to: null, toName: null, state: null },
    ...some,
  }
}
