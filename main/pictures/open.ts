import { closeSync, openSync, readSync } from "node:fs"
import { basename } from "node:path"
import type { Sharp } from "sharp"
import type { PictureSize } from "../../layouts/press.ts"
import { done, fault, type Result } from "../result.ts"
import { isPsd, psdComposite, psdHead, PSD_HEAD } from "./psd.ts"

/** Pixels that a picture may have; larger ones are refused rather than filling the memory. */
export const MOST_PIXELS = 150_000_000

/** Pixels that a Photoshop composite may have: it is held whole, four bytes each. */
export const MOST_PSD_PIXELS = 60_000_000

/** Picture kinds that are printed, as the reader names them. */
const KINDS: ReadonlySet<string> = new Set(["jpeg", "png", "tiff", "webp", "gif", "psd"])

/** What a picture file holds, by its own bytes and not by its name. */
export interface OpenedPicture extends PictureSize {
  readonly file: string
  readonly kind: string
  readonly space: string
  readonly channels: number
  /** 16 bits a channel, not 8. */
  readonly deep: boolean
  readonly profile: boolean
}

/**
 * Reads what a picture file holds, without its pixels: size after orientation, colours, depth. A
 * fault for a file that is not there, is no picture whatever its name says, or has too many pixels.
 */
export async function openPicture(file: string): Promise<Result<OpenedPicture>> {
  const name = basename(file)
  const first = firstBytes(file)
  if (!first) return fault(`读不到图片“${name}”。`, `The picture ${name} cannot be read.`)
  const opened = isPsd(first) ? openPsd(file, first) : await openOther(file)
  if (!opened || !KINDS.has(opened.kind))
    return fault(
      `“${name}”不是能用的图片（可用 JPEG、PNG、TIFF、WebP、GIF 和 8 位灰度、RGB、CMYK 的 PSD）。`,
      `${name} is no usable picture (JPEG, PNG, TIFF, WebP, GIF and PSD of 8 bits in grey, RGB or CMYK are).`,
    )
  const most = opened.kind === "psd" ? MOST_PSD_PIXELS : MOST_PIXELS
  const pixels = opened.width * opened.height
  if (pixels > most)
    return fault(
      `图片“${name}”有 ${Math.round(pixels / 1e6)} 百万像素，超过 ${most / 1e6} 百万，太大了。`,
      `The picture ${name} has ${Math.round(pixels / 1e6)} million pixels, above ${most / 1e6} million, which is too many.`,
    )
  return done(opened)
}

/** What sharp reads a picture from: its file, or a Photoshop file's composite; null for one that is cut off. */
export function sourceOf({ file, kind }: OpenedPicture): string | Buffer | null {
  return kind === "psd" ? psdComposite(file) : file
}

/** A picture's pixels, to be worked on; upright. Null for a Photoshop file that is cut off. */
export async function pixelsOf(opened: OpenedPicture): Promise<Sharp | null> {
  const { default: sharp } = await import("sharp")
  const source = sourceOf(opened)
  if (source === null) return null
  // What the library keeps of finished work is memory for nothing: a picture is read once.
  sharp.cache(false)
  return sharp(source, { limitInputPixels: MOST_PIXELS, sequentialRead: true }).rotate()
}

function openPsd(file: string, first: Uint8Array): OpenedPicture | null {
  const head = psdHead(first)
  if (!head) return null
  const { width, height, colours } = head
  const space = { gray: "b-w", rgb: "srgb", cmyk: "cmyk" }[colours]
  const channels = { gray: 1, rgb: 3, cmyk: 4 }[colours]
  const plain = { deep: false, profile: false }
  return { file, kind: "psd", width, height, space, channels, ...plain }
}

/** The size is looked at by us, so that a picture that is too large is told apart from one that is none. */
async function openOther(file: string): Promise<OpenedPicture | null> {
  const { default: sharp } = await import("sharp")
  try {
    const read = await sharp(file, { limitInputPixels: false }).metadata()
    const { width, height } = read.autoOrient
    return {
      file,
      kind: read.format,
      width,
      height,
      space: read.space,
      channels: read.channels,
      deep: read.depth !== "uchar",
      profile: read.hasProfile,
    }
  } catch {
    return null
  }
}

function firstBytes(path: string): Uint8Array | null {
  try {
    const file = openSync(path, "r")
    try {
      const bytes = new Uint8Array(PSD_HEAD)
      return bytes.subarray(0, readSync(file, bytes, 0, PSD_HEAD, 0))
    } finally {
      closeSync(file)
    }
  } catch {
    return null
  }
}
