import { parse, type DefaultTreeAdapterTypes } from "parse5"
import type { LooseParagraph } from "../../layouts/edits/put-paragraphs.ts"
import type { ParagraphRole } from "../../layouts/issue/article.ts"
import { joinedLines, trimmed } from "./clip.ts"

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Elements whose contents are no words of the text. */
const LEFT_OUT = new Set(
  "head style script noscript template svg math iframe object embed video audio canvas select button".split(
    " ",
  ),
)

/** Elements that are paragraphs of their own. */
const BLOCKS = new Set(
  "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form header hr li main nav ol p pre section summary table tr ul h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
)

/** What a node is in: its paragraph's role, and whether its line feeds are kept. */
interface Around {
  readonly role: ParagraphRole
  readonly pre: boolean
}

/** A node to be read, or the end of a paragraph. */
type Step = { readonly node: Node; readonly around: Around } | { readonly ends: Around }

/** Paragraphs so far, and the words of the next one. */
interface Sheet {
  readonly paragraphs: LooseParagraph[]
  words: string
}

/**
 * The paragraphs of pasted markup: headings as subheads, all else as body text, roles of our own as
 * they were copied. The markup is parsed to plain records, never put into a page: only its words
 * come through, and nothing in it can run, load or look like anything.
 */
export function paragraphsOfMarkup(html: string): readonly LooseParagraph[] {
  const sheet: Sheet = { paragraphs: [], words: "" }
  const plain: Around = { role: "body", pre: false }
  const steps: Step[] = [{ node: parse(html), around: plain }]
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ("ends" in step) end(sheet, step.ends)
    else take(sheet, step.node, step.around, steps)
  }
  end(sheet, plain)
  return sheet.paragraphs
}

/** Reads one node; its children, and the end of its paragraph after them, go onto the stack. */
function take(sheet: Sheet, node: Node, around: Around, steps: Step[]): void {
  if (node.nodeName === "#text") {
    write(sheet, (node as DefaultTreeAdapterTypes.TextNode).value, around)
    return
  }
  if (!("tagName" in node)) {
    push(steps, node, around)
    return
  }
  if (isLeftOut(node)) return
  if (node.tagName === "br") end(sheet, around)
  if (isTab(node)) {
    sheet.words += "\t"
    return
  }
  const within = { role: roleOf(node) ?? around.role, pre: around.pre || node.tagName === "pre" }
  if (BLOCKS.has(node.tagName)) {
    end(sheet, around)
    steps.push({ ends: within })
  } else if (node.tagName === "td" || node.tagName === "th") sheet.words += "\t"
  push(steps, node, within)
}

function push(steps: Step[], node: Node, around: Around): void {
  if (!("childNodes" in node)) return
  for (let i = node.childNodes.length - 1; i >= 0; i -= 1)
    steps.push({ node: node.childNodes[i]!, around })
}

/** Adds words as a browser would show them: line feeds are blanks, none beside Chinese. */
function write(sheet: Sheet, value: string, around: Around): void {
  const lines = value.replace(/\r\n?/g, "\n").replaceAll("\u00a0", " ").split("\n")
  lines.forEach((line, i) => {
    if (i > 0 && around.pre) end(sheet, around)
    const words = line.replace(/[ \t\f]+/g, " ")
    if (i === 0 || around.pre) sheet.words += words
    else sheet.words = joinedLines(sheet.words.trimEnd(), words.trimStart())
  })
}

function end(sheet: Sheet, { role }: Around): void {
  const text = trimmed(sheet.words.replace(/ {2,}/g, " "))
  if (text !== "") sheet.paragraphs.push({ role, text })
  sheet.words = ""
}

/** The role that an element says: ours where it was copied here, a subhead for a heading. */
function roleOf(element: Element): ParagraphRole | null {
  const own = attribute(element, "data-role")
  if (own === "closing" || own === "credit" || own === "subhead") return own
  return /^h[1-6]$/.test(element.tagName) ? "subhead" : null
}

/** A tab as Word and this desk write it: blanks in a span, which HTML would make one. */
function isTab(element: Element): boolean {
  const [only] = element.childNodes
  if (/mso-tab-count/i.test(attribute(element, "style"))) return true
  if (element.childNodes.length !== 1 || only?.nodeName !== "#text") return false
  const { value } = only as DefaultTreeAdapterTypes.TextNode
  return value === "\t" && /white-space\s*:\s*pre/i.test(attribute(element, "style"))
}

function isLeftOut(element: Element): boolean {
  if (LEFT_OUT.has(element.tagName)) return true
  const style = attribute(element, "style")
  return /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style) || hasHidden(element)
}

function hasHidden({ attrs }: Element): boolean {
  return attrs.some(({ name }) => name === "hidden")
}

function attribute({ attrs }: Element, wanted: string): string {
  return attrs.find(({ name }) => name === wanted)?.value ?? ""
}
