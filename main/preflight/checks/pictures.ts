import { filtersOf, unpack } from "../read/filters.ts"
import type { PdfFile } from "../read/pdf-file.ts"
import { overlapOf, type Rect } from "../read/pages.ts"
import { listOf, numberOf, type Stream } from "../read/values.ts"
import { platesOf, totalInk, type Space } from "../paint/colour.ts"
import type { PictureMark } from "../paint/marks.ts"
import { sayer, type Sheet } from "./inks.ts"
import { jpegSamples, type Samples } from "./jpeg.ts"

/** Pixels of a picture that are looked at. */
const MOST_SAMPLES = 250_000

/** Ink above the limit that is let pass: JPEG blurs edges. */
const TOLERANCE = 10

/** Area below which too much ink does no harm, mm². */
const SMALL_AREA = 15

/** Line art is judged by four times a picture's limits. */
const LINE_ART = 4

/** Checks how fine a picture is on paper. */
export function checkResolution(sheet: Sheet, mark: PictureMark): void {
  const box = overlapOf(mark.box, sheet.printed)
  if (!box || mark.size.width < 1 || mark.size.height < 1) return
  const { resolution } = sheet.profile.condition
  const ppi = Math.min(
    mark.pixels.width / (mark.size.width / 72),
    mark.pixels.height / (mark.size.height / 72),
  )
  const times = mark.bits === 1 ? LINE_ART : 1
  const say = sayer(sheet, box)
  const shown = Math.floor(ppi)
  const tell = (limit: number) =>
    [
      `图片有效分辨率 ${shown} ppi，低于 ${limit * times} ppi。`,
      `A picture has ${shown} ppi at its printed size, below ${limit * times} ppi.`,
    ] as const
  if (ppi < resolution.error * times) say("picture/too-coarse", ...tell(resolution.error))
  else if (ppi < resolution.warn * times) say("picture/coarse", ...tell(resolution.warn))
  else if (ppi > resolution.most * times * 1.5)
    say(
      "picture/too-fine",
      `图片有效分辨率 ${shown} ppi，用不着这么高。`,
      `A picture has ${shown} ppi at its printed size, more than is of use.`,
    )
}

/** The most ink of a picture, and how much of it is above a limit. */
export interface PictureInk {
  readonly most: number
  /** Part of the picture above the limit, 0 to 1. */
  readonly above: number
}

/** What came of looking at a picture's pixels. */
export type PictureLook = PictureInk | "damaged" | "unread" | "safe"

/** How much ink a picture's pixels put on paper: a sample of them. */
export async function lookAtPicture(
  file: PdfFile,
  mark: Pick<PictureMark, "stream" | "space" | "bits" | "pixels">,
  limit: number,
): Promise<PictureLook> {
  const { stream, space } = mark
  if (!space || mark.bits === 1 || cannotExceed(space)) return "safe"
  const coding = filtersOf(stream.dict, file.get).at(-1)
  if (coding === "CCITTFaxDecode" || coding === "JBIG2Decode") return "safe"
  if (coding === "JPXDecode") return "unread"
  const unpacked = unpack(stream.raw, stream.dict, file.get)
  if (!unpacked) return "damaged"
  const samples =
    unpacked.coding === "DCTDecode"
      ? await jpegSamples(unpacked.bytes, MOST_SAMPLES)
      : plainSamples(unpacked.bytes, mark, space)
  if (samples === null) return "damaged"
  if (samples.channels !== space.size) return "unread"
  return inkOf(samples, { space, decode: decodeOf(file, stream, mark) }, limit)
}

/** True for colours of one plate, and for those that are converted first. */
function cannotExceed({ family, size, base }: Space): boolean {
  if (family === "indexed") return base === null || cannotExceed(base)
  return !(family === "cmyk" || family === "icc-cmyk" || (family === "spot" && size > 1))
}

/** Pixels of a picture without a coding of its own, 8 or 16 bits a channel, or fewer where it is an index. */
function plainSamples(
  bytes: Uint8Array,
  { pixels, bits }: Pick<PictureMark, "pixels" | "bits">,
  { size }: Space,
): Samples | null {
  const { width, height } = pixels
  const row = Math.ceil((width * size * bits) / 8)
  const rows = Math.min(height, Math.floor(bytes.length / row))
  if (rows < 1 || ![1, 2, 4, 8, 16].includes(bits)) return null
  const step = Math.max(1, Math.ceil(Math.sqrt((width * rows) / MOST_SAMPLES)))
  const values: number[] = []
  for (let y = 0; y < rows; y += step)
    for (let x = 0; x < width; x += step)
      for (let c = 0; c < size; c++) {
        const bit = (x * size + c) * bits
        const at = y * row + (bit >> 3)
        const byte = bytes[at]!
        values.push(bits >= 8 ? byte : (byte >> (8 - bits - (bit & 7))) & ((1 << bits) - 1))
      }
  return {
    channels: size,
    values: Uint8Array.from(values),
    most: bits >= 8 ? 255 : (1 << bits) - 1,
  }
}

/** What the lowest and the highest value of each channel stand for. */
function decodeOf(
  file: PdfFile,
  { dict }: Stream,
  { space, bits }: Pick<PictureMark, "space" | "bits">,
): readonly number[] {
  const given = listOf(file.get(dict.get("Decode") ?? dict.get("D")))
  const numbers = given?.map((one) => numberOf(file.get(one)) ?? 0)
  const size = space!.size
  if (numbers?.length === 2 * size) return numbers
  const high = space!.family === "indexed" ? (1 << Math.min(bits, 8)) - 1 : 1
  return Array.from({ length: 2 * size }, (_, i) => (i % 2 === 0 ? 0 : high))
}

function inkOf(
  { channels, values, most: highest }: Samples,
  { space, decode }: { readonly space: Space; readonly decode: readonly number[] },
  limit: number,
): PictureInk {
  let [most, above] = [0, 0]
  const parts = new Array<number>(channels).fill(0)
  for (let at = 0; at + channels <= values.length; at += channels) {
    for (let c = 0; c < channels; c++) {
      const [low, high] = [decode[2 * c]!, decode[2 * c + 1]!]
      parts[c] = low + ((high - low) * values[at + c]!) / highest
    }
    const plated = platesOf(space, parts)
    const total = plated ? totalInk(plated) : 0
    most = Math.max(most, total)
    if (total > limit + TOLERANCE) above += 1
  }
  return { most, above: above / Math.max(1, values.length / channels) }
}

/** Says what came of a picture's pixels, for one of its places. */
export function tellOfPicture(sheet: Sheet, mark: PictureMark, look: PictureLook): void {
  const box: Rect | null = overlapOf(mark.box, sheet.printed)
  if (!box || look === "safe") return
  const say = sayer(sheet, box)
  if (look === "damaged")
    return say(
      "picture/damaged",
      "图片已损坏，读不出来。",
      "A picture is damaged and cannot be read.",
    )
  if (look === "unread")
    return say(
      "picture/not-read",
      "图片的编码读不了，没有检查总墨量。",
      "A picture's coding is not read here; its ink was not checked.",
    )
  const { inkLimit } = sheet.profile.condition
  const area = (mark.size.width * mark.size.height * look.above * 25.4 ** 2) / 72 ** 2
  if (area > SMALL_AREA)
    say(
      "picture/over-limit",
      `图片总墨量最高 ${Math.round(look.most)} %，约 ${Math.round(area)} mm² 超过 ${inkLimit} %。`,
      `A picture has up to ${Math.round(look.most)} % of ink; about ${Math.round(area)} mm² are above ${inkLimit} %.`,
    )
}
