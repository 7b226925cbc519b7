import { boxOf, columnBox, longMeasure } from "../grid/geometry.ts"
import type { Frame, Grid, Page } from "../issue/page.ts"
import type { Box, Zi } from "../units.ts"

/** One column that text may fill: where it stands and how many lines it takes. */
export interface Column {
  readonly page: string
  readonly grid: Grid
  readonly frame: Frame
  readonly box: Box
  /** Its first body line, counted from the type area's top. */
  readonly line: number
  readonly lines: number
  readonly measure: Zi
}

/** All frames of one article on the pages: its columns in thread order, and the others. */
export interface Thread {
  readonly columns: readonly Column[]
  readonly frames: readonly { readonly page: Page; readonly frame: Frame }[]
}

/** Threads by article, remembered by the identity of the page list. */
const remembered = new WeakMap<readonly Page[], ReadonlyMap<string, Thread>>()

/** The thread (续排链) of every article that has a frame on these pages, by article id. */
export function threadsOf(pages: readonly Page[]): ReadonlyMap<string, Thread> {
  let threads = remembered.get(pages)
  if (!threads) {
    threads = gather(pages)
    remembered.set(pages, threads)
  }
  return threads
}

function gather(pages: readonly Page[]): ReadonlyMap<string, Thread> {
  const frames = new Map<string, { page: Page; frame: Frame }[]>()
  for (const page of pages)
    for (const frame of page.frames) {
      if (frame.article === null) continue
      const known = frames.get(frame.article)
      if (known) known.push({ page, frame })
      else frames.set(frame.article, [{ page, frame }])
    }
  const threads = new Map<string, Thread>()
  for (const [article, places] of frames) {
    const text = places.filter(({ frame }) => frame.role === "body" || frame.role === "caption")
    text.sort((a, b) => a.frame.order - b.frame.order)
    threads.set(article, { columns: text.flatMap(columnsOf), frames: places })
  }
  return threads
}

/** A body frame is as many columns as its region has; a caption runs across all of its width. */
function columnsOf(place: { readonly page: Page; readonly frame: Frame }): readonly Column[] {
  const { page, frame } = place
  const { region } = frame
  const shape = { page: page.id, grid: page.grid, frame, line: region.line, lines: region.lines }
  if (frame.role === "caption") {
    const measure = longMeasure(page.grid, region.columns)
    return [{ ...shape, measure, box: boxOf(page.grid, region) }]
  }
  return Array.from({ length: region.columns }, (_, i) => ({
    ...shape,
    measure: page.grid.measure,
    box: columnBox(page.grid, region.column + i, region.line, region.lines),
  }))
}
