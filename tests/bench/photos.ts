import { join } from "node:path"
import sharp from "sharp"

/** Photos of the long job. */
export const PHOTOS = 40

/** Twelve megapixels, as cameras and telephones take them. */
const SIZE = { width: 4000, height: 3000 } as const

/** Detail of a scene, coarse to fine: the side of its grains in pixels, and how strong it is. */
const DETAIL = [
  { grain: 400, sigma: 90 },
  { grain: 80, sigma: 40 },
  { grain: 16, sigma: 20 },
  { grain: 4, sigma: 10 },
] as const

/**
 * Writes the photos into a folder, each in another hue. The finer a detail, the fainter it is, as in
 * what cameras see; a JPEG of such a scene is as large as one of theirs.
 */
export async function photoFolder(folder: string): Promise<void> {
  const scene = Buffer.alloc(SIZE.width * SIZE.height * 3, 128)
  for (const { grain, sigma } of DETAIL) {
    const size = { width: SIZE.width / grain, height: Math.ceil(SIZE.height / grain) }
    const noise = { type: "gaussian", mean: 128, sigma } as const
    const small = sharp({ create: { ...size, channels: 3, background: "grey", noise } }).png()
    const layer = await sharp(await small.toBuffer())
      .resize({ ...SIZE, fit: "fill" })
      .raw()
      .toBuffer()
    layer.forEach((value, i) => {
      scene[i] = Math.min(255, Math.max(0, scene[i]! + value - 128))
    })
  }
  for (let photo = 0; photo < PHOTOS; photo += 1)
    await sharp(scene, { raw: { ...SIZE, channels: 3 } })
      .modulate({ hue: photo * 9 })
      .jpeg({ quality: 90 })
      .toFile(photoFile(folder, photo))
}

/** Where a photo lies. */
export function photoFile(folder: string, photo: number): string {
  return join(folder, `photo-${photo}.jpg`)
}
