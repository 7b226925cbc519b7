import { classOf, CLASS } from "../../layouts/line/classes.ts"
import { setCase } from "../../main/cli/lines.ts"
import { library, song } from "../build/type.ts"
import type { Adapter, Case } from "./adopt.ts"

/** How a row is set: without spaces between scripts, across and in simplified text unless it says so. */
interface RowOptions {
  readonly autospace?: boolean
  readonly vertical?: boolean
  readonly language?: "hans" | "hant"
}

/** Advances of a text on one line, em. */
function advances(text: string, options: RowOptions = {}): readonly number[] {
  const all = { autospace: false, ...options }
  const one = { text, measureEm: 1000, justify: false, options: all }
  return setCase(one, song).advances.flat()
}

const sum = (parts: readonly number[]): number => parts.reduce((a, b) => a + b, 0)

/**
 * Where the ink of each character stands by a row of F and H: a closing mark's at the left of its
 * cell, an opening mark's in the right half. So it is alike whichever mark of a pair gives way.
 */
function inkPlaces(text: string, cells: readonly number[]): readonly number[] {
  let pen = 0
  return [...text].map((character, i) => {
    const opens = classOf(character.codePointAt(0)!) === CLASS.open
    const ink = pen + (opens ? cells[i]! - 0.5 : 0)
    pen += cells[i]!
    return ink
  })
}

/**
 * Compares ink places and the whole width with a row of F (a whole cell) and H (half of one). Cells
 * that no full-width mark has are whole at their own width.
 */
function rowProblems(text: string, row: string, options: RowOptions = {}): readonly string[] {
  const ours = advances(text, options)
  const characters = [...text]
  const theirs = characters.map((character, i) =>
    row[i] === "H" ? 0.5 : sum(advances(character + "国", options)) - 1 + blankOf(character),
  )
  const wanted = inkPlaces(text, theirs)
  const off = inkPlaces(text, ours).some((place, i) => Math.abs(place - wanted[i]!) > 0.01)
  const width = Math.abs(sum(ours) - sum(theirs)) > 0.01
  return off || width ? [`${text}: ${ours.join(" ")} for ${row}`] : []
}

/** What a mark loses of its cell at the start of a line, em. */
function blankOf(character: string): number {
  const kind = classOf(character.codePointAt(0)!)
  return kind === CLASS.open ? 0.5 : kind === CLASS.wideInterpunct ? 0.25 : 0
}

function lineEdges(one: Case): readonly string[] {
  const lines = one["lines"] as string[]
  const rows = one["expect"] as string[]
  const whole = one["mode"] === "space-all"
  const options = whole ? { trim: "none" as const, greedy: true } : { greedy: true }
  const breaks = (one["forcedBreaks"] as number[] | undefined) ?? []
  const parts = breaks.length > 0 ? lines : [lines.join("")]
  const set = parts.map((text) =>
    setCase({ text, measureEm: Number(one["measureEm"]), justify: false, options }, song),
  )
  const ours = set.flatMap((part) => part.lines)
  if (ours.join("|") !== lines.join("|")) return [`${ours.join("|")} for ${lines.join("|")}`]
  const cells = set.flatMap((part) => part.advances)
  return rows.flatMap((row, i) => {
    const wanted = [...row].map((cell) => (cell === "F" ? 1 : 0.5))
    const same = Math.abs(sum(cells[i]!) - sum(wanted)) < 0.01
    return same ? [] : [`${String(one["mode"])} ${lines[i]!}: ${cells[i]!.join(" ")} for ${row}`]
  })
}

function gapProblems(one: Case): readonly string[] {
  const text = String(one["text"])
  const lines = one["lines"] as string[] | undefined
  if (lines) {
    const ours = setCase(
      { text, measureEm: Number(one["measureEm"]), justify: false, options: { greedy: true } },
      song,
    ).lines
    return ours.join("|") === lines.join("|") ? [] : [`${ours.join("|")} for ${lines.join("|")}`]
  }
  const plain = advances(text)
  const spaced = advances(text, { autospace: true })
  const gaps = spaced.flatMap((advance, i) => (advance - plain[i]! > 0.01 ? [i] : []))
  const wanted = one["gapsAfterIndex"] as number[]
  return gaps.join() === wanted.join() ? [] : [`gaps after ${gaps.join()} for ${wanted.join()}`]
}

/** Natural widths that no font decides: Han and full-width marks in halves of an em, xeCJK's own style. */
function widthProblems(one: Case): readonly string[] | null {
  const text = String(one["text"])
  const fontBound = /[^\p{Script=Han}，。、：；！？（）《》「」『』—…·]/u.test(text)
  if ((one["options"] as string[]).length > 0 || fontBound) return null
  const inContext = one["contextWidthEm"] as number | undefined
  const marked = inContext === undefined ? text : `字${text}字`
  const wanted = inContext === undefined ? Number(one["widthEm"]) : 2 + inContext
  if (!Number.isInteger(wanted * 2)) return null
  const ours = sum(advances(marked))
  return Math.abs(ours - wanted) < 0.01 ? [] : [`${marked} is ${ours.toFixed(3)}, not ${wanted}`]
}

/** Advance and ink of our own copies of the faces. */
function faceProblems(one: Case): readonly string[] | null {
  const family = { "Noto Serif SC (Google Fonts)": "song", "Noto Sans SC (Google Fonts)": "hei" }[
    String(one["font"])
  ] as "song" | "hei" | undefined
  if (!family) return null
  const face = library.faces({ family, weight: 400 })[0]!
  const { glyphs, advances: widths } = face.shape(String(one["char"]), [])
  const ink = face.ink(glyphs[0]!)
  const wanted = (one["inkX"] as [number, number] | null) ?? [0, 0]
  const problems: string[] = []
  if (glyphs.length !== one["glyphs"]) problems.push(`${glyphs.length} glyphs`)
  if (Math.abs(sum(widths) - Number(one["advanceEm"])) > 0.002)
    problems.push(`advance ${sum(widths)}, not ${String(one["advanceEm"])}`)
  const off = Math.abs(ink.left - wanted[0]) > 0.01 || Math.abs(ink.right - wanted[1]) > 0.01
  if (glyphs.length === 1 && off) problems.push(`ink ${ink.left} to ${ink.right}`)
  return problems
}

const textKey = (one: Case): string => String(one["text"])

/** Files of widths: pairs, edges, gaps and the faces' own numbers. */
export const WIDTH_FILES: readonly Adapter[] = [
  {
    file: "05",
    key: (one) => `${String(one["lang"])} ${textKey(one)}`,
    problems: (one) =>
      rowProblems(textKey(one), String(one["expect"]), {
        language: one["lang"] === "zh-hant" ? "hant" : "hans",
      }).map((p) => `${String(one["lang"])} ${p}`),
  },
  {
    file: "05b",
    key: (one) => `${String(one["mode"])} ${(one["lines"] as string[]).join("|")}`,
    problems: lineEdges,
  },
  {
    file: "19",
    key: textKey,
    problems: (one) => rowProblems(textKey(one), `F${String(one["chws"])}F`),
  },
  {
    file: "04",
    key: (one) => `${String(one["writingMode"])} ${textKey(one)}`,
    problems: (one) =>
      rowProblems(`国${textKey(one)}国`, `F${String(one["expect"])}F`, {
        vertical: one["writingMode"] === "vertical",
      }),
  },
  { file: "06", key: textKey, problems: gapProblems },
  {
    file: "18",
    key: (one) => `${String(one["font"])} ${String(one["char"])}`,
    problems: faceProblems,
  },
  { file: "11", key: textKey, problems: widthProblems },
]
