import type { PdfFile } from "./pdf-file.ts"
import { dictOf, listOf, numberOf, refOf, type Dict, type Value } from "./values.ts"

/** Left, bottom, right and top, pt, in the page's own coordinates (y up). */
export type Rect = readonly [number, number, number, number]

/** One page: what it says itself, and what it inherits. */
export interface PdfPage {
  readonly dict: Dict
  /** Resources, MediaBox, CropBox and Rotate with what the nodes above say. */
  readonly inherited: Dict
}

/** Pages that are looked at; a longer file is cut there, and said to be. */
export const MOST_PAGES = 5_000

const HANDED_DOWN = ["Resources", "MediaBox", "CropBox", "Rotate"]

/** The pages in order. A node or a list of kids that is met twice is left out. */
export function pagesOf(file: PdfFile): readonly PdfPage[] {
  const pages: PdfPage[] = []
  const met = new Set<number | Dict | readonly Value[]>()
  const waiting: { readonly node: Value | undefined; readonly above: Dict }[] = [
    { node: file.catalog.get("Pages"), above: new Map() },
  ]
  while (waiting.length > 0 && pages.length < MOST_PAGES) {
    const { node, above } = waiting.pop()!
    const dict = dictOf(file.get(node))
    const key = refOf(node) ?? dict
    if (!dict || key === null || met.has(key)) continue
    met.add(key)
    const inherited = new Map(above)
    for (const name of HANDED_DOWN) if (dict.has(name)) inherited.set(name, dict.get(name)!)
    const kids = listOf(file.get(dict.get("Kids")))
    if (!kids) pages.push({ dict, inherited })
    if (!kids || met.has(kids)) continue
    met.add(kids)
    for (const kid of kids.toReversed()) waiting.push({ node: kid, above: inherited })
  }
  return pages
}

/** A rectangle with its sides in order; null for what is none. */
export function rectOf(file: Pick<PdfFile, "get">, value: Value | undefined): Rect | null {
  const list = listOf(file.get(value))?.map((one) => numberOf(file.get(one)))
  if (!list || list.length < 4 || list.slice(0, 4).some((one) => one === null)) return null
  const [a, b, c, d] = list as number[]
  return [Math.min(a!, c!), Math.min(b!, d!), Math.max(a!, c!), Math.max(b!, d!)]
}

/** The boxes of a page. */
export interface PageBoxes {
  readonly media: Rect | null
  readonly crop: Rect | null
  readonly bleed: Rect | null
  readonly trim: Rect | null
  readonly art: Rect | null
}

export function boxesOf(file: PdfFile, { dict, inherited }: PdfPage): PageBoxes {
  const own = (name: string): Rect | null => rectOf(file, dict.get(name))
  return {
    media: rectOf(file, inherited.get("MediaBox")),
    crop: rectOf(file, inherited.get("CropBox")),
    bleed: own("BleedBox"),
    trim: own("TrimBox"),
    art: own("ArtBox"),
  }
}

/** True when one rectangle lies in another, to a hundredth of a pt. */
export function liesIn(inner: Rect, outer: Rect): boolean {
  return (
    inner[0] >= outer[0] - 0.01 &&
    inner[1] >= outer[1] - 0.01 &&
    inner[2] <= outer[2] + 0.01 &&
    inner[3] <= outer[3] + 0.01
  )
}

/** Where two rectangles lie on each other; null where they do not. A line has no width and still lies somewhere. */
export function overlapOf(a: Rect, b: Rect): Rect | null {
  const both: Rect = [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ]
  return both[0] <= both[2] && both[1] <= both[3] ? both : null
}
