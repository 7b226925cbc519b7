import type { DisplayList } from "../../layouts/display/list.ts"
import type { PlannedFile } from "../../layouts/issue/file-plan.ts"
import { partsOf } from "../export/pdf/file.ts"
import type { PdfOptions } from "../export/pdf/order.ts"
import { layPdf } from "../export/pdf/write.ts"
import { slugWords } from "../export/slug-words.ts"
import { writeDraft } from "../files/draft.ts"
import { openSpool } from "../pictures/spool.ts"
import { pressesOf } from "../press.ts"
import { done, type Result } from "../result.ts"
import { joinedSheets, pageList } from "./press-lists.ts"
import { picturesOf } from "./press-pictures.ts"
import { trayOf, type Run } from "./press-sheet.ts"

/** Face of the slug line. */
const SLUG_FACE = "hei-400"

/** Writes the draft of a PDF; its pictures wait on the same disk, and are never held together. */
export async function draftPdf(run: Run, { path, pages }: PlannedFile): Promise<Result<null>> {
  const lists = pages.map((id) => pageList(run, id))
  const spool = openSpool(trayOf(path))
  try {
    const pictures = await picturesOf(run, lists, spool)
    if (!pictures.ok) return pictures
    const sheets = run.sheet.order.spreads === true ? joinedSheets(lists) : lists
    const { pdf: press } = pressesOf(run.library, pictures.value, run.opened)
    const laid = layPdf(sheets, press, optionsOf(run, sheets))
    if (!laid.ok) return laid
    writeDraft(path, partsOf(laid.value))
    return done(null)
  } finally {
    spool.close()
  }
}

/** How the file of these sheets is to be made. */
function optionsOf({ issue, sheet }: Run, lists: readonly DisplayList[]): PdfOptions {
  const { order, plate } = sheet
  const { paper, date } = issue
  const day = [date.year, date.month, date.day].map((n) => String(n).padStart(2, "0")).join("-")
  const at = order.at ?? `${day}T00:00:00+08:00`
  const condition = plate.condition?.name.zh ?? ""
  const words = lists.map(({ page }) =>
    slugWords({ paper, day, page, at, condition, state: "", proof: "", ...order.slug }),
  )
  return {
    title: `${paper} ${day}`,
    creator: "Banxin",
    producer: "Banxin",
    at,
    marks: order.marks,
    standard: plate.standard,
    intent: plate.intent,
    ...(order.slug ? { slug: { face: SLUG_FACE, words } } : {}),
  }
}
