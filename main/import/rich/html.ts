import { parse } from "parse5"
import { addressOf, hintedLine, pictureLine } from "./hints.ts"
import { attributeOf, BLOCKS, isBold, isElement, isLeftOut, isTextNode, levelOf } from "./markup.ts"
import type { Element, Node } from "./markup.ts"
import { isPlainRow, rowLine, rowsIn, tableOf, type Rows } from "./rows.ts"
import { wordsOf, type Words } from "./words.ts"

/** Keeps a picture that stands in the markup itself; its path, null when it is none that can be used. */
export type KeepPicture = (kind: string, bytes: Uint8Array) => string | null

/** How a node is read: what the elements round it say. */
interface Around {
  readonly level: number
  readonly strong: boolean
  readonly pre: boolean
}

/** A node to be read, or the end of a block that was. */
type Step = { readonly node: Node; readonly around: Around } | { readonly ends: Around }

/** The lines so far, and the one that is being gathered. */
interface Sheet {
  readonly lines: string[]
  words: Words[]
  /** What leads the next line: the number of a list's item. */
  lead: string
  /** Pictures that stand in the middle of the line's words: they follow it. */
  pictures: string[]
  readonly keep: KeepPicture
  readonly tables: Map<Element, Rows>
}

/**
 * A page of HTML as Markdown lines for the importer: a paragraph a line, headings under hashes, bold
 * paragraphs strong, table rows as lines, pictures in their places. Scripts, styles, forms and what
 * the page itself hides are left out. Any depth of nesting is read; nothing is fetched or run.
 */
export function linesOfHtml(html: string, keep: KeepPicture): readonly string[] {
  const sheet: Sheet = { lines: [], words: [], lead: "", pictures: [], keep, tables: new Map() }
  const plain: Around = { level: 0, strong: false, pre: false }
  const steps: Step[] = [{ node: parse(html), around: plain }]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if ("ends" in step) endBlock(sheet, step.ends)
    else take(sheet, step.node, step.around, steps)
  }
  end(sheet, plain)
  return sheet.lines
}

/** Reads one node; its children, and the end of its block after them, go onto the stack. */
function take(sheet: Sheet, node: Node, around: Around, steps: Step[]): void {
  if (isTextNode(node)) {
    sheet.words.push({ text: node.value, strong: around.strong, pre: around.pre })
    return
  }
  if (!isElement(node)) return push(steps, node, around)
  if (isLeftOut(node)) return
  const { tagName } = node
  if (tagName === "br") return lineBreak(sheet, around)
  if (tagName === "img") return picture(sheet, node)
  if (tagName === "hr") {
    end(sheet, around)
    sheet.lines.push("---")
    return
  }
  // What WeChat says of an article stands apart by its look alone.
  if (/\brich_media_meta\b/.test(attributeOf(node, "class")))
    sheet.words.push({ text: " ", strong: around.strong, pre: false })
  if (tagName === "tr" && isPlainRow(node, rowsBeside(sheet, node))) return row(sheet, node, around)
  const within = {
    level: levelOf(tagName) || around.level,
    strong: around.strong || isBold(node),
    pre: around.pre || tagName === "pre",
  }
  if (!BLOCKS.has(tagName)) return push(steps, node, within)
  end(sheet, around)
  if (tagName === "li") sheet.lead = leadOf(node)
  if (tagName === "p" && isBlank(node)) sheet.lines.push("")
  steps.push({ ends: within })
  push(steps, node, within)
}

function push(steps: Step[], node: Node, around: Around): void {
  if (!("childNodes" in node)) return
  for (let i = node.childNodes.length - 1; i >= 0; i--)
    steps.push({ node: node.childNodes[i]!, around })
}

/** A break parts lines of text; in a heading it only parts the headline's lines. */
function lineBreak(sheet: Sheet, around: Around): void {
  if (around.level > 0) sheet.words.push({ text: " ", strong: true, pre: false })
  else end(sheet, around)
}

/** Ends the line that is being gathered. */
function end(sheet: Sheet, { level }: Around): void {
  for (const { text, strong } of wordsOf(sheet.words)) {
    sheet.lines.push(hintedLine(sheet.lead + text, { level, strong }))
    sheet.lead = ""
  }
  sheet.lines.push(...sheet.pictures)
  sheet.words = []
  sheet.pictures = []
}

/** Ends a block: an item without words leaves its number to nobody. */
function endBlock(sheet: Sheet, around: Around): void {
  end(sheet, around)
  sheet.lead = ""
}

/**
 * A picture on a line of its own, before the words of its paragraph or after them and never between.
 * One in the markup itself is kept as a file first.
 */
function picture(sheet: Sheet, image: Element): void {
  const source = sourceOf(image)
  const inline = /^data:image\/([a-z+.-]+);base64,/i.exec(source)
  const path = inline
    ? sheet.keep(inline[1]!, Buffer.from(source.slice(inline[0].length), "base64"))
    : null
  const address = path === null ? source : addressOf(path)
  if (address === "" || /^data:/i.test(address)) return
  const begun = sheet.words.some(({ text }) => text.trim() !== "")
  const list = begun ? sheet.pictures : sheet.lines
  list.push(pictureLine(address, attributeOf(image, "alt")))
}

/** A picture's address: the one that it is to have later where its own is a placeholder (WeChat, CMS). */
function sourceOf(image: Element): string {
  const later = ["data-src", "data-original", "data-lazy-src"].map((name) =>
    attributeOf(image, name).trim(),
  )
  const own = attributeOf(image, "src").trim()
  const holdsPlace = own === "" || /^data:image\/(?:svg|gif)/i.test(own)
  return (holdsPlace && later.find((one) => one !== "")) || own
}

/** A row of a table as one line. */
function row(sheet: Sheet, node: Element, around: Around): void {
  end(sheet, around)
  const line = rowLine(node, rowsBeside(sheet, node))
  if (line !== "") sheet.lines.push(line)
}

/** The rows of a row's table, which is gone through once for all of them. */
function rowsBeside({ tables }: Sheet, row: Element): Rows {
  const table = tableOf(row)
  if (table === null) return { columns: new Map(), holdsEntries: false }
  const rows = tables.get(table) ?? rowsIn(table)
  tables.set(table, rows)
  return rows
}

/** Number of an ordered list's item, as it is shown; nothing for a bullet. */
function leadOf(item: Element): string {
  const list = item.parentNode
  if (list === null || !isElement(list) || list.tagName !== "ol") return ""
  const items = list.childNodes.filter((node) => isElement(node) && node.tagName === "li")
  const first = Number.parseInt(attributeOf(list, "start"), 10)
  return `${items.indexOf(item) + (Number.isNaN(first) ? 1 : first)}. `
}

/** True for a block whose words are blanks alone. */
function isBlank(block: Element): boolean {
  const open: Node[] = [...block.childNodes]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isTextNode(node) && node.value.trim() !== "") return false
    if (isElement(node) && !isLeftOut(node)) for (const child of node.childNodes) open.push(child)
  }
  return true
}
