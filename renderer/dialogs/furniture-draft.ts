import { composePage, type ComposedPage } from "../../layouts/compose.ts"
import type { FurnitureChange } from "../../layouts/edits/change-furniture.ts"
import type { BreakMode } from "../../layouts/flow/set-paragraph.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Furniture, Grid, Page } from "../../layouts/issue/page.ts"
import { sameRecord } from "../../layouts/issue/share.ts"
import type { Press } from "../../layouts/press.ts"
import { pt } from "../../layouts/units.ts"

/** A piece of furniture while it is edited: as the page has it, and as it is to be (null: none). */
export interface DraftPiece extends FurnitureChange {
  readonly key: number
}

/** A page's furniture as pieces to edit. */
export function draftOf({ furniture }: Page): readonly DraftPiece[] {
  return furniture.map((piece, key) => ({ key, before: piece, after: piece }))
}

/** What was changed, added and taken away. */
export function changesOf(pieces: readonly DraftPiece[]): readonly FurnitureChange[] {
  return pieces
    .filter(({ before, after }) => {
      if (before === null || after === null) return before !== after
      return !sameRecord(before, after)
    })
    .map(({ before, after }) => ({ before, after }))
}

/** The page with the pieces as they are to be, and nothing else on it, as it prints. */
export function trialOf(
  issue: Issue,
  page: Page,
  pieces: readonly DraftPiece[],
  press: Press,
): ComposedPage {
  const furniture = pieces.flatMap(({ after }) => after ?? [])
  const bare: Page = { ...page, furniture, frames: [] }
  const pages = issue.pages.map((one) => (one.id === page.id ? bare : { ...one, frames: [] }))
  const breaks: BreakMode = "free"
  return composePage({ ...issue, articles: [], pages }, page.id, press, breaks)
}

/** A text in the head margin, to be written and put in its place. */
export function freshText({ grid }: Page): Furniture & { readonly kind: "text" } {
  return {
    ...{ kind: "text", role: "folio", text: "{paper}", family: "song", weight: 400 },
    ...{ size: pt(10), align: "left", tracking: pt(0), x: grid.x },
    baseline: pt(grid.y - 2 * grid.linePitch),
  }
}

/** How far a piece stands from the type area's left, in 字, and from its top, in lines. */
export function placeOf(piece: Furniture, grid: Grid): { readonly x: number; readonly y: number } {
  const [x, y] =
    piece.kind === "text"
      ? [piece.x, piece.baseline]
      : piece.kind === "rule"
        ? [piece.x1, piece.y1]
        : [piece.x, piece.y]
  return { x: rounded((x - grid.x) / grid.bodySize), y: rounded((y - grid.y) / grid.linePitch) }
}

/** The piece moved so that it stands there. */
export function placedAt<P extends Furniture>(
  piece: P,
  grid: Grid,
  { x, y }: { readonly x: number; readonly y: number },
): P {
  const left = pt(grid.x + x * grid.bodySize)
  const top = pt(grid.y + y * grid.linePitch)
  if (piece.kind === "text") return { ...piece, x: left, baseline: top }
  if (piece.kind === "box") return { ...piece, x: left, y: top }
  const [wide, high] = [piece.x2 - piece.x1, piece.y2 - piece.y1]
  return { ...piece, x1: left, y1: top, x2: pt(left + wide), y2: pt(top + high) }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
