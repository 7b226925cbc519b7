import { existsSync } from "node:fs"
import { madeFaces } from "../../fonts/made/made-face.ts"
import type { Say } from "../../layouts/finding.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { planFiles, type PlannedFile } from "../../layouts/issue/file-plan.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { ExportOrder } from "../bridge/contract.ts"
import { markedIssueOf } from "../bridge/documents.ts"
import { libraryWith, openLibrary } from "../fonts/library.ts"
import { FullDisk, openPictures } from "../pictures/print.ts"
import { pressesOf } from "../press.ts"
import { done, fault, type Result } from "../result.ts"
import { draftFrozen } from "./frozen-draft.ts"
import { errorsOf } from "./gate.ts"
import { refusal } from "./override.ts"
import { draftPdf } from "./pdf-draft.ts"
import { draftPng } from "./png-draft.ts"
import type { Pressed, PressSheet, PressWord, Run } from "./press-sheet.ts"

/** What the pressroom talks to: words go out, and the word to go on comes in. */
export interface PressPort {
  say(word: PressWord): void
  go(): Promise<void>
}

/**
 * Plans an export's files, and when told to go on writes a draft of each. A file that cannot be made
 * is named by its page, and the others are made all the same.
 */
export async function runPress(sheet: PressSheet, { say, go }: PressPort): Promise<void> {
  const { issue, marks } = markedIssueOf(sheet.documents)
  const planned = plan(sheet, issue)
  if (!planned.ok) return say({ ended: planned })
  const files = planned.value
  const beside = sheet.frozen === undefined ? [] : [sheet.frozen]
  say({ planned: [...files.map(({ path }) => path), ...beside] })
  await go()
  const pages = files.flatMap((file) => file.pages)
  const { pictures: opened } = await openPictures(filesOf(shownOn(issue, pages), sheet.files))
  let finished = 0
  const step = (): void =>
    say({ done: Math.min((finished += 1), pages.length), pages: pages.length })
  const note = (what: Say): void => say({ done: finished, pages: pages.length, note: what })
  const library = libraryWith(openLibrary([]), madeFaces(issue.glyphs))
  const { compose: press } = pressesOf(library, new Map(), opened)
  const given = { sheet, issue, marks, files, library, press, opened }
  const run: Run = { ...given, override: null, step, note }
  const errors = errorsOf(run)
  const override = errors.length === 0 ? null : (sheet.order.override ?? null)
  if (errors.length > 0 && override === null) return say({ ended: refusal(errors) })
  say({ ended: done({ ...(await pressed({ ...run, override })), errors }) })
}

async function pressed(run: Run): Promise<Omit<Pressed, "errors">> {
  const draft = run.sheet.order.kind === "pdf" ? draftPdf : draftPng
  const made: string[] = []
  const faults: Say[] = []
  for (const file of run.files) {
    const answer = await drafted(() => draft(run, file), file)
    if (answer.ok) made.push(file.path)
    else faults.push(answer.say)
  }
  const { frozen } = run.sheet
  if (frozen !== undefined && faults.length === 0) {
    draftFrozen(run, frozen)
    made.push(frozen)
  }
  return { made, faults }
}

/** What became of a file; what the disk refuses is a fault, what is a bug of ours is thrown. */
async function drafted(
  draft: () => Promise<Result<null>>,
  { path, pages }: PlannedFile,
): Promise<Result<null>> {
  try {
    return await draft()
  } catch (cause) {
    const { code, message } = cause as { readonly code?: unknown; readonly message: string }
    if (typeof code !== "string" && !(cause instanceof FullDisk)) throw cause
    return notWritten(path, pages, message)
  }
}

/** The sentence for a file that the disk does not take. */
export function notWritten(path: string, pages: readonly string[], why: string): Result<never> {
  const names = pages.length > 4 ? `${pages[0]}–${pages.at(-1)}` : pages.join(", ")
  return fault(
    `${names} 版没有输出：写不了 ${path}（${why}）。`,
    `Page ${names} was not exported: ${path} cannot be written (${why}).`,
  )
}

/** The files of an order; a fault for a page that is none, and for a file that must not be replaced. */
function plan(
  { order, files: pictures }: PressSheet,
  issue: Issue,
): Result<readonly PlannedFile[]> {
  if (order.as === "galleys" && order.kind === "png")
    return fault("小样只输出 PDF。", "Galleys are PDFs only.")
  if (order.articles) return galleyPlan(order, issue)
  const known = issue.pages.map(({ id }) => id)
  const ids = order.pages.length > 0 ? [...new Set(order.pages)] : known
  const missing = ids.find((id) => !known.includes(id))
  if (missing !== undefined) return fault(`没有版面 ${missing}。`, `There is no page ${missing}.`)
  if (ids.length === 0)
    return fault(
      "这一期还没有版面，没有可输出的。",
      "The issue has no page yet, so nothing to export.",
    )
  const { out, kind, each, spreads, slug } = order
  const planned = planFiles(issue, {
    ...{ out, kind, pages: ids },
    each: kind === "png" || each === true,
    spreads: kind === "pdf" && spreads === true,
    ...{ state: "", proof: "", ...slug },
  })
  if (!planned.ok) return planned
  const paths = planned.files.map(({ path }) => path)
  const read = new Set(
    issue.articles.flatMap((a) => a.pictures.map(({ id }) => pictures.get(id) ?? id)),
  )
  const source = paths.find((path) => read.has(path))
  if (source !== undefined)
    return fault(
      `${source} 是版面用的图片，不能覆盖。`,
      `${source} is a picture of the pages and cannot be replaced.`,
    )
  return unspoilt(planned.files, order.replace)
}

/** The one file of galleys of articles that are named. */
function galleyPlan(
  { articles = [], out, kind, slug, replace }: ExportOrder,
  issue: Issue,
): Result<readonly PlannedFile[]> {
  const missing = articles.find((wanted) => !issue.articles.some(({ id }) => id === wanted))
  if (missing !== undefined)
    return fault(`没有稿件 ${missing}。`, `There is no article ${missing}.`)
  const words = { state: "", proof: "", ...slug }
  const planned = planFiles(issue, { out, kind, pages: [], each: false, spreads: false, ...words })
  return planned.ok ? unspoilt(planned.files, replace) : planned
}

/** The files, unless one must not be replaced. */
function unspoilt(
  files: readonly PlannedFile[],
  replace: boolean | undefined,
): Result<readonly PlannedFile[]> {
  const old = replace === false ? files.find(({ path }) => existsSync(path)) : undefined
  return old
    ? fault(
        `已有文件 ${old.path}，没有输出。`,
        `There is a file ${old.path} already; nothing was exported.`,
      )
    : done(files)
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
