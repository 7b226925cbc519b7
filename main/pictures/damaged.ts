import type { DisplayList } from "../../layouts/display/list.ts"
import type { Finding } from "../../layouts/finding.ts"
import type { PictureFault } from "./print.ts"
import { picturesOn } from "./sizes.ts"

/** The places on some pages where a picture is missing because its pixels cannot be had. */
export function damagedPictures(
  lists: readonly DisplayList[],
  faults: readonly PictureFault[],
): readonly Finding[] {
  const sentences = new Map(faults.map(({ picture, say }) => [picture, say]))
  return lists.flatMap((list) =>
    picturesOn(list).flatMap(({ picture, article }): readonly Finding[] => {
      const say = sentences.get(picture)
      if (!say) return []
      const where = { page: list.page, ...(article === null ? {} : { article }) }
      return [{ rule: "picture/damaged", severity: "error", where, say }]
    }),
  )
}
