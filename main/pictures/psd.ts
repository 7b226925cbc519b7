import { closeSync, fstatSync, openSync, readSync } from "node:fs"
import { CHANNELS, tiffAround, type BarePixels } from "./tiff.ts"
import { unpackBits } from "./pack-bits.ts"

/** What a Photoshop file says at its beginning. */
export interface PsdHead {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly colours: BarePixels["colours"]
  /** True for the large form (PSB), whose lengths are longer. */
  readonly large: boolean
}

/** Bytes that the head takes. */
export const PSD_HEAD = 26

/** Colour modes that can be read. */
const MODES: Readonly<Record<number, PsdHead["colours"]>> = { 1: "gray", 3: "rgb", 4: "cmyk" }

/** How the composite is written: bare, or each row packed. */
const BARE = 0
const PACKED = 1

/** Id of the image resource that holds the ICC profile. */
const ICC_RESOURCE = 1039

/** Bytes that the image resources may take; thumbnails and paths are far smaller. */
const MOST_RESOURCES = 64 * 1024 * 1024

/** Whether these are a Photoshop file's first bytes. */
export function isPsd(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 4)) === "8BPS"
}

/**
 * The head of a Photoshop file; null when it is none that can be read: 8 bits, grey, RGB or CMYK.
 * Source: Adobe Photoshop File Formats Specification, File Header Section
 */
export function psdHead(bytes: Uint8Array): PsdHead | null {
  if (bytes.length < PSD_HEAD || !isPsd(bytes)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const [version, channels, depth] = [view.getUint16(4), view.getUint16(12), view.getUint16(22)]
  const [height, width] = [view.getUint32(14), view.getUint32(18)]
  const colours = MODES[view.getUint16(24)]
  if ((version !== 1 && version !== 2) || depth !== 8 || !colours) return null
  if (width === 0 || height === 0 || channels < CHANNELS[colours] || channels > 56) return null
  return { width, height, channels, colours, large: version === 2 }
}

/**
 * The composite of a Photoshop file as a TIFF with its profile; null when it cannot be read.
 * Layers are skipped unread; channels beyond the colours, such as masks, are left out: Photoshop
 * keeps the composite on white. CMYK is stored inverted there, and turned back.
 * Source: Adobe Photoshop File Formats Specification; reference/pdf.md C.6
 */
export function psdComposite(path: string): Buffer | null {
  const file = openSync(path, "r")
  try {
    const read = reader(file)
    const head = psdHead(read(0, PSD_HEAD))
    if (!head) return null
    const resources = PSD_HEAD + 4 + lengthAt(read(PSD_HEAD, 4))
    const size = lengthAt(read(resources, 4))
    const profile = profileIn(read(resources + 4, Math.min(size, MOST_RESOURCES)))
    const layers = resources + 4 + size
    const width = head.large ? 8 : 4
    const composite = layers + width + lengthAt(read(layers, width))
    return compositeAt(read, composite, head, profile)
  } catch (cause) {
    if (cause instanceof RangeError) return null
    throw cause
  } finally {
    closeSync(file)
  }
}

/** Reads so many bytes from a place of the file. Throws a RangeError where it ends before. */
type Read = (at: number, length: number) => Buffer

function reader(file: number): Read {
  const { size } = fstatSync(file)
  return (at, length) => {
    if (at + length > size) throw new RangeError("the file is cut off")
    const bytes = Buffer.allocUnsafe(length)
    if (readSync(file, bytes, 0, length, at) !== length) throw new RangeError("the file is cut off")
    return bytes
  }
}

function compositeAt(
  read: Read,
  at: number,
  head: PsdHead,
  profile: Uint8Array | null,
): Buffer | null {
  const { width, height, colours } = head
  const coding = read(at, 2).readUInt16BE(0)
  if (coding !== BARE && coding !== PACKED) return null
  const rows = coding === BARE ? bareRows(read, at + 2, head) : packedRows(read, at + 2, head)
  const channels = CHANNELS[colours]
  const flip = colours === "cmyk" ? 255 : 0
  return tiffAround({ width, height, colours, profile }, (pixels) => {
    for (let channel = 0; channel < channels; channel++)
      for (let y = 0; y < height; y++) {
        const row = rows(channel, y)
        for (let x = 0, to = y * width * channels + channel; x < width; x++, to += channels)
          pixels[to] = row[x]! ^ flip
      }
  })
}

/** The bytes of one row of one channel; asked for in the order of the file. */
type Rows = (channel: number, y: number) => Uint8Array

function bareRows(read: Read, at: number, { width, height }: PsdHead): Rows {
  return (channel, y) => read(at + (channel * height + y) * width, width)
}

/** Packed rows: first the length of every row of every channel, then the rows. */
function packedRows(read: Read, at: number, { width, height, channels, large }: PsdHead): Rows {
  const unit = large ? 4 : 2
  const lengths = read(at, channels * height * unit)
  let next = at + lengths.length
  return (channel, y) => {
    const length = lengths.readUIntBE((channel * height + y) * unit, unit)
    const row = unpackBits(read(next, length), width)
    next += length
    return row
  }
}

/** The ICC profile among the image resources; null when there is none. */
function profileIn(resources: Buffer): Uint8Array | null {
  let at = 0
  while (at + 12 <= resources.length && resources.toString("latin1", at, at + 4) === "8BIM") {
    const id = resources.readUInt16BE(at + 4)
    const name = resources[at + 6]! + 1
    const start = at + 6 + name + (name % 2) + 4
    if (start > resources.length) return null
    const length = resources.readUInt32BE(start - 4)
    if (id === ICC_RESOURCE) return resources.subarray(start, start + length)
    at = start + length + (length % 2)
  }
  return null
}

/** A length of four or eight bytes. */
function lengthAt(bytes: Buffer): number {
  return bytes.length === 8 ? Number(bytes.readBigUInt64BE(0)) : bytes.readUInt32BE(0)
}
