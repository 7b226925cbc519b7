import type { Issue } from "../issue/issue.ts"
import type { Mark, MarkAnswer, MarkRange, NewMark } from "../issue/mark.ts"
import { wordsOfMark } from "../proof/mark-words.ts"
import { answerOf, isAnswered } from "./foreign-answer.ts"
import type { ForeignFile, ForeignNote } from "./foreign.ts"
import { guessSign } from "./guess-sign.ts"
import { hashed, idOfNote } from "./note-id.ts"
import { finderOf, type Finder } from "./place-note.ts"
import type { ProofRecord } from "./proof-record.ts"
import type { Proposal, Proposals, ProposedAnswer } from "./proposal.ts"
import { restored } from "./restore-mark.ts"

/** A file of comments, and the issue that they are for. */
export interface NoteImport {
  readonly file: ForeignFile
  /** The record of the proof that the file was; see `assumed` of place-note.ts. */
  readonly record: ProofRecord
  readonly assumed: boolean
  readonly issue: Issue
  readonly marks: readonly Mark[]
  /** Pass and role that new marks get, and the time of those that say none. */
  readonly by: { readonly pass: number; readonly role: string; readonly at: number }
}

/** What is gathered on the way through a file. */
interface Gathering extends NoteImport {
  readonly finder: Finder
  /** The issue's marks by id, and the record's. */
  readonly here: ReadonlyMap<string, Mark>
  readonly recorded: ReadonlyMap<string, Mark>
  /** Marks that no comment of the file is named after, by who made them and what they say. */
  readonly unnamed: ReadonlyMap<string, readonly Mark[]>
  readonly proposals: Map<string, Proposal>
  /** Where the comments of the new proposals stand, as a hash. */
  readonly spots: Map<string, string>
  readonly answers: ProposedAnswer[]
  known: number
  silent: number
}

/**
 * What the comments of a file are for an issue: marks to be taken in, and answers to marks that are
 * there. A comment is known by its unique name, else by what it is, so that a file that comes again
 * brings nothing new.
 */
export function proposalsOf(order: NoteImport): Proposals {
  const { file, marks, record } = order
  const gathering: Gathering = {
    ...order,
    finder: finderOf(order),
    here: new Map(marks.map((mark) => [mark.id, mark])),
    recorded: new Map(record.marks.map((mark) => [mark.id, mark])),
    unnamed: unnamedMarks(order),
    ...{ proposals: new Map(), spots: new Map(), answers: [], known: 0, silent: 0 },
  }
  const roots = file.notes.map((_, i) => rootOf(file.notes, i))
  const groups = new Map<number, ForeignNote[]>()
  for (const [i, note] of file.notes.entries())
    if (note.to?.as === "group") groups.set(roots[i]!, [...(groups.get(roots[i]!) ?? []), note])
  const ids = new Map<number, string>()
  for (const [i, note] of file.notes.entries())
    if (isRoot(gathering, note)) ids.set(i, rootNote(gathering, note, groups.get(i) ?? []))
  for (const [i, note] of file.notes.entries()) {
    if (ids.has(i) || note.to?.as === "group") continue
    const id = ids.get(roots[i]!) ?? hereId(gathering, note.toName)
    if (id !== null && id !== "") answerNote(gathering, note, id)
  }
  const { known, silent, answers } = gathering
  return { marks: [...gathering.proposals.values()], answers, known, silent }
}

/** The comment that a comment belongs to in the end; itself when it goes round in a ring. */
function rootOf(notes: readonly ForeignNote[], i: number): number {
  let at = i
  for (let steps = 0; steps < 100; steps += 1) {
    const to = notes[at]!.to
    if (!to) return at
    at = to.index
  }
  return i
}

/**
 * The mark that a unique name is of, where we wrote it: the proof had that mark, or what it had is not
 * known. Null for others' names, though a mark that was taken in from them bears one.
 */
function ownId(gathering: Gathering, name: string | null): string | null {
  const { here, recorded, assumed } = gathering
  const id = name?.split("/")[0] ?? null
  return id !== null && (recorded.has(id) || (assumed && here.has(id))) ? id : null
}

function isRoot(gathering: Gathering, note: ForeignNote): boolean {
  if (note.to) return false
  if (note.name?.includes("/") === true && ownId(gathering, note.name) !== null) return false
  return hereId(gathering, note.toName) === null
}

/** The mark that is there, or in the proof, that a comment of a file of answers is to. */
function hereId({ here, recorded }: Gathering, name: string | null): string | null {
  const id = name?.split("/")[0] ?? null
  return id !== null && (here.has(id) || recorded.has(id)) ? id : null
}

/** Takes a comment that stands for itself; the id of its mark, "" where it says nothing. */
function rootNote(gathering: Gathering, note: ForeignNote, group: readonly ForeignNote[]): string {
  const own = ownId(gathering, note.name)
  return own === null ? foreignNote(gathering, note, group) : ownNote(gathering, note, own)
}

/** A mark of ours that came back: maybe with other words, maybe to an issue that does not have it. */
function ownNote(gathering: Gathering, note: ForeignNote, id: string): string {
  const { here, recorded, finder, proposals } = gathering
  const mark = here.get(id) ?? recorded.get(id)!
  if (here.has(id)) gathering.known += 1
  else proposals.set(id, { ...restored(finder, mark), seen: finder.see(note) })
  const say = note.say.trim()
  if (say === "" || say === wordsOfMark(mark).trim()) return id
  if ("text" in mark.payload || "say" in mark.payload) reworded(gathering, note, mark)
  else addAnswer(gathering, id, { ...by(gathering, note), say, state: null }, false)
  return id
}

