import type { DisplayList } from "../../layouts/display/list.ts"
import type { Finding } from "../../layouts/finding.ts"
import type { PictureSize } from "../../layouts/press.ts"
import type { PrintingCondition } from "../conditions/condition.ts"
import { picturesOn } from "./sizes.ts"

/** Name of the rule, the same as the composed page's, whose limits are a newspaper's without a press. */
export const COARSE = "picture/coarse"

/** The pictures of a page that are coarser on paper than a printing condition asks for. */
export function coarsePictures(
  list: DisplayList,
  sizes: ReadonlyMap<string, PictureSize>,
  { resolution, name }: PrintingCondition,
): readonly Finding[] {
  return picturesOn(list).flatMap(({ picture, article, width, height }): readonly Finding[] => {
    const size = sizes.get(picture)
    if (!size) return []
    const ppi = Math.floor(Math.min(size.width / (width / 72), size.height / (height / 72)))
    if (ppi >= resolution.warn) return []
    const severity = ppi < resolution.error ? "error" : "warning"
    const limit = resolution[severity === "error" ? "error" : "warn"]
    const file = picture.split(/[\\/]/).at(-1)!
    const where = { page: list.page, ...(article === null ? {} : { article }) }
    const say = {
      zh: `图片 ${file} 有效分辨率 ${ppi} ppi，低于“${name.zh}”的 ${limit}。`,
      en: `The picture ${file} has ${ppi} ppi at this size, below the ${limit} of “${name.en}”.`,
    }
    return [{ rule: COARSE, severity, where, say }]
  })
}
