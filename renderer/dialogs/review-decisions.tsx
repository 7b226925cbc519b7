import { Segmented } from "antd"
import { RotateCcw } from "lucide-react"
import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Article, Decision, Paragraph } from "../../layouts/issue/article.ts"
import type { Review } from "../state/desk.ts"
import { inOrderOfDoubt, topicOf, wantsLook, wordsOf } from "../state/review-words.ts"
import { nameOf } from "../../layouts/issue/article-name.ts"
import { view } from "../state/view.ts"

/** What of an import is shown in full, and how its decisions are flipped. */
export interface ReviewDecisionsProps {
  readonly review: Review
  /** An article's id; null is all that wants a look. */
  readonly shown: string | null
  /** Makes another choice; null leaves it to the importer again. */
  readonly onFlip: (decision: string, choice: string | null) => void
}

/** Decisions with reason, confidence and a switch: of one article with its text, or all in doubt. */
export function ReviewDecisions({ review, shown, onFlip }: ReviewDecisionsProps) {
  const { t } = useTranslation()
  const { articles } = review.copy
  const article = articles.find(({ id }) => id === shown)
  if (article)
    return (
      <div className="review-main">
        <DecisionList {...{ article, review, onFlip }} decisions={article.decisions} />
        <CopyText article={article} />
      </div>
    )
  const doubted = articles
    .map((one) => ({
      one,
      doubts: one.decisions.filter((decision) => wantsLook(decision, review.choices)),
    }))
    .filter(({ doubts }) => doubts.length > 0)
  return (
    <div className="review-main">
      {doubted.length === 0 && <p className="quiet">{t("review.noDoubt")}</p>}
      {doubted.map(({ one, doubts }) => (
        <Fragment key={one.id}>
          <h3>{nameOf(one) || t("tray.untitled")}</h3>
          <DecisionList {...{ article: one, review, onFlip }} decisions={doubts} />
        </Fragment>
      ))}
    </div>
  )
}

interface DecisionListProps {
  readonly article: Article
  readonly decisions: readonly Decision[]
  readonly review: Review
  readonly onFlip: ReviewDecisionsProps["onFlip"]
}

function DecisionList({ article, decisions, review: { choices }, onFlip }: DecisionListProps) {
  return (
    <ul className="review-decisions">
      {inOrderOfDoubt(decisions, choices).map((decision) => (
        <DecisionRow
          key={decision.id}
          words={wordsOf(article, decision)}
          flipped={Object.hasOwn(choices, decision.id)}
          doubted={wantsLook(decision, choices)}
          {...{ decision, onFlip }}
        />
      ))}
    </ul>
  )
}

interface DecisionRowProps {
  readonly decision: Decision
  readonly words: string | null
  readonly flipped: boolean
  readonly doubted: boolean
  readonly onFlip: ReviewDecisionsProps["onFlip"]
}

function DecisionRow({ decision, words, flipped, doubted, onFlip }: DecisionRowProps) {
  const { t } = useTranslation()
  const english = useStore(view, (state) => state.language === "en")
  const [zh, en] = decision.why.split(" · ")
  const percent = Math.round(decision.confidence * 100)
  return (
    <li className={doubted ? "doubted" : ""} data-decision={decision.id}>
      <span className="decision-topic">{t(`topic.${topicOf(decision)}`)}</span>
      <span className="decision-words">{words ?? t("review.line", { line: decision.line })}</span>
      <span className="decision-choice">
        {flipped && (
          <button
            type="button"
            className="icon-button"
            title={t("review.unflip")}
            aria-label={t("review.unflip")}
            onClick={() => onFlip(decision.id, null)}
          >
            <RotateCcw size={14} />
          </button>
        )}
        <Segmented
          size="small"
          value={decision.choice}
          options={decision.choices.map((value) => ({ value, label: t(`choice.${value}`) }))}
          onChange={(choice) => onFlip(decision.id, choice)}
        />
      </span>
      <span className="decision-why">{(english ? en : zh) ?? decision.why}</span>
      <span className="decision-sure" title={t("review.confidence", { percent })}>
        <meter min={0} max={100} value={percent} />
        {percent}%
      </span>
    </li>
  )
}

/** The article as it was recognised, its original column breaks marked. */
function CopyText({ article }: { readonly article: Article }) {
  const { kicker, headline, deck, story } = article
  return (
    <article className="review-text">
      {kicker !== null && <p className="kicker">{kicker}</p>}
      {headline !== null && <h4>{headline}</h4>}
      {deck !== null && <p className="deck">{deck}</p>}
      {story.map((paragraph, i) => (
        <p key={i} className={paragraph.role}>
          {piecesOf(paragraph).map((piece, at) => (
            <Fragment key={at}>
              {at > 0 && <mark>‖</mark>}
              {piece}
            </Fragment>
          ))}
        </p>
      ))}
    </article>
  )
}

/** A paragraph cut at its column breaks. */
function piecesOf({ text, columnBreaks }: Paragraph): readonly string[] {
  const cuts = [0, ...columnBreaks.map(({ offset }) => offset), text.length]
  return cuts.slice(1).map((end, i) => text.slice(cuts[i], end))
}
