import { writeFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { SHIPPED_CONDITIONS, profileFile } from "../../main/conditions/shelf.ts"
import { loadPictures, type PicturePlates } from "../../main/pictures.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { ownFolder } from "../build/folder.ts"

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
