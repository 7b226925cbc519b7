import { createHash } from "node:crypto"
import { readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { SHIPPED_CONDITIONS } from "../../main/conditions/shelf.ts"
import { partsOf } from "../../main/export/pdf/file.ts"
import { layPdf, writePdf } from "../../main/export/pdf/write.ts"
import { platesFor } from "../../main/pictures/plates.ts"
import { FullDisk, openPictures, printPictures } from "../../main/pictures/print.ts"
import { openSpool } from "../../main/pictures/spool.ts"
import { ownFolder } from "../build/folder.ts"
import { OPTIONS, pageOf, PRESS } from "../build/pdf-page.ts"

const folder = ownFolder()
const ORDER = {
  ...{ plates: platesFor(SHIPPED_CONDITIONS[0]!), sizes: new Map(), most: null, quality: 88 },
}

/** So many grainy photos, opened. */
async function photos(count: number) {
  const files = new Map<string, string>()
  for (let n = 0; n < count; n += 1) {
    const noise = { type: "gaussian", mean: 90 + 20 * n, sigma: 40 } as const
    const file = join(folder, `photo-${n}.jpg`)
    const grain = sharp({
      create: { width: 700 + n, height: 500, channels: 3, background: "grey", noise },
    })
    writeFileSync(file, await grain.jpeg().toBuffer())
    files.set(`p${n}`, file)
  }
  return (await openPictures(files)).pictures
}

describe("pictures that wait on the disk", () => {
  it("are the very ones that are held in the memory, read in any order", async () => {
    const opened = await photos(3)
    const held = (await printPictures(opened, ORDER)).pictures
    const spool = openSpool(join(folder, "spool", "tray"))
    const { pictures, faults } = await printPictures(opened, { ...ORDER, spool })
    expect(faults).toEqual([])
    for (const id of ["p2", "p0", "p1", "p0"]) {
      const [one, other] = [pictures.get(id)!, held.get(id)!]
      expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true)
      expect({ ...one, bytes: null }).toEqual({ ...other, bytes: null })
    }
    spool.close()
  })

  it("leave no name in the folder, even while they wait", async () => {
    const place = join(folder, "nameless")
    const spool = openSpool(join(place, "tray"))
    await printPictures(await photos(2), { ...ORDER, spool })
    expect(readdirSync(place)).toEqual([])
    spool.close()
    expect(readdirSync(place)).toEqual([])
  })

  it("are not taken for damaged when it is the disk that refuses", async () => {
    const place = join(folder, "gone")
    const spool = openSpool(join(place, "tray"))
    rmSync(place, { recursive: true })
    await expect(printPictures(await photos(1), { ...ORDER, spool })).rejects.toThrow(FullDisk)
    spool.close()
  })

  it("make the same PDF in parts as the one that is made at one go", async () => {
    const opened = await photos(3)
    const held = (await printPictures(opened, ORDER)).pictures
    const spool = openSpool(join(folder, "tray"))
    const { pictures } = await printPictures(opened, { ...ORDER, spool })
    const list = pageOf(
      ["p0", "p1", "p2", "p1"].map((picture, i) => ({
        kind: "image" as const,
        picture,
        box: { x: 10, y: 10 + 60 * i, width: 70, height: 50 } as never,
        crop: { x: 0, y: 0, width: 1, height: 1 },
      })),
    )
    const whole = writePdf([list], { ...PRESS, picture: (id) => held.get(id) ?? null }, OPTIONS)
    const press = { ...PRESS, picture: (id: string) => pictures.get(id) ?? null }
    const laid = layPdf([list], press, OPTIONS)
    if (!whole.ok || !laid.ok) throw new Error("no file")
    const hash = createHash("sha256")
    let size = 0
    for (const part of partsOf(laid.value)) {
      hash.update(part)
      size += part.length
    }
    expect(size).toBe(laid.value.size)
    expect(hash.digest("hex")).toBe(createHash("sha256").update(whole.value).digest("hex"))
    spool.close()
  })
})
