import { pageAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"

/** Gives a page another number (改版次); one that another page has is refused. */
export function renamePage(page: string, id: string): Edit {
  return {
    name: "rename-page",
    say: { zh: "改版次", en: "Rename page" },
    run(change) {
      const fields = pageAt(change, page)
      if (fields && id !== "" && !change.keys.pages.has(id)) setField(fields, "id", id)
    },
  }
}
