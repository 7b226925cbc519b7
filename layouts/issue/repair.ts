import { contains } from "../grid/regions.ts"
import type { Frame, Grid, Page, Region } from "./page.ts"

/**
 * Rules for what edits made at once by several people can break. Each is applied when the document
 * is read and changes nothing in it: the same document gives the same issue everywhere, and an
 * undo finds all as it was.
 */

/** A frame as it is stored: under a key, its article named by key too. */
export interface StoredFrame {
  readonly key: string
  readonly frame: Frame
}

/** A page as it is stored, before its frames are made good. */
export interface StoredPage {
  readonly key: string
  readonly page: Page
  readonly frames: readonly StoredFrame[]
}

/**
 * Makes good an order of keys: a key named twice stands where it is named first, one that is not
 * in the map is skipped, one that is in no order comes last, by key.
 */
export function repairOrder(order: readonly string[], keys: Iterable<string>): readonly string[] {
  const all = new Set(keys)
  const named = [...new Set(order)].filter((key) => all.has(key))
  if (named.length === all.size) return named
  const known = new Set(named)
  return [...named, ...[...all].filter((key) => !known.has(key)).toSorted()]
}

/**
 * Makes ids unique: of several holders the one with the least key keeps the id, the others get
 * the first free of `id-2`, `id-3` … Returns the ids by key.
 */
export function repairIds(
  holders: readonly { readonly key: string; readonly id: string }[],
): ReadonlyMap<string, string> {
  const ids = new Map(holders.map(({ key, id }) => [key, id]))
  const taken = new Set(ids.values())
  if (taken.size === holders.length) return ids
  const kept = new Set<string>()
  for (const { key, id } of holders.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const own = kept.has(id) ? freeId(id, taken) : id
    ids.set(key, own)
    kept.add(own)
    taken.add(own)
  }
  return ids
}

/** The id, or the first free of `id-2`, `id-3` … */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  let number = 2
  while (taken.has(`${id}-${number}`)) number += 1
  return `${id}-${number}`
}

/** Brings a region into the grid: as large as it can stay, moved no further than it must. */
export function repairRegion(region: Region, grid: Grid): Region {
  const whole = { column: 0, columns: grid.columns, line: 0, lines: grid.lines }
  const even = Object.values(region).every(Number.isInteger)
  if (even && region.columns > 0 && region.lines > 0 && contains(whole, region)) return region
  const columns = within(region.columns, 1, grid.columns)
  const lines = within(region.lines, 1, grid.lines)
  return {
    column: within(region.column, 0, grid.columns - columns),
    columns,
    line: within(region.line, 0, grid.lines - lines),
    lines,
  }
}

/** A rule's region with the one line, or the one column, that a rule stands in; others as they are. */
export function ruleRegion({ role, look }: Pick<Frame, "role" | "look">, region: Region): Region {
  if (role !== "rule") return region
  return look?.upright ? { ...region, columns: 1 } : { ...region, lines: 1 }
}

/** Names frames' articles by id; a frame whose article is gone goes with it. */
function repairReferences(
  frames: readonly StoredFrame[],
  articleIds: ReadonlyMap<string, string>,
): readonly StoredFrame[] {
  return frames.flatMap(({ key, frame }): readonly StoredFrame[] => {
    if (frame.article === null) return [{ key, frame }]
    const article = articleIds.get(frame.article)
    return article === undefined ? [] : [{ key, frame: { ...frame, article } }]
  })
}

/**
 * Makes threads dense (续排链): an article's body frames count from 0, by the order they were
 * given; of two with the same order, the one on the earlier page, then the lower one, is first.
 * All other frames have order 0. Returns the order of each body frame by the frame.
 */
function repairThreads(pages: readonly StoredPage[]): ReadonlyMap<Frame, number> {
  const threads = new Map<string, Frame[]>()
  for (const { frames } of pages)
    for (const { frame } of frames) {
      if (frame.role !== "body" || frame.article === null) continue
      const thread = threads.get(frame.article)
      if (thread) thread.push(frame)
      else threads.set(frame.article, [frame])
    }
  const orders = new Map<Frame, number>()
  for (const thread of threads.values())
    thread.toSorted((a, b) => a.order - b.order).forEach((frame, i) => orders.set(frame, i))
  return orders
}

/** The pages' frames made good by all the rules, in the pages' order. */
export function repairFrames(
  pages: readonly StoredPage[],
  articleIds: ReadonlyMap<string, string>,
): readonly StoredPage[] {
  const referring = pages.map((stored) => ({
    ...stored,
    frames: repairReferences(stored.frames, articleIds),
  }))
  const orders = repairThreads(referring)
  const holders = referring.flatMap(({ key, frames }) =>
    frames.map((held) => ({ key: `${held.key}@${key}`, id: held.frame.id })),
  )
  const ids = repairIds(holders)
  return referring.map((stored) => ({
    ...stored,
    frames: stored.frames.map(({ key, frame }) => ({
      key,
      frame: {
        ...frame,
        id: ids.get(`${key}@${stored.key}`)!,
        region: repairRegion(ruleRegion(frame, frame.region), stored.page.grid),
        order: orders.get(frame) ?? 0,
      },
    })),
  }))
}

function within(value: number, least: number, most: number): number {
  const whole = Number.isFinite(value) ? Math.round(value) : least
  return Math.min(most, Math.max(least, whole))
}
