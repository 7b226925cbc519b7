import type { Region } from "../issue/page.ts"
import type { Bench } from "./bench.ts"
import type { Block } from "./block.ts"
import { blockOf } from "./block.ts"
import { framesOfBlock, type BareFrame } from "./frames.ts"
import { holdsCell, type Cell } from "./free-room.ts"
import type { Piece } from "./piece.ts"
import { AIR } from "./weights.ts"

/** Height in lines that becomes a piece among others, and what a line off it costs. */
const USUAL = { lines: 26, price: 0.3 } as const

/** What it costs to stand a column away from where the person pointed. */
const AWAY = 3

/** Lines by which a piece goes up to what stands over it rather than leave a gap. */
const SNAP = 8

/** Part of a region's lines that a picture takes over text, when the region is given. */
const PICTURE = 0.4

/** A piece that would stand in a bare room at some width. */
interface Stand {
  readonly block: Block
  readonly region: Region
  readonly cost: number
}

/**
 * The frames of a piece as large as it needs, in the bare room that suits it best: one that holds
 * the cell pointed at, or any when `at` is null. Where it fits none it fills the largest. Empty when
 * there is no room at all.
 */
export function standPiece(
  piece: Piece,
  rooms: readonly Region[],
  at: Cell | null,
  bench: Bench,
): readonly BareFrame[] {
  const near = at === null ? rooms : rooms.filter((room) => holdsCell(room, at))
  const blocks = new Map<number, Block>()
  const stands = near.flatMap((room): readonly Stand[] => {
    const block = blocks.get(room.columns) ?? blockOf(piece, room.columns, bench)
    blocks.set(room.columns, block)
    const air = room.line === 0 ? 0 : block.air
    if (block.least + air > room.lines) return []
    const height = Math.max(block.least, Math.min(block.wish, room.lines - air))
    return [standIn(room, { block, height, air }, at)]
  })
  if (stands.length > 0) {
    const { block, region } = stands.reduce((best, each) => (each.cost < best.cost ? each : best))
    const standing = { block, top: 0, height: region.lines, air: 0, gap: 0, inWell: null }
    return framesOfBlock(standing, { column: region.column, line: region.line, slot: "" })
  }
  const size = ({ columns, lines }: Region): number => columns * lines
  const largest = near.toSorted((a, b) => size(b) - size(a))[0]
  return largest ? fillRegion(piece, largest, bench) : []
}

/** Where a block of a height stands in a room, and how well. */
function standIn(
  room: Region,
  { block, height, air }: { readonly block: Block; readonly height: number; readonly air: number },
  at: Cell | null,
): Stand {
  const last = room.line + room.lines - height
  const first = room.line + air
  const wished = at === null || at.line - first <= SNAP ? first : at.line
  const line = Math.min(last, Math.max(first, wished))
  const region = { column: room.column, columns: room.columns, line, lines: height }
  const away = at === null ? 0 : Math.abs(at.column - (room.column + (room.columns - 1) / 2))
  const cost = block.discomfort + USUAL.price * Math.abs(height - USUAL.lines) + AWAY * away
  return { block, region, cost }
}

/**
 * The frames of a piece that fill a given region: its headline on top, then a picture of its own,
 * then text or caption; what there are no lines for is left out, text last.
 */
export function fillRegion(piece: Piece, region: Region, bench: Bench): readonly BareFrame[] {
  const { columns, lines } = region
  const block = blockOf(piece, columns, bench)
  const make = (role: BareFrame["role"], top: number, high: number): BareFrame => ({
    ...{ role, article: piece.article.id, order: 0, slot: "" },
    region: { ...region, line: region.line + top, lines: high },
  })
  const head = Math.min(block.headline, lines - 1)
  const left = lines - head
  const frames = head > 0 ? [make("headline", 0, head)] : []
  if (piece.setting === "box") return [...frames, make("filler", head, left)]
  if (piece.setting === "photo") {
    const caption = Math.min(block.caption, left - 1)
    const picture = make("picture", head, left - caption)
    return [...frames, picture, ...(caption > 0 ? [make("caption", lines - caption, caption)] : [])]
  }
  const high = block.picture === null ? 0 : Math.min(block.picture.wish, Math.floor(left * PICTURE))
  const least = block.picture?.least ?? 0
  if (high < least || high === 0) return [...frames, make("body", head, left)]
  const text = head + high + AIR
  return [...frames, make("picture", head, high), make("body", text, lines - text)]
}
