import type { SheetWords } from "../../../layouts/notes/foreign.ts"
import { showPage } from "../../preflight/paint/content.ts"
import { boxesOf, pagesOf } from "../../preflight/read/pages.ts"
import { openLockedPdf } from "../../preflight/read/pdf-file.ts"

/** Pieces of text of a page that are looked at. */
const MOST_PIECES = 50_000

/** What each page of a PDF shows in words, and where; empty for what is no PDF or stays shut. */
export function pageWords(bytes: Uint8Array, password: string): readonly (readonly SheetWords[])[] {
  const opened = openLockedPdf(bytes, password)
  if (!opened.ok || opened.value === "locked") return []
  const file = opened.value
  return pagesOf(file).map((page) => {
    const pieces: SheetWords[] = []
    // A page that was cropped shows less, and is still the page.
    const { media, ...boxes } = boxesOf(file, page)
    showPage(file, page, { ...boxes, media, crop: null }, (mark) => {
      if (mark.kind !== "text" || pieces.length >= MOST_PIECES) return
      const text = mark.codes.map((code) => code.text).join("")
      if (text.trim() !== "") pieces.push({ text, box: mark.box })
    })
    return pieces
  })
}
