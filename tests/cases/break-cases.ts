import { setCase } from "../../main/cli/lines.ts"
import { song } from "../build/type.ts"
import type { Adapter, Case } from "./adopt.ts"

type Level = "none" | "basic" | "gb" | "strict"

const LEVELS: readonly Level[] = ["basic", "gb", "strict"]

/** Levels of CSS line-break in ours: WPT's `normal` is what CLREQ calls basic. */
const CSS_LEVELS: Readonly<Record<string, Level>> = {
  loose: "none",
  normal: "basic",
  strict: "strict",
}

/** Where a line of the text may end, in UTF-16 units. */
function breaksOf(text: string, level: Level): readonly number[] {
  return setCase({ text, measureEm: 1000, level }, song).breaks
}

/** Lines with whole cells, nothing squeezed, the next line begun as late as possible. */
function plainLines(text: string, measureEm: number, level: Level): readonly string[] {
  const options = { greedy: true, trim: "none" as const, autospace: false }
  return setCase({ text, measureEm, level, justify: false, options }, song).lines
}

/** A character as a problem names it: itself, or its code where it would not show. */
function shown(character: string | undefined): string {
  if (character === undefined) return ""
  const code = character.codePointAt(0)!
  const visible = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)
  return visible ? character : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`
}

/**
 * What two lists of offsets differ in: `break a|b` where we break, `join a|b` where we do not. A
 * combining sign is named by what it stands on.
 */
function differences(text: string, ours: readonly number[], theirs: readonly number[]): string[] {
  const problems: string[] = []
  for (let at = 1; at < text.length; at += 1) {
    if (ours.includes(at) === theirs.includes(at)) continue
    const before = shown([...text.slice(0, at)].findLast((one) => !/\p{M}/u.test(one)))
    const after = shown([...text.slice(at)][0])
    problems.push(`${ours.includes(at) ? "break" : "join"} ${before}|${after}`)
  }
  return problems
}

function unicode(file: string): Adapter {
  return {
    file,
    key: (one) => String(one["cps"]),
    problems(one) {
      const codes = String(one["cps"]).split(" ")
      const text = codes.map((code) => String.fromCodePoint(parseInt(code, 16))).join("")
      return differences(text, breaksOf(text, "gb"), one["breaksUtf16"] as number[])
    },
  }
}

function lineProblems(one: Case, level: Level): readonly string[] {
  const ours = plainLines(String(one["text"]), Number(one["measureEm"]), level).join("|")
  const theirs = (one["lines"] as string[]).join("|")
  return ours === theirs ? [] : [`${level}: ${ours} for ${theirs}`]
}

/** Rows of CLREQ's table of marks: edges of lines by level, width, and where the mark is trimmed. */
function markProblems(one: Case): readonly string[] {
  const mark = String(one["char"])
  const problems: string[] = []
  for (const level of LEVELS) {
    const text = `文${mark}文`
    const breaks = breaksOf(text, level)
    const starts = breaks.includes(1)
    const ends = breaks.includes(1 + mark.length)
    const noStart = (one["noLineStart"] as string[]).includes(level)
    const noEnd = (one["noLineEnd"] as string[]).includes(level)
    if (starts === noStart) problems.push(`${level}: ${starts ? "starts" : "starts no"} line`)
    if (ends === noEnd) problems.push(`${level}: ${ends ? "ends" : "ends no"} line`)
  }
  return [...problems, ...trimProblems(one, false), ...trimProblems(one, true)]
}

/** What a mark takes inside a line and at its edges, in horizontal or in vertical text. */
function trimProblems(one: Case, vertical: boolean): readonly string[] {
  const mark = String(one["char"])
  const width = (text: string): number =>
    setCase({ text, measureEm: 1000, justify: false, options: { vertical } }, song)
      .advances.flat()
      .reduce(add, 0)
  const em = Number(one["emWidth"])
  const trim = one[vertical ? "trimVertical" : "trimHorizontal"]
  const lost = (side: string): number => (trim === side ? 0.5 : trim === "both" ? 0.25 : 0)
  const wanted: readonly (readonly [string, number])[] = [
    [`文${mark}文`, 2 + em],
    [`文${mark}`, 1 + em - lost(vertical ? "bottom" : "right")],
    [`${mark}文`, 1 + em - lost(vertical ? "top" : "left")],
  ]
  return wanted.flatMap(([text, expected]) => {
    const ours = width(text)
    const way = vertical ? "vertical " : ""
    const off = Math.abs(ours - expected) > 0.001
    return off ? [`${way}${text} is ${ours.toFixed(3)}, not ${expected}`] : []
  })
}

function add(a: number, b: number): number {
  return a + b
}

/** Files of rules for the edges of lines, in the order in which they are adopted. */
export const BREAK_FILES: readonly Adapter[] = [
  { file: "14", key: (one) => String(one["char"]), problems: markProblems },
  {
    file: "15",
    key: ({ level, text }) => `${String(level)} ${String(text)}`,
    problems: (one) => lineProblems(one, one["level"] as Level),
  },
  unicode("03"),
  unicode("03b"),
  {
    file: "01",
    key: ({ lineBreak, text }) => `${String(lineBreak)} ${String(text)}`,
    problems: (one) => lineProblems(one, CSS_LEVELS[String(one["lineBreak"])]!),
  },
  {
    file: "02",
    key: ({ mayNot, cp }) => `${String(mayNot)} ${String(cp)}`,
    problems(one) {
      const mark = String.fromCodePoint(parseInt(String(one["cp"]), 16))
      const letters = one["mayNot"] === "breakAround" ? "aa" : "文文"
      const text = letters[0]! + mark + letters[1]!
      const breaks = breaksOf(text, "gb")
      const starts = one["mayNot"] !== "endLine" && breaks.includes(1)
      const ends = one["mayNot"] !== "startLine" && breaks.includes(1 + mark.length)
      return [...(starts ? [`starts ${mark}`] : []), ...(ends ? [`ends ${mark}`] : [])]
    },
  },
]
