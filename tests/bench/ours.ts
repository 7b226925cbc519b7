import { statSync } from "node:fs"
import { tmpdir } from "node:os"
import { composePage } from "../../layouts/compose.ts"
import type { Issue } from "../../layouts/issue/issue.ts"
import { freshPlates } from "../../main/export/pdf/plates.ts"
import { writePdf } from "../../main/export/pdf/write.ts"
import { openLibrary } from "../../main/fonts/library.ts"
import { importFiles } from "../../main/import/open.ts"
import { loadPictures } from "../../main/pictures/print.ts"
import { pressesOf, type Presses } from "../../main/press.ts"
import { makeUp } from "../../layouts/make-up.ts"
import { coldRun, median, medianMs } from "./clock.ts"
import { multiplied } from "./multiplied.ts"

/** What is measured of a typesetter, the same for ours and for a peer. */
export interface Figures {
  /** Whole page laid out anew, fonts and code warm, ms. */
  readonly page: number
  /** One character typed in a middle paragraph, ms: in the issue, and in one of 100 pages. */
  readonly edit: number
  readonly editIn100: number
  /** PDF after an edit, ms. */
  readonly pdf: number
  /** Text to PDF in a fresh process: seconds, MiB, bytes. */
  readonly cold: number
  readonly memory: number
  readonly bytes: number
}

const OPTIONS = {
  title: "bench",
  creator: "Banxin",
  producer: "Banxin",
  at: "2026-11-23T00:00:00+08:00",
  marks: true,
  standard: "proof",
  intent: null,
} as const

/** Measures Banxin on an article file set at 17 字. */
export async function ourFigures(source: string): Promise<Figures> {
  const imported = await importFiles([source], { tray: tmpdir() })
  if (!imported.ok) throw new Error(imported.say.en)
  const { articles } = imported.value
  const presses = pressesOf(openLibrary([]), await loadPictures(articles))
  const order = {
    template: "broadsheet-inside-six",
    measure: null,
    breaks: "free",
    paper: "版心日报",
    date: { year: 2026, month: 11, day: 23 },
  } as const
  const set = makeUp(articles, order, presses.compose)
  if (!set.ok) throw new Error(set.say.en)
  const { issue } = set.value
  return {
    page: medianMs(25, () => compose({ ...issue, articles: structuredClone(articles) }, presses)),
    edit: editing(issue, presses),
    editIn100: editing(multiplied(issue, 100), presses),
    pdf: printing(issue, presses),
    ...(await cold(source)),
  }
}

function compose(issue: Issue, presses: Presses): void {
  composePage(issue, issue.pages[0]!.id, presses.compose, "free")
}

/** The issue after one more character in the middle paragraph of its first article. */
function typed(issue: Issue, round: number): Issue {
  const [lead, ...others] = issue.articles
  const at = Math.floor(lead!.story.length / 2)
  const story = lead!.story.map((paragraph, i) => {
    if (i !== at) return paragraph
    const middle = Math.floor(paragraph.text.length / 2)
    const typed = String.fromCodePoint(0x4e00 + round)
    const text = `${paragraph.text.slice(0, middle)}${typed}${paragraph.text.slice(middle)}`
    return { ...paragraph, text }
  })
  return { ...issue, articles: [{ ...lead!, story }, ...others] }
}

function editing(issue: Issue, presses: Presses): number {
  for (const page of issue.pages) composePage(issue, page.id, presses.compose, "free")
  const edits = Array.from({ length: 41 }, (_, round) => typed(issue, round))
  return medianMs(edits.length, (round) => compose(edits[round]!, presses))
}

function printing(issue: Issue, presses: Presses): number {
  const plates = freshPlates()
  const lists = Array.from(
    { length: 15 },
    (_, round) =>
      composePage(typed(issue, round), issue.pages[0]!.id, presses.compose, "free").list,
  )
  const write = (round: number): void => {
    const pdf = writePdf([lists[round]!], presses.pdf, OPTIONS, plates)
    if (!pdf.ok) throw new Error(pdf.say.en)
  }
  write(0)
  return medianMs(lists.length - 1, (round) => write(round + 1))
}

async function cold(source: string): Promise<Pick<Figures, "cold" | "memory" | "bytes">> {
  const out = "out/bench.pdf"
  const args = ["main/cli/banxin.mjs", "compose", source, "--out", out]
  const runs = []
  for (let run = 0; run < 7; run += 1) runs.push(await coldRun(process.execPath, args))
  return {
    cold: median(runs.map(({ seconds }) => seconds)),
    memory: median(runs.map(({ mebibytes }) => mebibytes)),
    bytes: statSync(out).size,
  }
}
