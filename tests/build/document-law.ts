import { expect } from "vitest"
import type { Edit } from "../../layouts/issue/change.ts"
import { openDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import { brokenInvariants } from "../../layouts/issue/invariants.ts"
import type { Issue } from "../../layouts/issue/issue.ts"

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

/**
 * Makes an edit and holds it to what every edit must do: the result is as said, undo gives the
 * start exactly, redo the result, the written state opens as the same issue, the invariants hold,
 * and column breaks were carried along. The document is left with the edit made.
 */
export function expectEdit(
  document: OpenDocument,
  edit: Edit,
  result: (after: Issue, before: Issue) => void,
  { movesBreaks = false } = {},
): void {
  const before = document.issue()
  document.perform(edit)
  const after = document.issue()
  result(after, before)
  expect(document.canUndo()?.name).toBe(edit.name)
  expect(brokenInvariants(after)).toEqual([])
  if (!movesBreaks) expect(lostBreaks(before, after)).toEqual([])
  expect(reopened(document).issue()).toEqual(after)
  expect(document.undo()).toBe(true)
  expect(document.issue()).toEqual(before)
  expect(reopened(document).issue()).toEqual(before)
  expect(document.redo()).toBe(true)
  expect(document.issue()).toEqual(after)
  expect(reopened(document).issue()).toEqual(after)
}
