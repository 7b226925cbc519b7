import { pageAt, type Edit } from "../issue/change.ts"
import { writeRules } from "../issue/page-fields.ts"
import type { PageRules } from "../issue/page.ts"
import { pageOf } from "./frames.ts"

/** Sets which rules a page draws between its articles (栏线); what is not named stays. */
export function setRules(page: string, change: Partial<PageRules>): Edit {
  return {
    name: "set-rules",
    say: { zh: "改栏线", en: "Change column rules" },
    run(at) {
      const fields = pageAt(at, page)
      const rules = pageOf(at, page)?.rules
      if (fields && rules) writeRules(fields, { ...rules, ...change })
    },
  }
}
