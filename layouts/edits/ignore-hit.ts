import type { Edit } from "../issue/change.ts"
import { soundWords } from "../issue/content.ts"
import { hitKey, type Hit, type Ignored } from "../issue/ignored.ts"

/**
 * Lets a hit of the checks stand (忽略), for a reason that has to be given: without one nothing is
 * done. It holds for the same words under the same rule all over the article.
 */
export function ignoreHit({ reason, author, at, ...hit }: Ignored): Edit {
  return {
    name: "ignore-hit",
    say: { zh: "忽略检查结果", en: "Ignore finding" },
    run({ marks }) {
      if (reason.trim() === "") return
      const words = { reason: soundWords(reason.trim()), author: soundWords(author), at }
      marks.ignored.set(hitKey(hit), JSON.stringify(words))
    },
  }
}

/** Minds a hit again that was let stand. */
export function heedHit(hit: Hit): Edit {
  return {
    name: "heed-hit",
    say: { zh: "取消忽略", en: "Heed finding again" },
    run({ marks }) {
      const key = hitKey(hit)
      if (marks.ignored.has(key)) marks.ignored.delete(key)
    },
  }
}
