import { fitFor } from "./copyfit.ts"
import type { BreakMode } from "./flow/set-paragraph.ts"
import { regionAround } from "./grid/regions.ts"
import type { Issue } from "./issue/issue.ts"
import { isDrawn, type Frame, type Page, type Region } from "./issue/page.ts"
import { freeId, repairRegion } from "./issue/repair.ts"
import type { Bench } from "./placement/bench.ts"
import { bareRooms, holdsCell, type Cell } from "./placement/free-room.ts"
import { rememberedFit } from "./placement/fit.ts"
import type { BareFrame } from "./placement/frames.ts"
import { emptySlots, inSlot, suits } from "./placement/empty-slots.ts"
import { piecesOf, type Piece } from "./placement/piece.ts"
import { fillRegion, standPiece } from "./placement/stand.ts"
import type { Press } from "./press.ts"
import { reservedOf } from "./templates/reserved-of.ts"
import { templateById } from "./templates/shelf.ts"

/**
 * An article that is to go on a page: at a cell of the grid, into a region drawn for it, or (null)
 * wherever there is room.
 */
export interface Drop {
  readonly article: string
  readonly page: string
  readonly at: Cell | Region | null
}

/**
 * The frames that an article gets where it is dropped, for the edit `placeArticle`: those of the
 * empty slot under the point, else as much of the free room there as it needs; a region is filled.
 * Free is what no other article has; notices give way. Empty when there is no room, or when page or
 * article are not there. Changes nothing.
 */
export function frameArticle(
  issue: Issue,
  { article: id, page: pageId, at }: Drop,
  press: Press,
  breaks: BreakMode,
): readonly Frame[] {
  const page = issue.pages.find((one) => one.id === pageId)
  const article = issue.articles.find((one) => one.id === id)
  if (!page || !article) return []
  const fit = rememberedFit(fitFor(page.grid, press, breaks, issue.styles))
  const bench = { grid: page.grid, fit, pictureColumns: null }
  const [piece] = piecesOf([article], fit)
  if (at !== null && "lines" in at)
    return numbered(fillRegion(piece!, repairRegion(at, page.grid), bench), issue, page)
  const slots = emptySlots(page).filter(
    (slot) => at === null || slot.some((frame) => holdsCell(frame.region, at)),
  )
  const slot = slots.find((one) => suits(one, piece!)) ?? (at === null ? undefined : slots[0])
  if (slot)
    return suits(slot, piece!)
      ? inSlot(slot, article)
      : numbered(overSlot(slot, piece!, bench), issue, page)
  return numbered(standPiece(piece!, roomsOn(page, id), at, bench), issue, page)
}

/** Frames of another kind of article in a slot's place. */
function overSlot(slot: readonly Frame[], piece: Piece, bench: Bench): readonly BareFrame[] {
  return fillRegion(piece, regionAround(slot.map(({ region }) => region)), bench)
}

/** The bare rooms of a page, as if an article's own frames and all notices were not there. */
function roomsOn(page: Page, article: string): readonly Region[] {
  const { columns, lines } = page.grid
  const base = templateById(page.template)
  const fast = page.frames.filter(
    (frame) => frame.article !== article && frame.role !== "house" && !isDrawn(frame.role),
  )
  const taken = [...reservedOf(page, base), ...fast].map(({ region }) => region)
  return bareRooms({ column: 0, columns, line: 0, lines }, taken)
}

/** The frames with ids that no frame of the issue has. */
function numbered(frames: readonly BareFrame[], { pages }: Issue, page: Page): readonly Frame[] {
  const taken = new Set(pages.flatMap((one) => one.frames).map(({ id }) => id))
  return frames.map((frame, i) => {
    const id = freeId(`${page.id}-f${page.frames.length + i + 1}`, taken)
    taken.add(id)
    return { id, ...frame }
  })
}
