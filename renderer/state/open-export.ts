import { openDialog } from "./dialog.ts"
import { exporting, type ExportWish } from "./export.ts"
import { withEnding, withSheet } from "./export-target.ts"

/** What changes in a wish when other sheets are wanted: galleys are PDFs, and no name replaces the other's. */
export function otherSheets(wish: ExportWish, as: ExportWish["as"]): Partial<ExportWish> {
  const kind = as === "galleys" ? "pdf" : wish.kind
  const scope = as !== "galleys" && wish.scope === "article" ? "all" : wish.scope
  const out = wish.out === "" ? "" : withEnding(withSheet(wish.out, as), kind)
  return { as, kind, scope, out }
}

/** Opens the export dialog for pages, page proofs (大样) or galleys (小样). */
export function openExport(as: ExportWish["as"]): void {
  const { wish } = exporting.getState()
  if (wish.as !== as) exporting.setState({ wish: { ...wish, ...otherSheets(wish, as) } })
  openDialog("export")
}
