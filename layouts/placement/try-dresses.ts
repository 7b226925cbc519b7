import { areaOf } from "../grid/regions.ts"
import type { PlacedBlock } from "./arrange.ts"
import { dressOf, EASY, type Dress } from "./dress.ts"
import { isLong } from "./dressed-block.ts"
import { clashesIn } from "./judge.ts"
import type { Piece } from "./piece.ts"
import type { Room } from "./room.ts"
import { bestLayout, type Verdict } from "./search.ts"
import { cellsOf } from "./skeleton.ts"
import { WEIGHTS } from "./weights.ts"

/** A page's best layout of some pieces, the lead first. */
export interface LaidOut {
  readonly verdict: Verdict
  readonly pieces: readonly Piece[]
}

/** A piece to be set otherwise. */
interface Trial {
  readonly piece: Piece
  readonly dress: Dress
  /** The slot that shows it so; null for none. One of its trials is enough. */
  readonly slot: string | null
}

/** Layouts looked at for one page, articles tried in one slot, and long texts in wider columns. */
const MOST = { trials: 10, guests: 3, broken: 2 } as const

/** Text in wider columns of its own, for its own sake. */
const BROKEN: Dress = { head: "over", broken: true, boxed: false, worth: 0 }

/** Lines of text under a headline over three columns and more that look lost. */
const THIN = 4

/**
 * The page with headlines beside or in their text (题文位置) and long texts in wider columns of their
 * own (破栏), where that is better: as the template's slots show it, where narrow lines would tire,
 * where two headlines would meet (碰题), and where little text stands under a wide one. What stands
 * well over basic columns stays so. The same page gives the same answer.
 */
export function tryDresses(plain: LaidOut, room: Room): LaidOut {
  let best = plain
  const shown = new Set<string>()
  for (const trial of trialsFor(plain, room).slice(0, MOST.trials)) {
    const at = best.pieces.indexOf(trial.piece)
    if (at < 0 || (trial.slot !== null && shown.has(trial.slot))) continue
    const dressed = { ...trial.piece, dress: trial.dress }
    const pieces = best.pieces.with(at, dressed)
    const verdict = bestLayout(pieces, room)
    const placed = verdict?.layout.blocks.find(({ standing }) => standing.block.piece === dressed)
    if (!verdict || !placed || !isSet(placed, trial.dress)) continue
    if (verdict.cost >= best.verdict.cost + trial.dress.worth) continue
    best = { verdict, pieces }
    if (trial.slot !== null) shown.add(trial.slot)
  }
  return best
}

/** Whether a block is set as it was tried. */
function isSet({ standing }: PlacedBlock, dress: Dress): boolean {
  const { beside, broken } = standing.block
  if (dress.head !== "over") return beside?.stand === dress.head
  return dress.boxed || broken !== null
}

/** What is to be tried on a page, the surest first. */
function trialsFor({ verdict, pieces }: LaidOut, room: Room): readonly Trial[] {
  const trials = [
    ...wishes(pieces, room),
    ...longTexts(pieces, room),
    ...apart(verdict, room),
    ...lost(verdict),
  ]
  return trials.filter(({ piece }) => piece.setting === "text")
}

/**
 * What the template's slots show: the lead's for the lead, others for the articles whose text comes
 * nearest to filling them.
 */
function wishes([lead, ...others]: readonly Piece[], room: Room): readonly Trial[] {
  const slots = cellsOf(room.skeleton).flatMap(({ slots: own }) => own)
  return slots.flatMap((slot): readonly Trial[] => {
    const shown = dressOf(slot)
    if (shown === null || (slot.role !== "lead" && slot.role !== "news")) return []
    const asked = { dress: { ...shown, worth: WEIGHTS.wish }, slot: slot.id }
    if (slot.role === "lead") return lead ? [{ piece: lead, ...asked }] : []
    const off = (piece: Piece): number => {
      const { columns, least } = room.block(piece, slot.region.columns)
      return Math.abs(columns * least - areaOf(slot.region))
    }
    return others
      .filter(({ setting }) => setting === "text")
      .toSorted((a, b) => off(a) - off(b))
      .slice(0, MOST.guests)
      .map((piece) => ({ piece, ...asked }))
  })
}

/** Long texts of a page whose basic columns are narrow. */
function longTexts(pieces: readonly Piece[], { bench }: Room): readonly Trial[] {
  if (!bench.mayBreak || bench.grid.measure >= EASY.least) return []
  return pieces
    .filter(isLong)
    .slice(0, MOST.broken)
    .map((piece) => ({ piece, dress: BROKEN, slot: null }))
}

/**
 * Headlines that meet without a rule between them, brought apart: the left one to the far side of
 * its text. Text at the left of its own headline would read as the neighbour's.
 */
function apart({ layout }: Verdict, { bench }: Room): readonly Trial[] {
  if (bench.ruled) return []
  return clashesIn(layout).flatMap(({ left, large }) =>
    large ? [] : [atLeft(left.standing.block.piece)],
  )
}

/** Wide headlines over little text, put beside it. */
function lost({ layout }: Verdict): readonly Trial[] {
  return layout.blocks.flatMap(({ standing: { block } }): readonly Trial[] => {
    const thin = block.columns >= 3 && block.text && Math.max(...block.text.depths) < THIN
    return thin ? [atLeft(block.piece)] : []
  })
}

function atLeft(piece: Piece): Trial {
  return { piece, dress: { ...BROKEN, head: "left", broken: false }, slot: null }
}
