import type { Article } from "../issue/article.ts"
import { TOLERANCE, type Pt } from "../units.ts"
import { blocksAfter, blocksOf, turnedBlock, type Block, type BlockSetting } from "./blocks.ts"
import { fill, type Filled, type Flow, type Rest } from "./fill.ts"

/** A column as text sees it: how many lines it takes, and how wide they are, pt. */
export interface Room {
  readonly lines: number
  readonly measure: Pt
}

/** What the columns are filled with beside the article. */
export type FlowSetting = Omit<BlockSetting, "measure">

/** A story in its columns: its blocks as their columns set them, and where they stand. */
export interface Flown {
  readonly blocks: readonly Block[]
  readonly flow: Flow
}

/**
 * Flows a story down columns that may have different measures (变栏), in thread order. A paragraph that
 * goes on in a column of another measure is set anew from the line where it turns; the lines are those
 * of the story, none lost, none twice. There is at least one column.
 * Source: domain §2.7, 长短栏 conversion
 */
export function flowColumns(article: Article, setting: FlowSetting, rooms: readonly Room[]): Flown {
  const stretches = stretchesOf(rooms)
  let blocks: readonly Block[] = []
  let from: Rest = { block: 0, line: 0 }
  const columns: Filled[] = []
  for (const [i, { measure, lines }] of stretches.entries()) {
    const how = { ...setting, measure }
    if (i === 0) blocks = blocksOf(article, how)
    const flow = fill(blocks, lines, { from, goesOn: i + 1 < stretches.length })
    columns.push(...flow.columns)
    const next = stretches[i + 1]
    if (!flow.rest) break
    if (!next) return { blocks, flow: { columns, rest: flow.rest } }
    const turn = { rest: flow.rest, from, before: measure }
    blocks = goneOn(article, { ...setting, measure: next.measure }, blocks, turn)
    from = flow.rest
  }
  while (columns.length < rooms.length) columns.push({ parts: [], used: 0 })
  return { blocks, flow: { columns, rest: null } }
}

/** Columns of one measure that follow each other. */
interface Stretch {
  readonly measure: Pt
  readonly lines: number[]
}

function stretchesOf(rooms: readonly Room[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const { measure, lines } of rooms) {
    const last = stretches.at(-1)
    if (last && Math.abs(last.measure - measure) < TOLERANCE) last.lines.push(lines)
    else stretches.push({ measure, lines: [lines] })
  }
  return stretches
}

/** Where a story turns: what is left, where the measure before began, and that measure, pt. */
interface StoryTurn {
  readonly rest: Rest
  readonly from: Rest
  readonly before: Pt
}

/** The blocks with those from the turn on set at the measure behind it. */
function goneOn(
  article: Article,
  how: BlockSetting,
  blocks: readonly Block[],
  { rest, from, before }: StoryTurn,
): readonly Block[] {
  const whole = blocks.slice(0, rest.block)
  if (rest.line === 0) return [...whole, ...blocksAfter(whole.at(-1) ?? null, article, how, true)]
  const first = from.block === rest.block ? from.line : 0
  const lines = { from: first, to: rest.line, before }
  const turned = turnedBlock(blocks[rest.block]!, article, how, lines)
  return [...whole, turned, ...blocksAfter(turned, article, how, false)]
}
