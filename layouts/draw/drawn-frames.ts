import type { Item } from "../display/list.ts"
import { boxOf, frameBox, gutterMiddle } from "../grid/geometry.ts"
import { overlaps } from "../grid/regions.ts"
import { isDrawn, type Frame, type Grid, type Page, type Region } from "../issue/page.ts"
import { pt, zi, ziToPt, type Box } from "../units.ts"
import { inkName } from "./inks.ts"
import { drawBorder, drawRule } from "./borders/border.ts"
import { drawGround } from "./grounds.ts"

/** A frame's ground and rule as they are drawn; nothing for one that it has not. */
interface Drawn {
  readonly frame: Frame
  readonly grid: Grid
  readonly ground: readonly Item[]
  readonly rule: readonly Item[]
}

/** Items by the frame's identity, so that what was not touched is the same item. */
const remembered = new WeakMap<Frame, Drawn>()

/** The grounds of a page's boxes (底纹), lowest first; they go under everything else. */
export function drawGrounds(page: Page): readonly Item[] {
  return drawn(page).flatMap(({ ground }) => ground)
}

/**
 * The rules and boxes that were drawn by hand (线、框线), lowest first: those that lie under every
 * article that they touch, and those that lie over one. Articles are drawn whole, so that a rule is
 * never between two of them.
 */
export function drawRules(page: Page): {
  readonly under: readonly Item[]
  readonly over: readonly Item[]
} {
  const under: Item[] = []
  const over: Item[] = []
  for (const { rule, frame } of drawn(page))
    if (rule.length > 0) (isUnder(frame, page) ? under : over).push(...rule)
  return { under, over }
}

/** Whether a drawn frame touches something on the page, and all of that lies higher in the stack. */
export function isUnder(frame: Frame, { frames }: Page): boolean {
  const touched = frames.filter(
    ({ role, region }) => !isDrawn(role) && overlaps(region, frame.region),
  )
  const at = frames.indexOf(frame)
  return touched.length > 0 && touched.every((one) => frames.indexOf(one) > at)
}

/** Where a box's rule stands: half a gutter outside its region on all sides. */
export function boxAround(grid: Grid, frame: Pick<Frame, "region" | "inset">): Box {
  const { x, y, width, height } = frameBox(grid, frame)
  const off = ziToPt(zi(grid.gutter / 2), grid.bodySize)
  return {
    x: pt(x - off),
    y: pt(y - off),
    width: pt(width + 2 * off),
    height: pt(height + 2 * off),
  }
}

/** The ends of a rule: across the middle of its region, or down the gutter left of it. */
export function ruleEnds(
  grid: Grid,
  region: Region,
  upright: boolean,
): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } {
  const { x, y, width, height } = boxOf(grid, region)
  if (upright) {
    const middle = gutterMiddle(grid, region.column)
    return { x1: middle, y1: y, x2: middle, y2: y + height }
  }
  const middle = y + height / 2
  return { x1: x, y1: middle, x2: x + width, y2: middle }
}

function drawn({ grid, frames }: Page): readonly Drawn[] {
  return frames.flatMap((frame) => {
    if (!isDrawn(frame.role)) return []
    const known = remembered.get(frame)
    if (known?.grid === grid) return [known]
    const made = { frame, grid, ...itemsOf(frame, grid) }
    remembered.set(frame, made)
    return [made]
  })
}

function itemsOf(frame: Frame, grid: Grid): Omit<Drawn, "frame" | "grid"> {
  const { role, region, look } = frame
  if (!look) return { ground: [], rule: [] }
  const { rule, upright, ink, line, open } = look
  const drawing = { style: line, weight: rule, ink: inkName(ink) }
  if (role === "rule")
    return { ground: [], rule: drawRule(ruleEnds(grid, region, upright === true), drawing) }
  const box = boxAround(grid, frame)
  return { ground: drawGround(box, look), rule: drawBorder(box, drawing, open) }
}
