import { memo, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { setKind } from "../../layouts/edits/set-kind.ts"
import type { ArticleKind } from "../../layouts/issue/article.ts"
import { perform } from "../state/actions.ts"
import { jumpToEnd, showArticle } from "../state/jump.ts"
import { nameOf } from "../../layouts/issue/article-name.ts"
import type { TrayRow } from "../state/tray-rows.ts"
import { view } from "../state/view.ts"
import { LengthTag } from "./length-tag.tsx"

const KINDS: readonly ArticleKind[] = ["lead", "news", "photo", "filler", "ad"]

/** What an entry of the tray needs. */
export interface TrayEntryProps {
  readonly row: TrayRow
  readonly onOpen: () => void
}

/** An article in the tray: headline and length above, kind, characters, pages and breaks below. */
export const TrayEntry = memo(function TrayEntry({ row, onOpen }: TrayEntryProps) {
  const { t } = useTranslation()
  const { article, characters, breaks, pages, length } = row
  const chosen = useStore(view, (state) => state.article === article.id)
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: "nearest" })
  }, [chosen])
  const name = nameOf(article)
  return (
    <div
      ref={line}
      className={chosen ? "entry chosen" : "entry"}
      role="row"
      aria-selected={chosen}
      data-article={article.id}
      onClick={() => showArticle(article.id)}
      onContextMenu={() => showArticle(article.id)}
      onDoubleClick={onOpen}
    >
      <span role="gridcell" className="entry-name" title={name}>
        {name === "" ? t("tray.untitled") : name}
      </span>
      <span role="gridcell" className="entry-length">
        {pages.length > 0 && (
          <button
            type="button"
            tabIndex={-1}
            title={t("length.jump")}
            onClick={(event) => {
              event.stopPropagation()
              jumpToEnd(article.id)
            }}
          >
            <LengthTag length={length} exact />
          </button>
        )}
      </span>
      <span className="entry-foot">
        <KindChoice article={article.id} kind={article.kind} />
        <span role="gridcell">{t("tray.characters", { count: characters })}</span>
        {breaks > 0 && <span role="gridcell">{t("tray.breaks", { count: breaks })}</span>}
        {pages.length > 0 && (
          <span role="gridcell" className="entry-pages">
            {pages.join("、")}
          </span>
        )}
      </span>
    </div>
  )
})

function KindChoice({ article, kind }: { readonly article: string; readonly kind: ArticleKind }) {
  const { t } = useTranslation()
  return (
    <span role="gridcell">
      <select
        className="kind"
        tabIndex={-1}
        aria-label={t("tray.sort.kind")}
        value={kind}
        onClick={(event) => event.stopPropagation()}
        onChange={(event) => perform(setKind(article, event.target.value as ArticleKind))}
      >
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`kind.${one}`)}
          </option>
        ))}
      </select>
    </span>
  )
}
