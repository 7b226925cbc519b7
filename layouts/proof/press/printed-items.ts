import type { DisplayList, Fill, Glyphs, Ink, Matrix, Segment, Stroke } from "../../display/list.ts"

/** Something of a page that is printed in an ink, and whose it is. */
export interface PrintedItem {
  readonly item: Glyphs | Fill | Stroke
  readonly ink: Ink
  /** The article that it is of; null for furniture and for what is drawn by hand. */
  readonly article: string | null
  /** How much lengths grow under the matrices that it stands in. */
  readonly scale: number
}

/** The glyphs, grounds and rules of a page, in its order. An ink that the list does not have is left out. */
export function printedItems({ items, inks }: DisplayList): readonly PrintedItem[] {
  const byName = new Map(inks.map((ink) => [ink.name, ink]))
  const scales = [1]
  let article: string | null = null
  const printed: PrintedItem[] = []
  for (const item of items) {
    const scale = scales.at(-1)!
    if (item.kind === "tag") article = item.article
    if (item.kind === "push") scales.push(scale * growth(item.matrix))
    if (item.kind === "pop") scales.pop()
    if (item.kind !== "glyphs" && item.kind !== "fill" && item.kind !== "stroke") continue
    const ink = byName.get(item.ink)
    const own = item.kind === "glyphs" ? (item.source?.article ?? article) : article
    if (ink) printed.push({ item, ink, article: own, scale })
  }
  return printed
}

function growth([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}

/** Width and height of the box round a path, pt. */
export function extentOf(path: readonly Segment[]): {
  readonly width: number
  readonly height: number
} {
  const xs: number[] = []
  const ys: number[] = []
  for (const [, ...numbers] of path)
    for (const [i, number] of numbers.entries()) (i % 2 === 0 ? xs : ys).push(number)
  const span = (all: readonly number[]): number =>
    all.length === 0 ? 0 : Math.max(...all) - Math.min(...all)
  return { width: span(xs), height: span(ys) }
}
