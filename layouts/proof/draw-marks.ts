import type { ComposedPage } from "../compose.ts"
import type { DisplayList, Ink, Item, Stroke } from "../display/list.ts"
import { drawLine } from "../draw/lines.ts"
import { longWidth } from "../grid/geometry.ts"
import type { Mark } from "../issue/mark.ts"
import { collect } from "../line/collect.ts"
import { setLines } from "../line/paragraph.ts"
import type { Press } from "../press.ts"
import { pt, type Box } from "../units.ts"
import { rectsOf, type MarkBox } from "./mark-rects.ts"
import { wordsOfMark } from "./mark-words.ts"
import { routeLeaders, type Leader, type Margins } from "./route-leaders.ts"
import { ring, signStrokes, type Outline } from "./sign-strokes.ts"
import { SIGNS } from "./signs.ts"

/** How the marks of a proof pass look: colour is never the only sign of it. */
export interface PassLook {
  readonly ink: Ink
  /** Dashes of its leaders, pt; none is a whole line. */
  readonly dash: readonly number[]
  /** What stands before its notes. */
  readonly label: string
}

/** 一校 red, 二校 blue, 三校 green, later ones purple. Source: domain.md 3 [P5]; a paper may differ. */
export const PASS_LOOKS: readonly PassLook[] = [
  { ink: { name: "mark 1", cmyk: [0, 0.95, 0.9, 0.05] }, dash: [], label: "一" },
  { ink: { name: "mark 2", cmyk: [0.95, 0.6, 0, 0] }, dash: [4, 1.5], label: "二" },
  { ink: { name: "mark 3", cmyk: [0.85, 0.1, 0.9, 0.1] }, dash: [1.2, 1.2], label: "三" },
  { ink: { name: "mark 4", cmyk: [0.6, 0.85, 0, 0] }, dash: [5, 1.4, 1.2, 1.4], label: "终" },
]

/** The look of a pass, counted from 1; those beyond the last are like it. */
export function passLook(pass: number, looks: readonly PassLook[] = PASS_LOOKS): PassLook {
  return looks[Math.min(Math.max(1, pass), looks.length) - 1]!
}

/** A mark as it was drawn on a page: what hovering and pressing find. */
export interface DrawnMark {
  readonly id: string
  /** Its words, one box a line, pt. */
  readonly boxes: readonly Box[]
  /** Its note in the margin; null when its sign says all. */
  readonly note: Box | null
  readonly leader: Leader | null
}

/** Marks drawn on a page: a list of their own, for whoever paints the page's. */
export interface DrawnMarks {
  readonly list: DisplayList
  readonly drawn: readonly DrawnMark[]
}

/** Width of signs and leaders, pt. */
export const SIGN_WIDTH = pt(0.8)
const LEADER_WIDTH = pt(0.4)

/** The role of what a mark has in the margin: its leader and its note. */
export const MARGIN = "mark margin"

/** Size of notes and of the pass before them, pt; line pitch and air round them. */
const NOTE = { size: 8, label: 5, pitch: 9.5, air: 2.5, edge: 4 } as const

/** Most lines of a note; the rest is told by an ellipsis, for the list of marks has all of it. */
const MOST_LINES = 4

/**
 * Draws the marks that stand on a composed page (校样): their signs on the words, leaders to the
 * margins and notes there, coloured and dashed by pass. Marks whose words are overset, lost or on
 * another page are left out. The page's own list is not touched.
 */
