import { balancedDepths } from "../../layouts/flow/balance.ts"
import { blocksOf } from "../../layouts/flow/blocks.ts"
import { articleOf, para } from "../build/article.ts"
import { COLUMN } from "../build/column.ts"
import type { Adapter } from "./adopt.ts"

/** Depths of balanced columns; the rows on vertical pages and on other programs' settings ask for nothing here. */
export const COLUMN_FILES: readonly Adapter[] = [
  {
    file: "17",
    key: (one) => String(one["id"]),
    problems(one) {
      const wanted = one["linesPerColumn"] as number[] | undefined
      if (!wanted || one["linesPerBlockCapacity"] !== undefined) return null
      const story = Array.from({ length: Number(one["lines"]) }, () => para("茶园层叠。"))
      const depths = balancedDepths(blocksOf(articleOf("a1", story), COLUMN), wanted.length)
      const ours = wanted.map((_, column) => depths[column] ?? 0)
      return ours.join() === wanted.join() ? [] : [`${ours.join()} for ${wanted.join()}`]
    },
  },
]
