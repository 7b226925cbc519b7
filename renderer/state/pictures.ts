import type { PictureSize } from "../../layouts/press.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { StoredPicture } from "../../main/bridge/contract.ts"
import { valueOf, type Means } from "./means.ts"

/** The pictures of the open issue: their sizes for the compositor, by id. */
export type PictureSizes = ReadonlyMap<string, PictureSize>

/** The sizes of stored pictures; the page canvas fetches what it shows of them itself. */
export function sizesOf(stored: readonly StoredPicture[]): PictureSizes {
  return new Map(stored.map(({ id, width, height }) => [id, { width, height }]))
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
