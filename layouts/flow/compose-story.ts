import { columnBaseline, EM_ABOVE_BASELINE, linesWithin } from "../grid/geometry.ts"
import { segmentsOf } from "../grid/obstacles.ts"
import { stripMiddle, stripsOf } from "../grid/strips.ts"
import { stretchesOf } from "../grid/turned.ts"
import type { Article, ColumnBreak, ParagraphRole } from "../issue/article.ts"
import type { Stylesheet } from "../issue/style.ts"
import type { Line } from "../line/line.ts"
import type { Press } from "../press.ts"
import { pt, ziToPt, type Pt } from "../units.ts"
import { depthOf, type Block } from "./blocks.ts"
import type { Filled, Flow, Part } from "./fill.ts"
import { flowColumns } from "./flow-columns.ts"
import { flowRound, type RoundColumn } from "./flow-round.ts"
import { levelBands } from "./level-bands.ts"
import { leadingOf, rowsOf, type Taken } from "./rows.ts"
import type { BreakMode } from "./set-paragraph.ts"
import type { Column, Thread } from "./thread.ts"

/** A line at its place on the page. */
export interface PlacedLine {
  readonly line: Line
  /** Left edge of the line's first cell; of a vertical line its middle. */
  readonly x: Pt
  /** Of a vertical line the top of its first cell. */
  readonly baseline: Pt
  /** Index into the story. */
  readonly paragraph: number
  readonly role: ParagraphRole
}

/** A column with its lines from top to bottom. */
export interface SetColumn {
  readonly column: Column
  readonly lines: readonly PlacedLine[]
  /** The story's own line pitch in it. */
  readonly pitch: Pt
  /** Lines that it holds at that pitch; the column's grid lines where that is the grid's. */
  readonly room: number
  /** Lines that its text takes; the rest of the column is empty. */
  readonly used: number
}

/** A story in its frames. */
export interface SetStory {
  readonly columns: readonly SetColumn[]
  readonly blocks: readonly Block[]
  /** What did not fit (余字): characters without blanks, and lines. */
  readonly overset: { readonly characters: number; readonly lines: number }
  /** Empty lines at the ends of its columns (缺行), but for those that level columns cannot avoid. */
  readonly underset: number
}

/** What composing a story depends on beside its article and thread. */
export interface StorySetting {
  readonly press: Press
  readonly sheet: Stylesheet
  readonly breaks: BreakMode
}

/**
 * Sets a story into the columns of its thread: paragraphs to lines, lines down the columns, each at
 * its own measure. Placed and overset lines together are the whole story. Lines stand on the page's
 * grid, unless style or fitting gives the article a leading of its own: then they are counted from the
 * top of each column. An original break at which no column can end is given up, and the text runs on
 * there as if it had none; so are all of them where text goes round something that the original's
 * columns did not have.
 */
export function composeStory(article: Article, thread: Thread, setting: StorySetting): SetStory {
  const leading = leadingOf(article, setting.sheet)
  const full = thread.columns.map((column) => roomOf(column, leading))
  const set = setInRooms(article, thread, { ...setting, leading, depths: full })
  const last = thread.columns.at(-1)
  if (!last?.vertical || last.frame.bands?.level !== true || set.overset.lines > 0) return set
  return levelBands(thread, full, (depths) =>
    setInRooms(article, thread, { ...setting, leading, depths }),
  )
}

/** What a story is set with: its leading, and how many lines each of its columns takes at most. */
interface RoomSetting extends StorySetting {
  readonly leading: number
  readonly depths: readonly number[]
}

function setInRooms(article: Article, thread: Thread, setting: RoomSetting): SetStory {
  const { leading, depths } = setting
  const first = thread.columns[0]
  if (!first) return { columns: [], blocks: [], overset: allOver(article), underset: 0 }
  const rows = rowsOf(first.grid, leading)
  const rooms = thread.columns.map((column, i) => ({
    lines: depths[i]!,
    measure: ziToPt(column.measure, column.grid.bodySize),
  }))
  const marks = article.story.flatMap(({ columnBreaks }) => columnBreaks)
  const around = thread.columns.some(({ obstacles }) => obstacles.length > 0)
    ? thread.columns.map((column, i) => rowsIn(column, leading, depths[i]!))
    : null
  let kept = new Set(setting.breaks === "original" && !around ? marks : [])
  for (;;) {
    const how = { ...setting, rows, vertical: first.vertical }
    const honours = (mark: ColumnBreak): boolean => kept.has(mark)
    const { blocks, flow } = around
      ? flowRound(article, { ...how, honours }, around)
      : flowColumns(article, { ...how, honours }, rooms)
    const columns = thread.columns.map((column, i) =>
      setColumn(column, blocks, flow.columns[i]!, leading),
    )
    const stray = strayBreaks(article, columns, kept)
    if (stray.length === 0) return finish(columns, blocks, flow)
    kept = new Set([...kept].filter((mark) => !stray.includes(mark)))
  }
}

