// npm run bench [-- --desk]: the desk in a real browser.
// npm run bench -- --press: files for a press, and Typst's file of the same text beside them.
// npm run bench -- --proof [--desk]: 3,000 proof marks on 16 pages; in a real browser too.
// npm run bench -- --lines [FILE]: how even the lines of a text are, and the fewest loose ones that any breaks leave.
// npm run bench [-- --peers]: how fast and how even we set a page, and Typst beside us in the same run.
import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync } from "node:fs"
import { checkFigure } from "./checks.ts"
import { deskFigures, type FrameTimes } from "./desk.ts"
import { evennessFigures } from "./evenness.ts"
import { growthFigure } from "./growth.ts"
import { ourFigures, type Figures } from "./ours.ts"
import { proofDeskFigures } from "./proof-desk.ts"
import { proofFigures, type Times } from "./proof.ts"
import { pressFigures } from "./press.ts"
import { typstBytes, typstFigures, typstPdf } from "./typst.ts"

const SEED = "../shared/seed/000_b6d4e270453f7148.txt"
const SAMPLE = "tests/samples/ruihe/ruihe-a1.md"
const FAULTS = "../shared/acceptance/page-faults.mjs"

const ROWS: readonly (readonly [keyof Figures, string, number, string])[] = [
  ["page", "whole page, warm", 40, "ms"],
  ["edit", "one character, 1 page", 2, "ms"],
  ["editIn100", "one character, 100 pages", 3, "ms"],
  ["pdf", "PDF after an edit", 80, "ms"],
  ["cold", "cold: text to PDF", 0.8, "s"],
  ["memory", "cold: peak memory", 260, "MiB"],
  ["bytes", "PDF size", Infinity, "B"],
]

/** Measures at which the evenness of lines is told, 字. */
const MEASURES = [11, 13, 17, 20, 27]

mkdirSync("out", { recursive: true })
if (process.argv.includes("--desk") && !process.argv.includes("--proof")) {
  await printDesk()
  process.exit(0)
}
if (process.argv.includes("--lines")) {
  await printLines()
  process.exit(0)
}
if (process.argv.includes("--press")) {
  await printPress()
  process.exit(0)
}
if (process.argv.includes("--proof")) {
  await printProof()
  process.exit(0)
}
const peers = process.argv.includes("--peers")
const source = existsSync(SEED) ? SEED : SAMPLE
console.log(`text: ${source}`)
const ours = await ourFigures(source)
const theirs = peers ? await typstFigures(source) : null
for (const [key, name, limit, unit] of ROWS) {
  const peer = theirs
    ? ` Typst ${short(theirs[key])} ratio ${(ours[key] / theirs[key]).toFixed(2)}`
    : ""
  const bound = Number.isFinite(limit) ? ` (at most ${limit})` : ""
  console.log(`${name.padEnd(26)} ${short(ours[key])} ${unit}${bound}${peer}`)
}
console.log(`${"checks of 100,000 字".padEnd(24)} ${short(checkFigure(source))} ms (at most 1000)`)
const growth = growthFigure(source)
console.log(
  `${"100 × the text".padEnd(26)} a character takes ${growth.paragraphs.toFixed(2)} × the time, ${growth.length.toFixed(2)} × in one paragraph (100 × would be its square)`,
)
if (peers && existsSync(FAULTS)) for (const measure of MEASURES) compareSpacing(measure)

async function printLines(): Promise<void> {
  const named = process.argv.at(-1)!
  const source = named.startsWith("--") ? (existsSync(SEED) ? SEED : SAMPLE) : named
  console.log(`text: ${source}`)
  const figures = await evennessFigures(source, MEASURES)
  figures.forEach(({ lines, mean, least, loose, fewest, jumps }, i) => {
    const of = `mean ${mean.toFixed(2)} % (${least.toFixed(2)} with the fewest loose lines)`
    console.log(`${MEASURES[i]} 字: ${lines} full lines, ${of}`)
    console.log(`  ${loose.length} over 3 %, ${fewest} at the fewest; ${jumps} comma jumps`)
    for (const { apart, words } of loose)
      console.log(`  ${apart.toFixed(1).padStart(5)} % ${words}`)
  })
}

