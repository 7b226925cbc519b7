import * as Y from "yjs"
import type { Say } from "../finding.ts"
import type { Content } from "./content.ts"
import type { Selection } from "./selection.ts"

/** The origin of transactions that undo follows: edits made here. */
export const HERE = "edit"

/** What undo or redo would do next. */
export interface Step {
  readonly name: string
  readonly say: Say
}

/** A step of the history, and what was selected on both sides of it. */
interface Kept {
  readonly step: Step
  readonly before: Selection
  readonly after: Selection
}

/** Undo and redo of the edits made here; what others did meanwhile stays. */
export interface History {
  /**
   * Runs an edit's transaction as a step, or as part of the step before it when that has the same
   * name. A run that throws leaves nothing behind.
   */
  record(step: Step, join: boolean, run: () => void): void
  /** Undoes or redoes a step; false when there is none. */
  undo(): boolean
  redo(): boolean
  nextUndo(): Step | null
  nextRedo(): Step | null
  selection(): Selection
  select(selection: Selection): void
}

/**
 * Opens the history of a document. Steps are never forgotten while the document is open.
 * Anchors of column breaks are not part of it: they follow the text by themselves.
 */
export function openHistory(content: Content): History {
  const { issue, articles, articleOrder, pages, pageOrder, styles, inks } = content
  const scope = [issue, articles, articleOrder, pages, pageOrder, styles, inks]
  const manager = new Y.UndoManager(scope, {
    trackedOrigins: new Set([HERE]),
    // Steps are joined by what their edits say, not by the library's clock.
    captureTimeout: 0,
  })
  let selection: Selection = null
  let last: string | null = null
  const kept = (stack: readonly Y.UndoManager["undoStack"][number][]): Kept | null =>
    (stack.at(-1)?.meta.get("step") as Kept | undefined) ?? null
  const keep = (stack: Y.UndoManager["undoStack"], entry: Kept | undefined): void => {
    if (entry) stack.at(-1)?.meta.set("step", entry)
  }
  const move = (back: boolean): boolean => {
    last = null
    const popped = back ? manager.undo() : manager.redo()
    if (!popped) return false
    const entry = popped.meta.get("step") as Kept | undefined
    keep(back ? manager.redoStack : manager.undoStack, entry)
    selection = (back ? entry?.before : entry?.after) ?? null
    return true
  }
  return {
    record(step, join, run) {
      const before = selection
      const top = manager.undoStack.at(-1)
      const grown = (): boolean => manager.undoStack.at(-1) !== top
      try {
        content.doc.transact(run, HERE)
      } catch (bug) {
        if (grown() && manager.undo()) manager.redoStack.pop()
        throw bug
      }
      if (!grown()) return
      if (join && top && last === step.name) joinLast(manager)
      else keep(manager.undoStack, { step, before, after: selection })
      last = step.name
    },
    undo: () => move(true),
    redo: () => move(false),
    nextUndo: () => kept(manager.undoStack)?.step ?? null,
    nextRedo: () => kept(manager.redoStack)?.step ?? null,
    selection: () => selection,
    select(chosen) {
      selection = chosen
      // What is selected after an edit belongs to it, so that redo selects it again.
      const top = kept(manager.undoStack)
      if (top && last !== null && manager.redoStack.length === 0)
        keep(manager.undoStack, { ...top, after: chosen })
    },
  }
}

/** Makes one step of the last two. */
function joinLast(manager: Y.UndoManager): void {
  const last = manager.undoStack.pop()!
  const step = manager.undoStack.at(-1)!
  step.deletions = Y.mergeDeleteSets([step.deletions, last.deletions])
  step.insertions = Y.mergeDeleteSets([step.insertions, last.insertions])
}
