import type { Face } from "../../fonts/face.ts"
import type { DisplayList, Matrix } from "../../layouts/display/list.ts"
import { paint, type Paintbox, type Surface } from "../../renderer/canvas/paint.ts"
import type { Bounds } from "../../renderer/canvas/bounds.ts"
import { moved, type At, type Drawn } from "./drawn.ts"

/** Where the page canvas is asked to paint: device = point × scale − offset. */
export interface Asked {
  readonly scale: number
  readonly x: number
  readonly y: number
  readonly area: Bounds
}

/** Corners of the unit square, as an image's own corners. */
const corners = (x: number, y: number, width: number, height: number): readonly At[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
]

/**
 * What the page canvas paints of a list, told by its own calls to a canvas: the same code as in the
 * window, with a recorder where the pixels would be. Places come back as page points.
 */
export function paintedOnCanvas(
  list: DisplayList,
  asked: Asked,
  face: (id: string) => Face,
): readonly Drawn[] {
  const drawn: Drawn[] = []
  const { surface, glyphOf } = recorder(asked, drawn)
  const box: Paintbox = {
    outline: (id, glyph) => ({
      path: glyphOf(outlineOf(face(id), glyph)),
      perEm: face(id).unitsPerEm,
    }),
    picture: () => ({ width: 1000, height: 1000 }) as ImageBitmap,
  }
  paint(surface, list, { view: asked, area: asked.area }, box)
  return drawn
}

const known = new Map<string, string>()

function outlineOf(face: Face, glyph: number): string {
  const key = `${face.id} ${glyph}`
  if (!known.has(key)) known.set(key, face.outline(glyph))
  return known.get(key)!
}

function recorder({ scale, x, y }: Asked, drawn: Drawn[]) {
  const outlines = new Map<object, string>()
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  let path: At[] = []
  let dash: readonly number[] = []
  let clip: readonly At[] | null = null
  const saved: (readonly At[] | null)[] = []
  const ink = {
    ...{ fillStyle: "", strokeStyle: "", lineWidth: 1 },
    ...{ imageSmoothingQuality: "", globalAlpha: 1 },
  }
  const onPage = (point: At): At => {
    const [left, top] = moved(matrix, point)
    return [(left + x) / scale, (top + y) / scale]
  }
  const surface = Object.assign(ink, {
    setTransform: (...to: Matrix) => void (matrix = to),
    beginPath: () => void (path = []),
    moveTo: (...point: At) => void path.push(onPage(point)),
    lineTo: (...point: At) => void path.push(onPage(point)),
    bezierCurveTo: (...at: readonly number[]) => {
      for (let i = 0; i < 6; i += 2) path.push(onPage([at[i]!, at[i + 1]!]))
    },
    closePath: () => {},
    save: () => void saved.push(clip),
    restore: () => void (clip = saved.pop() ?? null),
    rect: () => {},
    clip: () => void (clip = path.length > 0 ? path : clip),
    setLineDash: (segments: readonly number[]) => void (dash = segments),
    fill(glyph?: object) {
      if (!glyph) return void drawn.push({ kind: "fill", path, ink: ink.fillStyle })
      const size = (Math.hypot(matrix[0], matrix[1]) / scale) * PER_EM
      const outline = outlines.get(glyph)!
      drawn.push({ kind: "glyph", outline, at: onPage([0, 0]), size, ink: ink.fillStyle })
    },
    fillRect(left: number, top: number, width: number, height: number) {
      const box = corners(left, top, width, height).map(onPage)
      drawn.push({ kind: "fill", path: box, ink: `${ink.fillStyle} ${ink.globalAlpha}` })
    },
    stroke: () =>
      void drawn.push({ kind: "stroke", path, width: ink.lineWidth, dash, ink: ink.strokeStyle }),
    drawImage(_: unknown, ...numbers: readonly number[]) {
      const [sx, sy, sw, sh, left, top, width, height] = numbers as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ]
      const whole = corners(
        left - (sx / sw) * width,
        top - (sy / sh) * height,
        (1000 / sw) * width,
        (1000 / sh) * height,
      )
      const seen = clip ?? corners(left, top, width, height).map(onPage)
      drawn.push({ kind: "image", whole: whole.map(onPage), seen })
    },
  })
  const glyphOf = (outline: string): Path2D => {
    const path = {}
    outlines.set(path, outline)
    return path as Path2D
  }
  return { surface: surface as unknown as Surface, glyphOf }
}

/** All faces of the shop have a thousand units to the em. */
const PER_EM = 1000
