import { frameAt, type Edit } from "../issue/change.ts"
import { dropField, setField } from "../issue/content.ts"

/** Locks frames against moving, resizing and removing, or frees them (锁定/解锁). */
export function lockFrames(frames: readonly string[], locked: boolean): Edit {
  return {
    name: "lock-frames",
    say: locked ? { zh: "锁定框", en: "Lock frames" } : { zh: "解锁框", en: "Unlock frames" },
    run(change) {
      for (const id of frames) {
        const fields = frameAt(change, id)
        if (fields && locked) setField(fields, "locked", true)
        else if (fields) dropField(fields, "locked")
      }
    },
  }
}
