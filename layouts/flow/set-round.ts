import type { Paragraph } from "../issue/article.ts"
import type { ParagraphStyle } from "../issue/style.ts"
import { paragraphWith } from "../issue/styled-sheet.ts"
import { breakTurning } from "../line/break-turning.ts"
import type { Cells } from "../line/cells.ts"
import { breakingOf, linesFrom } from "../line/paragraph.ts"
import { pt } from "../units.ts"
import { setText, settingOf, type Setting } from "./set-paragraph.ts"
import type { SetText } from "./set-text.ts"

/** Lines that text may need more than its length says, and how much more of them. */
const MORE = { lines: 3, factor: 1.3 } as const

/** What a paragraph was set round something with. */
interface Known {
  readonly style: ParagraphStyle
  readonly cells: Cells
  readonly widths: string
  readonly set: SetText
}

const remembered = new WeakMap<Paragraph, readonly Known[]>()

/** Paragraphs without their large first character, by those with it. */
const undropped = new WeakMap<Paragraph, Paragraph>()

/** Settings remembered for one paragraph. */
const REMEMBERED = 3

/** A paragraph, its style, and what it is set with. */
export interface RoundText {
  readonly paragraph: Paragraph
  readonly style: ParagraphStyle
  readonly setting: Setting
}

/**
 * A paragraph whose lines have the measures of the places that they stand in, pt, the first of them
 * first; lines behind the last place are as wide as that. All lines are broken together.
 */
export function setRound(text: RoundText, measures: readonly number[]): SetText {
  const { style, setting } = text
  const measure = pt(measures[0] ?? setting.measure)
  const paragraph = withoutDrop(text)
  const plain = setText(paragraph, style, { ...setting, measure })
  const needed = measures.slice(0, linesNeeded(plain.cells, measures))
  const last = needed.at(-1) ?? measure
  let count = needed.length
  while (count > 0 && needed[count - 1] === last) count -= 1
  if (count === 0) return plain
  const widths = needed.slice(0, count)
  return remember(paragraph, { style, cells: plain.cells, widths: `${widths} ${last}` }, () =>
    broken(plain.cells, paragraphWith(style, paragraph.look), widths, last),
  )
}

/** A paragraph that begins with a character as large as the rest: nothing stands beside a large one here. */
function withoutDrop({ paragraph, style }: RoundText): Paragraph {
  if ((paragraph.look?.drop ?? style.drop) === undefined) return paragraph
  const known = undropped.get(paragraph)
  if (known) return known
  const made = { ...paragraph, look: { ...paragraph.look, drop: 1 } }
  undropped.set(paragraph, made)
  return made
}

/** How many places the text may need at the most. */
function linesNeeded(cells: Cells, measures: readonly number[]): number {
  const all = cells.count === 0 ? 0 : cells.widthSum[cells.count]! + cells.gapSum[cells.count - 1]!
  let room = 0
  let lines = 0
  while (lines < measures.length && room < all * MORE.factor) {
    room += measures[lines]!
    lines += 1
  }
  return lines + MORE.lines
}

function broken(
  cells: Cells,
  own: ParagraphStyle,
  widths: readonly number[],
  last: number,
): SetText {
  const setting = settingOf(own, pt(last), [])
  const breaking = { ...breakingOf(cells, setting), widths }
  const { ends } = breakTurning(cells, breaking)
  let start = 0
  const lines = ends.flatMap((end, i) => {
    const measure = pt(widths[i] ?? last)
    const line = linesFrom(cells, { ...setting, measure }, { start, ends: [end], forced: [] })
    start = end
    return line
  })
  return { cells, lines, breaking }
}

function remember(paragraph: Paragraph, key: Omit<Known, "set">, make: () => SetText): SetText {
  const known = remembered.get(paragraph) ?? []
  const hit = known.find(
    ({ style, cells, widths }) =>
      style === key.style && cells === key.cells && widths === key.widths,
  )
  if (hit) return hit.set
  const set = make()
  remembered.set(paragraph, [{ ...key, set }, ...known].slice(0, REMEMBERED))
  return set
}