/** Original breaks that a line ends at, but no column. */
function strayBreaks(
  article: Article,
  columns: readonly SetColumn[],
  kept: ReadonlySet<ColumnBreak>,
): readonly ColumnBreak[] {
  return columns.flatMap(({ lines }) =>
    lines.slice(0, -1).flatMap(({ line, paragraph }) => {
      if (line.end !== "columnBreak") return []
      const { columnBreaks } = article.story[paragraph]!
      return columnBreaks.filter((mark) => mark.offset === line.to && kept.has(mark))
    }),
  )
}

function finish(columns: readonly SetColumn[], blocks: readonly Block[], flow: Flow): SetStory {
  const empty = columns.reduce((sum, { room, used }) => sum + room - used, 0)
  return {
    columns,
    blocks,
    overset: flow.rest ? oversetFrom(blocks, flow.rest) : { characters: 0, lines: 0 },
    underset: flow.rest || isLevel(columns, empty) ? 0 : empty,
  }
}

/**
 * Whether text stands as level as it can (拉平) in a last frame with columns of its own: these are
 * all of one height, so that they may lack a line less than there are of them.
 */
function isLevel(columns: readonly SetColumn[], empty: number): boolean {
  const frame = columns.at(-1)?.column.frame
  if (!frame?.ownColumns) return false
  const mates = columns.filter(({ column }) => column.frame.id === frame.id)
  const lacking = mates.reduce((sum, { room, used }) => sum + room - used, 0)
  return lacking === empty && empty < mates.length
}

function setColumn(
  column: Column,
  blocks: readonly Block[],
  { parts, used }: Filled,
  leading: number,
): SetColumn {
  const lines = parts.flatMap((part) => placePart(column, blocks[part.block]!, part, leading))
  const { pitch } = rowsOf(column.grid, leading)
  const rooms = column.obstacles.length > 0 ? rowsIn(column, leading).rows : null
  const free = rooms?.slice(used).filter((segments) => segments.length > 0).length
  const room = free === undefined ? roomOf(column, leading) : used + free
  return { column, lines, pitch, room, used }
}

/** The rows of a column with what is free of each; of a band its vertical lines. */
function rowsIn(column: Column, leading: number, depth = roomOf(column, leading)): RoundColumn {
  const { grid, box, line, obstacles } = column
  if (column.vertical) {
    const strips = stripsOf(grid, box, leading)
    const rows = Array.from({ length: depth }, (_, strip) =>
      stretchesOf(box, stripMiddle(strips, strip), obstacles, grid),
    )
    return { rows, measure: box.height }
  }
  const rows = Array.from({ length: depth }, (_, row) => {
    const baseline = columnBaseline(grid, line, row, leading)
    const top = baseline - EM_ABOVE_BASELINE * grid.bodySize
    return segmentsOf(box, { top, foot: top + grid.bodySize }, obstacles, grid)
  })
  return { rows, measure: box.width }
}

function placePart(
  column: Column,
  block: Block,
  part: Part,
  leading: number,
): readonly PlacedLine[] {
  let row = part.at
  const place = column.vertical ? downIn(column, leading) : acrossIn(column, leading)
  return block.lines.slice(part.from, part.to).map((line, i) => {
    const taken = block.taken?.[part.from + i]
    const { x, baseline } = place(line, row + block.lead, taken)
    row += taken?.rows ?? 1
    const along = part.x ?? 0
    return {
      line,
      x: column.vertical ? x : pt(x + along),
      baseline: column.vertical ? pt(baseline + along) : baseline,
      paragraph: block.paragraph,
      role: block.role,
    }
  })
}

/** Where a line stands whose rows begin at a row of its column. */
type Placing = (
  line: Line,
  row: number,
  taken: Taken | undefined,
) => { readonly x: Pt; readonly baseline: Pt }

function acrossIn({ grid, box, line: first }: Column, leading: number): Placing {
  return (line, row, taken) => ({
    x: pt(box.x + line.x),
    baseline: columnBaseline(grid, first, row + (taken?.lead ?? 0), leading),
  })
}

/** Vertical lines stand in the middle of what they take. */
function downIn({ grid, box }: Column, leading: number): Placing {
  const strips = stripsOf(grid, box, leading)
  return (line, row, taken) => ({
    x: stripMiddle(strips, row + ((taken?.rows ?? 1) - 1) / 2),
    baseline: pt(box.y + line.x),
  })
}

/** Lines of a leading that a column holds. */
function roomOf({ vertical, grid, box, lines }: Column, leading: number): number {
  return vertical ? stripsOf(grid, box, leading).count : linesWithin(lines, leading)
}

function oversetFrom(
  blocks: readonly Block[],
  rest: { readonly block: number; readonly line: number },
): SetStory["overset"] {
  let characters = 0
  let lines = 0
  blocks.slice(rest.block).forEach((block, i) => {
    const from = i === 0 ? rest.line : 0
    const over = block.lines.slice(from)
    lines += depthOf(block, from, block.lines.length)
    for (const line of over) characters += countInk(block.set.cells.text.slice(line.from, line.to))
  })
  return { characters, lines }
}

function allOver(article: Article): SetStory["overset"] {
  const characters = article.story.reduce((sum, { text }) => sum + countInk(text), 0)
  return { characters, lines: 0 }
}

/** Characters of a text without blanks. */
function countInk(text: string): number {
  let count = 0
  for (const character of text) if (character.trim() !== "") count += 1
  return count
}