export function drawMarks(page: ComposedPage, marks: readonly Mark[], press: Press): DrawnMarks {
  const placed = marks.flatMap((mark) => {
    const boxes = boxesOf(page, mark)
    return boxes.length > 0 ? [{ mark, boxes, target: targetOf(page, mark) }] : []
  })
  const margins = marginsOf(page)
  const notes = placed.map(({ mark }) => noteOf(mark, margins))
  const wanting = placed.flatMap(({ boxes }, i) => {
    const { x, y, width } = boxes[0]!
    const note = notes[i]
    return note ? [{ index: i, x: x + width / 2, y: y - 0.5, note: note.height }] : []
  })
  const leaders = routeLeaders(wanting, margins)
  const byMark = new Map(wanting.map(({ index }, i) => [index, leaders[i]!]))
  const byInk = new Map<Ink, Item[]>()
  const drawn = placed.map((one, i): DrawnMark => {
    const [leader, note] = [byMark.get(i) ?? null, notes[i] ?? null]
    const box = leader && note ? noteBox(leader, note, margins) : null
    const known = drawnMark(one, { leader, note, box, press })
    const { ink } = passLook(one.mark.pass)
    const items = byInk.get(ink) ?? []
    items.push(...known.items)
    byInk.set(ink, items)
    return known.drawn
  })
  const { trim, bleed } = page.list
  // Ink by ink: a painter lays all that is of one ink down at once.
  const inks = PASS_LOOKS.map(({ ink }) => ink).filter((ink) => byInk.has(ink))
  const items = inks.flatMap((ink) => byInk.get(ink)!)
  return { list: { page: page.page.id, trim, bleed, inks, items }, drawn }
}

/** A mark, and where its words and its target are on a page. */
interface Placed {
  readonly mark: Mark
  readonly boxes: readonly MarkBox[]
  readonly target: Box | null
}

/** What of a mark stands in the margin, and what its words are set with. */
interface InMargin {
  readonly leader: Leader | null
  readonly note: Note | null
  readonly box: Box | null
  readonly press: Press
}

/** How a mark was drawn, and from what. */
interface Known {
  readonly from: string
  readonly press: Press
  readonly items: readonly Item[]
  readonly drawn: DrawnMark
}

/** Drawn marks by their records: one that stands where it did is the very same to painters and panels. */
const drawnBefore = new WeakMap<Mark, Known>()

/** A mark as it is drawn: its sign on its words, its leader and its note. */
function drawnMark(placed: Placed, margin: InMargin): Known {
  const { mark, boxes, target } = placed
  const { leader, note, box, press } = margin
  const from = JSON.stringify([boxes, target, leader, box])
  const known = drawnBefore.get(mark)
  if (known && known.from === from && known.press === press) return known
  const look = passLook(mark.pass)
  const items: Item[] = [{ kind: "tag", role: "mark", article: mark.article }]
  for (const outline of signStrokes(placed)) items.push(stroke(outline, look, SIGN_WIDTH))
  if (leader && note && box) {
    items.push({ kind: "tag", role: MARGIN, article: mark.article })
    items.push(stroke(lineOf(leader), look, LEADER_WIDTH, look.dash))
    items.push(...drawNote(note, box, look, press))
  }
  const drawn = { id: mark.id, boxes, note: box, leader: box && leader }
  const now = { from, press, items, drawn }
  drawnBefore.set(mark, now)
  return now
}

/** Where a mark stands on a page. */
export function boxesOf(
  { page, articles }: ComposedPage,
  { range, article, standing }: Mark,
): readonly MarkBox[] {
  if (range.kind === "spot") return range.page === page.id ? [range.box] : []
  const set = articles.find((one) => one.article.id === article)
  if (!set || standing === "lost") return []
  if (range.kind === "text") return rectsOf(set, page.id, range)
  return set.pictures
    .filter(({ index, page: on }) => index === range.picture && on.id === page.id)
    .map(({ room }) => room)
}

/** Where a mark's words are to go; null when that is not on this page. */
export function targetOf(
  { page, articles }: ComposedPage,
  { range, article, target }: Mark,
): Box | null {
  const set = articles.find((one) => one.article.id === article)
  if (!set || !target || range.kind !== "text") return null
  return rectsOf(set, page.id, { words: range.words, from: target, to: target })[0] ?? null
}

/** Room for notes outside the type area. */
function marginsOf({ page, list }: ComposedPage): Margins {
  const { x, columns } = page.grid
  const [left, right] = [x, x + longWidth(page.grid, columns)]
  return {
    ...{ left: left - 3, right: right + 3, noteLeft: left - 6, noteRight: right + 6 },
    ...{ top: 6, foot: list.trim.height - 6 },
  }
}

