import { regionAround } from "../grid/regions.ts"
import { frameAt, type Change } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { writtenRegion } from "../issue/page-fields.ts"
import type { Frame, Page, Region } from "../issue/page.ts"

/** Frames that stand and move as one: a group, or a single frame. */
export interface Bunch {
  readonly frames: readonly Frame[]
  /** The least region around them. */
  readonly region: Region
  /** True when one of them is locked, so that all of them stay. */
  readonly locked: boolean
}

/** The chosen frames of a page as what stands and moves together, in the order of its stack. */
export function bunchesOf(page: Page, ids: readonly string[]): readonly Bunch[] {
  const bunches = new Map<string, Frame[]>()
  for (const frame of page.frames) {
    if (!ids.includes(frame.id)) continue
    const name = frame.group === undefined ? `frame ${frame.id}` : `group ${frame.group}`
    bunches.set(name, [...(bunches.get(name) ?? []), frame])
  }
  return Array.from(bunches.values(), (frames) => ({
    frames,
    region: regionAround(frames.map(({ region }) => region)),
    locked: frames.some(({ locked }) => locked === true),
  }))
}

/** Puts a bunch's top left at a column and line; a locked bunch stays. */
export function putBunch(
  change: Change,
  { frames, region, locked }: Bunch,
  at: { readonly column: number; readonly line: number },
): void {
  if (locked) return
  for (const frame of frames) {
    const column = frame.region.column + at.column - region.column
    const line = frame.region.line + at.line - region.line
    const fields = frameAt(change, frame.id)
    if (fields) setField(fields, "region", writtenRegion({ ...frame.region, column, line }))
  }
}
