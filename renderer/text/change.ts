/** The one stretch of a text that was changed, UTF-16 units, and what stands there now. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * The one stretch in which two texts differ; null when they are equal. Where the same letter is
 * repeated, the stretch ends at the caret behind it, if that may be; no pair of units is cut.
 */
export function changeBetween(before: string, after: string, caret = after.length): Change | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  const most = Math.min(shorter, after.length - Math.min(caret, after.length))
  let tail = 0
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  let from = 0
  while (from < shorter - tail && before[from] === after[from]) from += 1
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  if (from > 0 && isHigh(before, from - 1)) from -= 1
  if (tail > 0 && isLow(before, before.length - tail)) tail -= 1
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) }
}

function isHigh(text: string, index: number): boolean {
  return /[\ud800-\udbff]/.test(text[index] ?? "")
}

function isLow(text: string, index: number): boolean {
  return /[\udc00-\udfff]/.test(text[index] ?? "")
}
