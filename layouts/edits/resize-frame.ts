import { frameAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { writtenRegion } from "../issue/page-fields.ts"
import type { Region } from "../issue/page.ts"
import { repairRegion, ruleRegion } from "../issue/repair.ts"

/**
 * Gives a frame another region (改框), brought into its page's grid; a rule stays one line or one
 * column broad. A locked frame stays.
 */
export function resizeFrame(frame: string, region: Region): Edit {
  return {
    name: "resize-frame",
    say: { zh: "改框大小", en: "Resize frame" },
    run(change) {
      const page = change.issue.pages.find(({ frames }) => frames.some(({ id }) => id === frame))
      const fields = frameAt(change, frame)
      const before = page?.frames.find(({ id }) => id === frame)
      if (!page || !fields || !before || before.locked) return
      const wanted = ruleRegion(before, region)
      setField(fields, "region", writtenRegion(repairRegion(wanted, page.grid)))
    },
  }
}
