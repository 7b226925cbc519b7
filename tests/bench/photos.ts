import { join } from "node:path"
import sharp from "sharp"

/** Photos of the long job. */
export const PHOTOS = 40

/** Twelve megapixels, as cameras and telephones take them. */
const SIZE = { width: 4000, height: 3000 } as const

/** Writes the photos into a folder, each another picture: soft noise, which a JPEG holds as it holds a scene. */
export async function photoFolder(folder: string): Promise<void> {
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const
  const scene = await sharp({ create: { ...SIZE, channels: 3, background: "grey", noise } })
    .blur(2)
    .linear(4, -384)
    .raw()
    .toBuffer()
  for (let photo = 0; photo < PHOTOS; photo += 1)
    await sharp(scene, { raw: { ...SIZE, channels: 3 } })
      .modulate({ hue: photo * 9 })
      .jpeg({ quality: 85 })
      .toFile(photoFile(folder, photo))
}

/** Where a photo lies. */
export function photoFile(folder: string, photo: number): string {
  return join(folder, `photo-${photo}.jpg`)
}
