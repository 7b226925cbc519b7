import { frameAt, type Edit } from "../issue/change.ts"
import { writeInset, writeWrap } from "../issue/page-fields.ts"
import { canStandIn, canWrap } from "../issue/page.ts"
import { USUAL_WRAP, type Inset, type Wrap } from "../issue/wrap.ts"
import { standing } from "./frames.ts"

/** What is changed of how text goes round; null takes an outline away. */
export type WrapChange = Partial<Omit<Wrap, "outline">> & {
  readonly outline?: Wrap["outline"] | null
}

/** Lets running text go round frames (绕排); what is not named stays, null lets it run through. */
export function setWrap(frames: readonly string[], change: WrapChange | null): Edit {
  return {
    name: "set-wrap",
    say: { zh: "改绕排", en: "Change text wrap" },
    run(at) {
      for (const id of frames) {
        const frame = standing(at, id)?.frame
        const fields = frameAt(at, id)
        if (!frame || !fields || !canWrap(frame.role)) continue
        const { outline, ...wrap } = { ...USUAL_WRAP, ...frame.wrap, ...change }
        writeWrap(fields, change && { ...wrap, ...(outline ? { outline } : {}) })
      }
    },
  }
}

/** Lets frames stand in from the columns of their regions by whole 字 (缩进框); null is not at all. */
export function setInset(frames: readonly string[], inset: Inset | null): Edit {
  return {
    name: "set-inset",
    say: { zh: "改框的缩进", en: "Change frame inset" },
    run(at) {
      for (const id of frames) {
        const frame = standing(at, id)?.frame
        const fields = frameAt(at, id)
        if (frame && fields && canStandIn(frame.role)) writeInset(fields, inset)
      }
    },
  }
}
