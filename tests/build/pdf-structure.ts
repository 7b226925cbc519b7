import { ask } from "./pdf-readers.ts"

/** An element of a file's structure tree as Poppler reads it: what it is, its own words, its kids. */
export interface SeenElement {
  readonly role: string
  readonly text: string
  readonly kids: readonly SeenElement[]
}

interface OpenElement extends SeenElement {
  text: string
  readonly kids: OpenElement[]
}

/** The structure tree of a file, its document on top. Throws for a file without one. */
export function structureOf(file: string): SeenElement {
  const root: OpenElement = { role: "root", text: "", kids: [] }
  const open: OpenElement[] = [root]
  for (const line of ask("pdfinfo", "-struct-text", file).split("\n")) {
    const [, blanks, said] = /^( *)(.*)$/.exec(line)!
    // Lines of attributes begin with a slash one step further in.
    if (said === "" || said!.startsWith("/")) continue
    const depth = blanks!.length / 2
    const words = /^"(.*)"$/s.exec(said!)
    if (words) {
      open[depth]!.text += words[1]!
      continue
    }
    const element: OpenElement = { role: said!.replace(/( \(\w+\))?:?$/, ""), text: "", kids: [] }
    open[depth]!.kids.push(element)
    open.length = depth + 1
    open.push(element)
  }
  const [document] = root.kids
  if (!document) throw new Error(`${file} has no structure tree`)
  return document
}
