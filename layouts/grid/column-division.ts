import type { ColumnMode } from "../issue/page.ts"
import { zi, type Zi } from "../units.ts"

/** A column of a block: where it begins from the block's left, and how wide it is, 字. */
export interface Share {
  readonly at: Zi
  readonly measure: Zi
}

/** A broken column (破栏): its measure, and what the block has left over, 字. */
export interface Broken {
  readonly measure: Zi
  readonly remainder: Zi
}

/** Whole numbers are whole to this much. */
const NEAR = 1e-9

/**
 * The measure of each of `count` columns that a long column of `long` 字 is broken into (a 破 b), whole
 * 字, and the 字 that are left: (long − (b − 1) gutters) ÷ b. Below 1 where it has no room for so many.
 * Source: domain §2.2 [N2]
 */
export function brokenMeasure(long: Zi, count: number, gutter = zi(1)): Broken {
  const room = long - (count - 1) * gutter
  const measure = Math.floor(room / count + NEAR)
  return { measure: zi(measure), remainder: zi(room - count * measure) }
}

/**
 * The columns of a block of `width` 字 in one of the modes that ask for a gutter (栏空). 绝对: whole
 * 字 and alike, the remainder goes to the gutters. 相对: whole 字, the gutter kept, the remainder goes
 * to the last columns, one 字 each. 自由: alike, the gutter kept, the measure may be broken. There are
 * fewer of them than `count` where a column would have no character.
 * Source: typography §1.9 column widths; domain §2.2
 */
export function divided(
  width: Zi,
  count: number,
  gutter: Zi,
  mode: Exclude<ColumnMode, "auto">,
): readonly Share[] {
  const { measure, remainder } = brokenMeasure(width, count, gutter)
  if (measure < 1 && count > 1) return divided(width, count - 1, gutter, mode)
  if (measure < 1) return [{ at: zi(0), measure: width }]
  switch (mode) {
    case "absolute": {
      const gap = gutter + (count > 1 ? remainder / (count - 1) : 0)
      return inARow(new Array<number>(count).fill(measure), gap)
    }
    case "relative": {
      const longer = Math.floor(remainder + NEAR)
      const measures = Array.from({ length: count }, (_, i) =>
        i < count - longer ? measure : measure + 1,
      )
      return inARow(measures, gutter)
    }
    case "free":
      return inARow(new Array<number>(count).fill(measure + remainder / count), gutter)
  }
}

function inARow(measures: readonly number[], gutter: number): readonly Share[] {
  let at = 0
  return measures.map((measure) => {
    const share = { at: zi(at), measure: zi(measure) }
    at += measure + gutter
    return share
  })
}
