import type { ComposedPage } from "../../layouts/compose.ts"
import type { Frame } from "../../layouts/issue/page.ts"
import { shownBox } from "../tools/hit.ts"
import { inPort, linksOn, outPort, outPortMiddle } from "../tools/links.ts"
import type { Point, Sketch } from "../tools/tool.ts"
import { MARKS, type Easel } from "./marks.ts"

/** Edge of a port, CSS pixels. */
const PORT = 11

/** Which threads are shown, and the link that a tool is about to make or cut. */
export interface ThreadView {
  readonly page: ComposedPage
  /** The page's frames, where they stand while a tool is busy with them. */
  readonly frames: readonly Frame[]
  readonly selection: readonly string[]
  /** Shows the threads of all articles, not only of the chosen frames. */
  readonly all: boolean
  readonly link: Sketch["link"]
}

/** Draws the threads of articles (续排链): links, ports, the number of each frame, what is over. */
export function drawThreads(
  easel: Easel,
  { page, frames, selection, all, link }: ThreadView,
): void {
  const chosen = new Set(
    frames.flatMap(({ id, article }) => (selection.includes(id) && article ? [article] : [])),
  )
  const body = frames.filter(({ role, article }) => role === "body" && article !== null)
  const shown = body.filter(({ article }) => all || chosen.has(article!))
  for (const { from, to } of linksOn(shown)) {
    const cut = link?.ends === true && link.from === from.id && link.to === to.id
    const [start, end] = [outPort(easel.grid, from), inPort(easel.grid, to)]
    drawLink(easel, [easel.toPx(start), easel.toPx(end)], cut ? "cut" : "whole")
  }
  for (const frame of shown) {
    drawPorts(easel, frame, lastOf(page, frame) === frame.id)
    drawOtherPage(easel, page, frame)
  }
  for (const frame of body) if (isOver(page, frame)) drawOver(easel, frame)
  if (link && !link.ends) drawNewLink(easel, frames, link)
}

function drawLink(
  { surface }: Easel,
  [from, to]: readonly [Point, Point],
  how: "whole" | "cut" | "new",
): void {
  surface.strokeStyle = how === "cut" ? MARKS.over : MARKS.accent
  surface.lineWidth = how === "whole" ? 1 : 1.5
  surface.setLineDash(how === "whole" ? [] : [5, 4])
  surface.beginPath()
  surface.moveTo(from.x, from.y)
  surface.lineTo(to.x, to.y)
  surface.stroke()
  surface.setLineDash([])
}

/**
 * The port at the frame's end, and at its beginning its number in the thread, counted from 1; a
 * frame that is alone in its thread has none.
 */
function drawPorts({ surface, grid, toPx, reach }: Easel, frame: Frame, last: boolean): void {
  const start = toPx(inPort(grid, frame))
  const port = toPx(outPortMiddle(grid, frame, reach))
  const half = PORT / 2
  surface.lineWidth = 1
  surface.strokeStyle = MARKS.accent
  surface.fillStyle = "#fff"
  surface.fillRect(port.x - half, port.y - half, PORT, PORT)
  surface.strokeRect(port.x - half, port.y - half, PORT, PORT)
  if (!last) triangle(surface, port, frame.vertical === true)
  if (last && frame.order === 0) return
  const words = String(frame.order + 1)
  surface.font = "600 11px system-ui, sans-serif"
  const width = Math.max(PORT + 4, surface.measureText(words).width + 8)
  const left = frame.vertical ? start.x - width : start.x
  surface.fillStyle = MARKS.accent
  surface.fillRect(left, start.y, width, PORT + 4)
  surface.fillStyle = "#fff"
  surface.textBaseline = "middle"
  surface.textAlign = "center"
  surface.fillText(words, left + width / 2, start.y + (PORT + 5) / 2)
  surface.textAlign = "left"
}

/** Says beside the out-port on which other page the text goes on. */
function drawOtherPage(easel: Easel, { page, articles }: ComposedPage, frame: Frame): void {
  const columns = articles.find((one) => one.article.id === frame.article)?.story.columns ?? []
  const last = columns.findLastIndex(({ column }) => column.frame.id === frame.id)
  const next = last < 0 ? undefined : columns[last + 1]?.column.page
  if (next === undefined || next === page.id) return
  const { surface, grid, toPx, reach } = easel
  const { x, y } = toPx(outPortMiddle(grid, frame, reach))
  surface.font = "600 11px system-ui, sans-serif"
  surface.textAlign = frame.vertical ? "left" : "right"
  surface.textBaseline = "middle"
  surface.fillStyle = MARKS.accent
  surface.fillText(`→ ${next}`, frame.vertical ? x + PORT : x - PORT, y)
  surface.textAlign = "left"
}

/** The sign of text that goes on: to the right, of vertical text to the left. */
function triangle(surface: CanvasRenderingContext2D, { x, y }: Point, leftward: boolean): void {
  const way = leftward ? -1 : 1
  surface.fillStyle = MARKS.accent
  surface.beginPath()
  surface.moveTo(x - way * 2.5, y - 3.5)
  surface.lineTo(x + way * 3.5, y)
  surface.lineTo(x - way * 2.5, y + 3.5)
  surface.fill()
}

/** The last text frame of a frame's article, by id, on whatever page. */
function lastOf({ articles }: ComposedPage, { article }: Frame): string | undefined {
  const set = articles.find((one) => one.article.id === article)
  return set?.story.columns.at(-1)?.column.frame.id
}

/** True for the last text frame of an article that has text left over. */
function isOver(page: ComposedPage, frame: Frame): boolean {
  const set = page.articles.find(({ article }) => article.id === frame.article)
  if (!set || set.story.overset.characters === 0) return false
  return lastOf(page, frame) === frame.id
}

/** The red plus of text that has no room (余字). */
function drawOver({ surface, grid, toPx, boxToPx }: Easel, frame: Frame): void {
  const { x, y } = toPx(outPort(grid, frame))
  const box = boxToPx(shownBox(grid, frame))
  surface.lineWidth = 1
  surface.strokeStyle = MARKS.over
  surface.strokeRect(box.x, box.y, box.width, box.height)
  surface.fillStyle = MARKS.over
  surface.fillRect(x - 7, y - 7, 14, 14)
  surface.strokeStyle = "#fff"
  surface.lineWidth = 2
  surface.beginPath()
  surface.moveTo(x - 4, y)
  surface.lineTo(x + 4, y)
  surface.moveTo(x, y - 4)
  surface.lineTo(x, y + 4)
  surface.stroke()
}

/** The link that would be made: to the pointer, or to the frame under it, which is lit. */
function drawNewLink(
  easel: Easel,
  frames: readonly Frame[],
  { from, to }: NonNullable<Sketch["link"]>,
): void {
  const first = frames.find(({ id }) => id === from)
  const second = typeof to === "string" ? frames.find(({ id }) => id === to) : undefined
  if (!first) return
  const { surface, grid, toPx, boxToPx } = easel
  if (second) {
    const { x, y, width, height } = boxToPx(shownBox(grid, second))
    surface.fillStyle = MARKS.wash
    surface.fillRect(x, y, width, height)
  }
  const end = second ? inPort(grid, second) : (to as Point)
  drawLink(easel, [toPx(outPort(grid, first)), toPx(end)], "new")
}
