import { pageAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"

/** Removes a page with its frames (删版); the articles on it stay in the issue. */
export function removePage(page: string): Edit {
  return {
    name: "remove-page",
    say: { zh: "删版", en: "Remove page" },
    run(change) {
      const fields = pageAt(change, page)
      if (fields) setField(fields, "removed", true)
    },
  }
}
