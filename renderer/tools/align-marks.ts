import { regionAround } from "../../layouts/grid/regions.ts"
import type { Region } from "../../layouts/issue/page.ts"

/**
 * An edge that something dragged has in common with a frame that stands: a column's left edge or a
 * line's top, `at`, along `from` to `to` of the other kind.
 */
export interface AlignMark {
  readonly kind: "column" | "line"
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Marks for the edges that dragged regions, taken together, share with others. */
export function alignMarks(
  dragged: readonly Region[],
  others: readonly Region[],
): readonly AlignMark[] {
  if (dragged.length === 0) return []
  const whole = regionAround(dragged)
  const mark = (kind: AlignMark["kind"], at: number): readonly AlignMark[] => {
    const edges = kind === "column" ? columnEdges : lineEdges
    const same = others.filter((other) => edges(other).includes(at))
    if (same.length === 0) return []
    const around = regionAround([whole, ...same])
    return [
      kind === "column"
        ? { kind, at, from: around.line, to: around.line + around.lines }
        : { kind, at, from: around.column, to: around.column + around.columns },
    ]
  }
  return [
    ...columnEdges(whole).flatMap((at) => mark("column", at)),
    ...lineEdges(whole).flatMap((at) => mark("line", at)),
  ]
}

function columnEdges({ column, columns }: Region): readonly [number, number] {
  return [column, column + columns]
}

function lineEdges({ line, lines }: Region): readonly [number, number] {
  return [line, line + lines]
}
