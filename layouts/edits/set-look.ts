import { frameAt, type Edit } from "../issue/change.ts"
import { writeFrameLook } from "../issue/page-fields.ts"
import type { Look } from "../issue/page.ts"
import { standing } from "./frames.ts"

/** What is changed of a look; null takes a style or a pattern away. */
export type LookChange = {
  readonly [K in Exclude<keyof Look, "upright">]?: Look[K] | null
}

/** Changes the style, the ground or the inks of rules and boxes (改线框); what is not named stays. */
export function setLook(frames: readonly string[], change: LookChange): Edit {
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
