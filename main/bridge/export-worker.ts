import { parentPort, workerData } from "node:worker_threads"
import { composePage } from "../../layouts/compose.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { joinLists } from "../../layouts/display/join-lists.ts"
import { mm, mmToPt } from "../../layouts/units.ts"
import type { Plate } from "../conditions/plate.ts"
import { SHIPPED_CONDITIONS } from "../conditions/shelf.ts"
import type { PdfOptions, PictureBytes } from "../export/pdf/order.ts"
import { writePdf } from "../export/pdf/write.ts"
import { writePng } from "../export/png/write.ts"
import { slugWords } from "../export/slug-words.ts"
import { sheetsOf } from "../export/spreads.ts"
import { openLibrary, type Library } from "../fonts/library.ts"
import { damagedPictures } from "../pictures/damaged.ts"
import { sourceOf, type OpenedPicture } from "../pictures/open.ts"
import { platesFor } from "../pictures/plates.ts"
import { openPictures, printPictures, USUAL_QUALITY } from "../pictures/print.ts"
import { largestSizes } from "../pictures/sizes.ts"
import { pressesOf } from "../press.ts"
import { done, fault, type Result } from "../result.ts"
import type { DocumentName, ExportOrder } from "./contract.ts"
import { issueOf } from "./documents.ts"

/** Face of the slug line. */
const SLUG_FACE = "hei-400"

/** What an export needs, all of it plain enough to be sent to a thread. */
export interface PressSheet {
  readonly documents: Readonly<Record<DocumentName, readonly Uint8Array[]>>
  /** Picture id → file. */
  readonly files: ReadonlyMap<string, string>
  readonly order: ExportOrder
  readonly plate: Plate
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
  readonly library: Library
  /** The pictures of those pages: pages are composed with their sizes. */
  readonly opened: ReadonlyMap<string, OpenedPicture>
  say(word: PressWord): void
}

/** Composes the ordered pages and makes their files. */
async function print(sheet: PressSheet, say: Run["say"]): Promise<void> {
  const issue = issueOf(sheet.documents)
  const { pages, kind } = sheet.order
  const ids = pages.length > 0 ? [...new Set(pages)] : issue.pages.map(({ id }) => id)
  const missing = ids.find((id) => !issue.pages.some((page) => page.id === id))
  if (missing !== undefined || ids.length === 0) return say({ files: noPage(missing) })
  const { pictures: opened } = await openPictures(filesOf(shownOn(issue, ids), sheet.files))
  const run: Run = { sheet, issue, ids, library: openLibrary([]), opened, say }
  say({ files: kind === "pdf" ? await printPdf(run) : await printPngs(run) })
}

function noPage(id: string | undefined): Result<never> {
  return id === undefined
    ? fault("这一期还没有版面，没有可输出的。", "The issue has no page yet, so nothing to export.")
    : fault(`没有版面 ${id}。`, `There is no page ${id}.`)
}

async function printPdf(run: Run): Promise<Result<readonly Pressed[]>> {
  const { ids, library, opened, sheet, say } = run
  const { order, plate } = sheet
  const lists = ids.map((id, i) => {
    const list = listOf(run, id)
    say({ done: i + 1, pages: ids.length })
    return list
  })
  const { most } = (plate.condition ?? SHIPPED_CONDITIONS[0]!).resolution
  const { pictures, faults } = await printPictures(opened, {
    plates:
      order.pictures === "colour"
        ? platesFor(plate.condition ?? SHIPPED_CONDITIONS[0]!)
        : { kind: "black" },
    sizes: largestSizes(lists),
    most,
    quality: order.quality ?? USUAL_QUALITY,
  })
  // A printer's file without a picture that the page shows would be printed without it.
  const [lost] = plate.standard === "proof" ? [] : damagedPictures(lists, faults)
  if (lost) return fault(`${lost.where.page}：${lost.say.zh}`, `${lost.where.page}: ${lost.say.en}`)
  const sheets = order.spreads === true ? joined(lists) : lists
  const { pdf: press } = pressesOf(library, pictures, opened)
  const pdf = writePdf(sheets, press, optionsOf(run, sheets))
  return pdf.ok ? done([{ page: ids[0]!, bytes: pdf.value }]) : pdf
}

/** The lists of pages that face each other, made one. */
function joined(lists: readonly DisplayList[]): readonly DisplayList[] {
  const byPage = new Map(lists.map((list) => [list.page, list]))
  return sheetsOf([...byPage.keys()]).map(([first, second]) => {
    const left = byPage.get(first!)!
    return second === undefined ? left : joinLists(left, byPage.get(second)!)
  })
}

/** How the file of these sheets is to be made. */
function optionsOf({ issue, sheet }: Run, lists: readonly DisplayList[]): PdfOptions {
  const { order, plate } = sheet
  const { paper, date } = issue
  const day = [date.year, date.month, date.day].map((n) => String(n).padStart(2, "0")).join("-")
  const at = order.at ?? `${day}T00:00:00+08:00`
  const condition = plate.condition?.name.zh ?? ""
  const words = lists.map(({ page }) =>
    slugWords({ paper, day, page, at, condition, state: "", proof: "", ...order.slug }),
  )
  return {
    title: `${paper} ${day}`,
    creator: "Banxin",
    producer: "Banxin",
    at,
    marks: order.marks,
    standard: plate.standard,
    intent: plate.intent,
    ...(order.slug ? { slug: { face: SLUG_FACE, words } } : {}),
  }
}

async function printPngs(run: Run): Promise<Result<readonly Pressed[]>> {
  const { ids, library, opened, sheet, say } = run
  const { dpi, marks, pictures: look } = sheet.order
  const order = { plates: { kind: "black" }, sizes: new Map(), most: null } as const
  const printed =
    look === "colour"
      ? new Map<string, PictureBytes>()
      : (await printPictures(opened, { ...order, quality: USUAL_QUALITY })).pictures
  const { pdf } = pressesOf(library, printed, opened)
  const press = {
    face: pdf.face,
    picture: (id: string) =>
      look === "colour" ? inColour(opened.get(id)) : (pdf.picture(id)?.bytes ?? null),
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

function inColour(opened: OpenedPicture | undefined): string | Uint8Array | null {
  return opened ? sourceOf(opened) : null
}

function listOf({ issue, library, opened, sheet }: Run, id: string): DisplayList {
  const { breaks, bleed } = sheet.order
  const { compose } = pressesOf(library, new Map(), opened)
  const { list } = composePage(issue, id, compose, breaks ?? "free")
  return bleed === undefined ? list : { ...list, bleed: mmToPt(mm(bleed)) }
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

/** Where the pictures of some articles lie: with the issue, else where their ids say. */
function filesOf(
  articles: readonly Article[],
  files: PressSheet["files"],
): ReadonlyMap<string, string> {
  const ids = articles.flatMap(({ pictures }) => pictures.map(({ id }) => id))
  return new Map(ids.map((id) => [id, files.get(id) ?? id]))
}

await print(workerData as PressSheet, (word) => parentPort!.postMessage(word))
