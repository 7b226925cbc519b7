import { readFileSync } from "node:fs"
import { z } from "zod"
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
  level: z.enum(["none", "basic", "gb", "strict"]).default("gb"),
  justify: z.boolean().default(true),
  options: z
    .looseObject({
      greedy: z.boolean().optional(),
      trim: z.literal("none").optional(),
      hang: z.boolean().optional(),
      autospace: z.boolean().optional(),
    })
    .default({}),
})

type LineCase = z.infer<typeof caseForm>

/** `banxin lines`: sets short texts as the compositor would, for cases that others wrote. */
export function linesCommand(args: readonly string[]): Promise<Exit> {
  const [file] = readOptions(args, [], ["json"]).files
  if (file === undefined)
    throw new BadUsage("没有给出用例文件。No case file was given; see banxin lines --help.")
  const cases = readCases(file)
  const faces = openLibrary([]).faces({ family: "song", weight: 400 })
  const set = cases.map((one) => {
    const { text, level, options } = one
    const runs = [{ from: 0, to: text.length, faces, size: pt(SIZE) }]
    const autospace = options.autospace ?? true
    const trim = options.trim !== "none"
    const indent = one.indentEm
    const cells = collect(text, runs, { indent, level, autospace, digits: "own", trim })
    const lines = setParagraph(cells, {
      measure: pt(one.measureEm * SIZE),
      indent: pt(indent * SIZE),
      align: one.justify ? "justify" : "left",
      endMarks: options.hang ? "hang" : "half",
      columnBreaks: [],
      breaking: options.greedy ? "greedy" : "total",
    })
    return { ...one, lines: lines.map(wordsOf), advances: lines.map(advancesOf) }
  })
  process.stdout.write(`${JSON.stringify({ cases: set }, null, 1)}\n`)
  return Promise.resolve(0)
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
 * What each character takes of the line, em: from its glyph's origin to the next one's, the first
 * from the line's left edge. A glyph that shows two characters is shared between them.
 */
function advancesOf(line: Line): readonly number[] {
  const texts = line.runs.flatMap((run) => run.texts)
  const places = line.runs.flatMap((run) => run.dx).map((x) => Math.max(0, x))
  return texts.flatMap((text, i) => {
    const advance = ((places[i + 1] ?? line.width) - places[i]!) / SIZE
    const characters = [...text].length
    const each = Math.round((advance / Math.max(1, characters)) * 1e4) / 1e4
    return Array.from({ length: characters }, () => each)
  })
}
