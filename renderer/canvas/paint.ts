import type { DisplayList, Ink, Item } from "../../layouts/display/list.ts"
import { boundsOf, meets, type Bounds } from "./bounds.ts"

/** What the painter asks for: outlines by face and glyph, pictures by id. */
export interface Paintbox {
  /** The outline in font units, y up, and how many of them make an em; null while it is not here yet. */
  outline(face: string, glyph: number): { readonly path: Path2D; readonly perEm: number } | null
  picture(id: string): CanvasImageSource | null
}

/** How page points become device pixels: device = point × scale − offset. */
export interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

type Surface = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/**
 * Paints the part of a display list that an area shows: glyph outlines by id at their places, the
 * same numbers that the PDF prints. Nothing is shaped or measured here.
 */
export function paint(
  surface: Surface,
  list: DisplayList,
  at: { readonly view: View; readonly area: Bounds },
  box: Paintbox,
): void {
  const { view, area } = at
  const colours = new Map(list.inks.map((ink) => [ink.name, colourOf(ink)]))
  for (const item of list.items) {
    const bounds = boundsOf(item)
    if (bounds && !meets(bounds, area)) continue
    paintItem(surface, item, { view, colours, box })
  }
}

interface Brush {
  readonly view: View
  readonly colours: ReadonlyMap<string, string>
  readonly box: Paintbox
}

function paintItem(surface: Surface, item: Item, brush: Brush): void {
  const { scale, x, y } = brush.view
  switch (item.kind) {
    case "glyphs":
      surface.fillStyle = brush.colours.get(item.ink) ?? "#000"
      item.glyphs.forEach((glyph, i) => {
        const outline = brush.box.outline(item.face, glyph)
        if (!outline) return
        const size = (item.size * scale) / outline.perEm
        const left = (item.x + item.dx[i]!) * scale - x
        const base = (item.y + (item.dy?.[i] ?? 0)) * scale - y
        surface.setTransform(size, 0, 0, -size, left, base)
        surface.fill(outline.path)
      })
      break
    case "fill":
      surface.setTransform(scale, 0, 0, scale, -x, -y)
      surface.fillStyle = brush.colours.get(item.ink) ?? "#000"
      surface.fill(pathOf(item.path))
      break
    case "stroke":
      surface.setTransform(scale, 0, 0, scale, -x, -y)
      surface.strokeStyle = brush.colours.get(item.ink) ?? "#000"
      surface.lineWidth = item.width
      surface.setLineDash([...item.dash])
      surface.stroke(pathOf(item.path))
      break
    case "image":
      surface.setTransform(scale, 0, 0, scale, -x, -y)
      paintPicture(surface, item, brush.box.picture(item.picture))
      break
    case "push":
      surface.save()
      break
    case "pop":
      surface.restore()
      break
    case "tag":
      break
  }
}

function paintPicture(
  surface: Surface,
  item: Item & { kind: "image" },
  picture: CanvasImageSource | null,
): void {
  const { x, y, width, height } = item.box
  if (!picture) {
    surface.fillStyle = "#ddd"
    surface.fillRect(x, y, width, height)
    return
  }
  const { width: w, height: h } = picture as { width: number; height: number }
  const { crop } = item
  surface.drawImage(
    picture,
    crop.x * w,
    crop.y * h,
    crop.width * w,
    crop.height * h,
    x,
    y,
    width,
    height,
  )
}

function pathOf(path: readonly (readonly (string | number)[])[]): Path2D {
  return new Path2D(path.map((segment) => segment.join(" ")).join(" "))
}

/** A plain screen colour for an ink: paper shows through what no plate prints. */
function colourOf({ cmyk: [c, m, y, k] }: Ink): string {
  const channel = (ink: number): number => Math.round(255 * (1 - ink) * (1 - k))
  return `rgb(${channel(c)} ${channel(m)} ${channel(y)})`
}
