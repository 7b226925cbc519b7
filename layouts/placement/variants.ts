import type { Shape } from "./skeleton.ts"
import { WEIGHTS } from "./weights.ts"

/** A skeleton with other widths or with stacks left out, and how far it is from the template. */
export interface Variant {
  readonly shape: Shape
  readonly distance: number
}

/** How many variants are looked at of the whole page and of a part of it. */
const MOST = { page: 90, part: 70 } as const

/**
 * The skeleton and its variants, nearest first: stacks side by side share their columns otherwise,
 * stacks without lead or furniture may be left out, the lead is as wide as its slot allows.
 * `narrowest` is the least columns a stack of news may have.
 */
export function variantsOf(skeleton: Shape, narrowest: number): readonly Variant[] {
  return nearest(widened(skeleton, skeleton.columns, narrowest), MOST.page)
}

/** All variants of a part at a given width. */
function widened(shape: Shape, columns: number, narrowest: number): readonly Variant[] {
  switch (shape.kind) {
    case "fast":
      return columns === shape.columns ? [{ shape, distance: 0 }] : []
    case "cell":
      return mayBe(shape, columns, narrowest)
        ? [
            {
              shape: { ...shape, columns },
              distance: WEIGHTS.width * Math.abs(columns - shape.columns),
            },
          ]
        : []
    case "stack":
      return stacked(shape, columns, narrowest)
    case "row":
      return beside(shape, columns, narrowest)
  }
}

/** Variants of parts side by side. Where one holds furniture, all keep their widths, so that it stays in its place. */
function beside(
  shape: Extract<Shape, { kind: "row" }>,
  columns: number,
  narrowest: number,
): readonly Variant[] {
  const row = ({ parts, distance }: Several): Variant => ({
    shape: parts.length === 1 ? parts[0]! : { kind: "row", columns, parts },
    distance,
  })
  if (shape.parts.some(holdsFurniture)) {
    if (columns !== shape.columns) return []
    let rows: readonly Several[] = [{ parts: [], distance: 0 }]
    for (const part of shape.parts) rows = combine(rows, widened(part, part.columns, narrowest))
    return rows.map(row)
  }
  return subsets(shape.parts).flatMap(({ kept, dropped }) =>
    nearest(
      splits(columns, kept, narrowest).map(({ parts, distance }) =>
        row({ parts, distance: distance + WEIGHTS.dropped * dropped }),
      ),
      MOST.part,
    ),
  )
}

/** Whether furniture stands in a part. */
function holdsFurniture(shape: Shape): boolean {
  if (shape.kind === "fast") return true
  return shape.kind !== "cell" && shape.parts.some(holdsFurniture)
}

/** Whether a cell may be so wide: as its slots' spans allow, and wide enough for a headline. */
function mayBe(
  shape: Extract<Shape, { kind: "cell" }>,
  columns: number,
  narrowest: number,
): boolean {
  const spans = shape.cell.slots.flatMap((slot) => (slot.span === null ? [] : [slot.span]))
  return (
    spans.every((span) => columns >= span.min && columns <= span.max) &&
    (columns >= narrowest || columns === shape.columns)
  )
}

/** Variants of parts one under another, all at the same width. */
function stacked(
  shape: Extract<Shape, { kind: "stack" }>,
  columns: number,
  narrowest: number,
): readonly Variant[] {
  return subsets(shape.parts).flatMap(({ kept, dropped }) => {
    let rows: readonly Several[] = [{ parts: [], distance: WEIGHTS.dropped * dropped }]
    for (const part of kept) rows = combine(rows, widened(part, columns, narrowest))
    return rows.map(({ parts, distance }) => ({
      shape: parts.length === 1 ? parts[0]! : { kind: "stack" as const, columns, parts },
      distance,
    }))
  })
}

/** Some parts beside or under each other with the distance of all. */
interface Several {
  readonly parts: readonly Shape[]
  readonly distance: number
}

/** Each of the left followed by each of the right, nearest first. */
function combine(left: readonly Several[], right: readonly Variant[]): readonly Several[] {
  const all = left.flatMap((several) =>
    right.map((variant) => ({
      parts: [...several.parts, variant.shape],
      distance: several.distance + variant.distance,
    })),
  )
  return nearest(all, MOST.part)
}

/** All ways to share `columns` among parts side by side. */
function splits(columns: number, parts: readonly Shape[], narrowest: number): readonly Several[] {
  const [first, ...others] = parts
  if (first === undefined) return columns === 0 ? [{ parts: [], distance: 0 }] : []
  const all: Several[] = []
  for (let width = 1; width <= columns - others.length; width += 1) {
    const heads = widened(first, width, narrowest)
    if (heads.length === 0) continue
    for (const tail of splits(columns - width, others, narrowest))
      for (const head of heads)
        all.push({
          parts: [head.shape, ...tail.parts],
          distance: head.distance + tail.distance,
        })
  }
  return nearest(all, MOST.part)
}

/** The ways to keep some parts and leave others out; those with lead or furniture always stay. */
function subsets(
  parts: readonly Shape[],
): readonly { readonly kept: readonly Shape[]; readonly dropped: number }[] {
  let ways: readonly { kept: readonly Shape[]; dropped: number }[] = [{ kept: [], dropped: 0 }]
  for (const part of parts)
    ways = ways.flatMap((way) => {
      const stays = { kept: [...way.kept, part], dropped: way.dropped }
      return mustStay(part) ? [stays] : [stays, { kept: way.kept, dropped: way.dropped + 1 }]
    })
  return ways.filter((way) => way.kept.length > 0)
}

/** Whether a part holds the lead's slot or furniture. */
function mustStay(shape: Shape): boolean {
  if (shape.kind === "fast") return true
  return shape.kind === "cell" ? shape.cell.lead !== null : shape.parts.some(mustStay)
}

/** The nearest few; equals keep their order, so that the choice is the same on every machine. */
function nearest<T extends { readonly distance: number }>(
  variants: readonly T[],
  most: number,
): readonly T[] {
  return variants.toSorted((a, b) => a.distance - b.distance).slice(0, most)
}
