import type { BreakMode } from "../../layouts/flow/set-paragraph.ts"
import type { Finding } from "../../layouts/finding.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { conditionCalled } from "../conditions/kept.ts"
import { plateFor, type Plate } from "../conditions/plate.ts"
import { SHIPPED_CONDITIONS } from "../conditions/shelf.ts"
import { writePdf } from "../export/pdf/write.ts"
import { appFolder } from "../files/app-folder.ts"
import { openLibrary, type Library } from "../fonts/library.ts"
import { loadOwnFaces } from "../fonts/own-faces.ts"
import { importFiles } from "../import/open.ts"
import { openPictures } from "../pictures/print.ts"
import { pressesOf, type Presses } from "../press.ts"
import { mm, mmToPt } from "../../layouts/units.ts"
import { makeUp, type Order, type SetIssue } from "../../layouts/make-up.ts"
import { BadUsage, bothTongues, progress, readOptions, writeWhole } from "./answer.ts"
import type { Exit, Options } from "./answer.ts"
import { fitReport, type Timing } from "./fit-report.ts"
import { layoutReport } from "./layout-report.ts"
import { summaryOf } from "./summary.ts"
import type { Imprint } from "../../layouts/issue/imprint.ts"
import { shippedTemplates, templateById } from "../../layouts/templates/shelf.ts"
import { dateOf } from "./date.ts"
import { openImprint } from "./imprint-file.ts"
import { refuseClashes } from "./own-paths.ts"
import { ownTray } from "./own-tray.ts"
import { leaveFor } from "./let-out.ts"
import type { Override } from "../pressroom/override.ts"
import { bleedOf, standardOf, timeOf } from "./press-options.ts"
import { printFor } from "./print-pictures.ts"
import { openTemplate } from "./template-file.ts"

const VALUED = [
  "template",
  "measure",
  "breaks",
  "standard",
  "condition",
  "bleed",
  "at",
  "out",
  "layout",
  "report",
  "fonts",
  "paper",
  "imprint",
  "date",
  "pdf",
  "override",
  "reason",
]

/** A finished run: the set issue, what wrote it, and how long the steps took. */
export interface Run {
  readonly set: SetIssue
  readonly presses: Presses
  readonly findings: readonly Finding[]
  readonly timing: Timing
  /** The PDF that was written; null for none. */
  readonly written: string | null
}

/**
 * `banxin compose`: articles in, PDF, layout and report out. `imprint` is the paper's own when the
 * command line names none; only the sample has one.
 */
export async function composeCommand(args: readonly string[], imprint?: Imprint): Promise<Exit> {
  const options = readOptions(args, VALUED, ["json", "no-marks"])
  const run = await runCompose(options, imprint)
  const report = fitReport(run.set, run.timing)
  const { layout, report: reportFile } = options.values
  if (layout !== undefined)
    writeWhole(layout, JSON.stringify(layoutReport(run.set.pages, run.presses.pdf), null, 1))
  if (reportFile !== undefined) writeWhole(reportFile, JSON.stringify(report, null, 1))
  process.stdout.write(
    options.switches.has("json") ? `${JSON.stringify(report)}\n` : summaryOf(run.set, run.written),
  )
  return run.findings.some(({ severity }) => severity === "error") ? 1 : 0
}

/** Imports, sets and, where asked for, prints the issue of a command line. */
export async function runCompose(options: Options, imprint?: Imprint): Promise<Run> {
  if (options.files.length === 0)
    throw new BadUsage("没有给出稿件文件。No article files were given; see banxin compose --help.")
  refuseClashes(options)
  const order = orderOf(options, imprint)
  const plate = plateOf(options)

  const began = performance.now()
  progress("读稿 importing")
  const imported = await importFiles(options.files, { tray: ownTray() })
  if (!imported.ok) throw new BadUsage(bothTongues(imported.say))
  const { articles, notices } = imported.value
  for (const notice of notices) progress(bothTongues(notice))
  refuseClashes(
    options,
    articles.flatMap(({ pictures }) => pictures.map(({ id }) => id)),
  )
  const { library, findings: fontFindings } = openFonts(options.values["fonts"])
  const ids = articles.flatMap(({ pictures }) => pictures.map(({ id }) => id))
  const opened = await openPictures(new Map(ids.map((id) => [id, id])))
  for (const { say } of opened.faults) progress(bothTongues(say))

  const read = performance.now()
  progress(`排版 composing ${articles.length} articles`)
  const { compose } = pressesOf(library, new Map(), opened.pictures)
  const set = makeUp(articles, order, compose)
  if (!set.ok) throw new BadUsage(bothTongues(set.say))

  const composed = performance.now()
  const printed = await printFor(set.value, { library, opened: opened.pictures, plate })
  const { presses } = printed
  const findings = [...fontFindings, ...printed.findings]
  const out = options.values["out"] ?? options.values["pdf"]
  if (out !== undefined) {
    const leave = leaveFor(findings, plate, options)
    const pdf = print(set.value, presses, { options, plate, override: leave.override })
    leave.remember(out)
    writeWhole(out, pdf)
  }
  const timing = {
    importMs: read - began,
    composeMs: composed - read,
    pdfMs: performance.now() - composed,
  }
  return {
    set: { ...set.value, findings },
    presses,
    findings,
    timing,
    written: out ?? null,
  }
}

