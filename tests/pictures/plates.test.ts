import { writeFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { SHIPPED_CONDITIONS, profileFile } from "../../main/conditions/shelf.ts"
import type { PicturePlates } from "../../main/pictures/plates.ts"
import { loadPictures } from "../../main/pictures/print.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { ownFolder } from "../build/folder.ts"
import { psdOf, type PsdForm } from "../build/psd.ts"
import { tiffOf } from "../build/tiff.ts"

const PROCESS: PicturePlates = { kind: "process", profile: profileFile(SHIPPED_CONDITIONS[0]!)! }
const folder = ownFolder()

/** A picture of one colour, loaded for some plates: what its middle pixel has on them, 0 to 255. */
async function inkOf(
  name: string,
  bytes: Buffer,
  plates: PicturePlates,
): Promise<readonly number[]> {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  const article = { pictures: [{ id: file, alt: "", aspect: 1 }] } as unknown as Article
  const picture = (await loadPictures([article], plates)).get(file)!
  const pixels = sharp(picture.bytes)
  const kept =
    picture.space === "cmyk"
      ? pixels.pipelineColourspace("cmyk").toColourspace("cmyk")
      : pixels.toColourspace("b-w")
  const { data, info } = await kept.raw().toBuffer({ resolveWithObject: true })
  expect(info.channels).toBe(picture.space === "cmyk" ? 4 : 1)
  return [...data.subarray(0, info.channels)]
}

function flat(background: string): Promise<Buffer> {
  return sharp({ create: { width: 16, height: 16, channels: 3, background } })
    .png()
    .toBuffer()
}

describe("pictures on the plates of a press", () => {
  it("go through the press's profile once: no ink for white, no more than its limit for black", async () => {
    const white = await inkOf("white.png", await flat("#ffffff"), PROCESS)
    expect(Math.max(...white)).toBeLessThan(8)
    const black = await inkOf("black.png", await flat("#000000"), PROCESS)
    const percent = black.reduce((sum, ink) => sum + ink / 2.55, 0)
    expect(percent).toBeGreaterThan(190)
    expect(percent).toBeLessThan(232)
    expect(black[3]! / 2.55).toBeGreaterThan(85)
    const red = await inkOf("red.png", await flat("#e00000"), PROCESS)
    expect(red[0]! / 2.55).toBeLessThan(25)
    expect(Math.min(red[1]!, red[2]!) / 2.55).toBeGreaterThan(65)
  })

  it("stay grey when they are grey", async () => {
    const grey = await sharp(await flat("#808080"))
      .toColourspace("b-w")
      .png()
      .toBuffer()
    const [level] = await inkOf("grey.png", grey, PROCESS)
    expect(Math.abs(level! - 128)).toBeLessThan(3)
  })

  it("keep their numbers when they come as CMYK", async () => {
    const raw = await sharp(await flat("#3060a0"))
      .withIccProfile(PROCESS.kind === "process" ? PROCESS.profile : "", { attach: false })
      .tiff({ compression: "none" })
      .toBuffer()
    const before = await sharp(raw)
      .pipelineColourspace("cmyk")
      .toColourspace("cmyk")
      .raw()
      .toBuffer()
    const after = await inkOf("inks.tif", raw, PROCESS)
    after.forEach((ink, i) => expect(Math.abs(ink - before[i]!)).toBeLessThan(4))
  })

  it("are grey on the black plate alone", async () => {
    expect(await inkOf("red2.png", await flat("#e00000"), { kind: "black" })).toHaveLength(1)
  })
})

/** Inks of a picture of one colour must be near these, 0 to 255; a JPEG moves them a little. */
function expectInks(inks: readonly number[], wanted: readonly number[]): void {
  expect(inks).toHaveLength(wanted.length)
  inks.forEach((ink, i) => expect(Math.abs(ink - wanted[i]!)).toBeLessThan(4))
}

const NUMBERS = [0, 170, 225, 52] as const
const RED = [192, 64, 32] as const

describe("pictures of many kinds", () => {
  it("of 16 bits go through the profile as their like of 8 bits", async () => {
    const shallow = await inkOf("red8.png", await flat("#c04020"), PROCESS)
    const form = { width: 16, height: 16, photometric: 2, pixel: () => RED } as const
    expectInks(await inkOf("red16.tif", tiffOf({ ...form, bits: 16 }), PROCESS), shallow)
    const deep = await sharp(await flat("#c04020"))
      .toColourspace("rgb16")
      .png()
      .toBuffer()
    expect((await sharp(deep).metadata()).depth).toBe("ushort")
    expectInks(await inkOf("red16.png", deep, PROCESS), shallow)
  })

  it("of 16 bits with a profile of their own go through it", async () => {
    const plain = await flat("#c04020")
    const wide = await sharp(plain).withIccProfile("p3").png().toBuffer()
    const deep = await sharp(plain).toColourspace("rgb16").withIccProfile("p3").png().toBuffer()
    const shallow = await inkOf("p3-8.png", wide, PROCESS)
    expectInks(await inkOf("p3-16.png", deep, PROCESS), shallow)
  })

  it.each([8, 16] as const)("in CMYK of %i bits keep their numbers", async (bits) => {
    const form = { width: 16, height: 16, photometric: 5, bits } as const
    const bytes = tiffOf({ ...form, pixel: () => NUMBERS })
    expectInks(await inkOf(`inks-${bits}.tif`, bytes, PROCESS), NUMBERS)
  })

  it("in CMYK keep their numbers with a profile too, also when they are made smaller", async () => {
    const bytes = await sharp(await flat("#3060a0"))
      .withIccProfile(PROCESS.kind === "process" ? PROCESS.profile : "")
      .tiff({ compression: "lzw" })
      .toBuffer()
    expect((await sharp(bytes).metadata()).hasProfile).toBe(true)
    const kept = sharp(bytes).pipelineColourspace("cmyk").toColourspace("cmyk").raw()
    const before = [...(await kept.toBuffer()).subarray(0, 4)]
    expectInks(await inkOf("profiled.tif", bytes, PROCESS), before)
  })

  it("that are transparent stand on white, which is no ink", async () => {
    const form = { width: 16, height: 16, photometric: 5, bits: 8 } as const
    const clear = tiffOf({ ...form, pixel: () => [...NUMBERS, 0] })
    expectInks(await inkOf("clear.tif", clear, PROCESS), [0, 0, 0, 0])
    const solid = tiffOf({ ...form, pixel: () => [...NUMBERS, 255] })
    expectInks(await inkOf("solid.tif", solid, PROCESS), NUMBERS)
    const background = { r: 200, g: 0, b: 0, alpha: 0 }
    const png = sharp({ create: { width: 16, height: 16, channels: 4, background } }).png()
    expect(Math.max(...(await inkOf("clear.png", await png.toBuffer(), PROCESS)))).toBeLessThan(8)
    expectInks(await inkOf("clear2.png", await png.toBuffer(), { kind: "black" }), [255])
  })

  it("that are grey stay grey: 16 bits, and with transparency", async () => {
    const form = { width: 16, height: 16, photometric: 1 } as const
    const deep = tiffOf({ ...form, bits: 16, pixel: () => [108] })
    expectInks(await inkOf("grey16.tif", deep, PROCESS), [108])
    const half = tiffOf({ ...form, bits: 8, pixel: () => [108, 0] })
    expectInks(await inkOf("grey-clear.tif", half, PROCESS), [255])
  })

  it("that cannot go to the press's inks are left out, not printed in RGB", async () => {
    const broken = { kind: "process", profile: join(folder, "none.icc") } as const
    const file = join(folder, "lost.png")
    writeFileSync(file, await flat("#c04020"))
    const article = { pictures: [{ id: file, alt: "", aspect: 1 }] } as unknown as Article
    expect((await loadPictures([article], broken)).size).toBe(0)
  })
})

describe("a Photoshop file's composite", () => {
  const values: Readonly<Record<PsdForm["mode"], readonly number[]>> = {
    gray: [108],
    rgb: RED,
    cmyk: NUMBERS,
  }
  const form = (mode: PsdForm["mode"]): PsdForm => ({
    ...{ width: 17, height: 9, mode, packed: true },
    value: (channel) => values[mode][channel] ?? 0,
  })

  it.each(["gray", "rgb", "cmyk"] as const)("is read in %s, packed or bare", async (mode) => {
    const wanted =
      mode === "rgb" ? await inkOf("as.png", await flat("#c04020"), PROCESS) : values[mode]
    for (const packed of [true, false])
      for (const large of [true, false]) {
        const bytes = psdOf({ ...form(mode), packed, large, mask: packed })
        expectInks(await inkOf(`${mode}-${packed}-${large}.psd`, bytes, PROCESS), wanted)
      }
  })

  it("goes through its own profile", async () => {
    const wide = await sharp(await flat("#c04020"))
      .withIccProfile("p3")
      .png()
      .toBuffer()
    const profile = (await sharp(wide).metadata()).icc!
    const wanted = await inkOf("wide.png", wide, PROCESS)
    const [...numbers] = await sharp(wide, { ignoreIcc: true }).raw().toBuffer()
    const value = (channel: number): number => numbers[channel]!
    expectInks(await inkOf("wide.psd", psdOf({ ...form("rgb"), value, profile }), PROCESS), wanted)
  })
})
