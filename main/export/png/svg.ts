import type {
  DisplayList,
  Glyphs,
  Image,
  Item,
  Push,
  Segment,
} from "../../../layouts/display/list.ts"
import { letterMatrix } from "../../../layouts/display/letter-matrix.ts"
import { screenColour } from "../../../layouts/display/screen-colour.ts"
import type { Box } from "../../../layouts/units.ts"
import type { Face } from "../../../fonts/face.ts"
import { MARK_WIDTH, type MarkLine } from "../pdf/marks.ts"
import type { Frame } from "./order.ts"

/** Line of the cross over a picture that could not be had: the grey and the weight of the plate's. */
const MISSING = 'fill="none" stroke="#808080" stroke-width="0.5"'

/** A line of crop marks: black, and as wide as on the plate. */
const MARK = `stroke="#000" stroke-width="${MARK_WIDTH}"`

/** What a list is painted with. */
export interface Paints {
  face(id: string): Face
  /** Address of a picture's shown part as it was made ready, null for one that cannot be had. */
  picture(item: Image): string | null
  /** Crop marks in the list's plane, where y counts down. */
  readonly marks: readonly MarkLine[]
}

/** A drawing while it is made. */
interface Drawing {
  readonly colours: ReadonlyMap<string, string>
  readonly paints: Paints
  /** What shapes refer to, by what it is: each glyph once, each clip once. */
  readonly defined: Map<string, Definition>
}

/** A definition; its markup is "" for a blank glyph, which nothing needs to refer to. */
interface Definition {
  readonly id: string
  readonly markup: string
}

/**
 * The painted items of a list as the shapes of an SVG, with what they refer to; `framed` puts them
 * under a frame. Glyphs are outlines by their ids at the list's places: no text, no font, no measuring.
 */
export function shapesOf(list: DisplayList, paints: Paints): string {
  const colours = new Map(
    list.inks.map((ink) => [ink.name, `rgb(${screenColour(ink).join(",")})`] as const),
  )
  const drawing: Drawing = { colours, paints, defined: new Map() }
  const shapes = list.items.map((item) => shapeOf(drawing, item))
  const marks = paints.marks.map(
    ([x1, y1, x2, y2]) => `<path d="M${x1} ${y1}L${x2} ${y2}" ${MARK}/>`,
  )
  const definitions = [...drawing.defined.values()].map(({ markup }) => markup)
  return `<defs>${definitions.join("")}</defs>${shapes.join("")}${marks.join("")}`
}

/** The part of the drawing that a frame shows, as a whole SVG on white paper. */
export function framed(shapes: string, { left, top, across, down, dpi }: Frame): string {
  const size = [across, down].map((pixels) => (pixels * 72) / dpi)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}" ` +
    `viewBox="${left} ${top} ${size.join(" ")}" preserveAspectRatio="none" stroke-miterlimit="10">` +
    `<rect x="${left}" y="${top}" width="${size[0]}" height="${size[1]}" fill="#fff"/>${shapes}</svg>`
  )
}

function shapeOf(drawing: Drawing, item: Item): string {
  switch (item.kind) {
    case "push":
      return groupOf(drawing, item)
    case "pop":
      return "</g>"
    case "glyphs":
      return glyphsOf(drawing, item)
    case "fill":
      return `<path d="${outline(item.path)}" fill="${inkOf(drawing, item.ink)}"/>`
    case "stroke": {
      const dash = item.dash.length > 0 ? ` stroke-dasharray="${item.dash.join(" ")}"` : ""
      const stroke = `stroke="${inkOf(drawing, item.ink)}" stroke-width="${item.width}"`
      return `<path d="${outline(item.path)}" fill="none" ${stroke}${dash}/>`
    }
    case "image":
      return pictureOf(drawing, item)
    case "tag":
      return ""
  }
}

/** Opens a group under a matrix; its clip lies in the moved plane, as the list has it. */
function groupOf(drawing: Drawing, { matrix, clip }: Push): string {
  const moved = `transform="matrix(${matrix.join(" ")})"`
  if (clip === null) return `<g ${moved}>`
  return `<g ${moved} clip-path="url(#${clipOf(drawing, `<rect ${placeOf(clip)}/>`)})">`
}

/** The name of a clip of some shape. */
function clipOf(drawing: Drawing, shape: string): string {
  return define(drawing, shape, (name) => `<clipPath id="${name}">${shape}</clipPath>`).id
}

/** The definition of a thing, made the first time that it is asked for. */
function define({ defined }: Drawing, thing: string, markup: (id: string) => string): Definition {
  const known = defined.get(thing)
  if (known) return known
  const id = `d${defined.size}`
  const made = { id, markup: markup(id) }
  defined.set(thing, made)
  return made
}

/** A run's glyphs, each an outline that is defined once and turned from y up to y down. */
function glyphsOf(drawing: Drawing, run: Glyphs): string {
  const face = drawing.paints.face(run.face)
  const turn = letterMatrix(run).map((part) => part / face.unitsPerEm)
  const uses = run.glyphs.map((glyph, i) => {
    const { id, markup } = define(drawing, `${run.face} ${glyph}`, (name) => {
      const path = face.outline(glyph)
      return path === "" ? "" : `<path id="${name}" d="${path}"/>`
    })
    if (markup === "") return ""
    const x = run.x + (run.dx[i] ?? 0)
    const y = run.y + (run.dy?.[i] ?? 0)
    return `<use href="#${id}" transform="matrix(${turn.join(" ")} ${x} ${y})"/>`
  })
  return `<g fill="${inkOf(drawing, run.ink)}">${uses.join("")}</g>`
}

function pictureOf(drawing: Drawing, item: Image): string {
  const { box, cut } = item
  if (box.width <= 0 || box.height <= 0) return ""
  const address = drawing.paints.picture(item)
  if (address !== null) {
    const clip = cut ? ` clip-path="url(#${clipOf(drawing, `<path d="${outline(cut)}"/>`)})"` : ""
    return `<image ${placeOf(box)} preserveAspectRatio="none" href="${address}"${clip}/>`
  }
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  const cross = `M${box.x} ${box.y}L${right} ${bottom}M${box.x} ${bottom}L${right} ${box.y}`
  return `<rect ${placeOf(box)} ${MISSING}/><path d="${cross}" ${MISSING}/>`
}

function placeOf({ x, y, width, height }: Box): string {
  return `x="${x}" y="${y}" width="${width}" height="${height}"`
}

function inkOf({ colours }: Drawing, name: string): string {
  const colour = colours.get(name)
  if (colour === undefined)
    throw new Error(`the display list uses the ink ${name} without its values`)
  return colour
}

function outline(path: readonly Segment[]): string {
  return path.map(([command, ...numbers]) => command + numbers.join(" ")).join("")
}
