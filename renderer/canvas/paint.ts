import type { DisplayList, Glyphs, Item, Matrix, Segment } from "../../layouts/display/list.ts"
import { goesDown, letterMatrix } from "../../layouts/display/letter-matrix.ts"
import { times } from "../../layouts/display/matrix.ts"
import { screenColour, type ScreenColour } from "../../layouts/display/screen-colour.ts"
import { boundsOf, boundsUnder, meets, type Bounds } from "./bounds.ts"
import type { Coverage, SmallType } from "./small-type.ts"

/** What the painter asks for: outlines by face and glyph, pictures by id. */
export interface Paintbox {
  /** The outline in font units, y up, and how many of them make an em; null while it is not here yet. */
  outline(face: string, glyph: number): { readonly path: Path2D; readonly perEm: number } | null
  /** The picture to be shown so many device pixels wide, null while it is not here yet. */
  picture(id: string, width: number): CanvasImageSource | null
  /** Small glyphs on this surface, and how they are laid down; absent where all are filled. */
  readonly small?: {
    readonly type: SmallType
    put(surface: Surface, ink: Coverage, colour: ScreenColour): void
  }
}

/** How page points become device pixels: device = point × scale − offset. */
export interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** The part of a canvas that the painter uses. */
export type Surface = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Glyphs of a smaller em, device pixels, are shown as grey bars: a line of them is a line of grey. */
const BARS = 1.2

/** How dark such a bar is, and its top and bottom from the baseline, em: the ink of a body line. */
const BAR = { ink: 0.3, above: 0.82, below: 0.08 } as const

/** Ground of a picture that has not come yet. */
const AWAITED = "#ddd"

/**
 * Paints the part of a display list that an area (page points) shows: glyph outlines by id at their
 * places, the same numbers that the PDF prints. Nothing is shaped or measured here. Only what is too
 * small to be a glyph on the screen is simplified.
 */
export function paint(
  surface: Surface,
  list: DisplayList,
  at: { readonly view: View; readonly area: Bounds },
  box: Paintbox,
): void {
  const { scale, x, y } = at.view
  const colours = new Map(list.inks.map((ink) => [ink.name, screenColour(ink)]))
  const brush: Brush = { surface, colours, box, laid: null }
  const onPage: Matrix[] = [[1, 0, 0, 1, 0, 0]]
  for (const item of list.items) {
    const placed = onPage.at(-1)!
    const bounds = boundsOf(item)
    if (bounds && !meets(boundsUnder(placed, bounds), at.area)) continue
    const device = times([scale, 0, 0, scale, -x, -y], placed)
    if (!staysLaid(item, brush)) putLaid(brush)
    if (item.kind === "push") {
      surface.save()
      const moved = times(placed, item.matrix)
      onPage.push(moved)
      if (item.clip) clipTo(surface, times(device, item.matrix), item.clip)
    } else if (item.kind === "pop") {
      surface.restore()
      onPage.pop()
    } else paintItem(item, device, brush)
  }
  putLaid(brush)
}

interface Brush {
  readonly surface: Surface
  readonly colours: ReadonlyMap<string, ScreenColour>
  readonly box: Paintbox
  /** The ink of small glyphs that are laid and not yet on the surface; null when there are none. */
  laid: string | null
}

/** Whether what is laid may wait for an item: the same ink over itself looks the same in any order. */
function staysLaid(item: Item, { laid }: Brush): boolean {
  if (laid === null || item.kind === "tag") return true
  return "ink" in item && item.ink === laid
}

/** Puts the small glyphs that were laid onto the surface. */
function putLaid(brush: Brush): void {
  const { laid } = brush
  const { small } = brush.box
  if (laid === null) return
  const colour = colourOf(brush, laid)
  small?.type.lift((ink) => small.put(brush.surface, ink, colour))
  brush.laid = null
}

