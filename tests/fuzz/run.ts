// npm run fuzz [-- --seed N] [--count N] [--from N]: random paragraphs held to the laws of composed
// lines. Prints the seed, the time that paragraphs took, and every failing case as small as it gets.
import { fuzzCase } from "./fuzz-case.ts"
import { judge } from "./fuzz-laws.ts"
import { smallest } from "./smallest.ts"

/** Milliseconds that no paragraph of 400 characters may take; a hundred times what it does take. */
const MOST_MS = 2000

/** What takes longer is set once more: a machine that others use stalls now and then. */
const STALL_MS = 100

/** Failing cases that are made small and printed; the rest is counted. */
const MOST_SHOWN = 12

/** What a terminal shows as nothing, or as something else. */
const UNREADABLE = /[^\x20-\x7e\u2010-\u2027\u3001-\u30ff\u4e00-\u9fff\uff01-\uff5e]/g

const option = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}
const seed = option("seed", Date.now() % 1_000_000)
const count = option("count", 100_000)
const from = option("from", 0)
console.log(`seed ${seed}: ${count} paragraphs from number ${from}`)

const spent = new Float64Array(count)
let failed = 0
let characters = 0
let slowest = { index: from, ms: 0 }
const began = performance.now()
for (let i = 0; i < count; i += 1) {
  const index = from + i
  const fuzz = fuzzCase(seed, index)
  characters += fuzz.paragraph.text.length
  const { broken, ms: first } = judgeOrThrow(index)
  const ms = first > STALL_MS ? Math.min(first, judgeOrThrow(index).ms) : first
  spent[i] = ms
  if (ms > slowest.ms) slowest = { index, ms }
  if (broken.length > 0) report(index, broken)
  if ((i + 1) % 10_000 === 0) console.log(`${i + 1} paragraphs, ${failed} failed`)
}
spent.sort()
const at = (share: number): string => spent[Math.floor((count - 1) * share)]!.toFixed(2)
console.log(
  `${count} paragraphs, ${characters} characters in ${((performance.now() - began) / 1000).toFixed(0)} s`,
)
console.log(
  `a paragraph: median ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${slowest.ms.toFixed(2)} ms (number ${slowest.index}; at most ${MOST_MS})`,
)
console.log(`${failed} failed`)
process.exitCode = failed > 0 || slowest.ms > MOST_MS ? 1 : 0

function judgeOrThrow(index: number): ReturnType<typeof judge> {
  try {
    return judge(fuzzCase(seed, index))
  } catch (thrown) {
    return { broken: [`throws ${String(thrown)}`], ms: 0 }
  }
}

function report(index: number, broken: readonly string[]): void {
  failed += 1
  if (failed > MOST_SHOWN) return
  const small = smallest(fuzzCase(seed, index))
  console.log(`number ${index}: ${broken.join("; ")}`)
  console.log(`  ${JSON.stringify(small).replace(UNREADABLE, escaped)}`)
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
}