interface Note {
  readonly mark: Mark
  readonly lines: readonly string[]
  readonly height: number
}

/** What stands in the margin for a mark; null where its sign on the words says all. */
function noteOf(mark: Mark, { noteLeft }: Margins): Note | null {
  if (SIGNS[mark.sign].margin === "none") return null
  const room = Math.max(2, Math.floor((noteLeft - NOTE.edge - 2 * NOTE.air) / NOTE.size))
  const words = Array.from(wordsOf(mark).replace(/\s/gu, " "))
  const lines: string[] = []
  for (let at = 0; at < words.length; at += room) lines.push(words.slice(at, at + room).join(""))
  const kept = lines.slice(0, MOST_LINES)
  if (lines.length > MOST_LINES) kept[MOST_LINES - 1] = `${kept.at(-1)!.slice(0, -1)}…`
  return { mark, lines: kept, height: Math.max(1, kept.length) * NOTE.pitch + 2 * NOTE.air }
}

/** What stands in the margin: what the mark says, or what its sign does. */
function wordsOf(mark: Mark): string {
  const { margin, name } = SIGNS[mark.sign]
  if (margin === "words") return wordsOfMark(mark)
  return mark.sign === "delete" ? "删" : name.zh
}

function noteBox({ side, noteTop }: Leader, { lines, height }: Note, margins: Margins): Box {
  const longest = lines.reduce((most, line) => Math.max(most, Array.from(line).length), 1)
  const width = longest * NOTE.size + 2 * NOTE.air
  const x = side === "left" ? margins.noteLeft - width : margins.noteRight
  return { x: pt(x), y: pt(noteTop), width: pt(width), height: pt(height) }
}

function drawNote(note: Note, box: Box, look: PassLook, press: Press): readonly Item[] {
  const words = note.lines.flatMap((line, i) => {
    const y = box.y + NOTE.air + i * NOTE.pitch + 0.88 * NOTE.size
    return setWords(line, { x: box.x + NOTE.air, y, size: NOTE.size }, look, press)
  })
  const label = { x: box.x - 0.2 * NOTE.label, y: box.y + 0.4 * NOTE.label, size: NOTE.label }
  return [
    stroke(ring(inside(box)), look, LEADER_WIDTH),
    ...words,
    ...setWords(look.label, label, look, press),
  ]
}

function inside({ x, y, width, height }: Box): Box {
  return { x: pt(x + 1), y: pt(y + 1), width: pt(width - 2), height: pt(height - 2) }
}

/** Where words begin on their baseline, and how large they are, pt. */
export interface Pen {
  readonly x: number
  readonly y: number
  readonly size: number
}

/** Words set in one line beside or over a page, in a look's ink. */
export function setWords(
  text: string,
  { x, y, size }: Pen,
  look: Pick<PassLook, "ink">,
  press: Press,
): readonly Item[] {
  const faces = press.faces({ family: "hei", weight: 400 })
  const cells = collect(text, [{ from: 0, to: text.length, faces, size: pt(size) }], {
    indent: 0,
    level: "none",
    autospace: false,
    digits: "own",
    trim: false,
  })
  if (cells.count === 0) return []
  const setting = { measure: pt(Infinity), indent: pt(0), align: "left", endMarks: "half" } as const
  const line = setLines(cells, setting, [cells.count])[0]!
  return drawLine(line, { x: pt(x), y: pt(y), ink: look.ink.name, source: null })
}

function lineOf({ path }: Leader): Outline {
  return path.map(([x, y], i) => [i === 0 ? "M" : "L", x, y] as const)
}

function stroke(
  path: Outline,
  { ink }: PassLook,
  width: Stroke["width"],
  dash: readonly number[] = [],
): Stroke {
  return { kind: "stroke", ink: ink.name, path, width, dash }
}
