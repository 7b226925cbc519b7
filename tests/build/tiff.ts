/** What a test's TIFF is to hold. */
export interface TiffForm {
  readonly width: number
  readonly height: number
  /** 1 black is zero, 2 RGB, 5 separated. */
  readonly photometric: 1 | 2 | 5
  readonly bits: 8 | 16
  /** One pixel's channels, 0 to 255; a last one beyond the colours is transparency. */
  readonly pixel: (i: number) => readonly number[]
}

/** A bare TIFF of such pixels, for what sharp itself does not write: 16 bits, CMYK with transparency. */
export function tiffOf({ width, height, photometric, bits, pixel }: TiffForm): Buffer {
  const colours = { 1: 1, 2: 3, 5: 4 }[photometric]
  const samples = Array.from({ length: width * height }, (_, i) => pixel(i))
  const channels = samples[0]!.length
  const body = Buffer.alloc((samples.length * channels * bits) / 8)
  samples.flat().forEach((value, i) => {
    if (bits === 8) body[i] = value
    else body.writeUInt16LE(value * 257, 2 * i)
  })
  const rows = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, channels, 0],
    [259, 3, 1, 1],
    [262, 3, 1, photometric],
    [273, 4, 1, 8],
    [277, 3, 1, channels],
    [278, 4, 1, height],
    [279, 4, 1, body.length],
    ...(channels > colours ? [[338, 3, 1, 2]] : []),
  ]
  const after = 8 + body.length + 2 + rows.length * 12 + 4
  const file = Buffer.alloc(after + 2 * channels)
  file.write("II*\0", 0, "latin1")
  file.writeUInt32LE(8 + body.length, 4)
  body.copy(file, 8)
  file.writeUInt16LE(rows.length, 8 + body.length)
  rows.forEach(([tag, type, count, value], i) => {
    const at = 8 + body.length + 2 + i * 12
    file.writeUInt16LE(tag!, at)
    file.writeUInt16LE(type!, at + 2)
    file.writeUInt32LE(count!, at + 4)
    file.writeUInt32LE(tag === 258 ? depths(channels, bits, after) : value!, at + 8)
  })
  for (let i = 0; i < channels; i++) file.writeUInt16LE(bits, after + 2 * i)
  return file
}

/** The depths of all channels: up to two stand in the row itself, more behind the directory. */
function depths(channels: number, bits: number, after: number): number {
  if (channels > 2) return after
  return channels === 2 ? bits * 0x10001 : bits
}
