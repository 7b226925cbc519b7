import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { composePage } from "../../layouts/compose.ts"
import { addMark } from "../../layouts/edits/add-mark.ts"
import { applyMark } from "../../layouts/edits/apply-mark.ts"
import { takeNotes } from "../../layouts/edits/take-notes.ts"
import { newDocument, type OpenDocument } from "../../layouts/issue/document.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { isWaiting, type NewMark } from "../../layouts/issue/mark.ts"
import { makeUp } from "../../layouts/make-up.ts"
import { proposalsOf } from "../../layouts/notes/propose.ts"
import type { Press } from "../../layouts/press.ts"
import { openLibrary } from "../../main/fonts/library.ts"
import { openNotes } from "../../main/import/annotations/open-notes.ts"
import { importFiles } from "../../main/import/open.ts"
import { loadPictures } from "../../main/pictures/print.ts"
import { pressesOf } from "../../main/press.ts"
import { paint, type Surface } from "../../renderer/canvas/paint.ts"
import { inTextOrder } from "../../renderer/state/in-text-order.ts"
import { proofList } from "../../renderer/state/proof-list.ts"
import { filtered } from "../../renderer/state/proof.ts"
import { plainMark } from "../build/mark.ts"
import { notedProof } from "../build/noted-proof.ts"
import { median, medianMs } from "./clock.ts"
import { reworded } from "./multiplied.ts"

const PAGES = 16
export const MARKS = 3000

/** Marks of the proof that is imported: a thousand stand on its pages, a few in words that are overset. */
const NOTES = 1010

/** Marks that are carried out, one after another. */
const APPLIED = 21

/** What is measured of an issue full of proof marks, ms: the usual, and the slowest. */
export interface ProofFigures {
  readonly marks: number
  readonly onPage: number
  /** A page with its marks drawn anew and painted, as when it is first seen; without marks. */
  readonly page: Times
  readonly bare: Times
  /** The list of all marks, filtered and in the order of the text. */
  readonly list: Times
  /** One mark carried out: the text changed, all marks read, the page composed, its marks drawn. */
  readonly apply: Times
  /** A proof's PDF with 1,000 annotations opened, their words found, all taken in as marks. */
  readonly notes: Times
  readonly notesFound: number
}

export interface Times {
  readonly usual: number
  readonly slowest: number
}

/** Measures an issue of 16 pages with 3,000 marks. */
export async function proofFigures(source: string): Promise<ProofFigures> {
  const imported = await importFiles([source], { tray: tmpdir() })
  if (!imported.ok) throw new Error(imported.say.en)
  const { articles } = imported.value
  const { compose } = pressesOf(openLibrary([]), await loadPictures(articles))
  const date = { year: 2026, month: 11, day: 23 }
  const order = { template: null, measure: null, breaks: "free", paper: "版心日报", date } as const
  const set = makeUp(articles, order, compose)
  if (!set.ok) throw new Error(set.say.en)
  const issue = reworded(set.value.issue, PAGES)
  const document = newDocument(issue)
  mark(document, MARKS)
  const pages = document.issue().pages.map(({ id }) => id)
  const shown = pages.map((id) => composePage(document.issue(), id, compose, "free"))
  const marks = document.marks()
  return {
    marks: marks.length,
    onPage: Math.round(marks.length / PAGES),
    page: timesOf(shown.length, (i) => {
      const list = proofList(shown[i]!, { waiting: marks, changes: [] }, compose)
      painted(list)
    }),
    bare: timesOf(shown.length, (i) => painted(shown[i]!.list)),
    list: timesOf(APPLIED, () => {
      const filter = { state: "waiting", pass: null, author: null, sign: null } as const
      inTextOrder(filtered(marks, filter), document.issue())
    }),
    apply: applying(document, compose),
    ...(await importing(issue)),
  }
}

/** Lays marks of several signs all over the issue's stories. */
export function mark(document: OpenDocument, count: number): void {
  const places = placesIn(document.issue())
  const signs: readonly Pick<NewMark, "sign" | "payload">[] = [
    { sign: "correct", payload: { text: "新茶" } },
    { sign: "delete", payload: {} },
    { sign: "insert", payload: { text: "清早" } },
    { sign: "transpose", payload: { first: 1, last: 1 } },
    { sign: "note", payload: { say: "核对日期" } },
  ]
  for (let i = 0; i < count; i += 1) {
    const { article, paragraph, offset } = places[Math.floor((i * places.length) / count)]!
    const sign = signs[i % signs.length]!
    const to = { paragraph, offset: sign.sign === "insert" ? offset : offset + 2 }
    const made = plainMark(`m${i}`, { paragraph, offset }, to, sign)
    document.perform(addMark({ ...made, article, pass: 1 + (i % 3) }))
  }
}

function placesIn({ articles }: Issue) {
  return articles.flatMap(({ id, story }) =>
    story.flatMap(({ text }, paragraph) =>
      Array.from({ length: Math.max(0, Math.floor((text.length - 2) / 4)) }, (_, i) => {
        return { article: id, paragraph, offset: 4 * i }
      }),
    ),
  )
}

function applying(document: OpenDocument, press: Press): Times {
  const corrections = document.marks().filter(({ sign }) => sign === "correct")
  const step = Math.floor(corrections.length / APPLIED)
  return timesOf(APPLIED, (round) => {
    const { id, article } = corrections[round * step]!
    document.perform(applyMark(id, { author: "林青", role: "编辑", at: round }))
    const issue = document.issue()
    const waiting = document.marks().filter(isWaiting)
    for (const page of issue.pages) {
      const composed = composePage(issue, page.id, press, "free")
      const own = page.frames.some((frame) => frame.article === article)
      if (own) proofList(composed, { waiting, changes: [] }, press)
    }
  })
}

/** Imports a proof with comments into an issue that has none, three times over. */
async function importing(issue: Issue): Promise<Pick<ProofFigures, "notes" | "notesFound">> {
  const folder = mkdtempSync(join(tmpdir(), "banxin-bench-"))
  try {
    const noted = newDocument(issue)
    mark(noted, NOTES)
    const { path } = await notedProof(folder, noted)
    let notesFound = 0
    const notes = timesOf(3, () => {
      const document = newDocument(issue)
      const file = openNotes(path, [])
      if (!file.ok || !file.value.record) throw new Error("the proof's comments cannot be read")
      const by = { pass: 1, role: "批注", at: 1 }
      const own = { issue: document.issue(), marks: document.marks(), by }
      const { record } = file.value
      const found = proposalsOf({ file: file.value, record, assumed: false, ...own })
      document.perform(takeNotes(found.marks, found.answers))
      notesFound = document.marks().length
    })
    return { notes, notesFound }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function timesOf(times: number, step: (round: number) => void): Times {
  const spent = Array.from({ length: times }, (_, round) => medianMs(1, () => step(round)))
  return { usual: median(spent), slowest: Math.max(...spent) }
}

/** Paints a list for its own work alone: what the painter asks of a canvas costs nothing here. */
function painted(list: Parameters<typeof paint>[1]): void {
  const { width, height } = list.trim
  const surface = new Proxy({}, { get: () => () => undefined, set: () => true }) as Surface
  const view = { scale: 1, x: 0, y: 0 }
  const outline = { path: null as unknown as Path2D, perEm: 1000 }
  const box = { outline: () => outline, picture: () => null }
  paint(surface, list, { view, area: { left: 0, top: 0, right: width, bottom: height } }, box)
}
