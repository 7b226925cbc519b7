import type * as Y from "yjs"

/**
 * The shared types that hold an issue's proof marks (批注), in a document of their own: a server can
 * let a proofreader write it who may not write the content.
 * A mark's key is its id, which whoever makes it takes from somewhere that never repeats.
 */
export interface Marks {
  readonly doc: Y.Doc
  readonly marks: Y.Map<unknown>
  /**
   * By a mark's id, and `id/target`, `id/0`, `id/1` … for its target and its linked change: the
   * characters that it hangs on. See mark-anchor.ts. They stay out of undo.
   */
  readonly anchors: Y.Map<string>
  /** Hits of the checks that were let stand, by rule, article and words: see ignored.ts. */
  readonly ignored: Y.Map<unknown>
}

/** The marks that a Y document holds. */
export function marksOf(doc: Y.Doc): Marks {
  return {
    doc,
    marks: doc.getMap("marks"),
    anchors: doc.getMap("anchors"),
    ignored: doc.getMap("ignored"),
  }
}
