import { frameAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { overlaps, regionAround, touches } from "../grid/regions.ts"
import { joinedBands } from "../grid/bands.ts"
import { joinedColumns } from "../grid/own-columns.ts"
import { writeBands, writeOwnColumns, writtenRegion } from "../issue/page-fields.ts"
import { isDrawn, type Frame, type Page } from "../issue/page.ts"
import { dropFrames, linksOf, pageOf, setThread, threadOf } from "./frames.ts"

/**
 * Makes one frame of adjacent frames that show the same part of the same article (并框). It fills
 * the least region around them and stands in the thread where the first of them stood.
 */
export function mergeFrames(page: string, frames: readonly string[]): Edit {
  return {
    name: "merge-frames",
    say: { zh: "并框", en: "Merge frames" },
    run(change) {
      const on = pageOf(change, page)
      if (!on || !canMerge(on, frames)) return
      const merged = chosenOf(on, frames).toSorted(inReadingOrder)
      const [first, ...rest] = merged
      const fields = frameAt(change, first!.id)!
      setField(fields, "region", writtenRegion(regionAround(merged.map(({ region }) => region))))
      writeOwnColumns(fields, joinedColumns(merged) ?? null)
      writeBands(fields, joinedBands(merged) ?? null)
      const gone = rest.map(({ id }) => id)
      dropFrames(change, gone)
      if (first!.role !== "body" || first!.article === null) return
      const thread = threadOf(change, first!.article).filter(({ id }) => !gone.includes(id))
      setThread(linksOf(change, thread))
    },
  }
}

/**
 * Whether frames can be made one: two or more, none locked, all of one role and article, each
 * touching or overlapping the others in a row, and no frame that is not theirs between them.
 */
export function canMerge(page: Page, frames: readonly string[]): boolean {
  const chosen = chosenOf(page, frames)
  const [first, ...rest] = chosen
  if (!first || rest.length === 0 || isDrawn(first.role)) return false
  const alike = rest.every(({ role, article }) => role === first.role && article === first.article)
  if (!alike || chosen.some(({ locked }) => locked)) return false
  const around = regionAround(chosen.map(({ region }) => region))
  const strangers = page.frames.filter((one) => !chosen.includes(one) && !isDrawn(one.role))
  return connected(chosen) && !strangers.some(({ region }) => overlaps(region, around))
}

function chosenOf(page: Page, frames: readonly string[]): readonly Frame[] {
  return page.frames.filter(({ id }) => frames.includes(id))
}

/** The thread's order, else from the left and the top. */
function inReadingOrder(a: Frame, b: Frame): number {
  return a.order - b.order || a.region.column - b.region.column || a.region.line - b.region.line
}

/** Whether one can go from each frame to all others without leaving them. */
function connected(frames: readonly Frame[]): boolean {
  const reached = new Set(frames.slice(0, 1))
  for (const one of reached)
    for (const other of frames)
      if (touches(one.region, other.region) || overlaps(one.region, other.region))
        reached.add(other)
  return reached.size === frames.length
}