/** Our own mark with other words: another mark in its place. */
function reworded(gathering: Gathering, note: ForeignNote, mark: Mark): void {
  const id = `${mark.id}~${hashed(note.say)}`
  if (gathering.here.has(id)) return void (gathering.known += 1)
  const proposal = restored(gathering.finder, mark)
  const payload = mark.sign === "note" ? { ...mark.payload, say: note.say } : { text: note.say }
  const again = { ...proposal.mark, ...by(gathering, note), id, payload } as NewMark
  gathering.proposals.set(id, {
    ...{ ...proposal, mark: again, thread: [], replaces: mark.id },
    seen: gathering.finder.see(note),
  })
}

function foreignNote(
  gathering: Gathering,
  note: ForeignNote,
  group: readonly ForeignNote[],
): string {
  const guessed = guessSign(note, group)
  if (!guessed) {
    gathering.silent += 1
    return ""
  }
  const { file, here, finder, proposals } = gathering
  const { sign, payload } = guessed.guess
  const name = idOfNote(file.id, note)
  const before = here.get(name)
  const isSame = (mark: Pick<NewMark, "sign" | "payload">): boolean =>
    mark.sign === sign && JSON.stringify(mark.payload) === JSON.stringify(payload)
  const other = before ?? proposals.get(name)?.mark
  const own = other && !isSame(other) ? `${name}~${hashed(JSON.stringify([sign, payload]))}` : name
  // Pages that were copied have comments of the same name, which stand in different places.
  const place = hashed(JSON.stringify([note.sheet, note.rect]))
  const copied = proposals.has(own) && !here.has(own) && gathering.spots.get(own) !== place
  const id = copied ? `${own}~${place}` : own
  if (here.has(id) || proposals.has(id)) {
    gathering.known += 1
    return id
  }
  const words = group.find(({ quads }) => quads.length > 0)
  const from = guessed.on === "words" && note.quads.length === 0 && words ? words : note
  const { article, range, unsure, quote, seen } = finder.find(from, guessed.on)
  const lost = renamed(gathering, note, { article, range })
  if (lost !== null) return ownNote(gathering, note, lost)
  const pass = gathering.by.pass
  const mark = { ...by(gathering, note), id, article, range, pass, sign, payload } as NewMark
  const aside = { ...by(gathering, note), say: guessed.aside, state: null }
  const thread = guessed.aside === "" ? [] : [aside]
  const replaces = before ? name : null
  proposals.set(id, { mark, thread, replaces, unsure, quote, seen })
  gathering.spots.set(id, place)
  return id
}

/** The marks of the proof and of the issue whose names the file lost, or never had. */
function unnamedMarks({ file, record, marks }: NoteImport): Gathering["unnamed"] {
  const named = new Set(file.notes.flatMap(({ name }) => name?.split("/")[0] ?? []))
  const all = new Map([...record.marks, ...marks].map((mark) => [mark.id, mark]))
  const found = new Map<string, Mark[]>()
  for (const mark of all.values()) {
    if (named.has(mark.id)) continue
    const key = saidBy(mark.author, wordsOfMark(mark))
    const there = found.get(key)
    if (there) there.push(mark)
    else found.set(key, [mark])
  }
  return found
}

function saidBy(author: string, say: string): string {
  return `${author}\n${say.trim()}`
}

/**
 * The mark of ours that a comment is whose name another program took away or wrote anew: the same
 * reader's, with the same words, of the same second or on the same place. Null for none.
 */
function renamed(
  { unnamed, here, finder }: Gathering,
  note: ForeignNote,
  place: Pick<Proposal["mark"], "article" | "range">,
): string | null {
  const found = unnamed.get(saidBy(note.author, note.say))?.find(({ id, article, range, at }) => {
    if (note.at !== null && Math.floor(note.at / 1000) === Math.floor(at / 1000)) return true
    if (article === null || article !== place.article || range.kind !== "text") return false
    const now = here.has(id) ? range : finder.carryPlaces(article, range)?.range
    return now !== undefined && sameRange(now, place.range)
  })
  return found?.id ?? null
}

function sameRange(one: MarkRange, other: MarkRange): boolean {
  return JSON.stringify(one, RANGE_FIELDS) === JSON.stringify(other, RANGE_FIELDS)
}

/** Their order is the order that they are compared in. */
const RANGE_FIELDS = ["kind", "words", "from", "to", "paragraph", "offset"]

/** Who said a comment, and when. */
function by({ by: { role, at } }: Gathering, note: ForeignNote) {
  const author = note.author === "" ? "（未署名）" : note.author
  return { author, role, at: note.at ?? at }
}

function answerNote(gathering: Gathering, note: ForeignNote, id: string): void {
  const answer = answerOf(note, gathering.by)
  if (!answer) return void (gathering.silent += 1)
  const author = answer.author === "" ? "（未署名）" : answer.author
  addAnswer(gathering, id, { ...answer, author }, note.at !== null)
}

/** Adds an answer to a mark that is there or is proposed, unless it has it. */
function addAnswer(gathering: Gathering, id: string, answer: MarkAnswer, timed: boolean): void {
  const { here, proposals, answers } = gathering
  const proposal = proposals.get(id)
  const waiting = answers.flatMap((one) => (one.mark === id ? [one.answer] : []))
  const thread = [...(here.get(id)?.thread ?? []), ...(proposal?.thread ?? []), ...waiting]
  if (isAnswered(thread, answer, timed)) gathering.known += 1
  else if (here.has(id)) answers.push({ mark: id, answer })
  else if (proposal) proposals.set(id, { ...proposal, thread: [...proposal.thread, answer] })
}
