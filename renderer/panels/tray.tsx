import { Tag, Typography } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { ComposedArticle } from "../../layouts/compose-article.ts"
import type { Article } from "../../layouts/issue/article.ts"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"

/** The article tray: what is placed and what waits, with length, kind and how it fits. */
export function Tray() {
  const { t } = useTranslation()
  const issue = useStore(desk, (state) => state.issue)
  const pages = useStore(desk, (state) => state.pages)
  if (!issue) return null
  const sets = new Map(pages.flatMap((page) => page.articles).map((set) => [set.article.id, set]))
  const placed = issue.articles.filter(({ id }) => sets.has(id))
  const waiting = issue.articles.filter(({ id }) => !sets.has(id))
  return (
    <section className="panel" aria-label={t("tray.title")}>
      <h2>
        {t("tray.placed")} <span className="count">{placed.length}</span>
      </h2>
      <ul className="tray">
        {placed.map((article) => (
          <Entry key={article.id} article={article} set={sets.get(article.id) ?? null} />
        ))}
      </ul>
      {waiting.length > 0 && (
        <>
          <h2>
            {t("tray.waiting")} <span className="count">{waiting.length}</span>
          </h2>
          <ul className="tray">
            {waiting.map((article) => (
              <Entry key={article.id} article={article} set={null} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Entry({ article, set }: { article: Article; set: ComposedArticle | null }) {
  const { t } = useTranslation()
  const chosen = useStore(view, (state) => state.article === article.id)
  const characters = article.story.reduce((sum, { text }) => sum + text.length, 0)
  return (
    <li>
      <button
        type="button"
        className={chosen ? "entry chosen" : "entry"}
        aria-pressed={chosen}
        onClick={() => showArticle(article.id, set)}
      >
        <span className="entry-head">
          {article.headline ?? firstWords(article, t("tray.untitled"))}
        </span>
        <span className="entry-foot">
          <Tag>{t(`kind.${article.kind}`)}</Tag>
          <Typography.Text type="secondary">
            {t("tray.characters", { count: characters })}
          </Typography.Text>
          {set && <FitTag set={set} />}
        </span>
      </button>
    </li>
  )
}

function FitTag({ set }: { set: ComposedArticle }) {
  const { t } = useTranslation()
  const { overset, underset } = set.story
  if (overset.characters > 0)
    return <Tag color="error">{t("tray.over", { count: overset.characters })}</Tag>
  if (underset > 0) return <Tag color="warning">{t("tray.short", { count: underset })}</Tag>
  return <Tag color="success">{t("tray.fits")}</Tag>
}

function firstWords(article: Article, none: string): string {
  const text = article.story[0]?.text ?? ""
  return text === "" ? none : `${text.slice(0, 16)}…`
}

/** Opens an article's story and chooses its frames, on the page where it begins. */
export function showArticle(id: string, set: ComposedArticle | null): void {
  const first = set?.thread.frames[0]
  const selection = set?.thread.frames.map(({ frame }) => frame.id) ?? []
  view.setState({ article: id, selection, ...(first ? { page: first.page.id } : {}) })
}
