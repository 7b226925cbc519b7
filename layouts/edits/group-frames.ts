import { frameAt, type Edit } from "../issue/change.ts"
import { dropField, freshKey, setField } from "../issue/content.ts"

/** Makes frames one group, or takes them out of their groups (编组/取消编组). */
export function groupFrames(frames: readonly string[], grouped: boolean): Edit {
  return {
    name: "group-frames",
    say: grouped ? { zh: "编组", en: "Group" } : { zh: "取消编组", en: "Ungroup" },
    run(change) {
      const group = freshKey(change.content)
      for (const id of frames) {
        const fields = frameAt(change, id)
        if (fields && grouped) setField(fields, "group", group)
        else if (fields) dropField(fields, "group")
      }
    },
  }
}
