import type { Say } from "../finding.ts"
import type { Region } from "../issue/page.ts"
import { drawnRound } from "../templates/drawn-of.ts"
import type { DrawnFrame, Template } from "../templates/template.ts"
import type { Layout, PlacedBlock } from "./arrange.ts"
import { framesInWell, framesOfBlock, type BareFrame } from "./frames.ts"
import { noticeRegions } from "./holes.ts"
import type { Piece } from "./piece.ts"
import { reasonFor, reasonForWell } from "./reasons.ts"
import type { Verdict } from "./search.ts"
import { roleOf, slotBook, type SlotBook } from "./slots.ts"
import { AIR } from "./weights.ts"

/** One article's place on a page that is not yet numbered. */
export interface PlacedPiece {
  readonly piece: Piece
  readonly slot: string
  /** Which of the slot's articles it is; absent is the only one. */
  readonly part?: number
  readonly why: Say
  /**
   * Whether it stands here whole, goes on overleaf (then its pictures stand there), or is cramped:
   * a box that no page holds.
   */
  readonly fit: "whole" | "goesOn" | "cramped"
}

/** A page made up but not yet numbered: its frames, notices, and who stands where. */
export interface MadePage {
  readonly template: Template
  readonly frames: readonly BareFrame[]
  /** Regions of the notices, in the order of their frames. */
  readonly notices: readonly Region[]
  readonly placed: readonly PlacedPiece[]
  /** Lines of air left on purpose over pictures, boxes and notices. */
  readonly air: readonly Region[]
  /** Rules and boxes of the template that stand on it. */
  readonly drawn: readonly DrawnFrame[]
}

/** Makes up a page from its best layout: frames of every block, notices in what is left. */
export function makePage(template: Template, verdict: Verdict): MadePage {
  const { layout, band } = verdict
  const book = slotBook(template)
  const frames: BareFrame[] = []
  const placed: PlacedPiece[] = []
  const blocks = inReadingOrder(layout)
  // A slot that shows an article set otherwise is kept for one that is.
  const shown = new Map(
    blocks.map((block) => [block, book.takeShowing(roleOf(block, layout), block.standing.block)]),
  )
  for (const block of blocks) {
    const slot = shown.get(block) ?? slotFor(block, layout, book)
    const made = framesFor(block, { layout, book, slot })
    frames.push(...made.frames)
    placed.push(...made.placed)
  }
  const strip = bandRegion(template, band)
  const feet = [...layout.stacks.flatMap(footNotice), ...(strip === null ? [] : [strip])]
  return finished(template, { frames, placed, feet, layout, book })
}

/** What a page is finished from. */
interface Unfinished {
  readonly frames: readonly BareFrame[]
  readonly placed: readonly PlacedPiece[]
  readonly feet: readonly Region[]
  readonly layout: Layout
  readonly book: SlotBook
}

/** Adds the notices: those at the feet of stacks and those in the white that is too high to stay. */
function finished(template: Template, page: Unfinished): MadePage {
  const { frames, placed, feet, layout, book } = page
  const air = [...layout.blocks.flatMap(airOverBlock), ...feet.flatMap(lineOver)]
  const areas = layout.stacks.map((stack) => stack.region)
  const head = Math.min(...areas.map((area) => area.line))
  const wells = noticesIn(template, [...areas, wholePage(template)], {
    frames: [...frames.map((frame) => frame.region), ...feet],
    air,
    head,
  })
  const notices = [...feet, ...wells]
  return {
    template,
    frames: [...frames, ...housesFor(notices, book)],
    notices,
    placed,
    air: [...air, ...wells.flatMap(lineOver)],
    drawn: drawnRound(template),
  }
}

/** A page whose frames are given: text that fills it from edge to edge. */
export function makeFullPage(
  template: Template,
  frames: readonly BareFrame[],
  placed: readonly PlacedPiece[],
): MadePage {
  const regions = frames.map((frame) => frame.region)
  const white = { frames: regions, air: [], head: 0 }
  const notices = noticesIn(template, [wholePage(template)], white)
  const houses = housesFor(notices, slotBook(template))
  const air = notices.flatMap(lineOver)
  const drawn = drawnRound(template)
  return { template, frames: [...frames, ...houses], notices, placed, air, drawn }
}

