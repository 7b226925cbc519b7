/** What a test's Photoshop file is to hold: planes of 8 bits, as a person means them (ink, light). */
export interface PsdForm {
  readonly width: number
  readonly height: number
  readonly mode: "gray" | "rgb" | "cmyk"
  readonly packed: boolean
  readonly large?: boolean
  readonly profile?: Uint8Array
  /** Value of a channel at a pixel, 0 to 255. */
  readonly value: (channel: number, x: number, y: number) => number
  /** A channel beyond the colours, as a mask is. */
  readonly mask?: boolean
}

const MODES = { gray: [1, 1], rgb: [3, 3], cmyk: [4, 4] } as const

/** A Photoshop file with a composite and a little junk in every section that is to be skipped. */
export function psdOf(form: PsdForm): Buffer {
  const { width, height, mode, packed, large = false, profile, value, mask = false } = form
  const [code, colours] = MODES[mode]
  const channels = colours + (mask ? 1 : 0)
  const head = Buffer.alloc(26)
  head.write("8BPS", 0, "latin1")
  head.writeUInt16BE(large ? 2 : 1, 4)
  head.writeUInt16BE(channels, 12)
  head.writeUInt32BE(height, 14)
  head.writeUInt32BE(width, 18)
  head.writeUInt16BE(8, 22)
  head.writeUInt16BE(code, 24)
  const rows: Buffer[] = []
  for (let channel = 0; channel < channels; channel++)
    for (let y = 0; y < height; y++) {
      const row = Buffer.alloc(width)
      for (let x = 0; x < width; x++)
        row[x] = mode === "cmyk" ? 255 - value(channel, x, y) : value(channel, x, y)
      rows.push(packed ? packBits(row) : row)
    }
  const lengths = Buffer.concat(rows.map((row) => number(row.length, large ? 4 : 2)))
  const resources = Buffer.concat([
    resource(1005, Buffer.alloc(15)),
    ...(profile ? [resource(1039, profile)] : []),
  ])
  const layers = Buffer.alloc(37, 7)
  return Buffer.concat([
    head,
    ...[number(3, 4), Buffer.from("abc")],
    ...[number(resources.length, 4), resources],
    ...[number(layers.length, large ? 8 : 4), layers],
    number(packed ? 1 : 0, 2),
    ...(packed ? [lengths] : []),
    ...rows,
  ])
}

function resource(id: number, content: Uint8Array): Buffer {
  const name = Buffer.from("\x03abc", "latin1")
  const padding = Buffer.alloc(content.length % 2)
  const head = [Buffer.from("8BIM"), number(id, 2), name, number(content.length, 4)]
  return Buffer.concat([...head, content, padding])
}

/** Runs of three and more as runs, the rest as they are. */
function packBits(row: Buffer): Buffer {
  const out: number[] = []
  let at = 0
  while (at < row.length) {
    let run = 1
    while (run < 128 && row[at + run] === row[at]) run += 1
    if (run >= 3) {
      out.push(257 - run, row[at]!)
      at += run
      continue
    }
    out.push(128, 0, row[at]!)
    at += 1
  }
  return Buffer.from(out)
}

function number(value: number, bytes: 2 | 4 | 8): Buffer {
  const out = Buffer.alloc(bytes)
  if (bytes === 8) out.writeBigUInt64BE(BigInt(value))
  else out.writeUIntBE(value, 0, bytes)
  return out
}
