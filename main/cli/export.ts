import { join, resolve } from "node:path"
import { pagesInRange } from "../../layouts/issue/page-range.ts"
import type { ExportOrder } from "../bridge/contract.ts"
import { condensed, issueOf } from "../bridge/documents.ts"
import { exporter } from "../bridge/export.ts"
import { SHIPPED_CONDITIONS } from "../conditions/shelf.ts"
import { appFolder } from "../files/app-folder.ts"
import type { IssueStore } from "../files/issue-store.ts"
import { openIssueFolder } from "../files/open-issue.ts"
import type { Refusal } from "../pressroom/override.ts"
import type { Result } from "../result.ts"
import { BadUsage, bothTongues, progress, readOptions, type Exit, type Options } from "./answer.ts"
import { bleedOf, dpiOf, signedOf, standardOf, timeOf } from "./press-options.ts"

const VALUED = [
  ...["pages", "out", "name", "dpi", "standard", "condition", "pictures", "quality", "breaks"],
  ...["bleed", "state", "proof", "at", "override", "reason"],
]
const SWITCHED = ["each", "spreads", "png", "no-marks", "marks", "replace", "json"]

/** `banxin export`: an issue folder's pages as PDFs or PNGs. */
export function exportCommand(args: readonly string[]): Promise<Exit> {
  return exportAs("pages", readOptions(args, VALUED, SWITCHED))
}

/** `banxin proof`: page proofs (大样) of an issue folder, or galleys (小样) of its articles. */
export function proofCommand(args: readonly string[]): Promise<Exit> {
  const options = readOptions(args, [...VALUED, "articles"], [...SWITCHED, "galley", "changes"])
  const { switches, values } = options
  if (values["articles"] !== undefined && !switches.has("galley"))
    throw new BadUsage("--articles 只用于小样。--articles goes with --galley only.")
  if (switches.has("changes") && !switches.has("galley"))
    throw new BadUsage("--changes 只用于小样。--changes goes with --galley only.")
  return exportAs(switches.has("galley") ? "galleys" : "proofs", options)
}

async function exportAs(as: NonNullable<ExportOrder["as"]>, options: Options): Promise<Exit> {
  const [folder, more] = options.files
  if (folder === undefined || more !== undefined)
    throw new BadUsage("须给出一个期文件夹。Name one issue folder; see banxin export --help.")
  const opened = openIssueFolder(folder, condensed)
  if (!opened.ok) throw new BadUsage(bothTongues(opened.say))
  const store = opened.value
  try {
    for (const notice of store.notices) progress(bothTongues(notice))
    const answer = await exported(orderOf(as, options, store), store)
    if (!answer.ok) return refused(answer, options)
    const files = answer.value
    process.stdout.write(
      options.switches.has("json")
        ? `${JSON.stringify({ files })}\n`
        : files.map((file) => `${file}\n`).join(""),
    )
    return 0
  } finally {
    await store.close()
  }
}

/** Says why nothing was exported: the pages' errors, or what the world would not have. */
function refused(answer: Refusal | (Result<never> & { ok: false }), { switches }: Options): Exit {
  if (!("errors" in answer)) throw new BadUsage(bothTongues(answer.say))
  progress(bothTongues(answer.say))
  if (switches.has("json"))
    process.stdout.write(`${JSON.stringify({ files: [], findings: answer.errors })}\n`)
  else for (const { say } of answer.errors) progress(`  ${bothTongues(say)}`)
  return 1
}

/** Carries the order out; Ctrl-C cancels it. */
async function exported(
  order: ExportOrder,
  store: IssueStore,
): Promise<Result<readonly string[]> | Refusal> {
  const exports = exporter(appFolder(), ({ done, pages }) =>
    progress(`输出 exporting ${done}/${pages}`),
  )
  const cancel = (): void => exports.cancel(order.issue)
  process.on("SIGINT", cancel).on("SIGTERM", cancel)
  try {
    return await exports.run(order, store)
  } finally {
    process.off("SIGINT", cancel).off("SIGTERM", cancel)
  }
}

/** What a file is called whose name nobody gave. */
const ENDINGS = { pages: "", proofs: "-大样", galleys: "-小样" } as const

function orderOf(
  as: NonNullable<ExportOrder["as"]>,
  { values, switches }: Options,
  store: IssueStore,
): ExportOrder {
  const standard = standardOf(values["standard"])
  const condition = values["condition"] ?? (standard === "proof" ? null : SHIPPED_CONDITIONS[0]!.id)
  const bleed = bleedOf(values["bleed"])
  if (switches.has("marks") && as !== "proofs" && (as === "galleys" || standard !== "proof"))
    throw new BadUsage(
      "--marks 只用于大样和普通 PDF。--marks is for page proofs and plain PDFs only.",
    )
  const override = signedOf({ values })
  const at = timeOf(values["at"])
  const each = switches.has("each") || switches.has("png")
  const usual = each ? "{paper}-{date}-{page}" : "{paper}-{date}"
  const name = values["name"] ?? `${usual}${ENDINGS[as]}`
  if (/[\\/]/.test(name))
    throw new BadUsage("--name 只是文件名，文件夹用 --out。--name is a name; --out is the folder.")
  return {
    ...{ issue: store.path, as },
    ...articlesOf(values["articles"]),
    pages: pagesOf(values["pages"], store),
    kind: switches.has("png") ? "png" : "pdf",
    dpi: dpiOf(values["dpi"]),
    marks: !switches.has("no-marks"),
    pictures: picturesOf(values["pictures"], standard === "proof"),
    standard,
    ...(condition === null ? {} : { condition }),
    ...(bleed === null ? {} : { bleed }),
    ...(at === null ? {} : { at }),
    ...(override === null ? {} : { override }),
    ...qualityOf(values["quality"]),
    slug: { state: values["state"] ?? "", proof: values["proof"] ?? "" },
    ...(switches.has("marks") ? { notes: true } : {}),
    ...(switches.has("changes") ? { changes: true } : {}),
    spreads: switches.has("spreads"),
    breaks: choiceOf("breaks", values["breaks"] ?? "free", ["original", "free"]),
    each,
    replace: switches.has("replace"),
    out: join(resolve(values["out"] ?? "."), name),
  }
}

/** The pages of a range by the issue's own order and numbers. */
function pagesOf(range: string | undefined, store: IssueStore): readonly string[] {
  if (range === undefined) return []
  const pages = pagesInRange(
    range,
    issueOf(store.documents()).pages.map(({ id }) => id),
  )
  if (pages.ok) return pages.pages
  throw new BadUsage(`没有版面“${pages.word}”。There is no page “${pages.word}”.`)
}

function articlesOf(value: string | undefined): { readonly articles?: readonly string[] } {
  const articles = (value ?? "").split(/[,，]/).filter((id) => id !== "")
  return articles.length === 0 ? {} : { articles }
}

function picturesOf(value: string | undefined, proof: boolean): "colour" | "print" {
  const chosen = choiceOf("pictures", value ?? (proof ? "black" : "colour"), ["colour", "black"])
  return chosen === "black" ? "print" : "colour"
}

function qualityOf(value: string | undefined): { readonly quality?: number } {
  if (value === undefined) return {}
  const quality = Number(value)
  if (!Number.isInteger(quality) || quality < 1 || quality > 100)
    throw new BadUsage("--quality 须为 1 至 100。--quality must be from 1 to 100.")
  return { quality }
}

function choiceOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const chosen = known.find((one) => one === value)
  if (chosen !== undefined) return chosen
  throw new BadUsage(`--${name} 须为 ${known.join("、")}。--${name} must be ${known.join(" or ")}.`)
}
