/** Pixels without a file around them: 8 bits a channel, row by row, each pixel's channels together. */
export interface BarePixels {
  readonly width: number
  readonly height: number
  readonly colours: "gray" | "rgb" | "cmyk"
  /** The profile that the numbers belong to; null for none. */
  readonly profile: Uint8Array | null
}

/** Channels of a pixel. */
export const CHANNELS = { gray: 1, rgb: 3, cmyk: 4 } as const

/** PhotometricInterpretation: black is zero, RGB, separated. */
const PHOTOMETRIC = { gray: 1, rgb: 2, cmyk: 5 } as const

/** Length of the file's head, and of a directory row. */
const HEAD = 8
const ROW = 12

/** Field types: 16 bits, 32 bits, bytes without a meaning. */
const SHORT = 3
const LONG = 4
const BYTES = 7

/**
 * The smallest TIFF around some pixels, for a reader that takes bare pixels of four channels for RGB
 * with transparency. `fill` writes the pixels where they stand in the file, so that they are held once.
 * Source: TIFF 6.0, sections 2 and 16
 */
export function tiffAround(picture: BarePixels, fill: (pixels: Buffer) => void): Buffer {
  const { width, height, colours, profile } = picture
  const channels = CHANNELS[colours]
  const size = width * height * channels
  const directory = HEAD + size + (size % 2)
  const fields = fieldsOf(picture, size)
  const after = directory + 2 + fields.length * ROW + 4
  const bits = after
  const icc = bits + 2 * channels
  const file = Buffer.alloc(icc + (profile?.length ?? 0))
  file.write("II*\0", 0, "latin1")
  file.writeUInt32LE(directory, 4)
  fill(file.subarray(HEAD, HEAD + size))
  file.writeUInt16LE(fields.length, directory)
  fields.forEach(([tag, type, count, value], i) => {
    const at = directory + 2 + i * ROW
    const place = tag === BITS_PER_SAMPLE && channels > 1 ? bits : tag === PROFILE ? icc : value
    file.writeUInt16LE(tag, at)
    file.writeUInt16LE(type, at + 2)
    file.writeUInt32LE(count, at + 4)
    file.writeUInt32LE(place, at + 8)
  })
  for (let i = 0; i < channels; i++) file.writeUInt16LE(8, bits + 2 * i)
  if (profile) file.set(profile, icc)
  return file
}

const BITS_PER_SAMPLE = 258
const PROFILE = 34675

/** The directory's rows: tag, type, count, value. */
function fieldsOf(
  { width, height, colours, profile }: BarePixels,
  size: number,
): readonly (readonly [number, number, number, number])[] {
  const channels = CHANNELS[colours]
  return [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [BITS_PER_SAMPLE, SHORT, channels, 8],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, PHOTOMETRIC[colours]],
    [273, LONG, 1, HEAD],
    [277, SHORT, 1, channels],
    [278, LONG, 1, height],
    [279, LONG, 1, size],
    ...(profile ? [[PROFILE, BYTES, profile.length, 0] as const] : []),
  ]
}
