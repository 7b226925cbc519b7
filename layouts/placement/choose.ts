import type { Template } from "../templates/template.ts"
import { headlineOf, segmentsOf, type Bench } from "./block.ts"
import type { Fit } from "./fit.ts"
import type { BareFrame } from "./frames.ts"
import { gridOf } from "./furniture.ts"
import { makeFullPage, makePage, type MadePage } from "./page.ts"
import { leadIndex, type Piece } from "./piece.ts"
import { framesOfRuns, pour, totalLines } from "./pour.ts"
import { reasonForPour } from "./reasons.ts"
import { reservedArea, roomOf, type Room } from "./room.ts"
import { bestLayout, usualArea, type Verdict } from "./search.ts"
import { skeletonOf } from "./skeleton.ts"

/** A page and what is left for the pages after it. */
export interface NextPage {
  readonly made: MadePage
  readonly left: readonly Piece[]
}

/**
 * Lines for each column added to text that goes on overleaf, because keeping paragraphs together
 * may cost a line at each column's foot; none on pages too low for that.
 */
const OVERLEAF = { lines: 1, lowest: 8 } as const

/**
 * Makes up one page from the pieces that are to be placed, as many as fit, the most important
 * first. A piece too long for the page fills it and goes on overleaf. There must be a piece.
 */
export function nextPage(pieces: readonly Piece[], template: Template, fit: Fit): NextPage {
  const bench = { grid: gridOf(template), fit, pictureColumns: pictureColumns(template) }
  const room = roomOf(bench, skeletonOf(template))
  const index = leadIndex(pieces)
  const lead = pieces[index]!
  const others = pieces.filter((_, i) => i !== index)
  const best = fitsPage(lead, room) ? fullest(lead, chosenFor(lead, others, room), room) : null
  if (best !== null) {
    const left = others.filter((piece) => !best.taken.includes(piece))
    return { made: makePage(template, best.verdict), left }
  }
  const { made, rest } = fullPage(lead, template, bench)
  return { made, left: rest === null ? others : [rest, ...others] }
}

/**
 * The best layout of the lead with as many of the chosen pieces as fit, in order; when one is left
 * out and notices had to fill its room, the smaller ones after it are tried there. Null when not
 * even the lead fits.
 */
function fullest(
  lead: Piece,
  chosen: readonly Piece[],
  room: Room,
): { readonly verdict: Verdict; readonly taken: readonly Piece[] } | null {
  for (let count = chosen.length; count >= 0; count -= 1) {
    let taken = chosen.slice(0, count)
    let verdict = bestLayout([lead, ...taken], room)
    if (verdict === null) continue
    for (const piece of chosen.slice(count + 1, count + 1 + LATER)) {
      if (noticeArea(verdict, room) < leastArea(piece, room)) continue
      const more = bestLayout([lead, ...taken, piece], room)
      if (more === null) continue
      verdict = more
      taken = [...taken, piece]
    }
    return { verdict, taken }
  }
  return null
}

/** How many pieces after one that did not fit are tried in its place. */
const LATER = 5

/** Column lines that notices fill in a layout. */
function noticeArea({ layout, band }: Verdict, room: Room): number {
  return layout.stacks.reduce(
    (sum, { region, house }) => sum + region.columns * house,
    band * room.bench.grid.columns,
  )
}

/** Columns that the template's lead slot gives a picture beside text; null when it has none. */
function pictureColumns(template: Template): number | null {
  const lead = template.slots.find((slot) => slot.role === "lead")
  return lead?.frames.find((frame) => frame.role === "picture")?.region.columns ?? null
}

/** Whether a piece fits an empty page at some width. */
function fitsPage(piece: Piece, room: Room): boolean {
  const { columns, lines } = room.bench.grid
  const free = lines - Math.ceil(reservedArea(room) / columns)
  for (let width = 1; width <= columns; width += 1)
    if (room.block(piece, width).least <= free) return true
  return false
}

/** The pieces to try beside the lead: in order while there is room by area, boxes after the others. */
function chosenFor(lead: Piece, others: readonly Piece[], room: Room): readonly Piece[] {
  const { columns, lines } = room.bench.grid
  let free = columns * lines - reservedArea(room) - leastArea(lead, room)
  const ordered = [
    ...others.filter((piece) => piece.setting !== "box"),
    ...others.filter((piece) => piece.setting === "box"),
  ]
  return ordered.filter((piece) => {
    const area = Math.min(usualArea(piece, room), leastArea(piece, room))
    if (area > free) return false
    free -= area
    return true
  })
}

/** Column lines that a piece takes at its least height, at the width that needs fewest. */
function leastArea(piece: Piece, room: Room): number {
  let least = Infinity
  for (let columns = 1; columns <= room.bench.grid.columns; columns += 1)
    least = Math.min(least, columns * room.block(piece, columns).least)
  return least
}

/** A page filled by one piece from edge to edge, and what of it goes on overleaf (null: nothing). */
function fullPage(
  piece: Piece,
  template: Template,
  bench: Bench,
): { readonly made: MadePage; readonly rest: Piece | null } {
  const { columns, lines } = bench.grid
  const top = Math.max(0, ...template.reserved.map(({ region }) => region.line + region.lines))
  const headline = Math.min(headlineOf(piece, columns, bench), Math.max(0, lines - top - 2))
  const depth = Math.max(1, lines - top - headline)
  const room = Array.from({ length: columns }, () => ({ line: 0, depth }))
  const segments = segmentsOf(piece, columns, bench.fit)
  // An article without a line still gets one, so that it has a frame to be written in.
  const { runs, rest } = pour(totalLines(segments) === 0 ? [1] : segments, room)
  const slot = template.slots.find((each) => each.role === "lead")?.id ?? "lead-added-1"
  const frames = fullFrames(piece, { headline, top, columns, slot }, framesOfRuns(runs))
  const set = totalLines(runs.map((run) => run.lines))
  const goesOn = rest.length > 0
  const placed = [{ piece, slot, why: reasonForPour(piece, set), goesOn }]
  const made = makeFullPage(template, frames, placed)
  if (!goesOn) return { made, rest: null }
  const more = depth < OVERLEAF.lowest ? 0 : columns * OVERLEAF.lines
  const longer = rest.map((run, i) => (i === rest.length - 1 ? run + more : run))
  const order = piece.order + frames.filter((frame) => frame.role === "body").length
  return { made, rest: { ...piece, setting: "text", rest: longer, order } }
}

/** Headline across the page and the text's frames under it. */
function fullFrames(
  piece: Piece,
  at: {
    readonly headline: number
    readonly top: number
    readonly columns: number
    readonly slot: string
  },
  runs: ReturnType<typeof framesOfRuns>,
): readonly BareFrame[] {
  const article = piece.article.id
  const { headline, top, columns, slot } = at
  const head: BareFrame[] =
    headline === 0
      ? []
      : [
          {
            role: "headline",
            article,
            order: 0,
            slot,
            region: { column: 0, columns, line: top, lines: headline },
          },
        ]
  const bodies = runs.map((run, i): BareFrame => {
    const region = {
      column: run.column,
      columns: run.columns,
      line: run.line + top + headline,
      lines: run.lines,
    }
    return { role: "body", article, order: piece.order + i, slot, region }
  })
  return [...head, ...bodies]
}