/** Regions of notices for white that is too high, area by area; what one area got counts for the next. */
function noticesIn(
  template: Template,
  areas: readonly Region[],
  page: {
    readonly frames: readonly Region[]
    readonly air: readonly Region[]
    readonly head: number
  },
): readonly Region[] {
  const fast = template.reserved.map((part) => part.region)
  const notices: Region[] = []
  for (const area of areas) {
    const taken = {
      frames: [...fast, ...page.frames, ...notices],
      air: [...page.air, ...notices.flatMap(lineOver)],
    }
    notices.push(...noticeRegions(area, taken, page.head))
  }
  // Where lines of air meet, they too may come to more white than may stay.
  const frames = [...fast, ...page.frames, ...notices]
  notices.push(...noticeRegions(wholePage(template), { frames, air: [] }, page.head))
  return notices
}

/** Frames of notices, each with a slot of its own. */
function housesFor(notices: readonly Region[], book: SlotBook): readonly BareFrame[] {
  return notices.map((region) => {
    return { role: "house", article: null, order: 0, region, slot: book.take("house", []) }
  })
}

/** The whole type area. */
function wholePage({ grid }: Template): Region {
  return { column: 0, columns: grid.columns, line: 0, lines: grid.lines }
}

/** Blocks in the order in which the page is read: lead first, then stacks from the left, top down. */
function inReadingOrder({ blocks, lead }: Layout): readonly PlacedBlock[] {
  const first = (placed: PlacedBlock): number => (placed.standing.block.piece === lead ? 0 : 1)
  return blocks.toSorted((a, b) => first(a) - first(b) || a.column - b.column || a.line - b.line)
}

/** The slot that a block takes. */
function slotFor(placed: PlacedBlock, layout: Layout, book: SlotBook): string {
  const stack = placed.cell.slots.map(({ id }) => id)
  return book.take(roleOf(placed, layout), stack)
}

/** What the frames of a block are made from beside it. */
interface FramesSetting {
  readonly layout: Layout
  readonly book: SlotBook
  readonly slot: string
}

/** A block's frames and those of the filler in its white. */
function framesFor(
  placed: PlacedBlock,
  { layout, book, slot }: FramesSetting,
): { readonly frames: readonly BareFrame[]; readonly placed: readonly PlacedPiece[] } {
  const { standing, cell, column, line } = placed
  const role = roleOf(placed, layout)
  const stack = cell.slots.map(({ id }) => id)
  const frames = [...framesOfBlock(standing, { column, line, slot })]
  const why = reasonFor(placed, role, layout)
  const pieces: PlacedPiece[] = [{ piece: standing.block.piece, slot, why, fit: "whole" }]
  const well = standing.inWell
  if (well !== null) {
    const guest = book.take("filler", stack)
    frames.push(...framesInWell(well, standing, { column, line, slot: guest }))
    const white = Math.min(...standing.block.wells.slice(well.column, well.column + well.columns))
    pieces.push({ piece: well.block.piece, slot: guest, why: reasonForWell(white), fit: "whole" })
  }
  return { frames, placed: pieces }
}

/** The notice at the foot of a stack, without its air; none when the stack is full. */
function footNotice(stack: Layout["stacks"][number]): readonly Region[] {
  const { region, house, atHead } = stack
  if (house === 0) return []
  const air = house === region.lines && atHead ? 0 : AIR
  const lines = house - air
  return [{ ...region, line: region.line + region.lines - lines, lines }]
}

/** The notice across the foot of the page, without its air; null when there is none. */
function bandRegion({ grid }: Template, band: number): Region | null {
  if (band === 0) return null
  const lines = band - AIR
  return { column: 0, columns: grid.columns, line: grid.lines - lines, lines }
}

/** The line of air over a block that brings none itself. */
function airOverBlock({ standing, column, line }: PlacedBlock): readonly Region[] {
  const { block } = standing
  return block.air === 0 ? [] : lineOver({ column, columns: block.columns, line, lines: 1 })
}

/** The line over a region, as a region; none at the head of the page. */
function lineOver(region: Region): readonly Region[] {
  return region.line === 0 ? [] : [{ ...region, line: region.line - AIR, lines: AIR }]
}
