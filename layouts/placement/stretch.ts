import type { Block } from "./block.ts"
import { AIR, holeCost, LEAST_HOUSE, MOST_AIR, MOST_HOLE, WEIGHTS } from "./weights.ts"

/** One block of a stack with its place: all in lines, `top` from the stack's top. */
export interface Standing {
  readonly block: Block
  readonly top: number
  /** Height of the block, extra headline air included, white at its foot not. */
  readonly height: number
  /** Lines of air added to the headline block. */
  readonly air: number
  /** Lines of white under the block's deepest column. */
  readonly gap: number
  /** A filler that stands in the white under the block's short columns. */
  readonly inWell: InWell | null
}

/** A filler in a well: which columns of the block, and the block it is. */
export interface InWell {
  readonly block: Block
  readonly column: number
  readonly columns: number
}

/** A block of a stack before it has a place. */
export interface Entry {
  readonly block: Block
  readonly inWell: InWell | null
}

/** A stack that fills its height: blocks top down, then a notice of `house` lines (0: none). */
export interface Filled {
  readonly standings: readonly Standing[]
  readonly house: number
  readonly cost: number
}

/** What is given to each block of a stack beyond its least height. */
interface Gift {
  grow: number
  air: number
  gap: number
}

/** Air over a block: none at the head of the page. */
function airOver(block: Block, first: boolean, atHead: boolean): number {
  return first && atHead ? 0 : block.air
}

/** Lines that the blocks of a stack need one under another, by `height` of each. */
export function stackHeight(
  blocks: readonly Block[],
  atHead: boolean,
  height: (block: Block) => number,
): number {
  return blocks.reduce((sum, block, i) => sum + airOver(block, i === 0, atHead) + height(block), 0)
}

/**
 * Fills a stack of `height` lines exactly. What is more than the blocks need goes to pictures and
 * boxes first, then to headline air and white at the columns' feet, or else to a notice, whichever
 * is cheaper. The blocks must fit at their least height.
 */
export function fillStack(entries: readonly Entry[], height: number, atHead: boolean): Filled {
  if (entries.length === 0)
    return { standings: [], house: height, cost: height === 0 ? 0 : WEIGHTS.bare + height }
  const blocks = entries.map((entry) => entry.block)
  const spare = height - stackHeight(blocks, atHead, (block) => block.least)
  const columns = blocks[0]!.columns
  const plain = give(entries, spare, (block) => block.most)
  const left = plain.left
  let best = { gifts: plain.gifts, house: 0, cost: costOf(entries, plain.gifts, 0) }
  if (left > 0) best = spreadWhite(entries, plain.gifts, left)
  const wished = give(entries, spare, (block) => block.wish)
  if (wished.left >= LEAST_HOUSE) {
    const cost = costOf(entries, wished.gifts, wished.left) + houseCost(columns, wished.left)
    if (cost < best.cost) best = { gifts: wished.gifts, house: wished.left, cost }
  }
  return { ...best, standings: standingsOf(entries, best.gifts, atHead) }
}

/** Grows pictures and boxes, evenly and at most to `limit`, by up to `spare` lines. */
function give(
  entries: readonly Entry[],
  spare: number,
  limit: (block: Block) => number,
): { readonly gifts: readonly Gift[]; readonly left: number } {
  const gifts = entries.map(() => ({ grow: 0, air: 0, gap: 0 }))
  let left = spare
  // First everyone's wish, then beyond it.
  for (const goal of [(block: Block): number => Math.min(block.wish, limit(block)), limit]) {
    const wants = entries.map(({ block }, i) =>
      Math.max(0, goal(block) - block.least - gifts[i]!.grow),
    )
    const total = wants.reduce((sum, want) => sum + want, 0)
    const given = Math.min(left, total)
    let done = 0
    let passed = 0
    wants.forEach((want, i) => {
      passed += want
      const upTo = total === 0 ? 0 : Math.floor((given * passed) / total)
      gifts[i]!.grow += upTo - done
      done = upTo
    })
    left -= done
  }
  return { gifts, left }
}

