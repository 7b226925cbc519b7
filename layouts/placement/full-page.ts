import type { Region } from "../issue/page.ts"
import type { Template } from "../templates/template.ts"
import type { Bench } from "./bench.ts"
import { headlineOf, segmentsOf } from "./block.ts"
import type { BareFrame } from "./frames.ts"
import { makeFullPage, type MadePage } from "./page.ts"
import type { Piece } from "./piece.ts"
import { framesOfRuns, pour, totalLines, type Run } from "./pour.ts"
import { reasonForPour } from "./reasons.ts"

/**
 * Lines for each column added to text that goes on overleaf, because keeping paragraphs together
 * may cost a line at each column's foot; none on pages too low for that.
 */
const OVERLEAF = { lines: 1, lowest: 8 } as const

/** A page that one piece fills, and what of the piece goes on overleaf (null: nothing). */
export interface FullPage {
  readonly made: MadePage
  readonly rest: Piece | null
}

/** A page filled by one piece, too long for any page, from edge to edge. */
export function fullPage(piece: Piece, template: Template, bench: Bench): FullPage {
  const { columns, lines } = bench.grid
  const top = Math.max(0, ...template.reserved.map(({ region }) => region.line + region.lines))
  const headline = Math.min(headlineOf(piece, columns, bench), Math.max(0, lines - top - 2))
  const depth = Math.max(1, lines - top - headline)
  const segments = piece.setting === "box" ? [] : segmentsOf(piece, columns, bench.fit)
  const room = Array.from({ length: columns }, () => ({ line: top + headline, depth }))
  // An article without a line still gets one, so that it has a frame to be written in.
  const { runs, rest } = pour(totalLines(segments) === 0 ? [1] : segments, room)
  const head = { column: 0, columns, line: top, lines: headline }
  const under = { column: 0, columns, line: top + headline, lines: depth }
  const slot = template.slots.find((each) => each.role === "lead")?.id ?? "lead-added-1"
  const make = (role: BareFrame["role"], region: Region, order = 0): BareFrame => {
    return { role, article: piece.article.id, order, slot, region }
  }
  const text = piece.setting === "box" ? [make("filler", under)] : bodies(piece, runs, make)
  const frames = headline > 0 ? [make("headline", head), ...text] : text
  const why = reasonForPour(piece, totalLines(runs.map((run) => run.lines)))
  const fit = piece.setting === "box" ? "cramped" : rest.length > 0 ? "goesOn" : "whole"
  const made = makeFullPage(template, frames, [{ piece, slot, why, fit }])
  if (rest.length === 0) return { made, rest: null }
  const more = depth < OVERLEAF.lowest ? 0 : columns * OVERLEAF.lines
  const longer = rest.map((run, i) => (i === rest.length - 1 ? run + more : run))
  return {
    made,
    rest: { ...piece, setting: "text", rest: longer, order: piece.order + text.length },
  }
}

/** Body frames of the text, numbered on from the piece's earlier pages. */
function bodies(
  piece: Piece,
  runs: readonly Run[],
  make: (role: "body", region: Region, order: number) => BareFrame,
): readonly BareFrame[] {
  return framesOfRuns(runs).map(({ column, columns, line, lines }, i) =>
    make("body", { column, columns, line, lines }, piece.order + i),
  )
}
