import type { TFunction } from "i18next"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { nameOf } from "../../layouts/issue/article-name.ts"
import type { Article } from "../../layouts/issue/article.ts"
import type { Frame, Page } from "../../layouts/issue/page.ts"
import { composedPage, desk } from "../state/desk.ts"
import { view } from "../state/view.ts"

/** Says to those who hear the desk what is chosen on the page. */
export function ChosenWords() {
  const { t } = useTranslation()
  const selection = useStore(view, (state) => state.selection)
  const shown = useStore(view, (state) => state.page)
  const page = useStore(desk, (state) => composedPage(state, shown)?.page ?? null)
  const articles = useStore(desk, (state) => state.issue?.articles)
  return (
    <p id="chosen-words" className="heard-only" aria-live="polite">
      {page && articles ? chosenWords(t, { page, articles, selection }) : ""}
    </p>
  )
}

/** What is chosen on a page, in words. */
export function chosenWords(
  t: TFunction,
  chosen: {
    readonly page: Page
    readonly articles: readonly Article[]
    readonly selection: readonly string[]
  },
): string {
  const { page, articles, selection } = chosen
  const frames = page.frames.filter(({ id }) => selection.includes(id))
  const [first] = frames
  if (!first) return ""
  if (frames.length > 1) return t("frame.many", { count: frames.length })
  const article = articles.find(({ id }) => id === first.article)
  const named = article ? nameOf(article) : first.article === null ? t("frame.empty") : ""
  return [t(`frame.role.${first.role}`), named, ...standing(t, first)]
    .filter((words) => words !== "")
    .join(t("frame.comma"))
}

function standing(t: TFunction, { region, role, article, order, locked }: Frame): string[] {
  const { column, columns, line, lines } = region
  return [
    t("frame.spoken", {
      ...{ column: column + 1, lastColumn: column + columns },
      ...{ line: line + 1, lastLine: line + lines },
    }),
    role === "body" && article !== null ? t("frame.order", { order: order + 1 }) : "",
    locked ? t("frame.locked") : "",
  ]
}
