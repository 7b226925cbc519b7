import { frameAt, pageAt, type Edit } from "../issue/change.ts"
import { freshKey, orderField, setField } from "../issue/content.ts"
import { partedColumns } from "../grid/own-columns.ts"
import { addFrame, writeBands, writeOwnColumns, writtenRegion } from "../issue/page-fields.ts"
import type { Frame, Region } from "../issue/page.ts"
import { articleKey, freshFrameIds, linksOf, setThread, standing, threadOf } from "./frames.ts"
import { keyBefore, moveKeys } from "./order.ts"

/** Where a frame is cut: after so many of its columns, or under so many of its lines. */
export interface Cut {
  readonly across: "column" | "line"
  readonly after: number
}

/** The two parts of a region that a cut makes; null when the cut leaves nothing on one side. */
export function cutRegion(
  region: Region,
  { across, after }: Cut,
): readonly [Region, Region] | null {
  const { column, columns, line, lines } = region
  const whole = across === "column" ? columns : lines
  if (!Number.isInteger(after) || after < 1 || after >= whole) return null
  return across === "column"
    ? [
        { ...region, columns: after },
        { ...region, column: column + after, columns: columns - after },
      ]
    : [
        { ...region, lines: after },
        { ...region, line: line + after, lines: lines - after },
      ]
}

/** Whether a frame can be cut there: body text that is not locked, and both parts have room. */
export function canSplit({ role, locked, region }: Frame, cut: Cut): boolean {
  return role === "body" && !locked && cutRegion(region, cut) !== null
}

/**
 * Cuts a body frame in two that are threaded one after the other (拆框): its text reads on as
 * before, down the columns of the first part, then of the second; vertical text begins on the right.
 */
export function splitFrame(frame: string, cut: Cut): Edit {
  return {
    name: "split-frame",
    say: { zh: "拆框", en: "Split frame" },
    run(change) {
      const at = standing(change, frame)
      const fields = frameAt(change, frame)
      const page = at && pageAt(change, at.page.id)
      const cutUp = at && canSplit(at.frame, cut) ? cutRegion(at.frame.region, cut) : null
      if (!at || !fields || !page || !cutUp) return
      const { article, vertical, ownColumns, bands, region } = at.frame
      const parts = vertical && cut.across === "column" ? cutUp.toReversed() : cutUp
      const shares =
        ownColumns && cut.across === "column"
          ? partedColumns(ownColumns, parts[0]!.columns, region.columns)
          : ([ownColumns, ownColumns] as const)
      const tiers =
        bands && cut.across === "line"
          ? partedColumns(bands, cut.after, region.lines)
          : ([bands, bands] as const)
      const key = freshKey(change.content)
      const [id] = freshFrameIds(change, at.page.id, 1)
      setField(fields, "region", writtenRegion(parts[0]!))
      if (shares[0]) writeOwnColumns(fields, shares[0])
      if (tiers[0]) writeBands(fields, tiers[0])
      const owner = article === null ? null : articleKey(change, article)
      const second = {
        ...{ ...at.frame, id: id!, region: parts[1]!, article: owner },
        ...(shares[1] ? { ownColumns: shares[1] } : {}),
        ...(tiers[1] ? { bands: tiers[1] } : {}),
      }
      const made = addFrame(page, second, key)
      const order = orderField(page, "frameOrder")!
      const stack = at.page.frames.map((one) => change.keys.frames.get(one.id)!.key)
      const above = stack.indexOf(change.keys.frames.get(frame)!.key) + 1
      moveKeys(order, [key], keyBefore(stack, [key], above))
      if (article === null || !made) return
      const thread = threadOf(change, article)
      const next = thread.findIndex((link) => link.id === frame) + 1
      setThread(linksOf(change, thread).toSpliced(next, 0, made))
    },
  }
}
