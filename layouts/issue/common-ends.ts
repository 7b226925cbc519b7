/** How many units two texts share at their beginnings and ends; no pair is cut. */
export function commonEnds(a: string, b: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head += 1
  if (head > 0 && isHigh(a, head - 1)) head -= 1
  let tail = 0
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  if (tail > 0 && isLow(a, a.length - tail)) tail -= 1
  return { head, tail }
}

/** How many units two texts share at their ends, whatever they share at their beginnings. */
export function commonTail(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let tail = 0
  while (tail < most && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  return tail
}

function isHigh(text: string, index: number): boolean {
  return /[\ud800-\udbff]/.test(text[index] ?? "")
}

function isLow(text: string, index: number): boolean {
  return /[\udc00-\udfff]/.test(text[index] ?? "")
}
