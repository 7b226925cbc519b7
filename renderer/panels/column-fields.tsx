import { setOwnColumns } from "../../layouts/edits/set-own-columns.ts"
import { frameColumns } from "../../layouts/grid/own-columns.ts"
import type { ColumnMode, Frame, Grid, OwnColumns } from "../../layouts/issue/page.ts"
import { perform } from "../state/actions.ts"
import { ShareFields } from "./share-fields.tsx"

/** The columns of text frames (变栏): how many, how the width is shared out, and their gutter. */
export function ColumnFields({
  grid,
  frames,
}: {
  readonly grid: Grid
  readonly frames: readonly Frame[]
}) {
  const text = frames.filter(({ role, vertical }) => role === "body" && !vertical)
  const [first] = text
  if (!first) return null
  const columns = frameColumns(grid, first)
  const own = ownOf(first, grid, columns.length)
  const alike = text.every((frame) => {
    const other = ownOf(frame, grid, frameColumns(grid, frame).length)
    return other.count === own.count && other.mode === own.mode && other.gutter === own.gutter
  })
  const [one, two] = columns
  const gap = one && two ? two.box.x - one.box.x - one.box.width : 0
  return (
    <ShareFields
      area="columns"
      {...{ own, alike }}
      disabled={text.some(({ locked }) => locked)}
      shared={{ measures: columns.map(({ measure }) => measure), gap: gap / grid.bodySize }}
      onKeep={(change) => {
        const mode = change.count === undefined ? {} : { mode: modeFor(first, own, change.count) }
        perform(
          setOwnColumns(
            text.map(({ id }) => id),
            kept(first, { ...own, ...mode, ...change }),
          ),
        )
      }}
    />
  )
}

/** The columns that a frame has: its own, or the page's. */
function ownOf({ ownColumns: own }: Frame, grid: Grid, count: number): OwnColumns {
  if (!own) return { count, mode: "auto", gutter: grid.gutter }
  return { ...own, count, gutter: own.mode === "auto" ? grid.gutter : own.gutter }
}

/** What is kept of columns: nothing of those that are the page's. */
function kept({ region }: Frame, own: OwnColumns): OwnColumns | null {
  return own.mode === "auto" && own.count >= region.columns ? null : own
}

/** Columns that the page has none for are broken ones. */
function modeFor({ region }: Frame, own: OwnColumns, count: number): ColumnMode {
  return own.mode === "auto" && region.columns % count !== 0 ? "absolute" : own.mode
}
