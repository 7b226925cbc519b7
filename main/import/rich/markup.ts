import type { DefaultTreeAdapterTypes } from "parse5"

export type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

/** Elements that begin and end a line. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt figcaption " +
    "figure footer form h1 h2 h3 h4 h5 h6 header li main ol p pre section summary table tbody td " +
    "tfoot th thead tr ul"
  ).split(" "),
)

/** Elements whose content is no copy: programs, their looks, controls, and a page's own way-finding. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    "applet audio button canvas embed frameset head iframe input map math nav noembed noframes " +
    "noscript object option rp rt script select style svg template textarea title video"
  ).split(" "),
)

const BOLD: ReadonlySet<string> = new Set(["b", "strong", "th"])

/** True for an element, as against text, comments and the document itself. */
export function isElement(node: Node): node is Element {
  return "tagName" in node
}

/** True for text, as against elements, comments and the document itself. */
export function isTextNode(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === "#text"
}

/** An attribute's value, "" when it has none. */
export function attributeOf(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? ""
}

/** True for an element that is no copy or that the page hides. */
export function isLeftOut(element: Element): boolean {
  if (LEFT_OUT.has(element.tagName)) return true
  if (element.attrs.some(({ name }) => name === "hidden")) return true
  if (isWayBack(element)) return true
  const style = attributeOf(element, "style")
  if (/display\s*:\s*none|mso-hide\s*:\s*all/i.test(style)) return true
  return /visibility\s*:\s*hidden/i.test(style) && !holdsBlocks(element)
}

/**
 * True for an element with paragraphs in it. What is invisible and keeps its room is shown by a program
 * once all is loaded, as the whole of a WeChat article is.
 */
function holdsBlocks(element: Element): boolean {
  return element.childNodes.some((node) => isElement(node) && BLOCKS.has(node.tagName))
}

/** True for the arrow that leads from a note back to its place in the text. */
function isWayBack(element: Element): boolean {
  return element.tagName === "a" && /^#(?:foot|end)note-ref-/.test(attributeOf(element, "href"))
}

/** True for an element that makes its words bold. */
export function isBold(element: Element): boolean {
  return (
    BOLD.has(element.tagName) ||
    /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributeOf(element, "style"))
  )
}

/** Depth of a heading element, 0 for any other. */
export function levelOf(tagName: string): number {
  return /^h[1-6]$/.test(tagName) ? Number(tagName.charAt(1)) : 0
}
