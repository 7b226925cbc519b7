import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import sharp, { type Sharp } from "sharp"
import { describe, expect, it } from "vitest"
import type { Item } from "../../layouts/display/list.ts"
import { pt } from "../../layouts/units.ts"
import { SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import { damagedPictures } from "../../main/pictures/damaged.ts"
import { openPicture } from "../../main/pictures/open.ts"
import { unpackBits } from "../../main/pictures/pack-bits.ts"
import { platesFor } from "../../main/pictures/plates.ts"
import { fittedSize, openPictures, printPictures } from "../../main/pictures/print.ts"
import { largestSizes, picturesOn } from "../../main/pictures/sizes.ts"
import { ownFolder } from "../build/folder.ts"
import { pageOf } from "../build/pdf-page.ts"
import { psdOf } from "../build/psd.ts"

const folder = ownFolder()
const NEWSPRINT = SHIPPED_CONDITIONS[0]!

function lay(name: string, bytes: Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  return file
}

/** A photo with some grain, so that it is no flat colour. */
function photo(width: number, height: number): Sharp {
  const noise = { type: "gaussian", mean: 120, sigma: 40 } as const
  return sharp({ create: { width, height, channels: 3, background: "#808080", noise } })
}

const WHOLE = { x: 0, y: 0, width: 1, height: 1 }

function shown(picture: string, width: number, height: number, crop = WHOLE): Item {
  return {
    kind: "image",
    picture,
    box: { x: pt(10), y: pt(10), width: pt(width), height: pt(height) },
    crop,
  }
}

describe("the size of a picture on paper", () => {
  it("is that of the whole picture under crop and scale", () => {
    const list = pageOf([
      { kind: "tag", role: "picture", article: "a1" },
      shown("one", 72, 36, { x: 0.25, y: 0, width: 0.5, height: 1 }),
      { kind: "push", matrix: [0, 2, -3, 0, 5, 5], clip: null },
      shown("one", 72, 36),
      { kind: "pop" },
      shown("two", 10, 10, { x: 0, y: 0, width: 0, height: 1 }),
    ])
    expect(picturesOn(list)).toEqual([
      { picture: "one", article: "a1", width: 144, height: 36 },
      { picture: "one", article: "a1", width: 144, height: 108 },
    ])
    const sizes = largestSizes([list, pageOf([shown("one", 200, 20)])])
    expect(sizes.get("one")).toEqual({ width: 200, height: 108 })
  })

  it("leaves a picture its pixels or as many as the limit allows, never fewer", () => {
    const length = fc.integer({ min: 1, max: 6000 })
    const points = fc.double({ min: 1, max: 2000, noNaN: true })
    fc.assert(
      fc.property(length, length, points, points, (width, height, across, down) => {
        const fitted = fittedSize({ width, height }, { width: across, height: down }, 300)
        const ppi = Math.min((width / across) * 72, (height / down) * 72)
        if (fitted === null) {
          expect(ppi).toBeLessThanOrEqual(300.001)
          return
        }
        expect(ppi).toBeGreaterThan(299.999)
        // A whole pixel more or less, and never none.
        const left = Math.min((fitted.width / across) * 72, (fitted.height / down) * 72)
        expect(left).toBeGreaterThanOrEqual(300 - Math.max(36 / across, 36 / down) - 0.001)
        expect(Math.min(fitted.width, fitted.height)).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})

describe("pictures made ready for the press", () => {
  const order = (sizes: ReadonlyMap<string, { width: number; height: number }>) => ({
    plates: platesFor(NEWSPRINT),
    sizes,
    most: NEWSPRINT.resolution.most,
    quality: 88,
  })

  it("have no more pixels than the press's limit at their largest size, and stand upright", async () => {
    const lying = await photo(1200, 800).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const files = new Map([
      ["large", lay("lying.jpg", lying)],
      ["small", lay("small.png", await photo(100, 80).png().toBuffer())],
    ])
    const { pictures: opened, faults } = await openPictures(files)
    expect(faults).toEqual([])
    expect(opened.get("large")).toMatchObject({ width: 800, height: 1200 })
    const lists = [
      pageOf([shown("large", 72, 108), shown("small", 72, 57.6)]),
      pageOf([shown("large", 144, 216)], "A2"),
    ]
    const { pictures } = await printPictures(opened, order(largestSizes(lists)))
    expect(pictures.get("large")).toMatchObject({ width: 600, height: 900, space: "cmyk" })
    expect(pictures.get("small")).toMatchObject({ width: 100, height: 80 })
  })

  it("are told with their reason when they are damaged, mislabelled, too large or not there", async () => {
    const whole = await photo(1500, 1000).jpeg().toBuffer()
    const psd = psdOf({ width: 40, height: 30, mode: "rgb", packed: true, value: (_, x) => x })
    const files = new Map([
      ["cut", lay("cut.jpg", whole.subarray(0, whole.length / 2))],
      ["psd", lay("cut.psd", psd.subarray(0, psd.length - 20))],
      ["words", lay("words.jpg", Buffer.from("<html>瑞河</html>"))],
      ["drawing", lay("x.png", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))],
      ["empty", lay("empty.tif", Buffer.alloc(0))],
      ["none", join(folder, "none.jpg")],
      ["deep", lay("deep.psd", psd.fill(16, 23, 24))],
      ["named", lay("really-a-png.jpg", await photo(20, 20).png().toBuffer())],
    ])
    const { pictures: opened, faults } = await openPictures(files)
    expect([...opened.keys()]).toEqual(["cut", "psd", "named"])
    expect(faults.map(({ picture, say }) => [picture, say.en.replace(/\(.*/, "")])).toEqual([
      ["words", "words.jpg is no usable picture "],
      ["drawing", "x.png is no usable picture "],
      ["empty", "empty.tif is no usable picture "],
      ["none", "The picture none.jpg cannot be read."],
      ["deep", "deep.psd is no usable picture "],
    ])
    const printed = await printPictures(opened, order(new Map()))
    expect([...printed.pictures.keys()]).toEqual(["named"])
    expect(printed.faults.map(({ picture }) => picture)).toEqual(["cut", "psd"])
    const list = pageOf([{ kind: "tag", role: "picture", article: "a1" }, shown("cut", 50, 50)])
    expect(damagedPictures([list], printed.faults)).toEqual([
      {
        rule: "picture/damaged",
        severity: "error",
        where: { page: "A1", article: "a1" },
        say: printed.faults[0]!.say,
      },
    ])
  })

  it("that would fill the memory are refused by their heads alone", async () => {
    const bomb = await sharp({
      create: { width: 16000, height: 12000, channels: 3, background: "#fff" },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const refused = await openPicture(lay("bomb.png", bomb))
    expect(!refused.ok && refused.say.en).toMatch(/192 million pixels, above 150 million/)
    const psd = psdOf({ width: 1, height: 1, mode: "rgb", packed: true, value: () => 0 })
    psd.writeUInt32BE(30_000, 14)
    psd.writeUInt32BE(30_000, 18)
    const huge = await openPicture(lay("huge.psd", psd))
    expect(!huge.ok && huge.say.en).toMatch(/900 million pixels, above 60 million/)
  }, 60_000)

  it("of 12 million pixels pass one after the other through little memory", async () => {
    const large = lay("large.jpg", await photo(4000, 3000).blur(2).jpeg({ quality: 90 }).toBuffer())
    const program = `
      import { openPictures, printPictures } from "./main/pictures/print.ts"
      import { platesFor } from "./main/pictures/plates.ts"
      import { SHIPPED_CONDITIONS } from "./main/conditions/shelf.ts"
      const ids = Array.from({ length: 6 }, (_, i) => String(i))
      const { pictures } = await openPictures(new Map(ids.map((id) => [id, ${JSON.stringify(large)}])))
      const before = process.resourceUsage().maxRSS
      const sizes = new Map(ids.map((id) => [id, { width: 960, height: 720 }]))
      const order = { plates: platesFor(SHIPPED_CONDITIONS[0]), sizes, most: 300, quality: 88 }
      const printed = await printPictures(pictures, order)
      const made = [...printed.pictures.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
      const grown = (process.resourceUsage().maxRSS - before) / 1024 - made / 1048576
      console.log(JSON.stringify({ grown, count: printed.pictures.size }))`
    const ran = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      encoding: "utf8",
    })
    const { grown, count } = JSON.parse(ran.stdout) as { grown: number; count: number }
    expect(count).toBe(6)
    // Megabytes beyond what was made; the pixels of six would take 216 in RGB and 288 more in CMYK.
    expect(grown).toBeLessThan(250)
  }, 120_000)
})

describe("packed rows", () => {
  it("are refused when they are no row of the picture, and never read beyond their end", () => {
    expect([...unpackBits(Uint8Array.of(1, 5, 6, 254, 9, 128), 5)]).toEqual([5, 6, 9, 9, 9])
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (row, to) => {
        let unpacked: Uint8Array | null = null
        try {
          unpacked = unpackBits(row, to)
        } catch (cause) {
          expect(cause).toBeInstanceOf(RangeError)
        }
        if (unpacked) expect(unpacked).toHaveLength(to)
      }),
    )
  })

  it("of a file that ends early are no picture", async () => {
    const psd = psdOf({ width: 30, height: 20, mode: "cmyk", packed: true, value: (_, x) => x })
    const whole = lay("whole.psd", psd)
    expect(readFileSync(whole).length).toBe(psd.length)
    for (const length of [0, 10, 26, 30, 60, 90, 140, psd.length - 1]) {
      const opened = await openPicture(lay(`part-${length}.psd`, psd.subarray(0, length)))
      if (!opened.ok) continue
      const order = { plates: platesFor(null), sizes: new Map(), most: null, quality: 88 }
      const printed = await printPictures(new Map([["x", opened.value]]), order)
      expect(printed.pictures.size).toBe(0)
    }
  })
})
