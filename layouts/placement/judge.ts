import type { Region } from "../issue/page.ts"
import type { Layout, PlacedBlock } from "./arrange.ts"
import type { Room } from "./room.ts"
import { WEIGHTS } from "./weights.ts"

/**
 * What the page as a whole costs beyond its stacks: headlines that meet, a straight white line
 * across, important pieces in weak places. 0 for a page without such blemishes.
 * Source: reference/domain.md 2.7 (断版, 碰题, 区序).
 */
export function judge(layout: Layout, room: Room): number {
  const { blocks } = layout
  return (
    clashes(layout) +
    WEIGHTS.cut * cutsAcross(layout, room) +
    rankCost(blocks, room) +
    placeCost(blocks) +
    overLead(layout) +
    crowdCost(layout)
  )
}

/** Price of headlines side by side on the same lines in neighbouring stacks (碰题). */
function clashes(layout: Layout): number {
  return clashesIn(layout).reduce(
    (sum, { large }) => sum + (large ? WEIGHTS.leadClash : WEIGHTS.clash),
    0,
  )
}

/** Two blocks whose headlines stand side by side; `large` where one is the lead's. */
export interface Clash {
  readonly left: PlacedBlock
  readonly right: PlacedBlock
  readonly large: boolean
}

/** The headlines of a page that stand side by side. */
export function clashesIn({ blocks, lead }: Layout): readonly Clash[] {
  const isLead = ({ standing }: PlacedBlock): boolean => standing.block.piece === lead
  const titled = blocks.flatMap((placed) => {
    const head = headOf(placed)
    return head === null ? [] : [{ placed, head }]
  })
  return titled.flatMap(({ placed: left, head: a }) =>
    titled.flatMap(({ placed: right, head: b }): readonly Clash[] => {
      if (a.column + a.columns !== b.column) return []
      const apart = a.line >= b.line + b.lines || b.line >= a.line + a.lines
      return apart ? [] : [{ left, right, large: isLead(left) || isLead(right) }]
    }),
  )
}

/** Where on the page a block's headline stands; null without one, and for one that runs down. */
function headOf({ column, line, standing }: PlacedBlock): Region | null {
  const { block, air } = standing
  const { beside, columns, headline } = block
  if (beside === null)
    return headline === 0 ? null : { column, columns, line, lines: headline + air }
  if (beside.stand === "down") return null
  const { head } = beside
  return { ...head, column: column + head.column, line: line + head.line }
}

/** How many straight lines divide the page from edge to edge between head and foot (断版). */
function cutsAcross(layout: Layout, room: Room): number {
  const { columns } = room.bench.grid
  const tops = layout.blocks.map(({ standing, column, line }) => ({
    line: line - standing.block.air,
    column,
    columns: standing.block.columns,
  }))
  const heads = new Set(
    layout.stacks.filter((stack) => stack.atHead).map((stack) => stack.region.line),
  )
  const lines = new Set(tops.map((top) => top.line))
  let cuts = 0
  for (const line of lines) {
    if (heads.has(line)) continue
    const open = tops.reduce(
      (sum, top) => (Math.abs(top.line - line) <= 1 ? sum + top.columns : sum),
      0,
    )
    if (open >= columns) cuts += 1
  }
  return cuts
}

/** Price of important pieces low or right: the head of the page is stronger than its foot, left than right. */
function rankCost(blocks: readonly PlacedBlock[], room: Room): number {
  const { grid } = room.bench
  const news = blocks
    .filter((placed) => placed.standing.block.piece.setting === "text")
    .toSorted((a, b) => a.standing.block.piece.rank - b.standing.block.piece.rank)
  return news.reduce((sum, placed, order) => {
    const weight = (news.length - order) / news.length
    const weakness = placed.line / grid.lines + (0.35 * placed.column) / grid.columns
    return sum + (WEIGHTS.rank * weight * weakness) / Math.max(1, news.length / 3)
  }, 0)
}

/** Price of headlines wider than the lead's: the most important article has the widest. */
function overLead({ blocks, lead }: Layout): number {
  const own = blocks.find(({ standing }) => standing.block.piece === lead)?.standing.block
  const wider = blocks.filter(
    ({ standing: { block } }) => block.headline > 0 && block.columns > (own?.columns ?? Infinity),
  )
  return WEIGHTS.overLead * wider.length
}

/** Price of photos at the foot of a stack of several blocks and of boxes not at its foot. */
function placeCost(blocks: readonly PlacedBlock[]): number {
  return blocks.reduce((sum, placed) => {
    const mates = blocks.filter((other) => other.cell === placed.cell)
    const last = mates.every((mate) => mate.line <= placed.line)
    const { setting } = placed.standing.block.piece
    if (setting === "photo" && last && mates.length > 1) return sum + WEIGHTS.photoLow
    if (setting === "box" && !last) return sum + WEIGHTS.fillerHigh
    return sum
  }, 0)
}

/** Price of stacks with many headlines one under another. */
function crowdCost({ blocks, stacks }: Layout): number {
  return stacks.reduce((sum, { region }) => {
    const titled = blocks.filter(
      ({ standing, column, line }) =>
        (standing.block.headline > 0 || standing.block.beside !== null) &&
        column === region.column &&
        line >= region.line &&
        line < region.line + region.lines,
    ).length
    return sum + WEIGHTS.crowd * Math.max(0, titled - CROWD)
  }, 0)
}

/** Headlines that may stand in one stack before it looks like a list. */
const CROWD = 5
