import { madeFaces } from "../../fonts/made/made-face.ts"
import { composePage } from "../../layouts/compose.ts"
import { takeNotes } from "../../layouts/edits/take-notes.ts"
import { assumedRecord, groundedNotes } from "../../layouts/notes/assumed-record.ts"
import { proposalsOf } from "../../layouts/notes/propose.ts"
import type { Proposal, Proposals } from "../../layouts/notes/proposal.ts"
import { SIGNS } from "../../layouts/proof/signs.ts"
import { condensed, documentOf, markedIssueOf } from "../bridge/documents.ts"
import type { IssueStore } from "../files/issue-store.ts"
import { openIssueFolder } from "../files/open-issue.ts"
import { libraryWith, openLibrary } from "../fonts/library.ts"
import { openNotes } from "../import/annotations/open-notes.ts"
import { proofFiles } from "../import/annotations/proof-files.ts"
import type { OpenedNotes } from "../../layouts/notes/foreign.ts"
import { pressesOf } from "../press.ts"
import { withReplies } from "../../layouts/notes/replies.ts"
import { fdfOf } from "../../layouts/notes/write-fdf.ts"
import { xfdfOf } from "../../layouts/notes/write-xfdf.ts"
import type { Result } from "../result.ts"
import { BadUsage, bothTongues, progress, readOptions, writeWhole, type Exit } from "./answer.ts"

const LOCKED =
  "文件有打开密码，请用 --password 给出。The file asks for a password; give it with --password."

/** `banxin marks`: the comments of a PDF, FDF or XFDF as proof marks of an issue. */
export async function marksCommand(args: readonly string[]): Promise<Exit> {
  const { values, switches, files } = readOptions(
    args,
    ["issue", "proof", "pass", "answers", "password"],
    ["take", "json"],
  )
  const [path, ...more] = files
  const { issue: folder, proof, pass } = values
  if (path === undefined || more.length > 0 || folder === undefined)
    throw new BadUsage(
      "须给出一个批注文件和 --issue 期文件夹。Give one file of comments and --issue; see banxin marks --help.",
    )
  const opened = openIssueFolder(folder, condensed)
  if (!opened.ok) throw new BadUsage(bothTongues(opened.say))
  const store = opened.value
  try {
    for (const notice of store.notices) progress(bothTongues(notice))
    const proofs = proofFiles(store)
    const among = proof === undefined ? proofs : [proof, ...proofs]
    const notes = openNotes(path, among, values["password"])
    if (!notes.ok) throw new BadUsage(`${path}：${bothTongues(notes.say)}`)
    if (notes.value.locked) throw new BadUsage(`${path}：${LOCKED}`)
    const found = proposed(store, notes.value, passOf(pass))
    if (switches.has("take")) await taken(store, found)
    if (values["answers"] !== undefined) answerTo(values["answers"], store, notes.value)
    process.stdout.write(
      switches.has("json") ? `${JSON.stringify(found, null, 1)}\n` : summary(found),
    )
    return found.marks.some(({ unsure }) => unsure !== null) ? 1 : 0
  } finally {
    await store.close()
  }
}

/** Writes a file's comments with the issue's answers to them, as XFDF or as FDF by the name's ending. */
function answerTo(path: string, store: IssueStore, { id, notes }: OpenedNotes): void {
  const { marks } = markedIssueOf(store.documents())
  const answered = { id, notes: withReplies({ id, notes }, marks) }
  if (/\.fdf$/i.test(path)) writeWhole(path, fdfOf(answered))
  else if (/\.xfdf$/i.test(path)) writeWhole(path, xfdfOf(answered))
  else throw new BadUsage("--answers 须为 .xfdf 或 .fdf。--answers must end in .xfdf or .fdf.")
}

function passOf(value: string | undefined): number {
  const pass = Number(value ?? 1)
  if (Number.isInteger(pass) && pass >= 1 && pass <= 9) return pass
  throw new BadUsage("--pass 须为 1 至 9。--pass must be from 1 to 9.")
}

function proposed(store: IssueStore, file: OpenedNotes, pass: number): Proposals {
  const { issue, marks } = markedIssueOf(store.documents())
  const by = { pass, role: "批注", at: Date.now() }
  const grounded = groundedNotes(file, () => recordNow(issue, file))
  return proposalsOf({ ...grounded, issue, marks, by })
}

function recordNow(issue: Parameters<typeof composePage>[0], { sheets }: OpenedNotes) {
  const { compose } = pressesOf(libraryWith(openLibrary([]), madeFaces(issue.glyphs)), new Map())
  const pages = issue.pages.map(({ id }) => composePage(issue, id, compose, "free"))
  return assumedRecord(issue, pages, sheets)
}

/** Takes what is sure into the issue's marks. A disk that refuses is said: nothing was taken then. */
async function taken(store: IssueStore, { marks, answers }: Proposals): Promise<void> {
  const document = documentOf(store.documents())
  const kept: Promise<Result<number>>[] = []
  document.onUpdate((part, update) => kept.push(store.keep(part, update)))
  document.perform(
    takeNotes(
      marks.filter(({ unsure }) => unsure === null),
      answers,
    ),
  )
  for (const answer of await Promise.all(kept))
    if (!answer.ok) throw new BadUsage(bothTongues(answer.say))
}

/** The proposals as lines of text. */
function summary({ marks, answers, known, silent }: Proposals): string {
  const lines = marks.map(({ mark, unsure, quote, seen }: Proposal) => {
    const { zh } = SIGNS[mark.sign].name
    const words = "text" in mark.payload ? mark.payload.text : ""
    const say = "say" in mark.payload ? mark.payload.say : words
    const where = seen ? `${seen.page} (${Math.round(seen.box.x)}, ${Math.round(seen.box.y)})` : "—"
    const doubt = unsure ? ` 待定：${bothTongues(unsure)}` : ""
    return `${where} ${mark.author} ${zh}“${quote}”${say === "" ? "" : `→“${say}”`}${doubt}`
  })
  const more = answers.map(({ mark, answer }) => `${mark} ${answer.author} 答复：${answer.say}`)
  const unsure = marks.filter((one) => one.unsure !== null).length
  const all = `${marks.length} 条批注 comments (${unsure} 待定 unsure), ${answers.length} 条答复 answers, ${known} 条已有 known, ${silent} 条无内容 empty`
  return `${[...lines, ...more, all].join("\n")}\n`
}
