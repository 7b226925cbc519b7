import { parentPort, workerData } from "node:worker_threads"
import { composePage } from "../../layouts/compose.ts"
import type { BreakMode } from "../../layouts/flow/set-paragraph.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { writePdf } from "../export/pdf/write.ts"
import type { PictureBytes } from "../export/pdf/order.ts"
import { openLibrary } from "../fonts/library.ts"
import { loadPictures } from "../pictures.ts"
import { pressesOf, type Presses } from "../press.ts"
import { fault, type Result } from "../result.ts"
import type { DocumentName } from "./contract.ts"
import { issueOf } from "./documents.ts"

/** What an export needs, all of it plain enough to be sent to a thread. */
export interface PressSheet {
  readonly documents: Readonly<Record<DocumentName, readonly Uint8Array[]>>
  /** Picture id → file. */
  readonly files: ReadonlyMap<string, string>
  /** Page ids; empty is all. */
  readonly pages: readonly string[]
  readonly marks: boolean
  readonly breaks: BreakMode
}

/** What the thread says: how far it is, then the file. */
export type PressWord =
  { readonly done: number; readonly pages: number } | { readonly pdf: Result<Uint8Array> }

/** Composes the pages one by one and makes one PDF of them. */
async function print(sheet: PressSheet, say: (word: PressWord) => void): Promise<void> {
  const issue = issueOf(sheet.documents)
  const ids = sheet.pages.length > 0 ? sheet.pages : issue.pages.map(({ id }) => id)
  const missing = ids.find((id) => !issue.pages.some((page) => page.id === id))
  if (missing !== undefined || ids.length === 0)
    return say({
      pdf: fault(`没有版面${missing ?? ""}。`, `There is no page ${missing ?? "at all"}.`),
    })
  const presses = pressesOf(openLibrary([]), await picturesOf(issue, sheet.files))
  const lists = ids.map((id, i) => {
    const { list } = composePage(issue, id, presses.compose, sheet.breaks)
    say({ done: i + 1, pages: ids.length })
    return list
  })
  say({ pdf: printLists(lists, presses, issue, sheet.marks) })
}

function printLists(
  lists: Parameters<typeof writePdf>[0],
  presses: Presses,
  { paper, date }: Issue,
  marks: boolean,
): Result<Uint8Array> {
  const day = [date.year, date.month, date.day].map((n) => String(n).padStart(2, "0")).join("-")
  return writePdf(lists, presses.pdf, {
    title: `${paper} ${day}`,
    creator: "Banxin",
    producer: "Banxin",
    at: `${day}T00:00:00+08:00`,
    marks,
    standard: "proof",
  })
}

/** The issue's pictures by id: those it keeps from their files, those only named from their paths. */
async function picturesOf(
  issue: Issue,
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, PictureBytes>> {
  const fileOf = (id: string): string => files.get(id) ?? id
  const named = issue.articles.map((article) => ({
    ...article,
    pictures: article.pictures.map((picture) => ({ ...picture, id: fileOf(picture.id) })),
  }))
  const loaded = await loadPictures(named)
  const ids = issue.articles.flatMap((article) => article.pictures.map(({ id }) => id))
  return new Map(
    ids.flatMap((id) => {
      const bytes = loaded.get(fileOf(id))
      return bytes ? [[id, bytes] as const] : []
    }),
  )
}

await print(workerData as PressSheet, (word) => parentPort!.postMessage(word))
