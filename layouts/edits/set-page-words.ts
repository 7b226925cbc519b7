import { pageAt, type Edit } from "../issue/change.ts"
import { writeWords } from "../issue/page-fields.ts"
import type { PageWords } from "../issue/page.ts"
import { pageOf } from "./frames.ts"

/** Sets what a page says of itself (版名、本版责任编辑); words that are not named stay. */
export function setPageWords(page: string, words: PageWords): Edit {
  return {
    name: "set-page-words",
    say: { zh: "改版名", en: "Change page name" },
    run(change) {
      const fields = pageAt(change, page)
      if (fields) writeWords(fields, { ...pageOf(change, page)?.words, ...words })
    },
  }
}
