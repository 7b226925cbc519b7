import { sheetFor } from "../../layouts/compose.ts"
import { balancedDepths } from "../../layouts/flow/balance.ts"
import { blocksOf } from "../../layouts/flow/blocks.ts"
import { pt } from "../../layouts/units.ts"
import { articleOf, para } from "../build/article.ts"
import { press, SIZE } from "../build/type.ts"
import type { Adapter } from "./adopt.ts"

const setting = {
  press,
  sheet: sheetFor(SIZE),
  measure: pt(13 * SIZE),
  rows: { pitch: pt(11.25), size: SIZE },
  honours: () => true,
}

/** Depths of balanced columns; the rows on vertical pages and on other programs' settings ask for nothing here. */
export const COLUMN_FILES: readonly Adapter[] = [
  {
    file: "17",
    key: (one) => String(one["id"]),
    problems(one) {
      const wanted = one["linesPerColumn"] as number[] | undefined
      if (!wanted || one["linesPerBlockCapacity"] !== undefined) return null
      const story = Array.from({ length: Number(one["lines"]) }, () => para("茶园层叠。"))
      const depths = balancedDepths(blocksOf(articleOf("a1", story), setting), wanted.length)
      const ours = wanted.map((_, column) => depths[column] ?? 0)
      return ours.join() === wanted.join() ? [] : [`${ours.join()} for ${wanted.join()}`]
    },
  },
]
