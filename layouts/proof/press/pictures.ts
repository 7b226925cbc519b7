import type { ComposedPage } from "../../compose.ts"
import type { PressLimits, Remark } from "./profile.ts"

/** Rules of pictures that are coarser than a press wants. The second is also told without a press, by a newspaper's own limits. */
export const TOO_COARSE = "picture/too-coarse"
export const COARSE = "picture/coarse"

/** The pictures of a page that are coarser on paper than a press asks for. */
export function pictureRemarks(
  { page, articles }: ComposedPage,
  { name, resolution }: PressLimits,
): readonly Remark[] {
  return articles.flatMap(({ article, pictures }) =>
    pictures.flatMap(({ frame, page: own, index, shown }): readonly Remark[] => {
      if (own.id !== page.id || !shown || shown.ppi >= resolution.warn) return []
      const far = shown.ppi < resolution.error
      const limit = far ? resolution.error : resolution.warn
      const ppi = Math.floor(shown.ppi)
      const file = article.pictures[index]?.id.split(/[\\/]/).at(-1) ?? ""
      return [
        {
          rule: far ? TOO_COARSE : COARSE,
          where: { page: page.id, article: article.id, frame: frame.id },
          say: {
            zh: `图片 ${file} 有效分辨率 ${ppi} ppi，低于“${name.zh}”的 ${limit}。`,
            en: `The picture ${file} has ${ppi} ppi at this size, below the ${limit} of “${name.en}”.`,
          },
        },
      ]
    }),
  )
}
