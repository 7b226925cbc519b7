import type { DisplayList, Ink } from "../../layouts/display/list.ts"
import { plateList, platesOf, PROCESS_PLATES } from "../../layouts/display/plate-list.ts"
import { screenColour, type ScreenColour } from "../../layouts/display/screen-colour.ts"
import { paint, type Paintbox } from "./paint.ts"
import { areaOf, type Piece, type PlateLook, type PlateShares } from "./tile.ts"

/** One plate of a piece of a page. */
export interface Plate {
  readonly name: string
  /** The colour of its ink at full strength. */
  readonly colour: ScreenColour
  /** Ink of each pixel, 0 to 255, row by row. */
  readonly ink: Uint8ClampedArray
}

/** A picture as it comes from the machine: its four plates one below the other. */
export type PictureOfPlates = (id: string, width: number) => ImageBitmap | null

/** What is over the limit, and the lightness of what is not beside it. */
const OVER: ScreenColour = [226, 26, 26]
const LIGHTENED = 0.45

/** Plates as lists, by the page's list. */
const remembered = new WeakMap<DisplayList, ReadonlyMap<string, DisplayList>>()

/** Paints every plate of a piece: the four, then the page's spots. */
export function paintPlates(
  list: DisplayList,
  piece: Piece,
  outline: Paintbox["outline"],
  picture: PictureOfPlates,
): readonly Plate[] {
  const canvas = new OffscreenCanvas(piece.width, piece.height)
  const surface = canvas.getContext("2d", { willReadFrequently: true, alpha: false })!
  return [...listsOf(list)].map(([name, shown]) => {
    surface.setTransform(1, 0, 0, 1, 0, 0)
    surface.fillStyle = "#fff"
    surface.fillRect(0, 0, piece.width, piece.height)
    paint(
      surface,
      shown,
      { view: piece, area: areaOf(piece) },
      {
        outline,
        picture: (id, width) => plateOf(picture(id, width), name),
      },
    )
    const { data } = surface.getImageData(0, 0, piece.width, piece.height)
    const ink = new Uint8ClampedArray(piece.width * piece.height)
    for (let i = 0; i < ink.length; i += 1) ink[i] = 255 - data[4 * i]!
    return { name, colour: colourOf(list, name), ink }
  })
}

/** Lays the plates of a piece over each other at a surface's top left, as they are to be shown. */
export function layOver(
  surface: OffscreenCanvasRenderingContext2D,
  plates: readonly Plate[],
  { width, height }: Pick<Piece, "width" | "height">,
  { hidden, limit }: PlateLook,
): void {
  const image = surface.createImageData(width, height)
  const seen = plates.filter(({ name }) => !hidden.includes(name))
  const [only] = seen
  const colours = seen.length === 1 ? [{ ...only!, colour: BLACK }] : seen
  for (let i = 0; i < width * height; i += 1) {
    const pixel = over(plates, i, limit) ? OVER : colourAt(colours, i, limit !== null)
    image.data.set(pixel, 4 * i)
    image.data[4 * i + 3] = 255
  }
  surface.setTransform(1, 0, 0, 1, 0, 0)
  surface.putImageData(image, 0, 0)
}

/** What each plate prints on a pixel. */
export function sharesAt(plates: readonly Plate[], pixel: number): PlateShares {
  return new Map(plates.map(({ name, ink }) => [name, ink[pixel]! / 255]))
}

const BLACK: ScreenColour = [0, 0, 0]

/** Whether all plates together print more than so many percent on a pixel; half a percent is a JPEG's. */
function over(plates: readonly Plate[], pixel: number, limit: number | null): boolean {
  if (limit === null) return false
  let sum = 0
  for (const { ink } of plates) sum += ink[pixel]!
  return sum / 2.55 > limit + 0.5
}

/** The colour of a pixel: each ink takes its part of the light. Grey and light beside what is marked. */
function colourAt(plates: readonly Plate[], pixel: number, pale: boolean): ScreenColour {
  let [red, green, blue] = [255, 255, 255]
  for (const { colour, ink } of plates) {
    const share = ink[pixel]! / 255
    if (share === 0) continue
    red *= 1 - share * (1 - colour[0] / 255)
    green *= 1 - share * (1 - colour[1] / 255)
    blue *= 1 - share * (1 - colour[2] / 255)
  }
  if (!pale) return [red, green, blue]
  const grey = 255 - (255 - (0.3 * red + 0.59 * green + 0.11 * blue)) * (1 - LIGHTENED)
  return [grey, grey, grey]
}

function listsOf(list: DisplayList): ReadonlyMap<string, DisplayList> {
  const known = remembered.get(list)
  if (known) return known
  const made = new Map(platesOf(list).map((plate) => [plate, plateList(list, plate)]))
  remembered.set(list, made)
  return made
}

function colourOf({ inks }: DisplayList, plate: string): ScreenColour {
  const at = PROCESS_PLATES.findIndex((known) => known === plate)
  const process = [0, 1, 2, 3].map((i) => (i === at ? 1 : 0)) as unknown as Ink["cmyk"]
  const solid = at >= 0 ? process : inks.find(({ spot }) => spot?.plate === plate)!.spot!.solid
  return screenColour({ name: plate, cmyk: solid })
}

/** The plates of the pictures, cut apart; a spot plate has nothing of any picture. */
const cut = new WeakMap<ImageBitmap, readonly OffscreenCanvas[]>()

function plateOf(picture: ImageBitmap | null, plate: string): CanvasImageSource | null {
  const at = PROCESS_PLATES.findIndex((known) => known === plate)
  if (at < 0) return bare()
  if (!picture) return null
  const known = cut.get(picture) ?? PROCESS_PLATES.map((_, i) => quarter(picture, i))
  cut.set(picture, known)
  return known[at]!
}

function quarter(picture: ImageBitmap, at: number): OffscreenCanvas {
  const { width } = picture
  const height = Math.floor(picture.height / PROCESS_PLATES.length)
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext("2d")!.drawImage(picture, 0, at * height, width, height, 0, 0, width, height)
  return canvas
}

let paper: OffscreenCanvas | null = null

/** Nothing printed: a white dot. */
function bare(): OffscreenCanvas {
  if (paper) return paper
  paper = new OffscreenCanvas(1, 1)
  const surface = paper.getContext("2d")!
  surface.fillStyle = "#fff"
  surface.fillRect(0, 0, 1, 1)
  return paper
}
