import sharp from "sharp"
import type { DisplayList, Ink } from "../../../layouts/display/list.ts"
import { screenColour } from "../../../layouts/display/screen-colour.ts"
import { cropLines, type MarkLine } from "../pdf/marks.ts"
import { sheetOf } from "../pdf/sheet.ts"
import { done, fault, type Result } from "../../result.ts"
import type { Frame, PngOptions, PngPress } from "./order.ts"
import { readyPictures } from "./pictures.ts"
import { framed, shapesOf } from "./svg.ts"

/** Pixels that a page may have: a broadsheet at 600 dots per inch has 130 million. */
const MOST_PIXELS = 160_000_000

/** Pixels that are rastered at a time, four bytes each. */
const BAND_PIXELS = 16_000_000

/**
 * A page's display list as a PNG: the list's outlines and places and the screen's colours, rastered
 * by librsvg. The page is cut to its trim, or stands on its sheet with bleed and crop marks. A fault
 * when the page would have more pixels than can be handled.
 */
export async function writePng(
  list: DisplayList,
  press: PngPress,
  options: PngOptions,
): Promise<Result<Uint8Array>> {
  const frame = frameOf(list, options)
  if (frame.across * frame.down > MOST_PIXELS) return tooFine(frame)
  const pictures = await readyPictures(list, press, options)
  const shapes = shapesOf(list, {
    face: (id) => press.face(id),
    picture: (item) => pictures.get(item)?.address ?? null,
    marks: options.marks ? marksOf(list) : [],
  })
  const grey = list.inks.every(isGrey) && [...pictures.values()].every((one) => one.grey)
  const bands: Buffer[] = []
  for (const band of bandsOf(frame)) bands.push(await rastered(framed(shapes, band), grey))
  const raw = { width: frame.across, height: frame.down, channels: grey ? 1 : 3 } as const
  const png = await sharp(Buffer.concat(bands), { raw })
    .toColourspace(grey ? "b-w" : "srgb")
    .withDensity(options.dpi)
    .png({ compressionLevel: 7 })
    .toBuffer()
  return done(new Uint8Array(png))
}

/** The pixels of an SVG, row by row: one byte each in grey, else three. */
function rastered(svg: string, grey: boolean): Promise<Buffer> {
  const picture = sharp(Buffer.from(svg), { unlimited: true }).flatten({ background: "#fff" })
  return picture
    .toColourspace(grey ? "b-w" : "srgb")
    .raw()
    .toBuffer()
}

function isGrey(ink: Ink): boolean {
  const [red, green, blue] = screenColour(ink)
  return red === green && green === blue
}

function tooFine({ across, down, dpi }: Frame): Result<never> {
  const size = Math.round((across * down) / 1e6)
  return fault(
    `${dpi} dpi 的版面有 ${size} 百万像素，太大了，请降低分辨率。`,
    `At ${dpi} dpi the page has ${size} million pixels, which is too many; choose a lower resolution.`,
  )
}

/** What is painted: the trim, or the whole sheet; never less than the page at this many dots. */
function frameOf(list: DisplayList, { dpi, marks }: PngOptions): Frame {
  const { left, top, media } = sheetOf(list, marks)
  const { width, height } = list.trim
  const pixels = (length: number): number => Math.ceil((length * dpi) / 72 - 1e-6)
  if (!marks) return { left: 0, top: 0, across: pixels(width), down: pixels(height), dpi }
  const [across, down] = [media[2], media[3]].map(pixels) as [number, number]
  return { left: -left, top: top - media[3], across, down, dpi }
}

/** The crop marks in the list's plane, where y counts down from the trim's top. */
function marksOf(list: DisplayList): readonly MarkLine[] {
  const sheet = sheetOf(list, true)
  const { left, top } = sheet
  return cropLines(sheet).map(([x1, y1, x2, y2]) => [x1 - left, top - y1, x2 - left, top - y2])
}

/** The frame in bands from top to bottom, each of few enough pixels. */
function bandsOf(frame: Frame): readonly Frame[] {
  const most = Math.max(1, Math.floor(BAND_PIXELS / frame.across))
  return Array.from({ length: Math.ceil(frame.down / most) }, (_, i) => ({
    ...frame,
    top: frame.top + (i * most * 72) / frame.dpi,
    down: Math.min(most, frame.down - i * most),
  }))
}
