import type { DisplayList, Item, Matrix } from "../../layouts/display/list.ts"
import { times } from "../../layouts/display/matrix.ts"
import { boundsOf, boundsUnder, type Bounds } from "./bounds.ts"

/** What changed between two lists of a page: items from `from` on, `removed` of them, become `items`. */
export interface ListPatch {
  /** The list without its items. */
  readonly sheet: Omit<DisplayList, "items">
  readonly from: number
  readonly removed: number
  readonly items: readonly Item[]
}

/** A patch as workers are told it: items that they have already are named by their place before it. */
export interface ToldPatch extends Omit<ListPatch, "items"> {
  readonly items: readonly (Item | number)[]
}

/** Nothing: what a painter has of a page before it is told of it. */
export const NO_ITEMS: readonly Item[] = []

/** The patch that tells of a page and changes nothing on it. */
export function emptyPatch(list: DisplayList): ListPatch {
  return { sheet: sheetOnly(list), from: 0, removed: 0, items: NO_ITEMS }
}

function sheetOnly({ page, trim, bleed, inks }: DisplayList): ListPatch["sheet"] {
  return { page, trim, bleed, inks }
}

/** The patch that makes one page's items another's; null when they draw the same. */
export function patchOf(before: readonly Item[], list: DisplayList): ListPatch | null {
  const after = list.items
  const most = Math.min(before.length, after.length)
  let from = 0
  while (from < most && drawsAlike(before[from]!, after[from]!)) from += 1
  let kept = 0
  while (kept < most - from && drawsAlike(before.at(-1 - kept)!, after.at(-1 - kept)!)) kept += 1
  const removed = before.length - from - kept
  const items = after.slice(from, after.length - kept)
  return removed === 0 && items.length === 0
    ? null
    : { sheet: sheetOnly(list), from, removed, items }
}

/** Whether two pages' inks are the same, with the same values. */
export function sameInks(a: DisplayList["inks"], b: DisplayList["inks"]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** A list with a patch laid on. */
export function patched(items: readonly Item[], patch: ToldPatch): DisplayList {
  const own = patch.items.map((item) => (typeof item === "number" ? items[item]! : item))
  return { ...patch.sheet, items: items.toSpliced(patch.from, patch.removed, ...own) }
}

/**
 * The patch of a list without what painters have already or do not need: what stays is named, and the
 * words are three quarters of the rest's weight.
 */
export function lean(patch: ListPatch, before: readonly Item[]): ToldPatch {
  const places = new Map<Item, number>()
  for (let i = 0; i < patch.removed; i += 1) places.set(before[patch.from + i]!, patch.from + i)
  const items = patch.items.map((item): Item | number => {
    const place = places.get(item)
    if (place !== undefined) return place
    return item.kind === "glyphs" ? { ...item, texts: [], source: null } : item
  })
  return { ...patch, items }
}

/** True when two items leave the same ink; lines that were set before share their glyphs. */
function drawsAlike(a: Item, b: Item): boolean {
  if (a === b) return true
  if (a.kind === "tag" && b.kind === "tag") return true
  if (a.kind !== "glyphs" || b.kind !== "glyphs") return false
  return (
    a.glyphs === b.glyphs &&
    a.dx === b.dx &&
    a.dy === b.dy &&
    a.turned === b.turned &&
    a.stretch === b.stretch &&
    a.x === b.x &&
    a.y === b.y &&
    a.size === b.size &&
    a.face === b.face &&
    a.ink === b.ink
  )
}

/** Where on the page the ink of a patch came or went, pt. */
export function changedAreas(before: readonly Item[], patch: ListPatch): readonly Bounds[] {
  const gone = before.slice(patch.from, patch.from + patch.removed)
  const stays = new Set(patch.items)
  const was = new Set(gone)
  if ([...gone, ...patch.items].some(({ kind }) => kind === "push" || kind === "pop"))
    return [EVERYWHERE]
  const open = onPage(before.slice(0, patch.from))
  return [
    ...gone.filter((item) => !stays.has(item)),
    ...patch.items.filter((item) => !was.has(item)),
  ].flatMap((item) => {
    const bounds = boundsOf(item)
    return bounds ? [boundsUnder(open, bounds)] : []
  })
}

/** All of a page, and more. */
export const EVERYWHERE: Bounds = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 }

/** The matrix that holds after some items. */
function onPage(items: readonly Item[]): Matrix {
  const open: Matrix[] = [[1, 0, 0, 1, 0, 0]]
  for (const item of items)
    if (item.kind === "push") open.push(times(open.at(-1)!, item.matrix))
    else if (item.kind === "pop") open.pop()
  return open.at(-1)!
}
