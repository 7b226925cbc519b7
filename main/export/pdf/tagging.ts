import type { Image, Item, Source, Tag } from "../../../layouts/display/list.ts"
import type { Part, PartKind, Reading } from "./reading.ts"
import { thousandth } from "./numbers.ts"
import { across, up } from "./sheet.ts"
import type { Corners, Sheet } from "./sheet.ts"

/** What is painted but not read: rules and grounds, and what every page repeats. */
const BARE = "/Artifact BMC"
const REPEATED = "/Artifact <</Type /Pagination>> BDC"

/** What a tag's role is to readers; the headline block says it by its source. */
const KINDS: Readonly<Record<string, PartKind>> = {
  headline: "H1",
  kicker: "Kicker",
  deck: "Deck",
  subhead: "H2",
  closing: "Closing",
  credit: "Credit",
  caption: "Caption",
}

/** One page's marks while it is painted: what the items belong to now. */
export interface Tagging {
  readonly sheet: Sheet
  readonly reading: Reading
  /** The page's number in the file, from 0. */
  readonly page: number
  readonly operators: string[]
  tag: Tag | null
  /** The part that is open, the operator of an open artifact, or nothing. */
  open: Part | string | null
}

/** Begins a page: its marks are counted from 0. */
export function beginTagging(reading: Reading, sheet: Sheet, operators: string[]): Tagging {
  reading.pages.push([])
  return { sheet, reading, page: reading.pages.length - 1, operators, tag: null, open: null }
}

/**
 * Marks the content that an item is about to paint as part of what it belongs to. Items of one
 * part that follow each other share a mark; every painted thing is either read or an artifact.
 * Source: PDF 1.7, 14.6 and 14.8.2.2.
 */
export function markItem(tagging: Tagging, item: Item): void {
  if (item.kind === "tag") tagging.tag = item
  if (item.kind === "tag" || item.kind === "push" || item.kind === "pop") return
  if (item.kind === "glyphs" && item.glyphs.length === 0) return
  const wanted = partOf(tagging, item)
  if (wanted === tagging.open) return
  endMarks(tagging)
  tagging.open = wanted
  tagging.operators.push(typeof wanted === "string" ? wanted : markOf(tagging, wanted))
}

/** Ends the open mark, at the latest with the page. */
export function endMarks(tagging: Tagging): void {
  if (tagging.open !== null) tagging.operators.push("EMC")
  tagging.open = null
}

function markOf({ reading, page }: Tagging, part: Part): string {
  const marks = reading.pages[page]!
  part.places.push({ page, mark: marks.length })
  marks.push(part)
  return `/${part.kind} <</MCID ${marks.length - 1}>> BDC`
}

/** The part that an item belongs to, or the operator that makes it an artifact. */
function partOf(tagging: Tagging, item: Exclude<Item, Tag>): Part | string {
  const { tag } = tagging
  if (tag === null) return BARE
  if (tag.article === null) return item.kind === "glyphs" ? REPEATED : BARE
  if (item.kind === "image") return figureOf(tagging, tag.article, item)
  // Glyphs without a source are no words of the article: the blank that keeps two lines apart.
  if (item.kind !== "glyphs" || item.source === null) return BARE
  return textPart(tagging, item.source)
}

/** The paragraph or the words of a headline block that glyphs are of. */
function textPart(tagging: Tagging, source: Source): Part {
  const { article, paragraph, words } = source
  // A headline that is repeated where its article goes on is a heading of its own there.
  const key = words ? `${words} ${tagging.page}` : String(paragraph)
  const kind = KINDS[words ?? tagging.tag!.role] ?? "P"
  return partBy(tagging.reading, article, key, () => ({ kind, figure: null, places: [] }))
}

function figureOf({ reading, page, sheet, tag }: Tagging, article: string, image: Image): Part {
  const { x, y, width, height } = image.box
  const box = [across(sheet, x), up(sheet, y + height), across(sheet, x + width), up(sheet, y)].map(
    thousandth,
  ) as unknown as Corners
  const key = `${image.picture} ${page} ${box.join(" ")}`
  const alt = tag?.alt ?? ""
  return partBy(reading, article, key, () => ({ kind: "Figure", figure: { alt, box }, places: [] }))
}

function partBy({ articles }: Reading, article: string, key: string, make: () => Part): Part {
  const parts = articles.get(article) ?? new Map<string, Part>()
  articles.set(article, parts)
  const known = parts.get(key)
  if (known) return known
  const made = make()
  parts.set(key, made)
  return made
}
