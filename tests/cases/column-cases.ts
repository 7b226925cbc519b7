import { balancedDepths } from "../../layouts/flow/balance.ts"
import { blocksOf } from "../../layouts/flow/blocks.ts"
import { fill } from "../../layouts/flow/fill.ts"
import { articleOf, para } from "../build/article.ts"
import { COLUMN } from "../build/column.ts"
import type { Adapter } from "./adopt.ts"

/**
 * Depths of columns: balanced ones, and those of vertical text, which are filled one after another.
 * The rows on other programs' settings ask for nothing here.
 */
export const COLUMN_FILES: readonly Adapter[] = [
  {
    file: "17",
    key: (one) => String(one["id"]),
    problems(one) {
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
