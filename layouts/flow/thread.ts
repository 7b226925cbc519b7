import { frameBands } from "../grid/bands.ts"
import { frameBox } from "../grid/geometry.ts"
import { obstaclesOn, type Obstacle } from "../grid/obstacles.ts"
import { frameColumns } from "../grid/own-columns.ts"
import { stripsOf } from "../grid/strips.ts"
import type { Frame, Grid, Page } from "../issue/page.ts"
import { zi, type Box, type Zi } from "../units.ts"

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
  /** True where its lines run down the page from its right edge on; they are counted from there. */
  readonly vertical: boolean
  /** What its lines go round. */
  readonly obstacles: readonly Obstacle[]
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
    const vertical = text[0]?.frame.vertical === true
    const columns = text.flatMap((place) => columnsOf(place, vertical))
    threads.set(article, { columns, frames: places })
  }
  return threads
}

/**
 * A body frame is as many columns as its region has, or has its own; vertical text as many as it has
 * bands; a caption runs across all of its frame. A story runs one way, that of its first frame.
 */
function columnsOf(
  { page, frame }: { readonly page: Page; readonly frame: Frame },
  vertical: boolean,
): readonly Column[] {
  const { region } = frame
  const shape = {
    ...{ page: page.id, grid: page.grid, frame, vertical },
    ...{ line: region.line, lines: region.lines },
    obstacles: frame.role === "body" ? obstaclesOn(page, frame, vertical) : [],
  }
  if (vertical)
    return frameBands(page.grid, frame).map((band) => {
      const { count } = stripsOf(page.grid, band.box, 1)
      return { ...shape, ...band, lines: count }
    })
  if (frame.role === "caption") {
    const box = frameBox(page.grid, frame)
    return [{ ...shape, measure: zi(box.width / page.grid.bodySize), box }]
  }
  return frameColumns(page.grid, frame).map((column) => ({ ...shape, ...column }))
}
