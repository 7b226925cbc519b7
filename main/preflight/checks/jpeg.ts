/** Values of some pixels of a picture, channel by channel, as the file keeps them. */
export interface Samples {
  readonly channels: number
  readonly values: Uint8Array
  /** The value of full strength. */
  readonly most: number
}

/** Pixels that a JPEG may have; its lines are read one after the other. */
const MOST_PIXELS = 400_000_000

/** Some pixels of a JPEG as it keeps them, before any Decode; null for one that cannot be read. */
export async function jpegSamples(bytes: Uint8Array, most: number): Promise<Samples | null> {
  const { default: sharp } = await import("sharp")
  try {
    const options = {
      limitInputPixels: MOST_PIXELS,
      sequentialRead: true,
      failOn: "error",
    } as const
    const { width, height, channels } = await sharp(bytes, options).metadata()
    const scale = Math.min(1, Math.sqrt(most / (width * height)))
    const kept = Math.max(1, Math.round(width * scale))
    const space = channels === 4 ? "cmyk" : channels === 1 ? "b-w" : "srgb"
    const { data, info } = await sharp(bytes, options)
      .pipelineColourspace(space)
      .toColourspace(space)
      .resize({ width: kept, kernel: "nearest", fastShrinkOnLoad: false })
      .raw()
      .toBuffer({ resolveWithObject: true })
    // The library turns round what Adobe's programs keep as light, not ink; here the file's own is wanted.
    if (channels === 4 && hasAdobe(bytes))
      for (let i = 0; i < data.length; i++) data[i] = 255 - data[i]!
    return { channels: info.channels, values: data, most: 255 }
  } catch {
    return null
  }
}

/** True for a JPEG with the marker that Adobe's programs write. Source: Adobe TN 5116, 18 */
function hasAdobe(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536))
  return head.includes("Adobe\0d") || head.includes("Adobe")
}
