import type { DisplayList } from "../../layouts/display/list.ts"
import { sheetsOf } from "../../layouts/issue/facing-pages.ts"
import type { PlannedFile } from "../../layouts/issue/file-plan.ts"
import { markNotes } from "../../layouts/notes/mark-notes.ts"
import { notesOn } from "../../layouts/notes/noted-page.ts"
import {
  RECORD_NAME,
  type ProofRecord,
  type ProofSheet,
  type SheetPlace,
} from "../../layouts/notes/proof-record.ts"
import { textMapOf } from "../../layouts/proof/text-map.ts"
import { proofRoom } from "../../layouts/sheets/page-proof.ts"
import type { PdfOptions } from "../export/pdf/order.ts"
import { sheetOf } from "../export/pdf/sheet.ts"
import { carriesMarks, composedPage, timeOf } from "./press-lists.ts"
import type { Run } from "./press-sheet.ts"

/**
 * The proof marks of a file's pages as comments, and the record that goes with the file; nothing
 * where they are not wanted, in galleys, and in files for a press.
 */
export function proofNotes(
  run: Run,
  { pages }: PlannedFile,
  lists: readonly DisplayList[],
): Pick<PdfOptions, "notes" | "enclosures"> {
  const { spreads } = run.sheet.order
  if (!carriesMarks(run)) return {}
  const composed = new Map(pages.map((id) => [id, composedPage(run, id)]))
  const facing = spreads === true ? sheetsOf(pages) : pages.map((id) => [id])
  const places = facing.map((ids) =>
    placesOn(
      run,
      ids.flatMap((id) => composed.get(id) ?? []),
    ),
  )
  const record: ProofRecord = {
    ...{ format: "banxin-proof", version: 1, paper: run.issue.paper, date: run.issue.date },
    at: timeOf(run),
    sheets: lists.map((list, i) => proofSheet(run, list, places[i]!)),
    maps: [...composed.values()].map(textMapOf),
    marks: run.marks,
  }
  return {
    notes: places.map((on) =>
      on.flatMap((place) => notesOn(place, markNotes(composed.get(place.page)!, run))),
    ),
    enclosures: [
      {
        ...{ name: RECORD_NAME, mime: "application/json" },
        bytes: Buffer.from(JSON.stringify(record), "utf8"),
        note: "版心样张记录：文字位置和校对符号。Banxin proof record: where the text stands, and its marks.",
      },
    ],
  }
}

/** Where pages lie side by side on their sheet, small on a page proof. */
function placesOn(
  { sheet }: Run,
  pages: readonly ReturnType<typeof composedPage>[],
): readonly SheetPlace[] {
  const width = pages.reduce((sum, { list }) => sum + list.trim.width, 0)
  const height = pages.reduce((most, { list }) => Math.max(most, list.trim.height), 0)
  const trim = { width, height } as DisplayList["trim"]
  const { scale, paper } =
    sheet.order.as === "proofs" ? proofRoom(trim) : { scale: 1, paper: { x: 0, y: 0 } }
  let at = 0
  return pages.map(({ page, list }) => {
    const place = { page: page.id, scale, x: paper.x + at * scale, y: paper.y }
    at += list.trim.width
    return place
  })
}

function proofSheet({ sheet }: Run, list: DisplayList, pages: readonly SheetPlace[]): ProofSheet {
  const marks = sheet.order.marks && sheet.order.as !== "proofs"
  const { media, left, top } = sheetOf(list, marks)
  return { width: media[2], height: media[3], left, top, pages }
}
