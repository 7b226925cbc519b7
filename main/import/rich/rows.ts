import { attributeOf, BLOCKS, isElement, isTextNode, isLeftOut, levelOf } from "./markup.ts"
import type { Element, Node } from "./markup.ts"
import { escapedCell, hintedLine } from "./hints.ts"
import { wordsOf } from "./words.ts"

/** Columns of a table, and rows that a cell spans, at most. Source: HTML, 4.9.11 (colspan, rowspan) */
const MOST_COLUMNS = 1000
const MOST_ROWS = 65_534

/** A cell of several lines is an entry as long as they are few and short, characters. */
const MOST_LINES = 4
const LONGEST_LINE = 16

/** Words longer than this that stand alone in their row are running text, characters. */
const LONGEST_LONE = 40

/** A table's rows. */
export interface Rows {
  /** Where the cells of each row begin: their columns in order. */
  readonly columns: ReadonlyMap<Element, readonly number[]>
  /** True where a row has two entries or more; a table without lays out a page. */
  readonly holdsEntries: boolean
}

/**
 * A table's rows, the columns passed over that a cell of an earlier row reaches down into.
 * Source: HTML, 4.9.12 (forming a table)
 */
export function rowsIn(table: Element): Rows {
  const columns = new Map<Element, readonly number[]>()
  let holdsEntries = false
  /** Rows that each column is still taken for. */
  const taken: number[] = []
  for (const row of rowsOf(table)) {
    const own: number[] = []
    const begun: (readonly [column: number, rows: number])[] = []
    let at = 0
    for (const cell of cellsOf(row)) {
      while ((taken[at] ?? 0) > 0) at += 1
      own.push(at)
      const wide = Math.min(spanOf(cell, "colspan", MOST_COLUMNS), Math.max(0, MOST_COLUMNS - at))
      const deep = spanOf(cell, "rowspan", MOST_ROWS)
      for (let i = 0; i < wide; i++) begun.push([at + i, deep])
      at += wide
    }
    for (const [i, rows] of taken.entries()) if (rows > 0) taken[i] = rows - 1
    for (const [column, rows] of begun) {
      while (taken.length < column) taken.push(0)
      taken[column] = Math.max(taken[column] ?? 0, rows - 1)
    }
    columns.set(row, own)
    holdsEntries ||= cellsOf(row).every(isPlainCell) && filledIn(row).length > 1
  }
  return { columns, holdsEntries }
}

function rowsOf(table: Element): readonly Element[] {
  return table.childNodes
    .filter(isElement)
    .flatMap((part) =>
      part.tagName === "tr" ? [part] : part.childNodes.filter(isElement).filter(isRow),
    )
}

function isRow({ tagName }: Element): boolean {
  return tagName === "tr"
}

/** The table that a row stands in; null for one that stands in none. */
export function tableOf(row: Element): Element | null {
  for (let node = row.parentNode; node !== null && "tagName" in node; node = node.parentNode)
    if (node.tagName === "table") return node
  return null
}

function spanOf(cell: Element, name: string, most: number): number {
  const span = Number.parseInt(attributeOf(cell, name), 10)
  return Number.isNaN(span) ? 1 : Math.min(Math.max(1, span), most)
}

function cellsOf(row: Element): readonly Element[] {
  return row.childNodes.filter(isElement)
}

/**
 * A row as one line, its cells parted by tabs, each in its column; "" for a row without words. One
 * that begins with an empty cell is a row of Markdown, for blanks before a line are layout.
 */
export function rowLine(row: Element, { columns }: Rows): string {
  const line: string[] = []
  for (const [i, cell] of cellsOf(row).entries()) {
    const text = piecesOf(cell).join(" ")
    if (text === "") continue
    const column = columns.get(row)?.[i] ?? line.length
    while (line.length < column) line.push("")
    line.push(text)
  }
  if (line[0] === "") return `|${line.map((cell) => ` ${escapedCell(cell)} `).join("|")}|`
  return hintedLine(line.join("\t"), { level: 0, strong: false })
}

/**
 * True for a row of short entries. A row whose cells hold paragraphs, headings, pictures or tables
 * lays out a page; its cells are read one after another.
 */
export function isPlainRow(row: Element, { columns, holdsEntries }: Rows): boolean {
  const cells = cellsOf(row)
  const lone = cells.length < 2 && (columns.get(row)?.[0] ?? 0) === 0
  if (lone || !cells.every(isPlainCell)) return false
  const filled = filledIn(row)
  return filled.length !== 1 || (holdsEntries && filled[0]!.join("").length <= LONGEST_LONE)
}

/** The lines of each cell that holds words. */
function filledIn(row: Element): readonly (readonly string[])[] {
  return cellsOf(row)
    .map(piecesOf)
    .filter((pieces) => pieces.length > 0)
}

function isPlainCell(cell: Element): boolean {
  const open: Node[] = [...cell.childNodes]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) continue
    const { tagName } = node
    if (tagName === "img" || tagName === "table" || levelOf(tagName) > 0) return false
    for (const child of node.childNodes) open.push(child)
  }
  const pieces = piecesOf(cell)
  return (
    pieces.length < 2 ||
    (pieces.length <= MOST_LINES &&
      pieces.every((piece) => piece.length <= LONGEST_LINE && !/[。！？；]$/.test(piece)))
  )
}

/** The lines of a cell that hold words: its paragraphs, and what breaks part. */
function piecesOf(cell: Element): readonly string[] {
  const pieces = [""]
  const open: (Node | "end")[] = cell.childNodes.toReversed()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === "end") pieces.push("")
    else if (isTextNode(next)) pieces[pieces.length - 1] += next.value
    else if (!("childNodes" in next) || (isElement(next) && isLeftOut(next))) continue
    else {
      const parts = isElement(next) && (next.tagName === "br" || BLOCKS.has(next.tagName))
      if (parts) pieces.push("")
      if (parts) open.push("end")
      for (let i = next.childNodes.length - 1; i >= 0; i--) open.push(next.childNodes[i]!)
    }
  }
  return pieces.flatMap((piece) =>
    wordsOf([{ text: piece, strong: false, pre: false }]).map(({ text }) => text.trim()),
  )
}
