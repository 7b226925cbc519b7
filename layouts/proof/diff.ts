/** A stretch in which two texts differ, UTF-16 units of each; one of the two may be empty. */
export interface Difference {
  readonly from: number
  readonly to: number
  readonly nowFrom: number
  readonly nowTo: number
}

/** Most steps that are looked for before the rest counts as one difference. */
const MOST_STEPS = 800

/**
 * Where two texts differ, in order, with as few characters changed as can be; no pair is cut.
 * Texts that have little in common come out as one difference from the first to the last.
 * Source: Myers, An O(ND) Difference Algorithm and Its Variations, 1986.
 */
export function differences(before: string, now: string): readonly Difference[] {
  const [a, b] = [Array.from(before), Array.from(now)]
  let head = 0
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail))
    tail += 1
  const steps = shortest(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const [inA, inB] = [unitsOf(a), unitsOf(b)]
  return steps.map(({ from, to, nowFrom, nowTo }) => ({
    from: inA[head + from]!,
    to: inA[head + to]!,
    nowFrom: inB[head + nowFrom]!,
    nowTo: inB[head + nowTo]!,
  }))
}

/** Where every character begins, and where the last ends. */
function unitsOf(characters: readonly string[]): readonly number[] {
  const units = [0]
  for (const character of characters) units.push(units.at(-1)! + character.length)
  return units
}

function shortest(a: readonly string[], b: readonly string[]): readonly Difference[] {
  if (a.length === 0 && b.length === 0) return []
  const whole = [{ from: 0, to: a.length, nowFrom: 0, nowTo: b.length }]
  if (a.length === 0 || b.length === 0) return whole
  const reached: Map<number, number>[] = []
  let frontier = new Map([[1, 0]])
  for (let steps = 0; steps <= Math.min(MOST_STEPS, a.length + b.length); steps += 1) {
    reached.push(frontier)
    const next = new Map(frontier)
    for (let k = -steps; k <= steps; k += 2) {
      let x = startOn(frontier, k, steps)
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      next.set(k, x)
      if (x >= a.length && x - k >= b.length) return traced(reached, a.length, b.length)
    }
    frontier = next
  }
  return whole
}

/** How far along the first text a diagonal begins: one more of the second, or of the first, differs. */
function startOn(frontier: ReadonlyMap<number, number>, k: number, steps: number): number {
  const [below, above] = [frontier.get(k - 1) ?? -1, frontier.get(k + 1) ?? -1]
  return k === -steps || (k !== steps && below < above) ? above : below + 1
}

/** The differences on the way back from both ends. */
function traced(
  reached: readonly ReadonlyMap<number, number>[],
  endX: number,
  endY: number,
): readonly Difference[] {
  const found: Difference[] = []
  let [x, y] = [endX, endY]
  for (let steps = reached.length - 1; steps > 0; steps -= 1) {
    const k = x - y
    const frontier = reached[steps]!
    const [below, above] = [frontier.get(k - 1) ?? -1, frontier.get(k + 1) ?? -1]
    const down = k === -steps || (k !== steps && below < above)
    const from = down ? above : below
    const nowFrom = from - (down ? k + 1 : k - 1)
    found.push(
      down
        ? { from, to: from, nowFrom, nowTo: nowFrom + 1 }
        : { from, to: from + 1, nowFrom, nowTo: nowFrom },
    )
    ;[x, y] = [from, nowFrom]
  }
  return together(found.toReversed())
}

/** Differences that touch, made one. */
function together(found: readonly Difference[]): readonly Difference[] {
  const one: Difference[] = []
  for (const next of found) {
    const last = one.at(-1)
    if (last && last.to === next.from && last.nowTo === next.nowFrom)
      one[one.length - 1] = { ...last, to: next.to, nowTo: next.nowTo }
    else one.push(next)
  }
  return one
}