function paintItem(item: Item, device: Matrix, brush: Brush): void {
  const { surface } = brush
  switch (item.kind) {
    case "glyphs":
      return paintGlyphs(item, device, brush)
    case "fill":
      surface.setTransform(...device)
      surface.fillStyle = css(colourOf(brush, item.ink))
      trace(surface, item.path)
      return surface.fill()
    case "stroke":
      surface.setTransform(...device)
      surface.strokeStyle = css(colourOf(brush, item.ink))
      surface.lineWidth = item.width
      surface.setLineDash([...item.dash])
      trace(surface, item.path)
      return surface.stroke()
    case "image":
      surface.setTransform(...device)
      if (!item.cut) return paintPicture(item, device, brush)
      surface.save()
      trace(surface, item.cut)
      surface.clip()
      paintPicture(item, device, brush)
      return surface.restore()
    case "push":
    case "pop":
    case "tag":
      return
  }
}

function paintGlyphs(item: Glyphs, device: Matrix, brush: Brush): void {
  const { surface, box } = brush
  const [a, b, c, d, e, f] = device
  const bars = item.size * Math.hypot(a, b) < BARS
  if (!bars && box.small?.type.lay(item, device)) {
    brush.laid = item.ink
    return
  }
  surface.fillStyle = css(colourOf(brush, item.ink))
  if (bars) return paintBar(surface, item, device)
  const letter = times(device, [...letterMatrix(item), 0, 0])
  item.glyphs.forEach((glyph, i) => {
    const outline = box.outline(item.face, glyph)
    if (!outline) return
    const { path, perEm } = outline
    const x = item.x + item.dx[i]!
    const y = item.y + (item.dy?.[i] ?? 0)
    const [left, base] = [a * x + c * y + e, b * x + d * y + f]
    const [xx, xy, yx, yy] = letter
    surface.setTransform(xx / perEm, xy / perEm, yx / perEm, yy / perEm, left, base)
    surface.fill(path)
  })
}

function paintBar(surface: Surface, item: Glyphs, device: Matrix): void {
  const { size, dx, dy } = item
  const [first, last] = [dx[0] ?? 0, dx.at(-1) ?? 0]
  surface.setTransform(...device)
  surface.globalAlpha = BAR.ink
  const thick = (BAR.above + BAR.below) * size
  if (dy && goesDown(item)) {
    const [top, foot] = [item.y + (dy[0] ?? 0), item.y + (dy.at(-1) ?? 0)]
    const left = item.turned ? item.x + first : item.x - thick / 2
    surface.fillRect(left, item.turned ? top : top - BAR.above * size, thick, foot - top + size)
  } else {
    surface.fillRect(item.x + first, item.y - BAR.above * size, last - first + size, thick)
  }
  surface.globalAlpha = 1
}

function paintPicture(item: Item & { kind: "image" }, [a, b]: Matrix, brush: Brush): void {
  const { surface, box } = brush
  const { x, y, width, height } = item.box
  const { crop } = item
  const shown = (width / crop.width) * Math.hypot(a, b)
  const picture = box.picture(item.picture, shown)
  if (!picture) {
    surface.fillStyle = AWAITED
    surface.fillRect(x, y, width, height)
    return
  }
  const { width: w, height: h } = picture as { width: number; height: number }
  const from = [crop.x * w, crop.y * h, crop.width * w, crop.height * h] as const
  surface.imageSmoothingQuality = "high"
  surface.drawImage(picture, ...from, x, y, width, height)
}

function clipTo(
  surface: Surface,
  device: Matrix,
  { x, y, width, height }: NonNullable<(Item & { kind: "push" })["clip"]>,
): void {
  surface.setTransform(...device)
  surface.beginPath()
  surface.rect(x, y, width, height)
  surface.clip()
}

/** Lays an outline down as the surface's current path. */
function trace(surface: Surface, path: readonly Segment[]): void {
  surface.beginPath()
  for (const segment of path)
    switch (segment[0]) {
      case "M":
        surface.moveTo(segment[1], segment[2])
        break
      case "L":
        surface.lineTo(segment[1], segment[2])
        break
      case "C": {
        const [, x1, y1, x2, y2, x, y] = segment
        surface.bezierCurveTo(x1, y1, x2, y2, x, y)
        break
      }
      case "Z":
        surface.closePath()
    }
}

function colourOf({ colours }: Brush, ink: string): ScreenColour {
  return colours.get(ink) ?? BLACK
}

const BLACK: ScreenColour = [0, 0, 0]

/** A colour as CSS writes it. */
function css(colour: ScreenColour): string {
  return `rgb(${colour.join(" ")})`
}
