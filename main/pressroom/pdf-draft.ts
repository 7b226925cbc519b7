import type { DisplayList } from "../../layouts/display/list.ts"
import type { PlannedFile } from "../../layouts/issue/file-plan.ts"
import { partsOf } from "../export/pdf/file.ts"
import type { PdfOptions } from "../export/pdf/order.ts"
import { layPdf } from "../export/pdf/write.ts"
import { slugWords } from "../export/slug-words.ts"
import { writeDraft } from "../files/whole.ts"
import { openSpool } from "../pictures/spool.ts"
import { pressesOf } from "../press.ts"
import { done, fault, type Result } from "../result.ts"
import { dayOf, listsOf, timeOf } from "./press-lists.ts"
import { picturesOf } from "./press-pictures.ts"
import { trayOf, type Run } from "./press-sheet.ts"
import { proofNotes } from "./proof-notes.ts"

/** Face of the slug line. */
const SLUG_FACE = "hei-400"

/** Writes the draft of a PDF; its pictures wait on the same disk, and are never held together. */
export async function draftPdf(run: Run, file: PlannedFile): Promise<Result<null>> {
  const lists = listsOf(run, file)
  if (lists.length === 0) return noArticle(file)
  const spool = openSpool(trayOf(file.path))
  try {
    const pictures = await picturesOf(run, lists, spool)
    if (!pictures.ok) return pictures
    const { pdf: press } = pressesOf(run.library, pictures.value, run.opened)
    const laid = layPdf(lists, press, { ...optionsOf(run, lists), ...proofNotes(run, file, lists) })
    if (!laid.ok) return laid
    writeDraft(file.path, partsOf(laid.value))
    return done(null)
  } finally {
    spool.close()
  }
}

function noArticle({ pages }: PlannedFile): Result<never> {
  const names = pages.join(", ")
  return fault(`${names} 版没有稿件，没有小样。`, `Page ${names} has no article, so no galley.`)
}

/** How the file of these sheets is to be made; proofs and galleys have no marks for a printer. */
function optionsOf(run: Run, lists: readonly DisplayList[]): PdfOptions {
  const { order, plate } = run.sheet
  const { paper } = run.issue
  const day = dayOf(run.issue)
  const at = timeOf(run)
  const condition = plate.condition?.name.zh ?? ""
  const words = lists.map(({ page }) =>
    slugWords({ paper, day, page, at, condition, state: "", proof: "", ...order.slug }),
  )
  const kind = { pages: "", proofs: " 大样", galleys: " 小样" }[order.as ?? "pages"]
  return {
    title: `${paper} ${day}${kind}`,
    creator: "Banxin",
    producer: "Banxin",
    at,
    marks: order.marks && kind === "",
    standard: plate.standard,
    intent: plate.intent,
    ...(run.override ? { override: run.override } : {}),
    ...(order.slug ? { slug: { face: SLUG_FACE, words } } : {}),
  }
}
