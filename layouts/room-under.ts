import { footRoom } from "./grid/foot-room.ts"
import { isDrawn, type Frame, type Page } from "./issue/page.ts"
import { reservedOf } from "./templates/reserved-of.ts"
import { templateById } from "./templates/shelf.ts"

/** Lines under frames of a page in which nothing stands. */
export function roomUnder(page: Page, row: readonly Frame[]): number {
  const others = page.frames.filter((frame) => !row.includes(frame) && !isDrawn(frame.role))
  const reserved = reservedOf(page, templateById(page.template))
  const taken = [...others, ...reserved].map(({ region }) => region)
  return footRoom(
    row.map(({ region }) => region),
    taken,
    page.grid.lines,
  )
}
