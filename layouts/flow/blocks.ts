import type { Article, ParagraphRole } from "../issue/article.ts"
import type { ParagraphStyle, Stylesheet } from "../issue/style.ts"
import type { Line } from "../line/line.ts"
import type { Pt } from "../units.ts"
import { sizeOf, takenBy, type Taken } from "./rows.ts"
import { setText, type Rows, type Setting } from "./set-paragraph.ts"
import { setTurned } from "./set-turned.ts"
import type { SetText } from "./set-text.ts"

/**
 * A paragraph ready for the columns. `height` counts whole rows; line k of the text stands `lead` + k
 * rows below the block's top, so that a subhead may stand half a row lower.
 */
export interface Block {
  /** Index into the story. */
  readonly paragraph: number
  readonly role: ParagraphRole
  readonly lines: readonly Line[]
  readonly height: number
  readonly lead: number
  /** What each line takes, where one is larger than its row; null for one row each. */
  readonly taken: readonly Taken[] | null
  /** Lines of the next block that must stand in the same column (背题). */
  readonly keep: number
  /** Stands on the last line of the block before it, at the right (a credit with room beside it). */
  readonly runIn: boolean
  readonly set: SetText
}

/** Text lines that must follow a subhead in its column. Source: reference/domain.md 2.7 背题 */
const KEEP_WITH_SUBHEAD = 2

/** Blank between a paragraph's end and a credit on the same line, em. */
const CREDIT_AIR = 1

/** Blank that a subhead has above and below together, rows. */
const SUBHEAD_AIR = 0.75

/** What blocks are made with. */
export type BlockSetting = Omit<Setting, "story">

/** The story as blocks at one measure. Empty paragraphs stand for nothing and are left out. */
export function blocksOf(article: Article, how: BlockSetting): readonly Block[] {
  return blocksAfter(null, article, how)
}

/**
 * The blocks behind one that stands already, or all. `atTop` are those that begin a column: the first
 * of them runs into no line before it.
 */
export function blocksAfter(
  before: Block | null,
  article: Article,
  how: BlockSetting,
  atTop = before === null,
): readonly Block[] {
  const setting = { ...how, story: article.story }
  const blocks: Block[] = []
  article.story.forEach((paragraph, index) => {
    if (paragraph.text.length === 0 || (before && index <= before.paragraph)) return
    const last = blocks.at(-1) ?? (atTop ? undefined : (before ?? undefined))
    blocks.push(blockOf(article, index, setting, last))
  })
  return blocks
}

/**
 * A block whose text turns to another measure (变栏) behind its line `at.to`: the lines from
 * `at.from` on were set at the measure before, those before them stand.
 */
export function turnedBlock(
  block: Block,
  article: Article,
  how: BlockSetting,
  at: { readonly from: number; readonly to: number; readonly before: Pt },
): Block {
  const style = styleOf(article, block.role, how.sheet)
  const paragraph = article.story[block.paragraph]!
  const { open } = block.set
  const turn = { ...at, set: block.set, fast: block.taken !== null }
  const set = { ...setTurned(paragraph, style, how, turn), ...(open ? { open } : {}) }
  const taken = set.deep ? null : takenBy(set, how.rows)
  const turned = { ...block, set, lines: set.lines, taken }
  return { ...turned, height: depthOf(turned, 0, set.lines.length) }
}

/** The block of one paragraph behind another. */
export function blockOf(
  article: Article,
  index: number,
  setting: Setting,
  before: Block | undefined,
): Block {
  const paragraph = article.story[index]!
  const style = styleOf(article, paragraph.role, setting.sheet)
  const set = setText(paragraph, style, setting)
  const subhead = paragraph.role === "subhead"
  const taken = set.deep ? null : takenBy(set, setting.rows)
  const runIn =
    paragraph.role === "credit" && !taken && fitsBeside(before, set.lines, setting.measure, style)
  const text = taken ? taken.reduce((sum, { rows }) => sum + rows, 0) : set.lines.length
  const air = subhead && !(taken && isAiry(set.lines, text, setting.rows)) ? 1 : 0
  return {
    paragraph: index,
    role: paragraph.role,
    lines: set.lines,
    height: runIn ? 0 : text + air,
    lead: air / 2,
    taken,
    keep: subhead ? KEEP_WITH_SUBHEAD : 0,
    runIn,
    set,
  }
}

/** Rows that the lines `from` to `to` of a block take. */
export function depthOf({ taken }: Block, from: number, to: number): number {
  if (!taken) return to - from
  let depth = 0
  for (let line = from; line < to; line += 1) depth += taken[line]!.rows
  return depth
}

/** Whether large lines leave a subhead's air inside the rows that they take. */
function isAiry(lines: readonly Line[], rows: number, { pitch }: Rows): boolean {
  const sizes = lines.reduce((sum, line) => sum + sizeOf(line), 0)
  return rows * pitch - sizes >= SUBHEAD_AIR * pitch
}

/** The style of a paragraph by its role and by what its article is. */
export function styleOf(article: Article, role: ParagraphRole, sheet: Stylesheet): ParagraphStyle {
  const caption = article.kind === "photo"
  if (role === "subhead") return sheet.subhead
  if (role === "closing") return sheet.closing
  if (role === "credit") return caption ? sheet.captionCredit : sheet.credit
  return caption ? sheet.caption : sheet.body
}

/** True when a one-line credit has room at the right of the line before it. */
function fitsBeside(
  before: Block | undefined,
  credit: readonly Line[],
  measure: Pt,
  style: ParagraphStyle,
): boolean {
  const last = before?.lines.at(-1)
  const line = credit[0]
  if (!before || !last || !line || credit.length > 1 || before.role !== "body" || before.taken)
    return false
  const air = CREDIT_AIR * style.text.size
  return last.x + last.width + air + line.width <= measure
}
