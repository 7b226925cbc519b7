import * as Y from "yjs"
import type { HeadWords } from "./article.ts"
import { fieldsAt, setField, soundWords, type Fields } from "./content.ts"
import type { Mark, MarkAnswer, MarkRange, MarkState, NewMark, Quoted } from "./mark.ts"
import type { Marks } from "./marks.ts"
import { isSign, soundPayload } from "./payload.ts"

/** What a mark was made with: it never changes, and is kept as one text. */
export interface Made extends Pick<
  NewMark,
  "pass" | "author" | "role" | "at" | "sign" | "payload"
> {
  readonly article: string | null
  /** The key of that article, by which it is found whatever its id becomes. */
  readonly articleKey: string | null
  /** What it is laid on; text is found by its anchors. */
  readonly on: { readonly words: HeadWords | null } | Exclude<MarkRange, { kind: "text" }>
  readonly quote: Quoted
  /** What stood round its target; null when it has none. */
  readonly targetQuote: Quoted | null
}

/** A piece of a linked change as it is kept: its quote has what the change put there. */
export interface KeptPiece {
  readonly words: HeadWords | null
  readonly was: string
  readonly quote: Quoted
}

const STATES: readonly unknown[] = ["open", "executed", "refused", "asked", "withdrawn"]
const HEADS: readonly unknown[] = ["kicker", "headline", "deck", null]

/** Writes a new mark's fields; its anchors are the caller's to write. */
export function writeMark(marks: Marks, id: string, made: Made): void {
  const fields: Fields = new Y.Map()
  marks.marks.set(id, fields)
  setField(fields, "made", JSON.stringify(made))
  setField(fields, "state", "open")
  fields.set("thread", new Y.Array())
}

/** What a mark was made with; null for what is no mark. */
export function readMade(fields: Fields): Made | null {
  const json = fields.get("made")
  if (typeof json !== "string") return null
  const made = JSON.parse(json) as Made
  if (!isSign(made.sign) || soundPayload(made.sign, made.payload) === null) return null
  const { on } = made
  return "words" in on && !HEADS.includes(on.words) ? null : made
}

/** A mark's fields by its id; null when there is none. */
export function markAt({ marks }: Marks, id: string): Fields | null {
  return fieldsAt(marks, id)
}

/** What became of a mark. */
export function stateOf(fields: Fields): MarkState {
  const state = fields.get("state")
  return STATES.includes(state) ? (state as MarkState) : "open"
}

/** Adds an answer to a mark's thread, and sets what it makes of the mark; a withdrawn one stays so. */
export function addAnswer(fields: Fields, answer: MarkAnswer): void {
  const thread = fields.get("thread")
  const sound = { ...answer, say: soundWords(answer.say) }
  if (thread instanceof Y.Array) (thread as Y.Array<string>).push([JSON.stringify(sound)])
  if (answer.state !== null && stateOf(fields) !== "withdrawn")
    setField(fields, "state", answer.state)
}

/** A mark's thread as it is kept, one text an answer. */
export function threadOf(fields: Fields): readonly string[] {
  const thread = fields.get("thread")
  return thread instanceof Y.Array ? (thread as Y.Array<string>).toArray() : []
}

const NO_PIECES: readonly KeptPiece[] = []

/** The pieces of a mark's linked change. */
export function piecesOf(fields: Fields): readonly KeptPiece[] {
  const json = fields.get("change")
  return typeof json === "string" ? (JSON.parse(json) as readonly KeptPiece[]) : NO_PIECES
}

/** The name under which an anchor of a mark is kept: its own, its target's, or a piece's. */
export function hookName(id: string, of: "range" | "target" | number): string {
  return of === "range" ? id : `${id}/${of}`
}

/** The mark that an anchor's name belongs to. */
export function ownerOf(name: string): Mark["id"] {
  return name.split("/")[0]!
}
