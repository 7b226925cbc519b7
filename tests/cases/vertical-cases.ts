import { orientationOf } from "../../layouts/line/orientation.ts"
import type { Adapter } from "./adopt.ts"

/** Unicode's own orientation of single characters. */
export const VERTICAL_FILES: readonly Adapter[] = [
  {
    file: "16",
    key: (one) => String(one["cp"]),
    problems(one) {
      const ours = orientationOf(parseInt(String(one["cp"]), 16))
      return ours === one["vo"] ? [] : [`${ours}, not ${String(one["vo"])}`]
    },
  },
]
