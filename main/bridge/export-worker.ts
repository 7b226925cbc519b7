import { parentPort, workerData } from "node:worker_threads"
import { composePage } from "../../layouts/compose.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { writePdf } from "../export/pdf/write.ts"
import type { PictureBytes } from "../export/pdf/order.ts"
import { writePng } from "../export/png/write.ts"
import { openLibrary } from "../fonts/library.ts"
import { loadPictures } from "../pictures/print.ts"
import { pressesOf, type Presses } from "../press.ts"
import { done, fault, type Result } from "../result.ts"
import type { DocumentName, ExportOrder } from "./contract.ts"
import { issueOf } from "./documents.ts"

/** What an export needs, all of it plain enough to be sent to a thread. */
export interface PressSheet {
  readonly documents: Readonly<Record<DocumentName, readonly Uint8Array[]>>
  /** Picture id → file. */
  readonly files: ReadonlyMap<string, string>
  readonly order: ExportOrder
}

/** A finished file: the pages' one PDF, or the PNG of a page. */
export interface Pressed {
  readonly page: string
  readonly bytes: Uint8Array
}

/** What the thread says: how far it is, then the files. */
export type PressWord =
  { readonly done: number; readonly pages: number } | { readonly files: Result<readonly Pressed[]> }

/** One export while it runs. */
interface Run {
  readonly sheet: PressSheet
  readonly issue: Issue
  /** Ids of the pages that were ordered, in order. */
  readonly ids: readonly string[]
  readonly presses: Presses
  say(word: PressWord): void
}

/** Composes the ordered pages and makes their files. */
async function print(sheet: PressSheet, say: Run["say"]): Promise<void> {
  const issue = issueOf(sheet.documents)
  const { pages, kind } = sheet.order
  const ids = pages.length > 0 ? [...new Set(pages)] : issue.pages.map(({ id }) => id)
  const missing = ids.find((id) => !issue.pages.some((page) => page.id === id))
  if (missing !== undefined || ids.length === 0) return say({ files: noPage(missing) })
  const presses = pressesOf(openLibrary([]), await picturesOf(shownOn(issue, ids), sheet.files))
  const run: Run = { sheet, issue, ids, presses, say }
  say({ files: kind === "pdf" ? printPdf(run) : await printPngs(run) })
}

function noPage(id: string | undefined): Result<never> {
  return id === undefined
    ? fault("这一期还没有版面，没有可输出的。", "The issue has no page yet, so nothing to export.")
    : fault(`没有版面 ${id}。`, `There is no page ${id}.`)
}

function printPdf(run: Run): Result<readonly Pressed[]> {
  const { ids, issue, presses, sheet, say } = run
  const lists = ids.map((id, i) => {
    const list = listOf(run, id)
    say({ done: i + 1, pages: ids.length })
    return list
  })
  const { paper, date } = issue
  const day = [date.year, date.month, date.day].map((n) => String(n).padStart(2, "0")).join("-")
  const pdf = writePdf(lists, presses.pdf, {
    title: `${paper} ${day}`,
    creator: "Banxin",
    producer: "Banxin",
    at: `${day}T00:00:00+08:00`,
    marks: sheet.order.marks,
    standard: "proof",
    intent: null,
  })
  return pdf.ok ? done([{ page: ids[0]!, bytes: pdf.value }]) : pdf
}

async function printPngs(run: Run): Promise<Result<readonly Pressed[]>> {
  const { ids, presses, sheet, say } = run
  const { dpi, marks, pictures } = sheet.order
  const press = {
    face: presses.pdf.face,
    picture: (id: string) =>
      pictures === "colour" ? fileOf(sheet, id) : (presses.pdf.picture(id)?.bytes ?? null),
  }
  const files: Pressed[] = []
  for (const page of ids) {
    const png = await writePng(listOf(run, page), press, { dpi, marks })
    if (!png.ok) return png
    files.push({ page, bytes: png.value })
    say({ done: files.length, pages: ids.length })
  }
  return done(files)
}

function listOf({ issue, presses, sheet }: Run, id: string): DisplayList {
  return composePage(issue, id, presses.compose, sheet.order.breaks ?? "free").list
}

/** The articles that have a frame on one of the pages. */
function shownOn({ articles, pages }: Issue, ids: readonly string[]): readonly Article[] {
  const shown = new Set(
    pages.flatMap(({ id, frames }) =>
      ids.includes(id) ? frames.map(({ article }) => article) : [],
    ),
  )
  return articles.filter(({ id }) => shown.has(id))
}

/** Where a picture lies: with the issue, else where its id says. */
function fileOf({ files }: Pick<PressSheet, "files">, id: string): string {
  return files.get(id) ?? id
}

/** Pictures of articles by id: those that the issue keeps from their files, those only named from their paths. */
async function picturesOf(
  articles: readonly Article[],
  files: PressSheet["files"],
): Promise<ReadonlyMap<string, PictureBytes>> {
  const named = articles.map((article) => ({
    ...article,
    pictures: article.pictures.map((picture) => ({
      ...picture,
      id: fileOf({ files }, picture.id),
    })),
  }))
  const loaded = await loadPictures(named)
  const ids = articles.flatMap((article) => article.pictures.map(({ id }) => id))
  return new Map(
    ids.flatMap((id) => {
      const bytes = loaded.get(fileOf({ files }, id))
      return bytes ? [[id, bytes] as const] : []
    }),
  )
}

await print(workerData as PressSheet, (word) => parentPort!.postMessage(word))
