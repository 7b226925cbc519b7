import { Modal, Segmented, Tag } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Article, Decision } from "../../layouts/issue/article.ts"
import { desk } from "../state/desk.ts"
import { view } from "../state/view.ts"

/** What the review asks for. */
export interface ReviewProps {
  readonly onFlip: (decision: string, choice: string) => void
  readonly onAccept: () => void
  readonly onCancel: () => void
}

/** The importer's decisions, article by article, each with its reason and a switch to flip it. */
export function Review({ onFlip, onAccept, onCancel }: ReviewProps) {
  const { t } = useTranslation()
  const review = useStore(desk, (state) => state.review)
  return (
    <Modal
      open={review !== null}
      title={t("review.title")}
      okText={t("review.accept")}
      cancelText={t("review.cancel")}
      onOk={onAccept}
      onCancel={onCancel}
      width={860}
      destroyOnHidden
    >
      {review && (
        <div className="review">
          <p className="quiet">
            {t("review.encoding", { encoding: review.copy.encoding })} · {review.copy.encodingWhy}
          </p>
          {review.copy.articles.map((article) => (
            <ReviewedArticle key={article.id} article={article} onFlip={onFlip} />
          ))}
        </div>
      )}
    </Modal>
  )
}

function ReviewedArticle({ article, onFlip }: { article: Article; onFlip: ReviewProps["onFlip"] }) {
  const { t } = useTranslation()
  const characters = article.story.reduce((sum, { text }) => sum + text.length, 0)
  return (
    <section>
      <h3>
        <Tag>{t(`kind.${article.kind}`)}</Tag> {article.headline ?? t("tray.untitled")}
        <span className="quiet"> {t("tray.characters", { count: characters })}</span>
      </h3>
      <ul>
        {article.decisions.map((decision) => (
          <ReviewedDecision key={decision.id} decision={decision} onFlip={onFlip} />
        ))}
      </ul>
    </section>
  )
}

function ReviewedDecision({
  decision,
  onFlip,
}: {
  decision: Decision
  onFlip: ReviewProps["onFlip"]
}) {
  const { t } = useTranslation()
  const language = useStore(view, (state) => state.language)
  const [zh, en] = decision.why.split(" · ")
  const sure = Math.round(decision.confidence * 100)
  return (
    <li className={decision.confidence < 0.75 ? "unsure" : ""}>
      <span>{(language === "en" ? en : zh) ?? decision.why}</span>
      <span className="quiet">{t("review.confidence", { percent: sure })}</span>
      {decision.choices.length > 1 && (
        <Segmented
          size="small"
          value={decision.choice}
          options={decision.choices.map((value) => ({
            value,
            label: t(`choice.${value}`, { defaultValue: value }),
          }))}
          onChange={(choice) => onFlip(decision.id, choice)}
        />
      )}
    </li>
  )
}
