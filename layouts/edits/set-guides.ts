import { pageAt, type Edit } from "../issue/change.ts"
import { writeGuides } from "../issue/page-fields.ts"
import type { Guide } from "../issue/page.ts"

/** Sets the guides of a page (参考线); they are seen at the desk and never printed. */
export function setGuides(page: string, guides: readonly Guide[]): Edit {
  return {
    name: "set-guides",
    say: { zh: "改参考线", en: "Change guides" },
    run(change) {
      const fields = pageAt(change, page)
      if (fields) writeGuides(fields, guides)
    },
  }
}
