import { measureOfId } from "../templates/measure.ts"
import type { Template } from "../templates/template.ts"
import type { Fit } from "./fit.ts"
import { gridOf } from "./furniture.ts"
import { fullPage } from "./full-page.ts"
import { makePage, type MadePage } from "./page.ts"
import { leadIndex, type Piece } from "./piece.ts"
import { reservedArea, roomOf, type Room } from "./room.ts"
import { bestLayout, usualArea, type Verdict } from "./search.ts"
import { skeletonOf } from "./skeleton.ts"
import { tryDresses } from "./try-dresses.ts"

/** A page and what is left for the pages after it. */
export interface NextPage {
  readonly made: MadePage
  readonly left: readonly Piece[]
}

/**
 * Makes up one page from the pieces that are to be placed, as many as fit, the most important
 * first. A piece too long for the page fills it and goes on overleaf. There must be a piece.
 */
export function nextPage(pieces: readonly Piece[], template: Template, fit: Fit): NextPage {
  const bench = {
    ...{ grid: gridOf(template), fit, pictureColumns: pictureColumns(template) },
    ruled: template.rules.column !== null,
    mayBreak: measureOfId(template.id) === null,
  }
  const room = roomOf(bench, skeletonOf(template))
  const index = leadIndex(pieces)
  const lead = pieces[index]!
  const others = pieces.filter((_, i) => i !== index)
  const best = fitsPage(lead, room) ? fullest(lead, chosenFor(lead, others, room), room) : null
  if (best !== null) {
    const left = others.filter((piece) => !best.taken.includes(piece))
    const { verdict } = tryDresses({ ...best, pieces: [lead, ...best.taken] }, room)
    return { made: makePage(template, verdict), left }
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
