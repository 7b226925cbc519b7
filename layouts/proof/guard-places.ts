import type { Where } from "../finding.ts"
import { isWaiting } from "../issue/mark.ts"
import type { Box } from "../units.ts"
import { marksOnPage } from "./frozen-page.ts"
import { marksInOrder, recheckProof, unexecuted } from "./recheck.ts"
import { recheckDue, strayMarks, strayDifferences, type FactSources } from "./round-facts.ts"
import type { GuardId } from "./workflow.ts"

/** Where the first of what a guard minds stands: a mark, a place of the issue, an article's end, a box of the page. */
export type GuardPlace =
  | { readonly kind: "mark"; readonly id: string }
  | { readonly kind: "where"; readonly where: Where }
  | { readonly kind: "end"; readonly article: string }
  | { readonly kind: "boxes"; readonly boxes: readonly Box[] }
  /** Anywhere that the page differs from its newest proof. */
  | { readonly kind: "proof" }

/** The first place that a guard stands against, in the order of the text; null where it has none. */
export function guardPlace(guard: GuardId, sources: FactSources): GuardPlace | null {
  switch (guard) {
    case "marks-answered":
      return firstWaiting(sources)
    case "recheck-done":
      return firstUnexecuted(sources)
    case "no-overset": {
      const over = sources.page.articles.find(({ story }) => story.overset.characters > 0)
      return over ? { kind: "end", article: over.article.id } : null
    }
    case "no-missing-glyph":
      return firstFinding(sources, ({ rule }) => rule === "fonts/missing-glyph")
    case "jumps-whole":
      return firstFinding(sources, ({ rule }) => rule === "jump/broken")
    case "preflight-clean":
      return firstFinding(sources, ({ severity }) => severity === "error")
    case "pictures-approved":
      return firstUnapproved(sources)
    case "only-listed":
      return firstUnlisted(sources)
    case "proof-fresh":
      return sources.newest ? { kind: "proof" } : null
  }
}

function firstWaiting({ issue, marks, page }: FactSources): GuardPlace | null {
  const waiting = marksOnPage(marks, page.page).filter(isWaiting)
  return markPlace(marksInOrder(issue, waiting)[0])
}

function firstUnexecuted(sources: FactSources): GuardPlace | null {
  const again = recheckDue(sources)
  const first = again?.marks.find(
    (one) => unexecuted({ marks: [one], unauthorised: [] }, sources.seen) > 0,
  )
  return markPlace(first?.mark)
}

function markPlace(mark: { readonly id: string } | undefined): GuardPlace | null {
  return mark ? { kind: "mark", id: mark.id } : null
}

function firstFinding(
  { findings }: FactSources,
  minds: (finding: FactSources["findings"][number]) => boolean,
): GuardPlace | null {
  const found = findings.find(minds)
  return found ? { kind: "where", where: found.where } : null
}

function firstUnapproved({ page, approved }: FactSources): GuardPlace | null {
  const image = page.list.items.find((item) => item.kind === "image" && !approved.has(item.picture))
  return image?.kind === "image" ? { kind: "boxes", boxes: [image.box] } : null
}

/** What changed outside of the listed spots: in the text, by another mark, or anything else. */
function firstUnlisted(sources: FactSources): GuardPlace | null {
  const { issue, marks, newest } = sources
  if (!newest) return null
  const [change] = recheckProof(newest.frozen, issue, marks).unauthorised
  if (change) {
    const { article, words, from, to } = change
    const inStory = { paragraph: from.paragraph, from: from.offset, to: to.offset }
    return { kind: "where", where: { article, ...(words === null ? inStory : { paragraph: -1 }) } }
  }
  const [difference] = strayDifferences(sources)
  const boxes = difference && (difference.now.length > 0 ? difference.now : difference.was)
  return markPlace(strayMarks(sources)[0]) ?? (boxes ? { kind: "boxes", boxes } : null)
}
