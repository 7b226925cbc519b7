import { writeFit } from "../issue/article-fields.ts"
import { articleAt, frameAt, type Edit } from "../issue/change.ts"
import { setField } from "../issue/content.ts"
import { writtenRegion } from "../issue/page-fields.ts"
import type { Region } from "../issue/page.ts"
import { repairRegion } from "../issue/repair.ts"
import { settingOf, type ArticleFit } from "../issue/setting.ts"

/** What fits an article: values of its setting, and regions of its frames; what is not named stays. */
export interface FitChange {
  readonly fit: Partial<ArticleFit>
  readonly regions: readonly { readonly frame: string; readonly region: Region }[]
}

/** Fits an article (抠版) by its setting and its frames at once; a locked frame stays. */
export function applyFit(article: string, { fit, regions }: FitChange): Edit {
  return {
    name: "apply-fit",
    say: { zh: "抠版", en: "Fit text" },
    run(change) {
      const fields = articleAt(change, article)
      const known = change.issue.articles.find(({ id }) => id === article)
      if (!fields || !known) return
      writeFit(fields, { ...settingOf(known).fit, ...fit })
      for (const { frame: id, region } of regions) {
        const page = change.issue.pages.find(({ frames }) => frames.some((one) => one.id === id))
        const frame = page?.frames.find((one) => one.id === id)
        const at = frameAt(change, id)
        if (!page || !at || frame?.article !== article || frame.locked) continue
        setField(at, "region", writtenRegion(repairRegion(region, page.grid)))
      }
    },
  }
}
