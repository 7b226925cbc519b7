import { tmpdir } from "node:os"
import { runsOf } from "../../layouts/flow/runs.ts"
import { stylesheetFor } from "../../layouts/issue/style.ts"
import { collect } from "../../layouts/line/collect.ts"
import { breakLines, type Breaking } from "../../layouts/line/break.ts"
import type { Cells } from "../../layouts/line/cells.ts"
import { DEMERITS } from "../../layouts/line/demerits.ts"
import { lineCosts, type LineCost } from "../../layouts/line/line-costs.ts"
import { breakingOf, setParagraph } from "../../layouts/line/paragraph.ts"
import { pt } from "../../layouts/units.ts"
import { openLibrary } from "../../main/fonts/library.ts"
import { importFiles } from "../../main/import/open.ts"
import { pressesOf } from "../../main/press.ts"
import { fewestLoose, LOOSE } from "../fuzz/fewest-loose.ts"

/** How even the lines of a text are at a measure. */
export interface Evenness {
  readonly lines: number
  /** Mean of what is put between two ideographs, %; typed spaces are none of it. */
  readonly mean: number
  /** The fewest lines over 3 % that any legal breaks leave, and the mean with so few, %. */
  readonly fewest: number
  readonly least: number
  /** Lines whose commas are wide and those of the line before narrow, or the other way round. */
  readonly jumps: number
  /** Each line over 3 %: how far apart its ideographs are, %, and its words. */
  readonly loose: readonly { readonly apart: number; readonly words: string }[]
}

const SIZE = pt(9)

/** Commas of neighbouring lines whose share of squeezed blank differs by so much are seen to jump. */
const JUMP = 0.75

/** How even the paragraphs of an article file are at each measure (字), and how even they could be. */
export async function evennessFigures(
  source: string,
  measures: readonly number[],
): Promise<readonly Evenness[]> {
  const imported = await importFiles([source], { tray: tmpdir() })
  if (!imported.ok) throw new Error(imported.say.en)
  const sheet = stylesheetFor(SIZE)
  const { compose: press } = pressesOf(openLibrary([]), new Map())
  const style = { ...sheet.body, size: SIZE, trim: true, spaces: "word" } as const
  const hyphens = press.hyphens ? { hyphens: press.hyphens } : {}
  const paragraphs = imported.value.articles
    .flatMap(({ story }) => story)
    .filter(({ role, text }) => role === "body" && text !== "")
    .map((one) =>
      collect(one.text, runsOf(one, style.text, sheet, press), { ...style, ...hyphens }),
    )
  return measures.map((measure) => {
    const setting = {
      measure: pt(measure * SIZE),
      indent: pt(style.indent * SIZE),
      align: "justify",
      endMarks: style.endMarks,
      columnBreaks: [],
    } as const
    const fewest = paragraphs.map((cells) => fewestLoose(cells, breakingOf(cells, setting)))
    const jumps = paragraphs.map((cells) => jumpsOf(cells, breakingOf(cells, setting)))
    const lines = paragraphs.flatMap((cells) =>
      setParagraph(cells, { ...setting, breaking: "total" })
        .filter(({ end }) => end !== "paragraph")
        .map(({ looseness, from, to }) => ({ looseness, words: cells.text.slice(from, to) })),
    )
    const sum = lines.reduce((all, { looseness }) => all + looseness, 0)
    const share = (em: number): number => (100 * em) / Math.max(1, lines.length)
    return {
      lines: lines.length,
      mean: share(sum),
      least: share(fewest.reduce((all, one) => all + (one?.sum ?? 0), 0)),
      fewest: fewest.reduce((all, one) => all + (one?.loose ?? 0), 0),
      jumps: jumps.reduce((all, one) => all + one, 0),
      loose: lines
        .filter(({ looseness }) => looseness > LOOSE)
        .map(({ looseness, words }) => ({ apart: 100 * looseness, words })),
    }
  })
}

function jumpsOf(cells: Cells, breaking: Breaking): number {
  const { ends } = breakLines(cells, breaking)
  const costs = lineCosts(cells, breaking, ends)
  const least = DEMERITS.uneven * JUMP * JUMP
  const jump = ({ parts }: LineCost): boolean =>
    parts.some(({ name, cost }) => name === "uneven" && cost >= least)
  return costs.filter(jump).length
}
