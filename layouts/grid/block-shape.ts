import type { Region } from "../issue/page.ts"
import { contains, overlaps, regionAround } from "./regions.ts"

/** A corner of a block, in basic columns and body lines. */
export type GridCorner = readonly [column: number, line: number]

/**
 * A block as closed loops of corners: clockwise round each of its parts, the other way round what stands
 * inside it. Each side is longer than nothing, and a corner turns at each corner.
 */
export type BlockShape = readonly (readonly GridCorner[])[]

/**
 * The shape that frames of one article make together (L、U、Z 形、六边形…): their regions, with the
 * white between, over and under them where nothing of another stands. There is at
 * least one region. Source: domain §2.7, multi-edge blocks
 */
export function blockShape(own: readonly Region[], others: readonly Region[]): BlockShape {
  const whole = regionAround(own)
  const near = others.filter((other) => overlaps(other, whole))
  const taken = (column: number, line: number): boolean => standsIn(near, column, line)
  const held = new Set<string>()
  for (let column = whole.column; column < whole.column + whole.columns; column += 1)
    for (const [from, to] of runsIn(own, column, whole, taken))
      for (let line = from; line < to; line += 1) held.add(`${column} ${line}`)
  return loopsRound(whole, (column, line) => held.has(`${column} ${line}`))
}

/** The frames of others that stand in no white of an article: a filler inside it is part of it. */
export function strangersTo<Held extends { readonly region: Region; readonly role: string }>(
  own: readonly Region[],
  others: readonly Held[],
): readonly Held[] {
  const whole = regionAround(own)
  return others.filter(({ role, region }) => role !== "filler" || !contains(whole, region))
}

function standsIn(regions: readonly Region[], column: number, line: number): boolean {
  return regions.some((region) => overlaps(region, { column, line, columns: 1, lines: 1 }))
}

/**
 * The lines of a column that are the block's: its regions, and bare lines that go from one of them all
 * the way to the next, or to the block's head or foot.
 */
function runsIn(
  own: readonly Region[],
  column: number,
  whole: Region,
  taken: (column: number, line: number) => boolean,
): readonly (readonly [from: number, to: number])[] {
  const [head, foot] = [whole.line, whole.line + whole.lines]
  const mine = own.filter((one) => one.column <= column && column < one.column + one.columns)
  const isBare = (line: number): boolean => !taken(column, line) && !standsIn(mine, column, line)
  return mine.map(({ line, lines }) => {
    let [from, to] = [line, line + lines]
    while (from > head && isBare(from - 1)) from -= 1
    while (to < foot && isBare(to)) to += 1
    const over = from === head || standsIn(mine, column, from - 1)
    const under = to === foot || standsIn(mine, column, to)
    return [over ? from : line, under ? to : line + lines]
  })
}

/** The loops round all cells that are held, corners only. */
function loopsRound(whole: Region, held: (column: number, line: number) => boolean): BlockShape {
  const ways = new Map<string, GridCorner[]>()
  const go = (from: GridCorner, to: GridCorner): void => {
    const known = ways.get(from.join())
    if (known) known.push(to)
    else ways.set(from.join(), [to])
  }
  for (let c = whole.column; c < whole.column + whole.columns; c += 1)
    for (let l = whole.line; l < whole.line + whole.lines; l += 1) {
      if (!held(c, l)) continue
      if (!held(c, l - 1)) go([c, l], [c + 1, l])
      if (!held(c + 1, l)) go([c + 1, l], [c + 1, l + 1])
      if (!held(c, l + 1)) go([c + 1, l + 1], [c, l + 1])
      if (!held(c - 1, l)) go([c, l + 1], [c, l])
    }
  const loops: (readonly GridCorner[])[] = []
  for (const [key, ends] of ways)
    while (ends.length > 0) loops.push(cornersOf(walk(ways, key.split(",").map(Number))))
  return loops
}

/** One way round from a corner back to it; where two ways meet the one that turns right. */
function walk(ways: Map<string, GridCorner[]>, start: readonly number[]): readonly GridCorner[] {
  const first: GridCorner = [start[0]!, start[1]!]
  const loop: GridCorner[] = []
  let at = first
  let came: GridCorner | null = null
  do {
    loop.push(at)
    const ends: GridCorner[] = ways.get(at.join())!
    const right: GridCorner | undefined =
      came && ends.length > 1 ? ends.find((end) => turnAt(came!, at, end) > 0) : undefined
    const next: GridCorner = right ?? ends[0]!
    ends.splice(ends.indexOf(next), 1)
    came = at
    at = next
  } while (at[0] !== first[0] || at[1] !== first[1])
  return loop
}

/** More than 0 where the way turns right, less where it turns left, 0 straight on; y runs down. */
function turnAt(a: GridCorner, b: GridCorner, c: GridCorner): number {
  return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
}

/** The corners of a loop: where it goes straight on there is none. */
function cornersOf(loop: readonly GridCorner[]): readonly GridCorner[] {
  return loop.filter((corner, i) => {
    const before = loop[(i + loop.length - 1) % loop.length]!
    const after = loop[(i + 1) % loop.length]!
    return turnAt(before, corner, after) !== 0
  })
}
