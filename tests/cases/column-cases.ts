import { balancedDepths } from "../../layouts/flow/balance.ts"
import { blocksOf } from "../../layouts/flow/blocks.ts"
import { fill } from "../../layouts/flow/fill.ts"
import { divided } from "../../layouts/grid/column-division.ts"
import { zi } from "../../layouts/units.ts"
import { articleOf, para } from "../build/article.ts"
import { COLUMN } from "../build/column.ts"
import type { Adapter } from "./adopt.ts"

const MODES = ["absolute", "relative", "free"] as const

/** Widths of the columns that a block is divided into, and the gutter between them, as the case says. */
function widthProblems(one: Readonly<Record<string, unknown>>): readonly string[] | null {
  const mode = MODES.find((name) => String(one["mode"]).includes(name))
  if (!mode) return null
  const [width, gutter] = [zi(Number(one["blockChars"])), zi(Number(one["gapChars"]))]
  const shares = divided(width, Number(one["columns"]), gutter, mode)
  const measures = shares.map(({ measure }) => measure)
  const [first, second] = shares
  const gap = second!.at - first!.at - first!.measure
  const ours = `${measures.join("+")} gap ${gap}`
  const wanted = `${(one["columnChars"] as number[]).join("+")} gap ${Number(one["gapResult"])}`
  return ours === wanted ? [] : [`${ours} for ${wanted}`]
}

/**
 * Widths of columns in the modes that a block asks for, and depths: balanced ones, and those of vertical text, which are filled one after another.
 * The rows on other programs' settings ask for nothing here.
 */
export const COLUMN_FILES: readonly Adapter[] = [
  {
    file: "17",
    key: (one) => String(one["id"]),
    problems(one) {
      if (one["columnChars"]) return widthProblems(one)
      const wanted = one["linesPerColumn"] as number[] | undefined
      if (!wanted) return null
      const story = Array.from({ length: Number(one["lines"]) }, () => para("茶园层叠。"))
      const blocks = blocksOf(articleOf("a1", story), COLUMN)
      const room = one["linesPerBlockCapacity"] as number | undefined
      const depths =
        room === undefined
          ? balancedDepths(blocks, wanted.length)
          : fill(
              blocks,
              wanted.map(() => room),
            ).columns.map(({ used }) => used)
      const ours = wanted.map((_, column) => depths[column] ?? 0)
      return ours.join() === wanted.join() ? [] : [`${ours.join()} for ${wanted.join()}`]
    },
  },
]