interface PrintOrder {
  readonly options: Options
  readonly plate: Plate
  readonly override: Override | null
}

function print(
  set: SetIssue,
  presses: Presses,
  { options, plate, override }: PrintOrder,
): Uint8Array {
  progress(`出 PDF writing ${set.pages.length} pages`)
  const { paper, date } = set.issue
  const day = [date.year, date.month, date.day].map((n) => String(n).padStart(2, "0")).join("-")
  const bleed = bleedOf(options.values["bleed"])
  const pdf = writePdf(
    set.pages.map(({ list }) => (bleed === null ? list : { ...list, bleed: mmToPt(mm(bleed)) })),
    presses.pdf,
    {
      title: `${paper} ${day}`,
      creator: "Banxin",
      producer: "Banxin",
      at: timeOf(options.values["at"]) ?? `${day}T00:00:00+08:00`,
      marks: !options.switches.has("no-marks"),
      standard: plate.standard,
      intent: plate.intent,
      ...(override ? { override } : {}),
    },
  )
  if (!pdf.ok) throw new BadUsage(bothTongues(pdf.say))
  return pdf.value
}

/** The standard of the file and the printing condition that it is made for. */
function plateOf({ values }: Options): Plate {
  const standard = standardOf(values["standard"])
  const wanted = values["condition"] ?? (standard === "proof" ? null : SHIPPED_CONDITIONS[0]!.id)
  const called = wanted === null ? null : conditionCalled(appFolder(), wanted)
  if (called && !called.ok) throw new BadUsage(bothTongues(called.say))
  const plate = plateFor(standard, called && called.value)
  if (!plate.ok) throw new BadUsage(bothTongues(plate.say))
  return plate.value
}

function openFonts(folder: string | undefined): {
  readonly library: Library
  readonly findings: readonly Finding[]
} {
  if (folder === undefined) return { library: openLibrary([]), findings: [] }
  const own = loadOwnFaces(folder)
  if (!own.ok) throw new BadUsage(bothTongues(own.say))
  return { library: openLibrary(own.value.faces), findings: own.value.findings }
}

function orderOf({ values }: Options, own: Imprint | undefined): Order {
  if (values["measure"] !== undefined && values["template"] !== undefined)
    throw new BadUsage(
      "--measure 与 --template 不能同时用：版式自有栏宽。--measure and --template exclude each other: a template has its own measure.",
    )
  const imprint = imprintOf(values["imprint"]) ?? own
  return {
    template: templateOf(values["template"]),
    measure: measureOf(values["measure"]),
    breaks: breaksOf(values["breaks"]),
    paper: values["paper"] ?? "版心日报",
    date: dateOf(values["date"]),
    ...(imprint ? { imprint } : {}),
  }
}

/** The imprint of a file; undefined when none is named. */
function imprintOf(path: string | undefined): Imprint | undefined {
  if (path === undefined) return undefined
  const imprint = openImprint(path)
  if (!imprint.ok) throw new BadUsage(bothTongues(imprint.say))
  return imprint.value
}

/** A template's id when there is such a template; a JSON file is read. */
function templateOf(value: string | undefined): string | Template | null {
  if (value === undefined) return null
  if (!value.endsWith(".json")) {
    if (templateById(value)) return value
    const known = shippedTemplates().map(({ id }) => id)
    throw new BadUsage(
      `没有名为“${value}”的版式；可用：${known.join("、")}。There is no template “${value}”; there are ${known.join(", ")}.`,
    )
  }
  const template = openTemplate(value)
  if (!template.ok) throw new BadUsage(bothTongues(template.say))
  return template.value
}

function measureOf(value: string | undefined): number | null {
  if (value === undefined) return null
  const measure = Number(value)
  if (!Number.isInteger(measure) || measure < 9 || measure > 41)
    throw new BadUsage(
      "--measure 须为 9 至 41 的整数（字）。--measure must be a whole number from 9 to 41 (字).",
    )
  return measure
}

function breaksOf(value: string | undefined): BreakMode {
  if (value === undefined || value === "free") return "free"
  if (value === "original") return "original"
  throw new BadUsage("--breaks 须为 original 或 free。--breaks must be original or free.")
}
