import { FileText, ListChecks } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { Article } from "../../layouts/issue/article.ts"
import type { CopyFile } from "../../main/bridge/contract.ts"
import type { Review } from "../state/desk.ts"
import { charactersOf } from "../../layouts/issue/characters.ts"
import { wantsLook } from "../state/review-words.ts"
import { nameOf } from "../../layouts/issue/article-name.ts"
import { view } from "../state/view.ts"

/** What the overview of an import shows, and which of it is chosen. */
export interface ReviewArticlesProps {
  readonly review: Review
  /** An article's id; null is all that wants a look. */
  readonly shown: string | null
  readonly onShow: (article: string | null) => void
}

/** The overview: each file with its articles, and how much of each wants a look. */
export function ReviewArticles({ review, shown, onShow }: ReviewArticlesProps) {
  const { t } = useTranslation()
  const { copy, choices } = review
  const doubts = copy.decisions.filter((decision) => wantsLook(decision, choices)).length
  return (
    <nav className="review-articles" aria-label={t("review.overview")}>
      <button
        type="button"
        className="review-doubts"
        aria-pressed={shown === null}
        onClick={() => onShow(null)}
      >
        <ListChecks size={16} />
        {t("review.doubts")}
        <span className={doubts > 0 ? "badge" : "count"}>{doubts}</span>
      </button>
      {copy.files.map((file, i) => (
        <section key={i}>
          <FileHead file={file} />
          {file.articles.map((id) => {
            const article = copy.articles.find((one) => one.id === id)!
            const row = { article, review, shown: shown === id, onShow: () => onShow(id) }
            return <ArticleRow key={id} {...row} />
          })}
        </section>
      ))}
      {copy.notices.length > 0 && <Notices review={review} />}
    </nav>
  )
}

function FileHead({ file }: { readonly file: CopyFile }) {
  const { t } = useTranslation()
  const told = [t("review.articles", { count: file.articles.length }), file.encoding]
  return (
    <h3 title={`${file.name}\n${file.encodingWhy.replace(" · ", "\n")}`}>
      <FileText size={14} />
      <span className="review-file">{file.name}</span>
      <span className="quiet">{told.join(" · ")}</span>
    </h3>
  )
}

interface ArticleRowProps {
  readonly article: Article
  readonly review: Review
  readonly shown: boolean
  readonly onShow: () => void
}

function ArticleRow({ article, review, shown, onShow }: ArticleRowProps) {
  const { t } = useTranslation()
  const doubts = article.decisions.filter((one) => wantsLook(one, review.choices)).length
  const count = (role: string): number => article.story.filter((one) => one.role === role).length
  const breaks = article.story.reduce((sum, { columnBreaks }) => sum + columnBreaks.length, 0)
  const told = [
    t(`kind.${article.kind}`),
    t("tray.characters", { count: charactersOf(article) }),
    count("subhead") > 0 && t("review.subheads", { count: count("subhead") }),
    breaks > 0 && t("tray.breaks", { count: breaks }),
    article.pictures.length > 0 && t("review.pictures", { count: article.pictures.length }),
  ]
  return (
    <button type="button" className="review-article" aria-pressed={shown} onClick={onShow}>
      <span className="review-name">{nameOf(article) || t("tray.untitled")}</span>
      {doubts > 0 && <span className="badge">{doubts}</span>}
      <span className="quiet">
        {told.filter(Boolean).join(" · ")}
        {article.truncated && <em> · {t("review.truncated")}</em>}
      </span>
    </button>
  )
}

/** What the files held and could not be taken over. */
function Notices({ review }: { readonly review: Review }) {
  const { t } = useTranslation()
  const english = view.getState().language === "en"
  return (
    <section className="review-notices">
      <h3>{t("review.notices")}</h3>
      {review.copy.notices.map((say, i) => (
        <p key={i}>{english ? say.en : say.zh}</p>
      ))}
    </section>
  )
}
