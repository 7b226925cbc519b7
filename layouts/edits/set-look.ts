import { frameAt, type Edit } from "../issue/change.ts"
import { writeFrameLook } from "../issue/page-fields.ts"
import type { Look } from "../issue/page.ts"
import { standing } from "./frames.ts"

/** Changes the weight, the ground or the inks of rules and boxes (改线框); what is not named stays. */
export function setLook(
  frames: readonly string[],
  change: Partial<Pick<Look, "rule" | "tint" | "ink" | "ground">>,
): Edit {
  return {
    name: "set-look",
    say: { zh: "改线框", en: "Change rule" },
    run(at) {
      for (const id of frames) {
        const look = standing(at, id)?.frame.look
        const fields = frameAt(at, id)
        if (look && fields) writeFrameLook(fields, { ...look, ...change })
      }
    },
  }
}
