import { frameAt, type Edit } from "../issue/change.ts"
import { writeOwnColumns } from "../issue/page-fields.ts"
import { areOwnColumns, type OwnColumns } from "../issue/page.ts"
import { standing } from "./frames.ts"

/**
 * Gives body frames columns of their own (变栏), null the basic columns of their regions; columns that
 * can be none change nothing. A locked frame stays.
 */
export function setOwnColumns(frames: readonly string[], own: OwnColumns | null): Edit {
  return {
    name: "set-own-columns",
    say: { zh: "变栏", en: "Change columns" },
    run(change) {
      if (own !== null && !areOwnColumns(own)) return
      for (const id of frames) {
        const fields = frameAt(change, id)
        const frame = standing(change, id)?.frame
        if (fields && frame?.role === "body" && !frame.locked) writeOwnColumns(fields, own)
      }
    },
  }
}
