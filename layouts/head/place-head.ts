import { boxOf } from "../grid/geometry.ts"
import type { Article } from "../issue/article.ts"
import type { Frame, Grid } from "../issue/page.ts"
import type { Stylesheet } from "../issue/style.ts"
import type { Press } from "../press.ts"
import { pt, type Pt } from "../units.ts"
import { EM_MIDDLE } from "../line/gathering.ts"
import { sizeOf } from "../flow/rows.ts"
import { setHead, setHeadDown, type HeadFitted, type HeadLine } from "./set-head.ts"

/** A headline line at its place on the page; of a vertical one `x` is its middle, `baseline` its top. */
export interface PlacedHeadLine extends Omit<HeadLine, "baseline"> {
  readonly x: Pt
  readonly baseline: Pt
}

/** A headline block in its frame. */
export interface PlacedHead {
  readonly frame: Frame
  readonly lines: readonly PlacedHeadLine[]
  /** True when the words need more height or width than the frame has. */
  readonly overfull: boolean
  /** Characters that no face has. */
  readonly missing: readonly string[]
  readonly fitted: HeadFitted
}

/** Height in whole body lines that an article's headline block wants over a width; 0 without one. */
export function headLines(
  article: Article,
  width: Pt,
  grid: Grid,
  setting: { readonly sheet: Stylesheet; readonly press: Press },
): number {
  const head = setHead(article, width, setting.sheet, setting.press)
  if (head.lines.length === 0) return 0
  return Math.ceil((head.height + head.air) / grid.linePitch)
}

/** Sets the headline block into its frame, in the middle of its height. */
export function placeHead(
  article: Article,
  frame: Frame,
  grid: Grid,
  setting: { readonly sheet: Stylesheet; readonly press: Press },
): PlacedHead {
  if (frame.vertical) return placeDown(article, frame, grid, setting)
  const box = boxOf(grid, frame.region)
  const head = setHead(article, box.width, setting.sheet, setting.press)
  const air = box.height - head.height
  const top = box.y + air / 2
  const lines = head.lines.map((placed) => ({
    ...placed,
    x: pt(box.x + placed.line.x),
    baseline: pt(top + placed.baseline),
  }))
  return {
    frame,
    lines,
    overfull: head.overfull || air < 0,
    missing: head.missing,
    fitted: head.fitted,
  }
}

/** Sets a vertical headline (竖题) into its frame: from the right, in the middle of its width. */
function placeDown(
  article: Article,
  frame: Frame,
  grid: Grid,
  { sheet, press }: { readonly sheet: Stylesheet; readonly press: Press },
): PlacedHead {
  const box = boxOf(grid, frame.region)
  const head = setHeadDown(article, { length: box.height, depth: box.width }, sheet, press)
  const right = box.x + box.width - (box.width - head.height) / 2
  const lines = head.lines.map((placed) => ({
    ...placed,
    x: pt(right - placed.baseline + EM_MIDDLE * sizeOf(placed.line)),
    baseline: pt(box.y + (box.height - head.length) / 2 + placed.line.x),
  }))
  const overfull = head.overfull || head.height > box.width
  return { frame, lines, overfull, missing: head.missing, fitted: head.fitted }
}
