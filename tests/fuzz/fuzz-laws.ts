import { setText, type Setting } from "../../layouts/flow/set-paragraph.ts"
import type { SetText } from "../../layouts/flow/set-text.ts"
import type { Paragraph } from "../../layouts/issue/article.ts"
import { endMarksOf, stylesheetFor } from "../../layouts/issue/style.ts"
import { paragraphWith } from "../../layouts/issue/styled-sheet.ts"
import { gridOver } from "../../layouts/line/cell-grid.ts"
import { breakLines } from "../../layouts/line/break.ts"
import hyphens from "../../layouts/line/hyphens-en-us.json" with { type: "json" }
import { lineCosts } from "../../layouts/line/line-costs.ts"
import type { BesideLine, Line } from "../../layouts/line/line.ts"
import { pt, TOLERANCE, ziToPt, zi } from "../../layouts/units.ts"
import { press as plainPress, SIZE, textOf } from "../build/type.ts"
import { brokenBy, fewer, fewestBroken } from "./fewest-faults.ts"
import type { FuzzCase } from "./fuzz-case.ts"

/** What one paragraph gave: the laws that it broke, in words, and the time that its lines took. */
export interface Verdict {
  readonly broken: readonly string[]
  readonly ms: number
}

/** CLREQ's basic level, written out here once more, so that a slip in our classes is found. */
const NOT_AT_START = new Set("，、。．：；！？”’」』）》〉】〕〗］｝·・‧～")
const NOT_AT_END = new Set("“‘「『（《〈【〖〔［｛")

const SHEET = stylesheetFor(SIZE)

/** A press that divides words as well. */
const press = { ...plainPress, hyphens }

/** Sets a paragraph from nothing, then again beside another measure, and holds the lines to the laws. */
export function judge(fuzz: FuzzCase): Verdict {
  const fresh = structuredClone(fuzz.paragraph)
  const began = performance.now()
  const set = setText(fresh, fuzz.style, settingOf(fuzz, fresh, fuzz.measure))
  const ms = performance.now() - began
  const broken = [
    ...lost(fuzz.paragraph.text, set.lines),
    ...unsound(set.lines),
    ...edges(fuzz, set),
    ...widths(fuzz, set),
    ...gridded(fuzz, set),
    ...(warm(fuzz) === JSON.stringify(set.lines) ? [] : ["a warm result is not the cold one"]),
  ]
  return { broken, ms }
}

function settingOf({ vertical }: FuzzCase, paragraph: Paragraph, measure: number): Setting {
  const width = ziToPt(zi(measure), SIZE)
  const rows = { pitch: pt(11.25), size: SIZE }
  const story = [paragraph]
  return { press, sheet: SHEET, measure: width, vertical, rows, story, honours: () => true }
}

/** The lines of a paragraph that was set at another measure before, with its cells remembered. */
function warm(fuzz: FuzzCase): string {
  const { paragraph, style, measure } = fuzz
  const again = structuredClone(paragraph)
  setText(again, style, settingOf(fuzz, again, measure + 1))
  setText(again, style, settingOf(fuzz, again, measure))
  return JSON.stringify(setText(again, style, settingOf(fuzz, again, measure)).lines)
}

/** No character is lost, doubled or moved. */
function lost(text: string, lines: readonly Line[]): readonly string[] {
  const broken: string[] = []
  if (lines.map(textOf).join("") !== text) broken.push("the lines do not show the text")
  let at = 0
  for (const line of lines) {
    if (line.from !== at || line.to <= line.from) broken.push("the lines do not tile the text")
    at = line.to
  }
  if (at !== text.length) broken.push("the last line does not end the text")
  return broken
}

/** Every length is a number, carets never go back, and glyphs have their places. */
function unsound(lines: readonly Line[]): readonly string[] {
  const sound = lines.every(
    ({ x, width, squeeze, expand, looseness, runs, stops, beside = [] }) => {
      const places = [...stops.x, ...runs.flatMap((run) => run.dx), ...beside.flatMap(placesOf)]
      const lengths = [x, width, squeeze, expand, looseness, ...places]
      const rising = stops.x.every((stop, i) => i === 0 || stop >= stops.x[i - 1]! - 1e-6)
      return lengths.every(Number.isFinite) && rising
    },
  )
  return sound ? [] : ["a length is no number, or a caret goes back"]
}

function placesOf(beside: BesideLine): readonly number[] {
  if (beside.kind === "ruby") return [beside.x, beside.up, ...beside.dx]
  return beside.kind === "dot" ? [beside.x] : [beside.x, beside.to]
}

