import { readFileSync } from "node:fs"
import { z } from "zod"
import type { Face } from "../../fonts/face.ts"
import type { Cells } from "../../layouts/line/cells.ts"
import { CLASS, hasTrail, isJoined } from "../../layouts/line/classes.ts"
import { verticalOf } from "../../layouts/issue/style.ts"
import { collect } from "../../layouts/line/collect.ts"
import type { Line } from "../../layouts/line/line.ts"
import { setParagraph } from "../../layouts/line/paragraph.ts"
import { pt } from "../../layouts/units.ts"
import { openLibrary } from "../fonts/library.ts"
import { BadUsage, readOptions, type Exit } from "./answer.ts"

/** Size that cases are set in, pt; they count in em. */
const SIZE = 9

const caseForm = z.looseObject({
  text: z.string(),
  measureEm: z.number().positive(),
  indentEm: z.number().nonnegative().default(0),
  level: z.enum(["none", "loose", "basic", "gb", "strict"]).default("gb"),
  justify: z.boolean().default(true),
  options: z
    .looseObject({
      greedy: z.boolean().optional(),
      trim: z.literal("none").optional(),
      hang: z.boolean().optional(),
      grid: z.boolean().optional(),
      autospace: z.boolean().optional(),
      vertical: z.boolean().optional(),
      language: z.enum(["hans", "hant"]).optional(),
    })
    .default({}),
})

/** A short text and how it is to be set, as case files give it. */
export type LineCase = z.infer<typeof caseForm>

/** A case as our compositor sets it. */
export interface SetCase {
  readonly lines: readonly string[]
  /** What each character takes of its line, em. */
  readonly advances: readonly (readonly number[])[]
  /** Where a line may end: UTF-16 offsets into the text, rising, its end included. */
  readonly breaks: readonly number[]
}

/** `banxin lines`: sets short texts as the compositor would, for cases that others wrote. */
export function linesCommand(args: readonly string[]): Promise<Exit> {
  const [file] = readOptions(args, [], ["json"]).files
  if (file === undefined)
    throw new BadUsage("没有给出用例文件。No case file was given; see banxin lines --help.")
  const cases = readCases(file)
  const faces = openLibrary([]).faces({ family: "song", weight: 400 })
  const set = cases.map((one) => ({ ...one, ...setCase(one, faces) }))
  process.stdout.write(`${JSON.stringify({ cases: set }, null, 1)}\n`)
  return Promise.resolve(0)
}

/** Sets one case in the given faces; fields that it leaves out are as the case form has them. */
export function setCase(given: z.input<typeof caseForm>, faces: readonly Face[]): SetCase {
  const one = caseForm.parse(given)
  const { text, level, options } = one
  const runs = [{ from: 0, to: text.length, faces, size: pt(SIZE) }]
  const autospace = options.autospace ?? true
  const trim = options.trim !== "none" && !options.grid
  const indent = one.indentEm
  const script = options.language ? { language: options.language } : {}
  const style = { indent, level, autospace, digits: "own", trim, ...script } as const
  const down = options.vertical ? { vertical: verticalOf({}) } : {}
  const cells = collect(text, runs, { ...style, ...down })
  const lines = setParagraph(cells, {
    measure: pt(one.measureEm * SIZE),
    indent: pt(indent * SIZE),
    align: one.justify ? "justify" : "left",
    endMarks: options.grid ? "grid" : options.hang ? "hang" : "half",
    columnBreaks: [],
    breaking: options.greedy ? "greedy" : "total",
  })
  const breaks = Array.from(cells.from.subarray(1)).filter(
    (_, cell) => cells.breakAfter[cell] === 1,
  )
  return {
    lines: lines.map(wordsOf),
    advances: lines.map((line) => advancesOf(line, cells)),
    breaks,
  }
}

function readCases(file: string): readonly LineCase[] {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, "utf8"))
  } catch (cause) {
    throw new BadUsage(`读不到用例文件 ${file}。The case file ${file} cannot be read.`, { cause })
  }
  const read = z.looseObject({ cases: z.array(caseForm) }).safeParse(json)
  if (read.success) return read.data.cases
  const at = read.error.issues[0]?.path.join(".") ?? ""
  throw new BadUsage(`用例文件 ${file} 的 ${at} 有误。The field ${at} of ${file} is wrong.`)
}

function wordsOf(line: Line): string {
  return line.runs.flatMap((run) => run.texts).join("")
}

/**
 * What each character takes of the line, em: its cell with the blank that is its own, an opening
 * mark's before it and every other one behind; the first begins at the line's left edge.
 */
function advancesOf(line: Line, cells: Cells): readonly number[] {
  const places = line.runs.flatMap((run) => run.dx)
  const first = cells.from.indexOf(line.from)
  const after = cells.from.indexOf(line.to)
  const origin = cells.glyphFrom[first]!
  const left = (cell: number): number => {
    const glyph = cells.glyphFrom[cell]!
    return cell === after ? line.width : places[glyph - origin]! - cells.glyphX[glyph]!
  }
  const begins = (cell: number): number => {
    const gap = cell === first || cell === after ? 0 : left(cell) - rightOf(cells, cell - 1, left)
    return left(cell) - Math.min(gap, blankBefore(cells, cell))
  }
  const advances: number[] = []
  for (let cell = first; cell < after; cell += 1) {
    const advance = (begins(cell + 1) - begins(cell)) / SIZE
    advances.push(...shared(advance, cells.width[cell]! / SIZE, charactersOf(cells, cell)))
  }
  return advances
}

function charactersOf({ text, from }: Cells, cell: number): readonly string[] {
  return [...text.slice(from[cell], from[cell + 1])]
}

/**
 * What each character of a cell takes of its advance, em: characters share the cell's width, signs
 * that ride on one take none of it, and what is left over stands behind the last.
 */
function shared(advance: number, width: number, characters: readonly string[]): readonly number[] {
  const rides = (i: number): boolean => i > 0 && isJoined(characters[i]!.codePointAt(0)!)
  const sharing = characters.filter((_, i) => !rides(i)).length
  return characters.map((_, i) => {
    const behind = i === characters.length - 1 ? advance - width : 0
    return Math.round((behind + (rides(i) ? 0 : width / sharing)) * 1e4) / 1e4
  })
}

function rightOf(cells: Cells, cell: number, left: (cell: number) => number): number {
  return left(cell) + cells.width[cell]!
}

/** The most that a mark's own blank takes of the gap before it, pt. */
function blankBefore(cells: Cells, cell: number): number {
  const kind = cells.kind[cell]
  if (cells.width[cell]! > 0.75 * SIZE) return 0
  if (kind === CLASS.wideInterpunct) return 0.25 * SIZE
  return kind === CLASS.open && !hasTrail(cells.kind[cell - 1]!) ? 0.5 * SIZE : 0
}
