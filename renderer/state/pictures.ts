import type { PictureSize } from "../../layouts/press.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { StoredPicture } from "../../main/bridge/contract.ts"
import { valueOf, type Means } from "./means.ts"

/** The pictures of the open issue: their sizes for the compositor, by id. */
export type PictureSizes = ReadonlyMap<string, PictureSize>

/** Fetches stored pictures for the page canvas; one that cannot be read keeps its awaited box. */
export async function fetchPictures(
  stored: readonly StoredPicture[],
  address: string,
  { tiles }: Means,
): Promise<PictureSizes> {
  const sizes = new Map<string, PictureSize>()
  await Promise.all(
    stored.map(async ({ id }) => {
      const answer = await fetch(`${address}/${id}`)
      if (!answer.ok) return
      const bitmap = await createImageBitmap(await answer.blob())
      sizes.set(id, { width: bitmap.width, height: bitmap.height })
      tiles.setPicture(id, bitmap)
    }),
  )
  return sizes
}

/** Takes the pictures that articles name by path into the issue; the articles then name them by id. */
export async function adoptPictures(
  articles: readonly Article[],
  issue: string,
  { door }: Means,
): Promise<{ readonly articles: readonly Article[]; readonly stored: readonly StoredPicture[] }> {
  const stored: StoredPicture[] = []
  const adopted: Article[] = []
  for (const article of articles) {
    const pictures = []
    for (const picture of article.pictures) {
      const kept = valueOf(await door.call("adoptPicture", issue, picture.id))
      if (!kept) continue
      stored.push(kept)
      pictures.push({ ...picture, id: kept.id, aspect: kept.width / kept.height })
    }
    adopted.push({ ...article, pictures })
  }
  return { articles: adopted, stored }
}
