import { sheetFor } from "../../layouts/compose.ts"
import { inferMeasure } from "../../layouts/flow/infer-measure.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Press } from "../../layouts/press.ts"
import { desk } from "./desk.ts"

/** How long the issue must rest before its breaks are asked anew, ms: no key waits for the answer. */
const REST = 400

let asked = 0
let known: Issue["articles"] | null = null

/** Infers the measure of the issue's original breaks when its articles have come to rest. */
export function measureLater(issue: Issue, press: Press): void {
  if (known === issue.articles) return
  known = issue.articles
  clearTimeout(asked)
  asked = window.setTimeout(() => {
    const size = issue.pages[0]?.grid.bodySize
    if (desk.getState().path === null) return
    const measure =
      size === undefined ? null : inferMeasure(issue.articles, sheetFor(size).body, press)
    desk.setState({ measure })
  }, REST)
}
