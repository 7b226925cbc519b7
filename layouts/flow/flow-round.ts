import type { Article } from "../issue/article.ts"
import { pt } from "../units.ts"
import { blockOf, blocksAfter, depthOf, styleOf, type Block } from "./blocks.ts"
import type { Filled, Part } from "./fill.ts"
import type { Flown, FlowSetting } from "./flow-columns.ts"
import { placesOf, setInPlaces, type LinePlace } from "./line-places.ts"
import { slotsIn, windowAt, type RoundColumn, type Slot } from "./slots.ts"
import type { Setting } from "./set-paragraph.ts"

export type { RoundColumn } from "./slots.ts"

/** Least width of a stretch that a subhead stands in, in sizes of the text. */
const LEAST_SOLID = 4

/** A story on its way: its blocks, where they stand, and the next free place. */
interface Journey {
  readonly article: Article
  readonly setting: Setting
  readonly columns: readonly RoundColumn[]
  readonly slots: readonly Slot[]
  readonly blocks: Block[]
  readonly parts: Part[][]
  at: number
}

/**
 * Flows a story round what stands in its columns (串文、图文绕排): each line takes the next free place,
 * in whole 字. A subhead stands where as many rows are free over one stretch as it takes, with the
 * lines that it keeps. Every line is placed once, or is in the rest.
 * Source: typography §1.9 text wrap; JLREQ, principles for arrangement of illustrations
 */
export function flowRound(
  article: Article,
  setting: FlowSetting,
  columns: readonly RoundColumn[],
): Flown {
  const slots = slotsIn(columns)
  const widest = pt(Math.max(...columns.map(({ measure }) => measure)))
  const journey: Journey = {
    ...{ article, columns, slots, at: 0, blocks: [] },
    setting: { ...setting, measure: widest, story: article.story },
    parts: columns.map(() => []),
  }
  for (const [index, { text }] of article.story.entries()) {
    if (text.length === 0) continue
    if (runsIn(journey, index)) continue
    const left = journey.at < slots.length ? placeParagraph(journey, index) : 0
    if (left === null) continue
    return ended(journey, index, left)
  }
  return { blocks: journey.blocks, flow: { columns: filled(journey), rest: null } }
}

/** The story where the places ran out before a line of a paragraph. */
function ended(journey: Journey, index: number, line: number): Flown {
  const { article, setting, blocks, slots } = journey
  const how = { ...setting, measure: pt(slots.at(-1)?.measure ?? setting.measure) }
  const last = blocks.at(-1)
  const begun = last?.paragraph === index
  const before = begun ? blocks.length - 1 : blocks.length
  blocks.push(...blocksAfter(last ?? null, article, how, false))
  return { blocks, flow: { columns: filled(journey), rest: { block: before, line } } }
}

function filled({ parts, blocks }: Journey): readonly Filled[] {
  return parts.map((own) => ({
    parts: own,
    used: own.reduce((most, { block, from, to, at }) => {
      const { height, role } = blocks[block]!
      const rows = role === "subhead" && from === 0 ? height : depthOf(blocks[block]!, from, to)
      return Math.max(most, at + Math.ceil(rows))
    }, 0),
  }))
}

/** Places a paragraph; how many of its lines found a place where not all did, else null. */
function placeParagraph(journey: Journey, index: number): number | null {
  const { article, setting, columns, slots, blocks } = journey
  const measure = pt(slots[journey.at]!.measure)
  const block = blockOf(article, index, { ...setting, measure }, undefined)
  // Where no stretch has the rows that larger lines take, they stand in rows of their own after all.
  if ((block.role === "subhead" || block.taken) && placeSolid(journey, block)) return null
  if (isTogether(journey, block)) {
    blocks.push({ ...block, taken: null, lead: 0, height: block.lines.length })
    return placeLines(journey, placesOf({ columns, slots, from: journey.at }))
  }
  const paragraph = article.story[index]!
  const style = styleOf(article, block.role, setting.sheet)
  const course = { columns, slots, from: journey.at }
  const { set, places, taken } = setInPlaces({ paragraph, style, setting }, course)
  const placed = { ...block, set, lines: set.lines, taken, lead: 0 }
  blocks.push({ ...placed, height: depthOf(placed, 0, set.lines.length) })
  return placeLines(journey, places)
}

/** Whether a block with a large first character stands as it is: its places are under each other. */
function isTogether({ slots, at }: Journey, { set, lines }: Block): boolean {
  if (set.deep === undefined) return false
  const places = slots.slice(at, at + lines.length)
  const first = places[0]!
  return (
    places.length === lines.length &&
    places.every(
      ({ column, row, x, measure }, i) =>
        measure === first.measure &&
        (i >= set.deep! || (column === first.column && row === first.row + i && x === first.x)),
    )
  )
}

/** Puts each line of the last block in the next place; what was placed where not all was, else null. */
function placeLines(journey: Journey, places: readonly LinePlace[]): number | null {
  const { parts, blocks } = journey
  const block = blocks.length - 1
  const { length } = blocks[block]!.lines
  for (let line = 0; line < length; line += 1) {
    const place = places[line]
    if (!place) {
      journey.at = journey.slots.length
      return line
    }
    const own = parts[place.column]!
    const last = own.at(-1)
    const goesOn =
      last?.block === block &&
      last.x === place.x &&
      place.row === last.at + depthOf(blocks[block]!, last.from, last.to)
    if (goesOn) own[own.length - 1] = { ...last, to: line + 1 }
    else own.push({ block, from: line, to: line + 1, at: place.row, x: place.x })
    journey.at = place.next
  }
  return null
}

/** Puts a credit on the line before it where it has room at its right. */
function runsIn(journey: Journey, index: number): boolean {
  const { article, setting, slots, blocks, parts } = journey
  const slot = slots[journey.at - 1]
  const before = blocks.at(-1)
  if (!slot || !before || article.story[index]!.role !== "credit") return false
  const how = { ...setting, measure: pt(slot.measure) }
  const block = blockOf(article, index, how, before)
  if (!block.runIn) return false
  blocks.push(block)
  const part = { block: blocks.length - 1, from: 0, to: block.lines.length }
  parts[slot.column]!.push({ ...part, at: slot.row, x: slot.x })
  return true
}

/** How often the rows that a block takes may change with the width that it finds. */
const TRIES = 4

/** Places a block as a whole where its rows are free over one stretch; whether there is such a place. */
function placeSolid(journey: Journey, first: Block): boolean {
  const { article, setting, columns, slots, blocks, parts } = journey
  const width = LEAST_SOLID * setting.rows.size
  let block = first
  let from = journey.at
  for (let tries = 0; tries < TRIES;) {
    const window = windowAt(columns, slots, from, { rows: Math.ceil(block.height), width })
    if (!window) return false
    if (window.follow < block.keep && window.row > 0) {
      from = window.next
      continue
    }
    const how = { ...setting, measure: pt(window.measure) }
    const set = blockOf(article, first.paragraph, how, undefined)
    if (Math.ceil(set.height) <= Math.ceil(block.height)) {
      blocks.push(set)
      const part = { block: blocks.length - 1, from: 0, to: set.lines.length }
      parts[window.column]!.push({ ...part, at: window.row, x: window.x })
      journey.at = window.next
      return true
    }
    block = set
    tries += 1
  }
  return false
}
