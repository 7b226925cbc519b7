// node tests/bench/document.ts: how quick the open issue is on the sample, against what is promised.
import { performance } from "node:perf_hooks"
import { moveFrames } from "../../layouts/edits/move-frames.ts"
import { retype } from "../../layouts/edits/retype.ts"
import { newDocument, openDocument } from "../../layouts/issue/document.ts"
import { sampleArticles, setPages } from "../build/issue.ts"
import { median } from "./clock.ts"

const ROUNDS = 400

/** Milliseconds of each round of a step, sorted. */
function spent(step: (round: number) => void): readonly number[] {
  return Array.from({ length: ROUNDS }, (_, round) => {
    const began = performance.now()
    step(round)
    return performance.now() - began
  }).toSorted((a, b) => a - b)
}

function row(name: string, times: readonly number[], most: number): void {
  const worst = times[Math.floor(times.length * 0.99)]!
  const figures = `p50 ${median(times).toFixed(3)} ms, p99 ${worst.toFixed(3)} ms`
  console.log(`${name.padEnd(28)} ${figures} (p50 under ${most})`)
}

/** Prints the document engine's figures on the sample issue. */
export async function documentFigures(): Promise<void> {
  const { issue } = setPages(await sampleArticles())
  const document = newDocument(issue)
  const snapshots: number[] = []
  const snapshot = (): void => {
    const began = performance.now()
    document.issue()
    snapshots.push(performance.now() - began)
  }
  const key = (round: number): void => {
    const at = { paragraph: 3, offset: 4 + (round % 40) }
    document.perform(retype("a1", { from: at, to: at }, "瑞"))
  }
  const drag = (round: number): void =>
    document.perform(moveFrames("A1", ["A1-f5"], { columns: round % 2 ? -1 : 1, lines: 0 }))
  const read = (step: (round: number) => void) => (round: number) => {
    snapshot()
    step(round)
  }
  // A first pass warms the code, as a second of work does.
  spent(read(key))
  while (document.undo()) document.issue()
  snapshots.length = 0
  row("one key press", withoutReading(key, document.issue), 0.2)
  row("one frame moved", withoutReading(drag, document.issue), 0.2)
  spent(read(key))
  row(
    "snapshot after a key press",
    snapshots.toSorted((a, b) => a - b),
    0.3,
  )
  row(
    "undo",
    withoutReading(() => document.undo(), document.issue),
    2,
  )
  row(
    "redo",
    withoutReading(() => document.redo(), document.issue),
    2,
  )
  const state = document.state("content")
  const loads = Array.from({ length: 15 }, () => {
    const began = performance.now()
    openDocument([state], []).issue()
    return performance.now() - began
  })
  row(
    `load of ${(state.length / 1024).toFixed(0)} KiB`,
    loads.toSorted((a, b) => a - b),
    50,
  )
}

/** Times a step alone; the snapshot between two steps is timed elsewhere. */
function withoutReading(step: (round: number) => void, read: () => unknown): readonly number[] {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    read()
    const began = performance.now()
    step(round)
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)
}

await documentFigures()
