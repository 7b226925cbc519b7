import { basename } from "node:path"
import type { Sharp } from "sharp"
import type { Say } from "../../layouts/finding.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { PictureSize } from "../../layouts/press.ts"
import type { PictureBytes } from "../export/pdf/order.ts"
import { openPicture, pixelsOf, type OpenedPicture } from "./open.ts"
import { onPlates, spaceOn, type PicturePlates } from "./plates.ts"
import type { PrintedSize } from "./sizes.ts"
import type { Spool } from "./spool.ts"

/** Quality of a picture's JPEG, 1 to 100, unless it is said otherwise: nothing is seen of it in print. */
export const USUAL_QUALITY = 88

/**
 * Pixels up to which a JPEG's codes are fitted to it, which makes it some percent smaller: its
 * coefficients are then held whole, eight bytes a pixel, and the memory is slow to come back.
 */
const MOST_FITTED = 1_000_000

/** How pictures are made ready for the press. */
export interface PictureOrder {
  readonly plates: PicturePlates
  /** The largest size of each picture on paper; one that is not there keeps all its pixels. */
  readonly sizes: ReadonlyMap<string, PrintedSize>
  /** Pixels an inch that no picture has more of; null for no limit. */
  readonly most: number | null
  readonly quality: number
  /** Where finished pictures wait; absent holds them. */
  readonly spool?: Spool
}

/** A picture that could not be had, and why. */
export interface PictureFault {
  readonly picture: string
  readonly say: Say
}

/** Pictures by their ids, and those that could not be had. */
export interface Pictures<T> {
  readonly pictures: ReadonlyMap<string, T>
  readonly faults: readonly PictureFault[]
}

/** What some picture files hold, by picture id: their sizes are what a page is composed with. */
export async function openPictures(
  files: ReadonlyMap<string, string>,
): Promise<Pictures<OpenedPicture>> {
  const pictures = new Map<string, OpenedPicture>()
  const faults: PictureFault[] = []
  for (const [picture, file] of files) {
    const opened = await openPicture(file)
    if (opened.ok) pictures.set(picture, opened.value)
    else faults.push({ picture, say: opened.say })
  }
  return { pictures, faults }
}

/**
 * Makes opened pictures ready for the press: upright, on its plates, as JPEGs, none finer on paper
 * than its limit. One after the other, so that only one lies open in the memory.
 */
export async function printPictures(
  opened: ReadonlyMap<string, OpenedPicture>,
  order: PictureOrder,
): Promise<Pictures<PictureBytes>> {
  const pictures = new Map<string, PictureBytes>()
  const faults: PictureFault[] = []
  for (const [picture, one] of opened) {
    const printed = await printPicture(one, order, order.sizes.get(picture) ?? null)
    if (printed) pictures.set(picture, printed)
    else faults.push({ picture, say: damaged(one) })
  }
  return { pictures, faults }
}

/**
 * The pictures that articles bring, on the plates asked for, with all their pixels. One that cannot
 * be read is left out; the page shows its awaited box.
 */
export async function loadPictures(
  articles: readonly Article[],
  plates: PicturePlates = { kind: "black" },
): Promise<ReadonlyMap<string, PictureBytes>> {
  const ids = articles.flatMap((article) => article.pictures.map(({ id }) => id))
  const { pictures } = await openPictures(new Map(ids.map((id) => [id, id])))
  const order = { plates, sizes: new Map(), most: null, quality: USUAL_QUALITY }
  return (await printPictures(pictures, order)).pictures
}

/** A picture ready for the press; null when its pixels cannot be had whole or not on those plates. */
async function printPicture(
  opened: OpenedPicture,
  { plates, most, quality, spool }: PictureOrder,
  size: PrintedSize | null,
): Promise<PictureBytes | null> {
  const space = spaceOn(opened, plates)
  try {
    const pixels = await pixelsOf(opened)
    if (!pixels) return null
    const fitted = size && most !== null ? fittedSize(opened, size, most) : null
    const sized = fitted ? pixels.resize({ ...fitted, fit: "fill" }) : pixels
    const { width, height } = fitted ?? opened
    const optimiseCoding = width * height <= MOST_FITTED
    const made = onPlates(sized, opened, plates)
    const jpeg = made.jpeg({ quality, chromaSubsampling: "4:4:4", optimiseCoding })
    const { info, read } = spool ? await spooled(jpeg, spool) : await held(jpeg)
    // A profile that leads nowhere is passed over by sharp, which would leave the picture in RGB.
    if (componentsOf(read()) !== (space === "gray" ? 1 : 4)) return null
    return {
      ...{ width: info.width, height: info.height, space, bits: 8, coding: "jpeg" },
      get bytes() {
        return read()
      },
    }
  } catch (cause) {
    if (cause instanceof FullDisk) throw cause
    return null
  }
}

/** A finished JPEG: its size in pixels, and how its bytes are had. */
interface Finished {
  readonly info: PictureSize
  read(): Uint8Array
}

async function held(jpeg: Sharp): Promise<Finished> {
  const { data, info } = await jpeg.toBuffer({ resolveWithObject: true })
  return { info, read: () => data }
}

/** The disk of a spool refused what it was to keep; the picture itself is well. */
export class FullDisk extends Error {}

/** Written by the library itself: what it hands over in memory comes back to the system late. */
async function spooled(jpeg: Sharp, spool: Spool): Promise<Finished> {
  const again = jpeg.clone()
  try {
    const info = await jpeg.toFile(spool.tray)
    return { info, read: spool.keep() }
  } catch (cause) {
    await again.toBuffer()
    throw new FullDisk((cause as Error).message, { cause })
  }
}

/** The size in pixels that gives no more than `most` an inch; null when it has no more already. */
export function fittedSize(
  { width, height }: PictureSize,
  size: PrintedSize,
  most: number,
): PictureSize | null {
  const wanted = Math.max((size.width / 72) * (most / width), (size.height / 72) * (most / height))
  if (wanted >= 1) return null
  const pixels = (length: number): number => Math.max(1, Math.round(length * wanted))
  return { width: pixels(width), height: pixels(height) }
}

/** Markers of a JPEG file: every one starts with FF; C0 to C2 begin a frame, baseline to progressive. */
const MARKER = 0xff
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2])

/** Inks of a JPEG, by its frame's head; 0 for none. Source: ITU T.81 B.2.2 */
function componentsOf(jpeg: Uint8Array): number {
  let at = 2
  while (at + 9 < jpeg.length && jpeg[at] === MARKER) {
    if (FRAMES.has(jpeg[at + 1]!)) return jpeg[at + 9]!
    at += 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!
  }
  return 0
}

function damaged({ file }: OpenedPicture): Say {
  const name = basename(file)
  return {
    zh: `图片“${name}”已损坏或不完整，印不出来。`,
    en: `The picture ${name} is damaged or cut off and cannot be printed.`,
  }
}
