import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import { chooseArticle } from "../state/jump.ts"
import { lengthOn } from "../state/lengths.ts"
import { LengthTag } from "../panels/length-tag.tsx"
import { view } from "../state/view.ts"
import type { MarkedPage } from "./flash-mark.tsx"
import { pointStyle } from "./pixels.ts"

/** Lengths at the feet of articles: text over always, empty lines while frames are shown or chosen. */
export function LengthMarks({ page, px, onFit }: MarkedPage & { readonly onFit: () => void }) {
  const { t } = useTranslation()
  const frames = useStore(view, (state) => state.frames)
  const chosen = useStore(view, (state) => state.article)
  return page.articles.map((set) => {
    const length = lengthOn(set, page.page.id)
    const foot = footOn(set, page.page.id)
    const { id } = set.article
    if (!foot || (length.over === 0 && (length.short === 0 || !(frames || id === chosen))))
      return null
    return (
      <button
        key={id}
        type="button"
        className={length.over > 0 ? "length-mark over" : "length-mark short"}
        style={pointStyle(foot, px)}
        title={t("length.fit")}
        tabIndex={-1}
        onClick={() => {
          chooseArticle(id)
          onFit()
        }}
      >
        <LengthTag length={length} />
      </button>
    )
  })
}

/** The right foot, pt, of the column of a page that is over, or that has the last empty lines. */
function footOn({ story }: ComposedArticle, page: string) {
  const here = story.columns.filter(({ column }) => column.page === page)
  const empty = here.findLast(({ column, used }) => used < column.lines)
  const last = (story.overset.characters > 0 ? null : empty) ?? here.at(-1)
  if (!last) return null
  const { box } = last.column
  return { x: box.x + box.width, y: box.y + box.height }
}