/**
 * Spreads white that nothing can take over headline air and the feet of the blocks, the cheapest
 * line first. When even that is full, the rest stands at the foot, where a notice will fill it.
 */
function spreadWhite(
  entries: readonly Entry[],
  given: readonly Gift[],
  white: number,
): { gifts: readonly Gift[]; house: number; cost: number } {
  const gifts = given.map((gift) => ({ ...gift }))
  const last = entries.length - 1
  const room = entries.length * (MOST_AIR + MOST_HOLE)
  for (let line = 0; line < Math.min(white, room); line += 1) {
    let cheapest = { cost: Infinity, apply: (): void => {} }
    entries.forEach((entry, i) => {
      const gift = gifts[i]!
      if (entry.block.headline > 0 && gift.air < MOST_AIR) {
        const cost = entry.block.columns * (WEIGHTS.air[gift.air + 1]! - WEIGHTS.air[gift.air]!)
        if (cost < cheapest.cost) cheapest = { cost, apply: () => (gift.air += 1) }
      }
      const next = entries[i + 1]?.block
      const under = next === undefined ? 0 : next.air
      if (gift.gap + under < MOST_HOLE) {
        const cost = whiteCost(entry, gift.gap + 1, under) - whiteCost(entry, gift.gap, under)
        if (cost < cheapest.cost) cheapest = { cost, apply: () => (gift.gap += 1) }
      }
    })
    if (cheapest.cost === Infinity) break
    cheapest.apply()
  }
  const spent = gifts.reduce((sum, gift) => sum + gift.air + gift.gap, 0)
  const rest = white - spent
  // White beyond what may stay is a notice's; its own foot of white goes to it as well.
  if (rest === 0) return { gifts, house: 0, cost: costOf(entries, gifts, 0) }
  const house = rest + gifts[last]!.gap
  gifts[last]!.gap = 0
  const columns = entries[0]!.block.columns
  return { gifts, house, cost: costOf(entries, gifts, house) + houseCost(columns, house) }
}

/** Price of a notice at the foot of a stack. */
function houseCost(columns: number, lines: number): number {
  return WEIGHTS.house + WEIGHTS.houseArea * columns * lines
}

/** Price of the white under a block's columns, `gap` under the deepest, `under` more before the next block. */
function whiteCost(entry: Entry, gap: number, under: number): number {
  const well = entry.inWell
  return entry.block.wells.reduce((sum, white, column) => {
    const filled = well !== null && column >= well.column && column < well.column + well.columns
    const lines = filled ? gap : white + gap
    return sum + (lines + under > MOST_HOLE ? holeCost(lines + under) : holeCost(lines))
  }, 0)
}

/** Price of a stack's white, air and pictures, a notice of `house` lines (0: none) at its foot. */
function costOf(entries: readonly Entry[], gifts: readonly Gift[], house: number): number {
  return entries.reduce((sum, entry, i) => {
    const { block } = entry
    const gift = gifts[i]!
    const under = entries[i + 1]?.block.air ?? (house > 0 ? AIR : 0)
    const off = block.picture === null ? 0 : (block.least + gift.grow - block.wish) / block.wish
    return (
      sum +
      whiteCost(entry, gift.gap, under) +
      block.columns * WEIGHTS.air[gift.air]! +
      WEIGHTS.picture * off * off
    )
  }, 0)
}

/** Blocks one under another with what they were given. */
function standingsOf(
  entries: readonly Entry[],
  gifts: readonly Gift[],
  atHead: boolean,
): readonly Standing[] {
  let line = 0
  return entries.map(({ block, inWell }, i) => {
    const gift = gifts[i]!
    const top = line + airOver(block, i === 0, atHead)
    const height = block.least + gift.grow + gift.air
    line = top + height + gift.gap
    return { block, top, height, air: gift.air, gap: gift.gap, inWell }
  })
}

/** Lines a filler's box has in the well of a block, its own air taken off. */
export function wellRoom(block: Block, column: number, columns: number): number {
  const white = block.wells.slice(column, column + columns)
  return white.length < columns ? 0 : Math.min(...white) - AIR
}
