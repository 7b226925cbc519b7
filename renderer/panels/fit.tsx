import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { setBreaks } from "../../layouts/edits/set-breaks.ts"
import { perform } from "../state/actions.ts"
import { breakModeOf } from "../state/break-marks.ts"
import { composedArticle, desk } from "../state/desk.ts"
import { jumpToEnd } from "../state/jump.ts"
import { lengthOf, type Length } from "../state/lengths.ts"
import type { Means } from "../state/means.ts"
import { nameOf } from "../../layouts/issue/article-name.ts"
import { trial } from "../state/trial.ts"
import { view } from "../state/view.ts"
import "../style/fit.css"
import { FitFields } from "./fit-fields.tsx"
import { FitWays } from "./fit-ways.tsx"
import { LengthTag } from "./length-tag.tsx"

/** The fit panel (抠版): what would make the chosen article fit, and what is done to it by hand. */
export function Fit({ means }: { readonly means: Means }) {
  const { t } = useTranslation()
  const id = useStore(view, (state) => state.article)
  const set = useStore(desk, (state) => (id === null ? null : composedArticle(state, id)))
  const waits = useStore(desk, (state) => state.issue?.articles.some((one) => one.id === id))
  const breaks = useStore(desk, (state) => state.breaks)
  const tried = useStore(trial, (state) => state.tried !== null)
  if (!set) return <p className="fit-none">{t(waits ? "fit.waits" : "fit.none")}</p>
  const { article } = set
  const length = lengthOf(set)
  const mode = breakModeOf(article, breaks)
  return (
    <section className="fit" aria-label={t("fit.title")}>
      <header>
        <span className="fit-name" title={nameOf(article)}>
          {nameOf(article) || t("tray.untitled")}
        </span>
        <button type="button" title={t("length.jump")} onClick={() => jumpToEnd(article.id)}>
          <LengthTag length={length} exact />
        </button>
      </header>
      <p className="fit-sentence" data-testid="fit-sentence">
        {t(`fit.${sentenceOf(length)}`, {
          count: length.over || length.short,
          lines: length.overLines,
        })}
      </p>
      <FitWays
        key={article.id}
        article={article}
        misfits={length.over > 0 || length.short > 0}
        tried={tried}
        means={means}
      />
      {length.over > 0 && set.breaks.length > 0 && mode === "original" && (
        <button
          type="button"
          className="fit-free"
          onClick={() => perform(setBreaks(article.id, "free"))}
        >
          {t("fit.free")}
        </button>
      )}
      <FitFields set={set} />
    </section>
  )
}

/** What is said of a length: too much text, too little, or just enough. */
function sentenceOf({ over, overLines, short }: Length): "over" | "overLoose" | "short" | "exact" {
  if (over > 0) return overLines > 0 ? "over" : "overLoose"
  return short > 0 ? "short" : "exact"
}
