import { frameAt, type Edit } from "../issue/change.ts"
import { writeBands } from "../issue/page-fields.ts"
import { areBands, type Bands } from "../issue/page.ts"
import { standing } from "./frames.ts"

/**
 * Cuts vertical text frames into bands (分档), null makes each one band again; bands that can be none
 * change nothing. Locked frames and frames whose lines run across the page stay.
 */
export function setBands(frames: readonly string[], bands: Bands | null): Edit {
  return {
    name: "set-bands",
    say: { zh: "分档", en: "Change bands" },
    run(change) {
      if (bands !== null && !areBands(bands)) return
      for (const id of frames) {
        const fields = frameAt(change, id)
        const frame = standing(change, id)?.frame
        if (fields && frame?.role === "body" && frame.vertical && !frame.locked)
          writeBands(fields, bands)
      }
    },
  }
}
