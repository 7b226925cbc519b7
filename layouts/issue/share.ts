/** Whether two records have the same fields with the very same values. */
export function sameRecord<T extends object>(a: T, b: T): boolean {
  const names = Object.keys(a) as (keyof T)[]
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && a[name] === b[name])
  )
}

/** The older of two equal records, else the newer: identity is what composing is memoised on. */
export function shared<T extends object>(before: T | undefined, after: T): T {
  return before && sameRecord(before, after) ? before : after
}

/** The older of two lists of the very same records, else the newer. */
export function sharedList<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return before.length === after.length && before.every((one, i) => one === after[i])
    ? before
    : after
}

/**
 * A list read anew, with the older records wherever they are equal at its beginning and its end:
 * an edit changes a stretch in the middle.
 */
export function sharedEnds<T>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
): readonly T[] {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && same(before[head]!, after[head]!)) head += 1
  if (head === before.length && head === after.length) return before
  let tail = 0
  while (tail < most - head && same(before.at(-1 - tail)!, after.at(-1 - tail)!)) tail += 1
  return [
    ...before.slice(0, head),
    ...after.slice(head, after.length - tail),
    ...before.slice(before.length - tail),
  ]
}
