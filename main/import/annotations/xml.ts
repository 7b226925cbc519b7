/** An element, its names without their prefixes, in lower case. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (Element | string)[]
}

/** Elements in each other deeper than this become their parents' text; more of them are not read. */
const DEEPEST = 60
const MOST = 500_000

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

/**
 * No piece of it reads past the next "<" in vain, and a name is taken whole or not at all, so that no
 * text takes more than its length.
 */
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[!?][^>]*(?:>|$)|<(\/?)([^\s<>/!?]+)(?![^\s<>/!?])((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|[^<]+|</g

const ATTRIBUTE = /([^\s=/"']{1,100})\s{0,50}=\s{0,50}(?:"([^"]*)"|'([^']*)')/g

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (Element | string)[]
}

/**
 * Reads XML that anyone wrote, as a root whose children are all that stands at the top. Never throws
 * and never fetches: a document type is passed over, so that nothing but XML's own five entities
 * means anything; what never ends ends with the text; a wrong end tag is left out.
 */
export function readXml(text: string): Element {
  const root: Open = { name: "", attributes: new Map(), children: [] }
  const open: Open[] = [root]
  let count = 0
  for (const [whole, cdata, closing, rawName, rawAttributes, empty] of text.matchAll(TOKEN)) {
    if (++count > MOST) break
    const top = open.at(-1)!
    if (cdata !== undefined) top.children.push(cdata)
    else if (rawName === undefined) {
      if (!/^<[!?]/.test(whole)) top.children.push(unescaped(whole))
    } else if (closing === "/") close(open, local(rawName))
    else {
      const element = {
        name: local(rawName),
        attributes: attributesOf(rawAttributes!),
        children: [],
      }
      if (open.length < DEEPEST) top.children.push(element)
      if (empty !== "/" && open.length < DEEPEST) open.push(element)
    }
  }
  return root
}

function close(open: Open[], name: string): void {
  const at = open.findLastIndex((one) => one.name === name)
  if (at > 0) open.length = at
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1).toLowerCase()
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(ATTRIBUTE)].map(
    ([, name, double, single]) => [local(name!), unescaped(double ?? single ?? "")] as const,
  )
  return new Map(found)
}

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name as string] ?? whole
      const code = hex === undefined ? Number(decimal) : parseInt(hex as string, 16)
      return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : ""
    },
  )
}

/** All elements of a name, in order, at any depth. */
export function allOf(root: Element, name: string): readonly Element[] {
  return root.children.flatMap((child) =>
    typeof child === "string"
      ? []
      : [...(child.name === name ? [child] : []), ...allOf(child, name)],
  )
}

/** The first child of a name; null without one. */
export function childOf(element: Element, name: string): Element | null {
  for (const child of element.children)
    if (typeof child !== "string" && child.name === name) return child
  return null
}

/** The words of rich text: paragraphs and breaks are line feeds. */
export function wordsOf(element: Element): string {
  const words = element.children.map((child): string => {
    if (typeof child === "string") return child.replace(/\s+/g, " ")
    if (child.name === "br") return "\n"
    return child.name === "p" || child.name === "div" ? `${wordsOf(child)}\n` : wordsOf(child)
  })
  return words.join("")
}
