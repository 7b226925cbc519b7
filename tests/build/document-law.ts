import { expect } from "vitest"
import type { Edit } from "../../layouts/issue/change.ts"
import { openDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import { brokenInvariants } from "../../layouts/issue/invariants.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Mark } from "../../layouts/issue/mark.ts"
import type { Place } from "../../layouts/issue/selection.ts"

/** A copy of a document as a second person or a later opening has it. */
export function reopened(document: OpenDocument): OpenDocument {
  return openDocument([document.state("content")], [document.state("marks")])
}

/** Column breaks whose words still stand together, but with no break between them. */
export function lostBreaks(before: Issue, after: Issue): readonly string[] {
  return before.articles.flatMap(({ id, story }) => {
    const now = after.articles.find((article) => article.id === id)?.story ?? []
    return story
      .flatMap(({ columnBreaks }) => columnBreaks)
      .filter((mark) => {
        const places = now.map(({ text }) => text.indexOf(mark.before + mark.after))
        const kept = now.some(({ columnBreaks }, i) =>
          columnBreaks.some(({ offset }) => offset === places[i]! + mark.before.length),
        )
        return places.some((place) => place >= 0) && !kept
      })
      .map((mark) => `${mark.before}|${mark.after}`)
  })
}

/** Marks that stand at no place of their article's text, or say that they hold words that are not there. */
export function looseMarks(document: OpenDocument): readonly string[] {
  const { articles } = document.issue()
  return document.marks().flatMap(({ id, article, range, standing, quote }) => {
    const its = articles.find((one) => one.id === article)
    if (range.kind !== "text" || !its) return []
    const { words, from, to } = range
    const lines = words === null ? its.story.map(({ text }) => text) : [its[words] ?? ""]
    const inside = [from, to].every(
      ({ paragraph, offset }) => offset >= 0 && offset <= (lines[paragraph] ?? "").length,
    )
    const index = (place: Place): number =>
      lines.slice(0, place.paragraph).reduce((sum, { length }) => sum + length + 1, place.offset)
    const text = lines.join("\n").slice(index(from), index(to))
    const told = standing === "held" || standing === "found"
    return inside && index(from) <= index(to) && (!told || text === quote.text) ? [] : [id]
  })
}

/**
 * Makes an edit and holds it to what every edit must do: the result is as said, undo gives the
 * start exactly, redo the result, the written state opens as the same issue with the same marks, the
 * invariants hold, and column breaks were carried along. The document is left with the edit made.
 */
export function expectEdit(
  document: OpenDocument,
  edit: Edit,
  result: (after: Issue, before: Issue) => void,
  { movesBreaks = false } = {},
): void {
  const [before, marksBefore] = [document.issue(), document.marks()]
  document.perform(edit)
  const [after, marksAfter] = [document.issue(), document.marks()]
  result(after, before)
  expect(document.canUndo()?.name).toBe(edit.name)
  expect(brokenInvariants(after)).toEqual([])
  if (!movesBreaks) expect(lostBreaks(before, after)).toEqual([])
  const expectBoth = (issue: Issue, marks: readonly Mark[]): void => {
    for (const copy of [document, reopened(document)]) {
      expect(copy.issue()).toEqual(issue)
      expect(copy.marks()).toEqual(marks)
    }
  }
  expectBoth(after, marksAfter)
  expect(document.undo()).toBe(true)
  expectBoth(before, marksBefore)
  expect(document.redo()).toBe(true)
  expectBoth(after, marksAfter)
}
