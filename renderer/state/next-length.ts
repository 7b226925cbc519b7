import { desk } from "./desk.ts"
import { jumpToEnd } from "./jump.ts"
import { lengthOf, type Length } from "./lengths.ts"
import { view } from "./view.ts"

/** What is looked for: text that is over, empty lines, or either. */
export type Unfitting = "over" | "short" | "either"

/** Whether an article is over or short. */
export function anyUnfitting(): boolean {
  return unfitting("either").length > 0
}

/** Goes to the next article that is over or short (1), or to the one before (−1), round and round. */
export function jumpToUnfitting(wanted: Unfitting, step: 1 | -1): void {
  const articles = unfitting(wanted)
  const at = articles.indexOf(view.getState().article ?? "")
  const from = at < 0 && step < 0 ? 0 : at
  const next = articles[(from + step + articles.length) % articles.length]
  if (next !== undefined) jumpToEnd(next)
}

/** Articles that are over or short, in page order, each once. */
function unfitting(wanted: Unfitting): readonly string[] {
  const sets = desk.getState().pages.flatMap(({ articles }) => articles)
  const found = sets.filter((set) => isMeant(lengthOf(set), wanted))
  return [...new Set(found.map(({ article }) => article.id))]
}

function isMeant({ over, short }: Length, wanted: Unfitting): boolean {
  return (wanted !== "short" && over > 0) || (wanted !== "over" && short > 0)
}