async function printDesk(): Promise<void> {
  const of = await deskFigures(existsSync(SEED) ? SEED : SAMPLE)
  const row = (name: string, value: string, bound = ""): void =>
    console.log(`${name.padEnd(34)} ${value}${bound && ` (at most ${bound})`}`)
  const seconds = (value: number): string => `${value.toFixed(2)} s`
  const frames = ({ median, p95, worst, lost }: FrameTimes): string =>
    `${[median, p95, worst].map((ms) => ms.toFixed(1)).join(" / ")} ms, ${Math.round(lost * 100)} % lost`
  row("first window", seconds(of.window), "3 s")
  row("issue of 16 pages: page shown", seconds(of.open), "2 s")
  row("issue of 16 pages: all composed", seconds(of.composed))
  row(
    "key press to painted page",
    `${of.key.toFixed(0)} ms, slowest ${of.slowestKey.toFixed(0)}`,
    "50 ms",
  )
  row("pan at fit: median / p95 / worst", frames(of.panFit), "16.7 ms")
  row("pan at 400 %", frames(of.panClose), "16.7 ms")
  row("zoom", frames(of.zoom))
  row("memory: window", `${Math.round(of.memory.window)} MiB`, "667 MiB")
  row("memory: browser and program", `${Math.round(of.memory.all)} MiB`)
}

async function printPress(): Promise<void> {
  const source = existsSync(SEED) ? SEED : SAMPLE
  const of = await pressFigures(source)
  const row = (name: string, value: string, bound: string): void =>
    console.log(`${name.padEnd(34)} ${value} (at most ${bound})`)
  console.log(`text: ${source}`)
  const times = `${of.x4.toFixed(1)} ms, plain ${of.proof.toFixed(1)} ms, ratio ${of.ratio.toFixed(2)}`
  row("PDF/X-4 of the page, warm", times, "1.5 times the plain one")
  row("PDF/X-4 of 16 pages", `${of.sixteen.toFixed(2)} s`, "4 s")
  const most = (await typstBytes(source)) + of.profile
  row("PDF/X-4 of the page, size", `${of.bytes} B`, `${most} B: Typst's and the profile`)
  row("16 pages, 40 photos: memory", `${Math.round(of.memory)} MiB`, "400 MB")
  console.log(`${"16 pages, 40 photos: time".padEnd(34)} ${of.photos.toFixed(1)} s`)
}

async function printProof(): Promise<void> {
  const source = existsSync(SEED) ? SEED : SAMPLE
  const of = await proofFigures(source)
  const row = (name: string, { usual, slowest }: Times, bound = ""): void => {
    const times = `${usual.toFixed(1)} ms, slowest ${slowest.toFixed(1)}`
    console.log(`${name.padEnd(34)} ${times}${bound && ` (at most ${bound})`}`)
  }
  console.log(`text: ${source}; ${of.marks} marks, ${of.onPage} on a page`)
  row("page with marks, drawn and painted", of.page, "50 ms")
  row("the same page without marks", of.bare)
  row("list of all marks", of.list, "100 ms")
  row("one mark carried out", of.apply, "50 ms")
  row(`${of.notesFound} annotations imported`, of.notes, "2000 ms")
  if (!process.argv.includes("--desk")) return
  const felt = await proofDeskFigures(source)
  row("desk: turn to the next page", felt.turn, "50 ms")
  row("desk: the same without marks", felt.bareTurn)
  row("desk: turn to a page farther on", felt.jump, "50 ms")
  row("desk: key to the list of marks", felt.list, "100 ms")
  row("desk: key to a mark carried out", felt.apply, "50 ms")
}

function short(value: number): string {
  return value >= 1000 ? String(Math.round(value)) : value.toPrecision(3)
}

/** Evenness of Han spacing of both at one measure, read from the PDFs by the independent checker. */
function compareSpacing(measure: number): void {
  const out = `out/bench-${measure}`
  const args = ["compose", source, "--measure", String(measure), "--out", `${out}.pdf`]
  execFileSync(process.execPath, ["main/cli/banxin.mjs", ...args, "--layout", `${out}.json`], {
    stdio: "ignore",
  })
  const our = faultsOf(`${out}.pdf`, ["--layout", `${out}.json`])
  const their = faultsOf(typstPdf(readFileSync(source, "utf8"), measure), [])
  console.log(
    `${measure} 字: Han spacing ${our.mean} % off (${our.uneven} lines over 3 %), ${our.total} faults; Typst ${their.mean} % (${their.uneven}), ${their.total} faults`,
  )
}

function faultsOf(pdf: string, more: readonly string[]) {
  let printed: string
  try {
    printed = execFileSync(process.execPath, [FAULTS, pdf, "--json", "--size", "9", ...more], {
      encoding: "utf8",
    })
  } catch (failed) {
    printed = (failed as { stdout: string }).stdout
  }
  const { spacing, total } = JSON.parse(printed) as {
    spacing: { meanDeviation: number; unevenLines: number }
    total: number
  }
  return { mean: spacing.meanDeviation, uneven: spacing.unevenLines, total }
}
