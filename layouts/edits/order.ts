import type * as Y from "yjs"

/** Moves keys of an order, together and in their given order, before another key; null is the end. */
export function moveKeys(
  order: Y.Array<string>,
  moved: readonly string[],
  before: string | null,
): void {
  const now = order.toArray()
  const rest = now.filter((key) => !moved.includes(key))
  const at = before === null ? -1 : rest.indexOf(before)
  const index = at < 0 ? rest.length : at
  const wanted = rest.toSpliced(index, 0, ...moved)
  if (wanted.length === now.length && wanted.every((key, i) => key === now[i])) return
  now.forEach((_, i) => {
    const last = now.length - 1 - i
    if (moved.includes(now[last]!)) order.delete(last, 1)
  })
  order.insert(index, [...moved])
}

/** The key that now stands at an index among those that do not move; null at the end. */
export function keyBefore(
  living: readonly string[],
  moved: readonly string[],
  index: number,
): string | null {
  return living.filter((key) => !moved.includes(key))[Math.max(0, index)] ?? null
}
