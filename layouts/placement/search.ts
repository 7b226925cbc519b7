import { draftOf, layOut, type Draft, type Layout } from "./arrange.ts"
import { assignmentsOf } from "./assign.ts"
import { judge } from "./judge.ts"
import type { Piece } from "./piece.ts"
import { narrowestStack, reservedArea, suitableWidths, type Room } from "./room.ts"
import type { Entry } from "./stretch.ts"
import { variantsOf, type Variant } from "./variants.ts"
import { WEIGHTS } from "./weights.ts"

/** A page's best layout and its price. */
export interface Verdict {
  readonly layout: Layout
  readonly cost: number
  /** Lines of the notice across the foot of the page; 0: none. */
  readonly band: number
}

interface Candidate extends Verdict {
  readonly draft: Draft
  readonly room: Room
}

/** How many layouts are kept for the last polish, and how often each is gone over. */
const KEPT = 8
const ROUNDS = 2

/** How many of the nearest variants are tried again with a strip across the foot. */
const NEAR = 40

/** A strip across the foot has at least this many lines; it is tried when so much of the page is over. */
const BAND = { least: 8, share: 0.08 } as const

/**
 * The best layout of these pieces on one page, the first piece in the lead's slot; null when they
 * do not fit. Looks at the template's variants, assigns pieces to stacks, fills the stacks, and
 * polishes the order within the stacks of the best few. The same pieces give the same page.
 */
export function bestLayout(pieces: readonly Piece[], room: Room): Verdict | null {
  const ordered = largestFirst(pieces, room)
  const variants = variantsOf(room.skeleton, narrowestStack(room.bench))
  let kept = candidates(ordered, room, variants)
  for (const band of bandsFor(pieces, room, kept)) {
    const less = { ...room, lines: room.lines - band }
    kept = cheapest([...kept, ...candidates(ordered, less, variants.slice(0, NEAR))])
  }
  return kept
    .map(polish)
    .reduce<Candidate | null>(
      (best, each) => (best === null || each.cost < best.cost ? each : best),
      null,
    )
}

/** The cheapest few layouts of the page's variants. */
function candidates(
  pieces: readonly Piece[],
  room: Room,
  variants: readonly Variant[],
): readonly Candidate[] {
  let kept: readonly Candidate[] = []
  for (const variant of variants) {
    // Variants come nearest first: once the distance alone costs more, none can be better.
    if (kept.length === KEPT && variant.distance > kept.at(-1)!.cost) break
    const found = assignmentsOf(variant, pieces, room).flatMap((assignment) => {
      const candidate = weigh(draftOf(variant, pieces, assignment, room), room)
      return candidate === null ? [] : [candidate]
    })
    kept = cheapest([...kept, ...found])
  }
  return kept
}

/** A draft laid out and priced; null when it does not fit. */
function weigh(draft: Draft, room: Room): Candidate | null {
  const layout = layOut(draft, room)
  if (layout === null) return null
  const band = room.bench.grid.lines - room.lines
  const strip = band === 0 ? 0 : WEIGHTS.band + WEIGHTS.bandArea * band * room.bench.grid.columns
  return { draft, layout, room, band, cost: layout.cost + judge(layout, room) + strip }
}

/** Swaps neighbours in a stack as long as that makes the page better. */
function polish(candidate: Candidate): Candidate {
  let best = candidate
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = best
    candidate.draft.stacks.forEach((_, cell) => {
      for (let i = 0; i + 1 < best.draft.stacks[cell]!.length; i += 1) {
        const stacks = best.draft.stacks.map((entries, at) =>
          at === cell ? swapped(entries, i) : entries,
        )
        if (!keepsLeadFirst(best.draft.lead, stacks[cell]!)) continue
        const other = weigh({ ...best.draft, stacks }, candidate.room)
        if (other !== null && other.cost < best.cost) best = other
      }
    })
    if (best === before) break
  }
  return best
}

/** Whether no other text stands before the lead in this stack. */
function keepsLeadFirst(lead: Piece, entries: readonly Entry[]): boolean {
  const text = entries.filter((entry) => entry.block.piece.setting === "text")
  return text.findIndex((entry) => entry.block.piece === lead) <= 0
}

/** The entries with the one at `i` and the next exchanged. */
function swapped(entries: readonly Entry[], i: number): readonly Entry[] {
  return [...entries.slice(0, i), entries[i + 1]!, entries[i]!, ...entries.slice(i + 2)]
}

/** The cheapest few candidates. */
function cheapest(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((a, b) => a.cost - b.cost).slice(0, KEPT)
}

/** The lead, then the others by the room they take, boxes last. */
function largestFirst(pieces: readonly Piece[], room: Room): readonly Piece[] {
  const [lead, ...others] = pieces
  if (lead === undefined) return []
  const size = (piece: Piece): number => (piece.setting === "box" ? 0 : usualArea(piece, room))
  return [lead, ...others.toSorted((a, b) => size(b) - size(a) || a.rank - b.rank)]
}

/** Column lines that a piece takes at the width that suits it best. */
export function usualArea(piece: Piece, room: Room): number {
  const areas = suitableWidths(room.bench).map((columns) => {
    const block = room.block(piece, columns)
    return columns * (block.wish + block.air)
  })
  return Math.min(...areas)
}

/**
 * Heights to try for a notice across the foot: some when the pieces leave much of the page and
 * even the best layout so far has notices in it, else none.
 */
function bandsFor(
  pieces: readonly Piece[],
  room: Room,
  kept: readonly Candidate[],
): readonly number[] {
  if (kept[0]?.layout.stacks.every((stack) => stack.house === 0)) return []
  const { columns } = room.bench.grid
  const taken = pieces.reduce((sum, piece) => sum + usualArea(piece, room), 0)
  const free = Math.floor((room.lines * columns - reservedArea(room) - taken) / columns)
  if (free < room.lines * BAND.share) return []
  return [free, free - 3, free - 6, free - 12].filter((lines) => lines >= BAND.least)
}
