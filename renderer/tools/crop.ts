import type { Crop } from "../../layouts/flow/pictures.ts"

type Area = Readonly<Record<"x" | "y" | "width" | "height", number>>

/** The least part of a picture that can be shown, as a share of its width and of its height. */
const LEAST = 0.02

/** The corners of a picture or of a part of one: -1 left or top, 1 right or bottom. */
export const CROP_CORNERS = [
  { across: -1, down: -1 },
  { across: 1, down: -1 },
  { across: -1, down: 1 },
  { across: 1, down: 1 },
] as const

/** How far arrow keys move a part, as shares of its picture. */
export const CROP_STEPS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-0.01, 0],
  ArrowRight: [0.01, 0],
  ArrowUp: [0, -0.01],
  ArrowDown: [0, 0.01],
}

/** Where all of a picture would stand of which a part stands in a box; in the box's unit. */
export function wholeAround(box: Area, part: Crop): Area {
  const width = box.width / part.width
  const height = box.height / part.height
  return { x: box.x - part.x * width, y: box.y - part.y * height, width, height }
}

/** A part moved over its picture by fractions of it; it stays inside. */
export function slid(part: Crop, across: number, down: number): Crop {
  return {
    ...part,
    x: within(part.x + across, 0, 1 - part.width),
    y: within(part.y + down, 0, 1 - part.height),
  }
}

/** A part made `times` as large about its middle, in the same proportions; it stays inside. */
export function scaled(part: Crop, times: number): Crop {
  const most = Math.min(1 / part.width, 1 / part.height)
  const least = Math.max(LEAST / part.width, LEAST / part.height)
  const by = within(times, Math.min(1, least), most)
  const width = Math.min(1, part.width * by)
  const height = Math.min(1, part.height * by)
  const x = part.x + (part.width - width) / 2
  const y = part.y + (part.height - height) / 2
  return slid({ x, y, width, height }, 0, 0)
}

/** How many times the part could be enlarged before it is as large as the picture allows; at least 1. */
export function zoomOf(part: Crop): number {
  return Math.max(1, Math.min(1 / part.width, 1 / part.height))
}

/** A part with one corner dragged; its proportions are kept or, where `free`, as dragged. */
export function stretched(
  part: Crop,
  corner: { readonly across: -1 | 1; readonly down: -1 | 1 },
  to: { readonly x: number; readonly y: number },
  free: boolean,
): Crop {
  const fixed = {
    x: corner.across < 0 ? part.x + part.width : part.x,
    y: corner.down < 0 ? part.y + part.height : part.y,
  }
  const most = {
    width: corner.across < 0 ? fixed.x : 1 - fixed.x,
    height: corner.down < 0 ? fixed.y : 1 - fixed.y,
  }
  let width = within((to.x - fixed.x) * corner.across, LEAST, most.width)
  let height = within((to.y - fixed.y) * corner.down, LEAST, most.height)
  if (!free) {
    const by = Math.min(
      Math.max(width / part.width, height / part.height),
      most.width / part.width,
      most.height / part.height,
    )
    width = part.width * by
    height = part.height * by
  }
  return {
    x: corner.across < 0 ? fixed.x - width : fixed.x,
    y: corner.down < 0 ? fixed.y - height : fixed.y,
    width,
    height,
  }
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
