import type { Frame } from "../../layouts/issue/page.ts"

/** Frames as the page is read: from the head down, side by side from the left; what is drawn by hand last. */
export function inReadingOrder(frames: readonly Frame[]): readonly Frame[] {
  const late = ({ role }: Frame): number => (role === "rule" || role === "box" ? 1 : 0)
  return frames.toSorted(
    (a, b) =>
      late(a) - late(b) || a.region.line - b.region.line || a.region.column - b.region.column,
  )
}

/** The frame before or behind a chosen one; without one the first or last. Null at the end. */
export function neighbourOf(
  frames: readonly Frame[],
  chosen: string | undefined,
  step: 1 | -1,
): Frame | null {
  const order = inReadingOrder(frames)
  const now = order.findIndex(({ id }) => id === chosen)
  if (now < 0) return (step > 0 ? order[0] : order.at(-1)) ?? null
  return order[now + step] ?? null
}
