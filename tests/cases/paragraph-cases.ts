import { setCase } from "../../main/cli/lines.ts"
import { song } from "../build/type.ts"
import type { Adapter, Case } from "./adopt.ts"

const NOT_AT_START = /^[，、。．：；！？”’」』）》〉】〗〕］｝·・‧%‰℃]/u
const NOT_AT_END = /[“‘「『（《〈【〖〔［｛￥]$/u
const SPLIT = /——|……|\d[\d.,%]|[A-Za-z][A-Za-z]/u

/**
 * What a whole paragraph must keep, however it is broken: forbidden edges, whole units, no lone
 * last character, full lines flush, and no more lines than the peer needed. Another legal break
 * than the peer's is no fault.
 */
function paragraphProblems(one: Case): readonly string[] {
  const text = String(one["text"]).replaceAll("\n", "")
  const wanted = one["lines"] as string[]
  const measureEm = Number(one["measureEm"])
  const indentEm = Number(one["indentEm"] ?? 0)
  const justify = one["justify"] !== false
  const options = one["cjkLatinSpacing"] === "none" ? { autospace: false } : {}
  const { lines, advances } = setCase({ text, measureEm, indentEm, justify, options }, song)
  if (lines.join("|") === wanted.join("|")) return widthProblems(one, advances)
  const problems: string[] = []
  if (lines.length > wanted.length) problems.push(`${lines.length} lines for ${wanted.length}`)
  lines.forEach((line, i) => {
    const width = advances[i]!.reduce((a, b) => a + b, i === 0 ? indentEm : 0)
    const last = i === lines.length - 1
    if (NOT_AT_START.test(line)) problems.push(`starts: ${line}`)
    if (!last && NOT_AT_END.test(line)) problems.push(`ends: ${line}`)
    if (!last && SPLIT.test(line.slice(-1) + lines[i + 1]![0]!)) problems.push(`split: ${line}`)
    if (width > measureEm + 0.01) problems.push(`too wide: ${line}`)
    if (!last && justify && width < measureEm - 0.01) problems.push(`not full: ${line}`)
  })
  if (problems.length > 0) problems.push(`${lines.join("|")} for ${wanted.join("|")}`)
  return problems
}

function widthProblems(one: Case, advances: readonly (readonly number[])[]): readonly string[] {
  const wanted = one["widthEm"] as number | undefined
  const ours = advances[0]!.reduce((a, b) => a + b, 0)
  if (wanted === undefined || Math.abs(ours - wanted) < 0.01) return []
  return [`${ours.toFixed(3)} em wide, not ${wanted}`]
}

/**
 * The peer counts one em a character; where ours are narrower the measure is that of as many of its
 * own characters, so that the same one overflows.
 */
function hangingProblems(one: Case): readonly string[] {
  const text = String(one["text"]).replace(/\n$/, "")
  const wanted = (one["lines"] ?? one["linesWithHanging"]) as string[]
  const options = { hang: true, greedy: true, trim: "none" as const }
  const given = Number(one["measureEm"])
  const seen = text.replaceAll("\u00ad", "")
  const head = [...seen].slice(0, Math.floor(given)).join("")
  const narrow = setCase({ text: head, measureEm: 1000, justify: false, options }, song).advances
  const measureEm = Math.min(
    given,
    narrow.flat().reduce((a, b) => a + b, 0.06),
  )
  const ours = setCase({ text, measureEm, justify: false, options }, song)
  const same = ours.lines.map((line) => line.trimEnd()).join("|") === wanted.join("|")
  return same ? [] : [`${ours.lines.join("|")} for ${wanted.join("|")}`]
}

/** Lines of a strict grid that are as long as the measure have the same columns, the last among them. */
function gridProblems(text: string, measureEm: number): readonly string[] {
  const { lines, advances } = setCase({ text, measureEm, options: { grid: true } }, song)
  const each = (measureEm - 1) / (Math.floor(measureEm) - 1)
  const flush = advances.every((line) =>
    line.slice(0, -1).every((advance) => Math.abs(advance - each) < 0.001),
  )
  const full = lines.every((line) => line.length === Math.floor(measureEm))
  return flush && full ? [] : [JSON.stringify(advances)]
}

/** The rows of Typst's gap analysis that can be measured on a line. */
function defectProblems(one: Case): readonly string[] | null {
  const text = String(one["text"])
  const measureEm = Number(one["measureEm"])
  if (one["linesWithHanging"]) return hangingProblems(one)
  if (one["inkStartEm"]) {
    const start = (indentEm: number): number =>
      1 - (setCase({ text, measureEm, indentEm }, song).advances[0]![0] ?? 0)
    return start(0) === 0.5 && start(2) === 0.5 ? [] : [`ink from ${start(0)} and ${start(2)}`]
  }
  if (String(one["id"]).startsWith("strict-grid")) return gridProblems(text, measureEm)
  if (one["id"] === "stretch-evenly") {
    const advances = setCase({ text, measureEm }, song).advances[0]!
    const digit = text.indexOf("1")
    const before = advances[digit - 1]! - 1
    const own = setCase({ text: "1", measureEm }, song).advances[0]![0]!
    const after = advances[digit]! - own
    return Math.abs(before - after) < 0.01 ? [] : [`gaps ${before} and ${after}`]
  }
  return null
}

/** Files of whole paragraphs and of marks that hang. */
export const PARAGRAPH_FILES: readonly Adapter[] = [
  { file: "07", key: (one) => String(one["text"]), problems: hangingProblems },
  { file: "08", key: (one) => String(one["id"]), problems: paragraphProblems },
  {
    file: "10",
    key: (one) => `${String(one["file"])} ${String(one["test"])} ${String(one["text"])}`,
    problems: (one) => (one["overfull"] ? null : paragraphProblems(one)),
  },
  { file: "09", key: (one) => String(one["id"]), problems: defectProblems },
]
