import type { Frame, Region } from "../../layouts/issue/page.ts"
import type { Box } from "../../layouts/units.ts"
import { regionAround } from "../../layouts/grid/regions.ts"
import {
  boxOf,
  columnLeft,
  frameBox,
  gutterMiddle,
  lineTop,
  typeArea,
} from "../../layouts/grid/geometry.ts"
import { alignMarks, type AlignMark } from "../tools/align-marks.ts"
import { handlePoint, handlesOf, shownBox } from "../tools/hit.ts"
import type { NewFrame, Sketch } from "../tools/tool.ts"
import { MARKS, type Easel } from "./marks.ts"

/** Half a handle's edge, CSS pixels. */
const HANDLE = 3.5

/** How frames are shown: which are chosen, and whether all outlines are seen. */
export interface FrameView {
  readonly frames: readonly Frame[]
  readonly selection: readonly string[]
  readonly outlines: boolean
  readonly sketch: Sketch
}

/** Draws the outlines of frames, the chosen ones with handles, and what a tool is about to make. */
export function drawFrames(easel: Easel, { frames, selection, outlines, sketch }: FrameView): void {
  for (const frame of frames) {
    const chosen = selection.includes(frame.id)
    const region = sketch.regions.get(frame.id) ?? frame.region
    if (chosen) drawChosen(easel, { ...frame, region })
    else if (outlines) drawOutline(easel, frame)
  }
  drawGroups(easel, frames, { selection, sketch })
  for (const ghost of sketch.ghosts) drawGhost(easel, ghost)
  const dragged = [...sketch.regions.values(), ...sketch.ghosts.map(({ region }) => region)]
  const others = frames.filter(({ id }) => !sketch.regions.has(id)).map(({ region }) => region)
  for (const mark of alignMarks(dragged, others)) drawAlignment(easel, mark)
}

function drawOutline({ surface, grid, boxToPx }: Easel, frame: Frame): void {
  if (frame.role === "rule" || frame.role === "box") return
  const box = boxToPx(frameBox(grid, frame))
  surface.lineWidth = 1
  surface.strokeStyle = MARKS.faint
  surface.strokeRect(box.x, box.y, box.width, box.height)
  if (frame.role === "picture" && frame.article === null) cross(surface, box)
}

/** The diagonals of a picture frame that waits for its picture. */
function cross(surface: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  surface.beginPath()
  surface.moveTo(x, y)
  surface.lineTo(x + width, y + height)
  surface.moveTo(x + width, y)
  surface.lineTo(x, y + height)
  surface.stroke()
}

function drawChosen({ surface, grid, boxToPx }: Easel, frame: Frame): void {
  const box = boxToPx(shownBox(grid, frame))
  surface.lineWidth = 1.5
  surface.strokeStyle = frame.locked ? MARKS.locked : MARKS.accent
  surface.setLineDash(frame.locked ? [4, 3] : [])
  surface.strokeRect(box.x, box.y, box.width, box.height)
  surface.setLineDash([])
  surface.lineWidth = 1
  surface.fillStyle = "#fff"
  for (const handle of handlesOf(frame)) {
    const { x, y } = handlePoint(box, handle)
    surface.fillRect(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE)
    surface.strokeRect(x - HANDLE, y - HANDLE, 2 * HANDLE, 2 * HANDLE)
  }
}

/** A dashed line round each chosen group. */
function drawGroups(
  { surface, grid, boxToPx }: Easel,
  frames: readonly Frame[],
  { selection, sketch }: Pick<FrameView, "selection" | "sketch">,
): void {
  const groups = new Map<string, Region[]>()
  for (const { id, group, region } of frames) {
    if (group === undefined || !selection.includes(id)) continue
    groups.set(group, [...(groups.get(group) ?? []), sketch.regions.get(id) ?? region])
  }
  surface.lineWidth = 1
  surface.strokeStyle = MARKS.accent
  surface.setLineDash([2, 3])
  for (const regions of groups.values()) {
    const { x, y, width, height } = boxToPx(boxOf(grid, regionAround(regions)))
    surface.strokeRect(x - 4, y - 4, width + 8, height + 8)
  }
  surface.setLineDash([])
}

function drawGhost({ surface, grid, boxToPx }: Easel, { role, region, upright }: NewFrame): void {
  const look = upright === undefined ? {} : { upright }
  const { x, y, width, height } = boxToPx(shownBox(grid, { role, region, look }))
  surface.fillStyle = MARKS.wash
  surface.strokeStyle = MARKS.accent
  surface.lineWidth = role === "rule" ? 2 : 1.5
  surface.fillRect(x, y, width, height)
  surface.strokeRect(x, y, width, height)
  if (role === "picture") cross(surface, { x, y, width, height } as Box)
}

function drawAlignment({ surface, grid, toPx }: Easel, { kind, at, from, to }: AlignMark): void {
  const area = typeArea(grid)
  const x = at === 0 ? area.x : at === grid.columns ? area.x + area.width : gutterMiddle(grid, at)
  const right = to === grid.columns ? area.x + area.width : columnLeft(grid, to)
  const [start, end] =
    kind === "column"
      ? [toPx({ x, y: lineTop(grid, from) }), toPx({ x, y: lineTop(grid, to) })]
      : [
          toPx({ x: columnLeft(grid, from), y: lineTop(grid, at) }),
          toPx({ x: right, y: lineTop(grid, at) }),
        ]
  surface.strokeStyle = MARKS.align
  surface.lineWidth = 1
  surface.beginPath()
  surface.moveTo(start.x, start.y)
  surface.lineTo(end.x, end.y)
  surface.stroke()
}
