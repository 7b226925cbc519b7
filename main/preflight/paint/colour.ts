import type { PdfFile } from "../read/pdf-file.ts"
import { bytesOf, dictOf, listOf, nameOf, numberOf, streamOf } from "../read/values.ts"
import type { Dict, Value } from "../read/values.ts"

/** What a colour space is made of. */
export type Family =
  | "gray"
  | "rgb"
  | "cmyk"
  | "icc-gray"
  | "icc-rgb"
  | "icc-cmyk"
  | "cal-gray"
  | "cal-rgb"
  | "lab"
  | "spot"
  | "indexed"
  | "pattern"
  | "unknown"

/** A colour space as the reader needs it. */
export interface Space {
  readonly family: Family
  /** Components of a colour in it. */
  readonly size: number
  /** What a spot ink's proofs, an index's colours or an uncoloured pattern are in. */
  readonly base: Space | null
  /** The inks of a Separation or DeviceN. */
  readonly inks: readonly string[]
  /** The colours of an index, byte by byte. */
  readonly table: Uint8Array | null
}

const plain = (family: Family, size: number): Space => ({
  family,
  size,
  base: null,
  inks: [],
  table: null,
})

export const GRAY = plain("gray", 1)
export const RGB = plain("rgb", 3)
export const CMYK = plain("cmyk", 4)
const UNKNOWN = plain("unknown", 1)
export const PATTERN = plain("pattern", 0)

const DEVICE: Readonly<Record<string, Space>> = {
  DeviceGray: GRAY,
  DeviceRGB: RGB,
  DeviceCMYK: CMYK,
  CalRGB: plain("cal-rgb", 3),
  CalGray: plain("cal-gray", 1),
  Lab: plain("lab", 3),
  Pattern: PATTERN,
  // Short names of inline pictures.
  G: GRAY,
  RGB,
  CMYK,
}

const BY_COMPONENTS: Readonly<Record<number, Space>> = {
  1: plain("icc-gray", 1),
  3: plain("icc-rgb", 3),
  4: plain("icc-cmyk", 4),
}

/** Spaces in each other; deeper ones are no colour. */
const DEEPEST = 8

/** Reads a colour space, by its name in some resources or as it stands. */
export function spaceOf(
  file: PdfFile,
  value: Value | undefined,
  resources: Dict | null,
  depth = 0,
): Space {
  const given = file.get(value)
  if (depth > DEEPEST) return UNKNOWN
  const inner = (one: Value | undefined): Space => spaceOf(file, one, resources, depth + 1)
  const name = nameOf(given)
  if (name !== null) {
    const own = dictOf(file.get(resources?.get("ColorSpace")))?.get(name)
    // A default space stands for the device's own where it is set.
    const standIn = /^Device(Gray|RGB|CMYK)$/.test(name)
      ? dictOf(file.get(resources?.get("ColorSpace")))?.get(name.replace("Device", "Default"))
      : undefined
    if (standIn !== undefined) return spaceOf(file, standIn, null, depth + 1)
    if (own !== undefined && !(name in DEVICE)) return inner(own)
    return DEVICE[name === "I" ? "" : name] ?? UNKNOWN
  }
  const list = listOf(given)
  if (!list) return UNKNOWN
  const kind = nameOf(file.get(list[0]))
  if (kind === "ICCBased") return iccSpace(file, list[1])
  if (kind === "Indexed" || kind === "I")
    return { ...plain("indexed", 1), base: inner(list[1]), table: tableOf(file, list[3]) }
  if (kind === "Separation")
    return { ...plain("spot", 1), base: inner(list[2]), inks: [nameOf(file.get(list[1])) ?? ""] }
  if (kind === "DeviceN") {
    const inks = (listOf(file.get(list[1])) ?? []).map((one) => nameOf(file.get(one)) ?? "")
    return { ...plain("spot", inks.length), base: inner(list[2]), inks }
  }
  if (kind === "Pattern") return { ...PATTERN, base: list[1] === undefined ? null : inner(list[1]) }
  return (kind === null ? undefined : DEVICE[kind]) ?? UNKNOWN
}

function iccSpace(file: PdfFile, value: Value | undefined): Space {
  const stream = streamOf(file.get(value))
  const size = numberOf(file.get(stream?.dict.get("N")))
  return (size === null ? undefined : BY_COMPONENTS[size]) ?? UNKNOWN
}

function tableOf(file: PdfFile, value: Value | undefined): Uint8Array | null {
  const given = file.get(value)
  const stream = streamOf(given)
  return stream ? (file.unpack(stream)?.bytes ?? null) : bytesOf(given)
}

/** Families that no plate prints as they are, of a space and of what it stands on. */
export function foreignFamilies(space: Space): readonly Family[] {
  if (space.family === "spot" || space.family === "indexed" || space.family === "pattern")
    return space.base ? foreignFamilies(space.base) : []
  return /^(gray|cmyk|unknown)$/.test(space.family) ? [] : [space.family]
}

/** A colour on the plates: cyan, magenta, yellow and black, and all spot inks together, each 0 to 1. */
export interface Plated {
  readonly cmyk: readonly [number, number, number, number]
  readonly spots: number
}

const PLATES: Readonly<Record<string, number>> = { Cyan: 0, Magenta: 1, Yellow: 2, Black: 3 }

/** What a colour puts on the plates; null where that is only known after a conversion. */
export function platesOf(space: Space, parts: readonly number[]): Plated | null {
  const at = (i: number): number => Math.min(1, Math.max(0, parts[i] ?? 0))
  const { family } = space
  if (family === "gray" || family === "icc-gray" || family === "cal-gray")
    return { cmyk: [0, 0, 0, 1 - at(0)], spots: 0 }
  if (family === "cmyk" || family === "icc-cmyk")
    return { cmyk: [at(0), at(1), at(2), at(3)], spots: 0 }
  if (family === "indexed" && space.base && space.table) {
    const { base, table } = space
    const from = Math.max(0, Math.floor(parts[0] ?? 0)) * base.size
    return platesOf(
      base,
      [...table.subarray(from, from + base.size)].map((one) => one / 255),
    )
  }
  if (family !== "spot") return null
  const cmyk: [number, number, number, number] = [0, 0, 0, 0]
  let spots = 0
  for (const [i, ink] of space.inks.entries()) {
    const plate = PLATES[ink]
    if (ink === "All") for (let p = 0; p < 4; p++) cmyk[p] = Math.max(cmyk[p]!, at(i))
    else if (plate !== undefined) cmyk[plate] = at(i)
    else if (ink !== "None") spots += at(i)
  }
  return { cmyk, spots }
}

/** All plates together, percent. */
export function totalInk({ cmyk, spots }: Plated): number {
  return 100 * (cmyk[0] + cmyk[1] + cmyk[2] + cmyk[3] + spots)
}
