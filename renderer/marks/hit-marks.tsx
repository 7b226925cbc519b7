import { memo } from "react"
import { useStore } from "zustand"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { Ignored } from "../../layouts/issue/ignored.ts"
import type { CheckFinding } from "../../layouts/proof/checks/check-article.ts"
import { rectsOf } from "../../layouts/proof/mark-rects.ts"
import type { Door } from "../../main/bridge/contract.ts"
import { checks, useChecks } from "../state/checks.ts"
import { desk } from "../state/desk.ts"
import { stillStands, stretchOf, unignored } from "../state/hit-list.ts"
import "../style/checks.css"
import type { MarkedPage } from "./flash-mark.tsx"

/** Height of the wave under a hit, CSS pixels. */
const WAVE = 4

/** What the checks found on a page (校对提示), under its words; nothing of it is printed. */
export function HitMarks({ page, px, door }: MarkedPage & { readonly door: Door }) {
  useChecks(door)
  const found = useStore(checks, (state) => state.found)
  const ignored = useStore(desk, (state) => state.ignored)
  return page.articles.map((set) => {
    const own = found.get(set.article.id)
    if (!own || own.length === 0) return null
    return (
      <ArticleHits key={set.article.id} {...{ set, px, found: own, ignored, page: page.page.id }} />
    )
  })
}

interface ArticleHitsProps {
  readonly set: ComposedArticle
  readonly page: string
  readonly px: number
  readonly found: readonly CheckFinding[]
  readonly ignored: readonly Ignored[]
}

/** The waves under an article's hits; an article that stays as it is keeps them. */
const ArticleHits = memo(function ArticleHits({ set, page, px, found, ignored }: ArticleHitsProps) {
  const standing = unignored(found, ignored).filter((one) => stillStands(set.article, one))
  return standing.map((finding) => {
    const { words, paragraph, from, to } = stretchOf(finding)
    const range = { words, from: { paragraph, offset: from }, to: { paragraph, offset: to } }
    return rectsOf(set, page, range).map(({ x, y, width, height }, i) => (
      <i
        key={`${finding.rule} ${words} ${paragraph} ${from} ${i}`}
        className={`hit-mark ${finding.severity}`}
        data-rule={finding.rule}
        style={{
          left: x * px,
          top: (y + height) * px - WAVE / 2,
          width: Math.max(WAVE, width * px),
          height: WAVE,
        }}
      />
    ))
  })
})
