import * as Y from "yjs"
import type { Say } from "../finding.ts"
import type { Content } from "./content.ts"
import type { Marks } from "./marks.ts"
import type { Selection } from "./selection.ts"

/** The origin of transactions that undo follows: edits made here. */
export const HERE = "edit"

/** What undo or redo would do next. */
export interface Step {
  readonly name: string
  readonly say: Say
}

/** A step of the history, what was selected on both sides of it, and the documents it changed. */
interface Kept {
  readonly step: Step
  readonly before: Selection
  readonly after: Selection
  readonly changed: readonly Changes[]
}

/** Undo and redo of the edits made here; what others did meanwhile stays. */
export interface History {
  /**
   * Runs an edit's transaction as a step, or as part of the step before it when that has the same
   * name. A run that throws leaves nothing behind, nor does one after which `holds` says no.
   */
  record(step: Step, join: boolean, run: () => void, holds?: () => boolean): void
  /** Undoes or redoes a step; false when there is none. */
  undo(): boolean
  redo(): boolean
  nextUndo(): Step | null
  nextRedo(): Step | null
  selection(): Selection
  select(selection: Selection): void
}

/**
 * Opens the history of an issue's two documents: a step may change either or both, and is undone as
 * one. Steps are never forgotten while the issue is open. Anchors are not part of it: they follow
 * the text by themselves.
 */
export function openHistory(content: Content, marks: Marks): History {
  const { issue, articles, articleOrder, pages, pageOrder, styles, inks } = content
  const all = [
    changesOf([issue, articles, articleOrder, pages, pageOrder, styles, inks]),
    changesOf([marks.marks, marks.ignored]),
  ]
  const undoable: Kept[] = []
  const redoable: Kept[] = []
  let selection: Selection = null
  let last: string | null = null
  const move = (way: "undo" | "redo"): boolean => {
    last = null
    const [from, to] = way === "undo" ? [undoable, redoable] : [redoable, undoable]
    // A step of which others left nothing is passed over.
    for (let entry = from.pop(); entry; entry = from.pop()) {
      const changed = entry.changed.filter((changes) => changes.move(way))
      if (changed.length === 0) continue
      to.push({ ...entry, changed })
      selection = way === "undo" ? entry.before : entry.after
      return true
    }
    return false
  }
  return {
    record(step, join, run, holds) {
      const before = selection
      const tops = all.map((changes) => changes.top())
      const grown = (): readonly Changes[] => all.filter((changes, i) => changes.top() !== tops[i])
      try {
        content.doc.transact(() => marks.doc.transact(run, HERE), HERE)
      } catch (bug) {
        grown().forEach((changes) => changes.drop())
        throw bug
      }
      const changed = grown()
      if (changed.length === 0) return
      if (holds && !holds()) return changed.forEach((changes) => changes.drop())
      all.forEach((changes) => changes.forgetRedo())
      redoable.length = 0
      const joins = join && last === step.name ? undoable.pop() : undefined
      const both = joins ? changed.filter((changes) => joins.changed.includes(changes)) : []
      both.forEach((changes) => changes.joinLast())
      const whole = joins ? [...new Set([...joins.changed, ...changed])] : changed
      const kept = joins
        ? { ...joins, changed: whole }
        : { step, before, changed, after: selection }
      undoable.push(kept)
      last = step.name
    },
    undo: () => move("undo"),
    redo: () => move("redo"),
    nextUndo: () => undoable.at(-1)?.step ?? null,
    nextRedo: () => redoable.at(-1)?.step ?? null,
    selection: () => selection,
    select(chosen) {
      selection = chosen
      // What is selected after an edit belongs to it, so that redo selects it again.
      const top = undoable.at(-1)
      if (top && last !== null && redoable.length === 0)
        undoable[undoable.length - 1] = { ...top, after: chosen }
    },
  }
}

/** The changes made here of one document, the newest last. */
interface Changes {
  /** Stands for the newest change; null when there is none. */
  top(): object | null
  /** Undoes or redoes the newest change alone; false when others left nothing of it. */
  move(way: "undo" | "redo"): boolean
  /** Takes back the newest change for good. */
  drop(): void
  /** Makes one change of the last two. */
  joinLast(): void
  forgetRedo(): void
}

function changesOf(roots: ConstructorParameters<typeof Y.UndoManager>[0]): Changes {
  const manager = new Y.UndoManager(roots, {
    trackedOrigins: new Set([HERE]),
    // Steps are joined by what their edits say, not by the library's clock.
    captureTimeout: 0,
  })
  const move = (way: "undo" | "redo"): boolean => {
    const name = way === "undo" ? "undoStack" : "redoStack"
    const other = way === "undo" ? "redoStack" : "undoStack"
    // The library goes on to older changes when it finds nothing to do: it is shown one alone.
    const older = manager[name]
    const newest = older.pop()
    const before = manager[other].length
    manager[name] = newest ? [newest] : []
    manager[way]()
    manager[name] = older
    return manager[other].length > before
  }
  return {
    top: () => manager.undoStack.at(-1) ?? null,
    move,
    drop() {
      if (move("undo")) manager.redoStack.pop()
    },
    joinLast() {
      const last = manager.undoStack.pop()!
      const step = manager.undoStack.at(-1)!
      step.deletions = Y.mergeDeleteSets([step.deletions, last.deletions])
      step.insertions = Y.mergeDeleteSets([step.insertions, last.insertions])
    },
    forgetRedo: () => manager.clear(false, true),
  }
}