/** Costs are finite, and no rule is broken at a line's edge that other lines would have kept. */
function edges(fuzz: FuzzCase, { cells, lines, breaking: room }: SetText): readonly string[] {
  if (cells.count === 0 || !room) return []
  const { cost, ends } = breakLines(cells, room)
  const broken = Number.isFinite(cost) && cost >= 0 ? [] : [`a paragraph costs ${cost}`]
  const told = lineCosts(cells, room, ends).reduce((total, { sum }) => total + sum, 0)
  if (Math.abs(told - cost) > 1e-6 * cost + 0.01)
    broken.push(`lines that cost ${told} make a paragraph of ${cost}`)
  const fewest = fewestBroken(cells, room)
  const ours = ends
    .map((end, i) => brokenBy(cells, room, { start: ends[i - 1] ?? 0, end }))
    .reduce((a, b) => ({ forbidden: a.forbidden + b.forbidden, words: a.words + b.words }))
  if (fewer(fewest, ours))
    broken.push(
      `${ours.forbidden} forbidden edges and ${ours.words} divided words, ${fewest.forbidden} and ${fewest.words} would do`,
    )
  const { level } = paragraphWith(fuzz.style, fuzz.paragraph.look)
  if (fewest.forbidden === 0 && level !== "none") broken.push(...badMarks(fuzz, lines))
  return broken
}

/** Marks at the edges of lines where CLREQ's table has none. */
function badMarks({ paragraph }: FuzzCase, lines: readonly Line[]): readonly string[] {
  const { text } = paragraph
  return lines.slice(1).flatMap(({ from }, i) => {
    if (lines[i]!.end === "columnBreak") return []
    const start = text[from]!
    const end = text[from - 1]!
    const apostrophe = start === "’" && /\p{L}’\p{L}/u.test(text.slice(from - 1, from + 2))
    if (NOT_AT_START.has(start) && !apostrophe) return [`${start} begins a line`]
    return NOT_AT_END.has(end) ? [`${end} ends a line`] : []
  })
}

/**
 * No line is over its measure beyond a hanging mark, and justified lines are flush, but for those of a
 * paragraph with tabs: what stands at a stop is not moved, and in a grid, where nothing is stretched; nor is there anything
 * to stretch in a line of blanks.
 */
function widths({ paragraph, style, measure }: FuzzCase, { lines }: SetText): readonly string[] {
  const tabbed = paragraph.text.includes("\t")
  const own = paragraphWith(style, paragraph.look)
  const { align } = own
  const ragged = tabbed || endMarksOf(own) === "grid"
  return lines.flatMap((line) => {
    const single = line.stops.at.length <= 2 || textOf(line).trim() === ""
    const room = measure * SIZE - line.x - line.width
    if (room < -TOLERANCE && !single) return [`a line is ${(-room).toFixed(2)} pt over its measure`]
    const flush = align === "justify" && line.end === "line" && !single && !ragged
    return flush && room > TOLERANCE ? [`a full line is ${room.toFixed(2)} pt short`] : []
  })
}

/** How far the origin of an upright character is below the top of its vertical cell, em. */
const EM_ABOVE = 0.88

/** In a grid ideographs stand in their cells, and only marks behind another one begin a line. */
function gridded(fuzz: FuzzCase, { cells, lines }: SetText): readonly string[] {
  const { paragraph, style, measure } = fuzz
  const { text, spans = [], look } = paragraph
  const own = paragraphWith(style, look)
  if (endMarksOf(own) !== "grid" || text.includes("\t") || spans.length > 0) return []
  const { pitch } = gridOver(measure * SIZE, cells.size)
  const off = lines.flatMap((line) =>
    line.runs.flatMap(({ dx, texts, size }) =>
      dx.flatMap((x, i) => {
        const at = (line.x + x - (line.vertical ? EM_ABOVE * size : 0)) / pitch
        const han = size === cells.size && /^[\u4e00-\u9fff]$/u.test(texts[i]!)
        return han && Math.abs(at - Math.round(at)) > 1e-3 ? [`${texts[i]} at ${at}`] : []
      }),
    ),
  )
  if (own.level === "none" || own.level === "loose") return off
  const begun = lines.slice(1).flatMap(({ from }, i) => {
    const free = lines[i]!.strained || lines[i]!.end === "columnBreak"
    const before = text.slice(0, from).trimEnd().at(-1) ?? ""
    const start = text[from]!
    const mark =
      NOT_AT_START.has(start) && !/[，、。．：；！？‼⁇⁈⁉”’」』）》〉】〕〗］｝]/u.test(before)
    return mark && !free ? [`${start} begins a line in a grid`] : []
  })
  return [...off, ...begun]
}
