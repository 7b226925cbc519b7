import i18next from "i18next"
import { createStore } from "zustand/vanilla"
import { takeNotes } from "../../layouts/edits/take-notes.ts"
import { assumedRecord, groundedNotes } from "../../layouts/notes/assumed-record.ts"
import type { Proposals } from "../../layouts/notes/proposal.ts"
import { proposalsOf } from "../../layouts/notes/propose.ts"
import { perform } from "./actions.ts"
import { chooseFiles } from "./choose-files.ts"
import { desk } from "./desk.ts"
import { openDialog } from "./dialog.ts"
import { tell, valueOf, type Means } from "./means.ts"
import { proof } from "./proof.ts"

/** Endings of the files that comments come in. */
const NOTES = ["pdf", "fdf", "xfdf"] as const

/** A file's comments that wait to be taken in or passed over (待收批注); null for none. */
export interface WaitingNotes {
  readonly file: string
  readonly found: Proposals
}

export const waitingNotes = createStore<{ readonly waiting: WaitingNotes | null }>(() => ({
  waiting: null,
}))

/** A file of comments that asks for a password, and whether one was tried in vain; null for none. */
export const lockedNotes = createStore<{
  readonly locked: { readonly path: string; readonly wrong: boolean } | null
}>(() => ({ locked: null }))

/** A file of comments, and the password that may open it. */
interface NotesFile {
  readonly path: string
  readonly password: string
}

/** Asks for a file of comments, and shows what marks they are taken for. Nothing is applied by itself. */
export async function importNotes({ door }: Means): Promise<void> {
  const [path] = await chooseFiles(door, {
    title: i18next.t("menu.importNotes"),
    ...{ save: false, folder: false, many: false, endings: NOTES, name: "" },
  })
  if (path !== undefined) await readFrom({ path, password: "" }, door)
}

/** Reads a file with the password that was given for it. */
export async function unlockNotes(password: string, { door }: Means): Promise<void> {
  const { locked } = lockedNotes.getState()
  lockedNotes.setState({ locked: null })
  if (locked) await readFrom({ path: locked.path, password }, door)
}

async function readFrom({ path, password }: NotesFile, door: Means["door"]): Promise<void> {
  const { path: open } = desk.getState()
  if (open === null) return
  const file = valueOf(await door.call("readNotes", open, path, password))
  const { issue, pages, marks, path: still } = desk.getState()
  if (!file || !issue || still !== open) return
  if (file.locked) {
    lockedNotes.setState({ locked: { path, wrong: password !== "" } })
    return openDialog("notesPassword")
  }
  const grounded = groundedNotes(file, () => assumedRecord(issue, pages, file.sheets))
  const by = { pass: proof.getState().pass, role: i18next.t("notes.role"), at: Date.now() }
  const found = proposalsOf({ ...grounded, issue, marks, by })
  const name = path.split(/[\\/]/).at(-1)!
  if (found.marks.length + found.answers.length === 0) return tell(nothingNew(name, found), false)
  waitingNotes.setState({ waiting: { file: name, found } })
  openDialog("importNotes")
}

function nothingNew(name: string, { known }: Proposals) {
  return {
    zh: `${name} 里没有新的批注（已有 ${known} 条）。`,
    en: `${name} has no new comments (${known} are here already).`,
  }
}

/** Takes the chosen comments in, as one step: marks by their ids, answers by their places in the list. */
export function takeWaiting(marks: ReadonlySet<string>, answers: ReadonlySet<number>): void {
  const { waiting } = waitingNotes.getState()
  waitingNotes.setState({ waiting: null })
  if (!waiting) return
  const { found } = waiting
  const chosen = found.marks.filter(({ mark }) => marks.has(mark.id))
  const replies = found.answers.filter((_, i) => answers.has(i))
  if (chosen.length + replies.length === 0) return
  perform(takeNotes(chosen, replies))
  const [zh, en] = [`${chosen.length} 条批注`, `${chosen.length} comments`]
  const more =
    replies.length === 0 ? ["", ""] : [`、${replies.length} 条答复`, `, ${replies.length} answers`]
  tell({ zh: `已收入 ${zh}${more[0]}。`, en: `Took in ${en}${more[1]}.` }, false)
}
