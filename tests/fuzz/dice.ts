/** Numbers that look thrown, the same for the same seed on every machine. */
export interface Dice {
  /** A whole number from 0 up to, but not, `sides`. */
  throw(sides: number): number
  /** True once in so many throws. */
  oneIn(sides: number): boolean
  /** One of a list that has at least one. */
  pick<T>(list: readonly T[]): T
}

/** Dice for one paragraph of a run: any paragraph can be drawn again without those before it. */
export function diceOf(seed: number, index: number): Dice {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const sided = (sides: number): number => Math.floor(next() * sides)
  return {
    throw: sided,
    oneIn: (sides) => sided(sides) === 0,
    pick: (list) => list[sided(list.length)]!,
  }
}
