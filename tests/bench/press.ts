import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { deflateSync } from "node:zlib"
import { composePage } from "../../layouts/compose.ts"
import type { DisplayList } from "../../layouts/display/list.ts"
import type { PdfOptions, PdfPress } from "../../main/export/pdf/order.ts"
import { freshPlates } from "../../main/export/pdf/plates.ts"
import { writePdf } from "../../main/export/pdf/write.ts"
import { coldRun, median } from "./clock.ts"
import { photoFolder, PHOTOS } from "./photos.ts"
import { photoIssue } from "./press-photos.ts"
import { pressJob, type PressJob } from "./press-job.ts"
import { reworded } from "./multiplied.ts"

/** The photos stand on trial pages, whose errors somebody must answer for. */
const SIGNED = ["--override", "bench", "--reason", "bench"]

/** What is measured of files for a press. */
export interface PressFigures {
  /** One page as a plain proof and as PDF/X-4, process and plates warm, ms; the ratio round by round. */
  readonly proof: number
  readonly x4: number
  readonly ratio: number
  /** Sixteen pages that share no line, from records to a PDF/X-4, seconds, faces warm. */
  readonly sixteen: number
  /** The page as PDF/X-4, and the part of it that is the profile, bytes. */
  readonly bytes: number
  readonly profile: number
  /** Sixteen pages with 40 photos of 12 Mpx, in a process of its own: peak MiB, and seconds. */
  readonly memory: number
  readonly photos: number
}

/** Pages of the long job. */
const PAGES = 16

/** Rounds of the two files in turn; an odd number has a middle. */
const ROUNDS = 25

/** Measures the files that Banxin writes for a press, of an article file. */
export async function pressFigures(source: string): Promise<PressFigures> {
  const job = await pressJob(source)
  const { proof, x4, ratio, bytes } = warm(job)
  const sixteen = long(job)
  const profile = deflateSync(job.x4.intent!.profile!, { level: 9 }).length
  return { proof, x4, ratio, sixteen, bytes, profile, ...(await withPhotos(source)) }
}

/** A plain page and one for the press in turn, so that a busy moment falls on both. */
function warm({ issue, presses, ...options }: PressJob) {
  const list = composePage(issue, issue.pages[0]!.id, presses.compose, "free").list
  const plates = { proof: freshPlates(), x4: freshPlates() }
  const write = (kind: "proof" | "x4"): { ms: number; bytes: number } => {
    const began = performance.now()
    const bytes = written([list], presses.pdf, { options: options[kind], plates: plates[kind] })
    return { ms: performance.now() - began, bytes }
  }
  write("proof")
  write("x4")
  const rounds = Array.from({ length: ROUNDS }, () => [write("proof"), write("x4")] as const)
  return {
    proof: median(rounds.map(([plain]) => plain.ms)),
    x4: median(rounds.map(([, pressed]) => pressed.ms)),
    ratio: median(rounds.map(([plain, pressed]) => pressed.ms / plain.ms)),
    bytes: rounds[0]![1].bytes,
  }
}

function long({ issue, presses, x4 }: PressJob): number {
  const many = reworded(issue, PAGES)
  const began = performance.now()
  const lists = many.pages.map(({ id }) => composePage(many, id, presses.compose, "free").list)
  written(lists, presses.pdf, { options: x4, plates: freshPlates() })
  return (performance.now() - began) / 1000
}

function written(
  lists: readonly DisplayList[],
  press: PdfPress,
  { options, plates }: { options: PdfOptions; plates: ReturnType<typeof freshPlates> },
): number {
  const pdf = writePdf(lists, press, options, plates)
  if (!pdf.ok) throw new Error(pdf.say.en)
  return pdf.value.length
}

/** Sixteen pages with forty photos, exported by the program itself. */
async function withPhotos(source: string): Promise<Pick<PressFigures, "memory" | "photos">> {
  const folder = mkdtempSync(join(tmpdir(), "banxin-bench-photos-"))
  try {
    await photoFolder(folder)
    const issue = await photoIssue(source, folder, PAGES)
    const order = ["--standard", "x4", "--out", folder, "--name", "issue", ...SIGNED]
    const { mebibytes, seconds } = await coldRun(process.execPath, [
      ...["main/cli/banxin.mjs", "export", issue, ...order],
    ])
    const shown = readFileSync(join(folder, "issue.pdf"), "latin1").split("/DCTDecode").length - 1
    if (shown !== PHOTOS) throw new Error(`${shown} photos in the file`)
    return { memory: mebibytes, photos: seconds }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
