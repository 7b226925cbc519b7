import type { ComposedPage } from "../compose.ts"
import type { DisplayList, Item } from "../display/list.ts"
import type { Note } from "../display/notes.ts"
import { scaledBox, scaledSegment } from "../display/scale-items.ts"
import { isWaiting, type Mark } from "../issue/mark.ts"
import type { Press } from "../press.ts"
import { drawMarks, MARGIN } from "../proof/draw-marks.ts"
import type { SheetPlace } from "./proof-record.ts"

/** A page as it is proofed: composed, with marks on it. */
export interface MarkedPage {
  readonly page: ComposedPage
  readonly marks: readonly Mark[]
  readonly press: Press
}

/**
 * A page's list with its waiting marks drawn on it, or only what they have in the margins: leaders
 * and notes, which are paper and stay when a reader hides the comments, while the signs on the words
 * are notes (mark-notes.ts).
 */
export function withMarks(
  { page, marks, press }: MarkedPage,
  which: "all" | "margins",
): DisplayList {
  const { list } = drawMarks(page, marks.filter(isWaiting), press)
  const items: Item[] = []
  let wanted = which === "all"
  for (const item of list.items) {
    if (item.kind === "tag") wanted = which === "all" || item.role === MARGIN
    if (wanted) items.push(item.kind === "tag" ? { ...item, article: null } : item)
  }
  if (items.length === 0) return page.list
  return {
    ...page.list,
    inks: [...page.list.inks, ...list.inks],
    items: [...page.list.items, ...items],
  }
}

/** Notes as they stand where their page lies on a sheet. */
export function notesOn(place: SheetPlace, notes: readonly Note[]): readonly Note[] {
  return notes.map((note) => {
    const { look, boxes } = note
    const outlines = look.outlines.map((path) =>
      path.map((segment) => scaledSegment(segment, place)),
    )
    const dash = look.dash.map((length) => length * place.scale)
    return {
      ...note,
      boxes: boxes.map((box) => scaledBox(box, place)),
      look: { ...look, outlines, dash, width: look.width * place.scale },
    }
  })
}
