import { Button, Modal, Select } from "antd"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Article } from "../../layouts/issue/article.ts"
import { reviewCopy } from "../state/actions.ts"
import { desk, type Review as Reviewed } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { slotsOnShown, takeReviewed, type Taking } from "../state/place-reviewed.ts"
import { view } from "../state/view.ts"
import "../style/review.css"
import { ReviewArticles } from "./review-articles.tsx"
import { ReviewDecisions } from "./review-decisions.tsx"

/** What an import recognised, file by file, to be checked before it is taken. */
export function Review({ means }: { readonly means: Means }) {
  const review = useStore(desk, (state) => state.review)
  return review && <ReviewDialog review={review} means={means} />
}

interface ReviewDialogProps {
  readonly review: Reviewed
  readonly means: Means
}

function ReviewDialog({ review, means }: ReviewDialogProps) {
  const { t } = useTranslation()
  const open = useStore(desk, (state) => state.path !== null)
  const [shown, setShown] = useState<string | null>(null)
  const [into, setInto] = useState<Taking["into"]>(open ? "open" : "new")
  const [busy, setBusy] = useState(false)
  const [modal, asking] = Modal.useModal()
  const decided = Object.keys(review.choices).length
  const close = (): void => {
    const discard = (): void => desk.setState({ review: null })
    if (decided === 0) return discard()
    modal.confirm({
      title: t("review.discardSure"),
      content: t("review.discardWhy", { count: decided }),
      okText: t("review.discard"),
      cancelText: t("review.stay"),
      onOk: discard,
    })
  }
  const flip = (decision: string, choice: string | null): void => {
    const rest = Object.entries(review.choices).filter(([id]) => id !== decision)
    const choices = Object.fromEntries(choice === null ? rest : [...rest, [decision, choice]])
    void reviewCopy(review.sources, choices, means)
  }
  const take = (onto: Taking["onto"]): void => {
    setBusy(true)
    void takeReviewed({ onto, into }, means).finally(() => setBusy(false))
  }
  return (
    <Modal
      open
      centered
      width={1080}
      className="review-dialog"
      title={t("review.title")}
      onCancel={close}
      footer={
        <div className="review-foot">
          <IntoChoice open={open} into={into} onInto={setInto} />
          {into === "open" && <WhereTo articles={review.copy.articles} means={means} />}
          <Button onClick={close}>{t("review.cancel")}</Button>
          <Button disabled={busy} onClick={() => take("tray")}>
            {t("review.tray")}
          </Button>
          <Button type="primary" disabled={busy} onClick={() => take("pages")}>
            {t("review.accept")}
          </Button>
        </div>
      }
    >
      {asking}
      <div className="review">
        <ReviewArticles review={review} shown={shown} onShow={setShown} />
        <ReviewDecisions key={shown ?? ""} review={review} shown={shown} onFlip={flip} />
      </div>
    </Modal>
  )
}

interface WhereToProps {
  readonly articles: readonly Article[]
  readonly means: Means
}

/** Where the copy would go in the open issue: into free slots of the page that is shown, onto new ones. */
function WhereTo({ articles, means }: WhereToProps) {
  const { t } = useTranslation()
  const pages = useStore(desk, (state) => state.issue?.pages.length ?? 0)
  const shown = useStore(view, (state) => state.page)
  const count = useMemo(() => slotsOnShown(articles, means).length, [articles, means])
  if (pages === 0) return null
  const way = count === 0 ? "newPage" : count === articles.length ? "slots" : "slotsAndPage"
  return (
    <span className="quiet" data-testid="where-to">
      {t(`review.${way}`, { count, page: shown, next: pages + 1 })}
    </span>
  )
}

interface IntoChoiceProps {
  readonly open: boolean
  readonly into: Taking["into"]
  readonly onInto: (into: Taking["into"]) => void
}

/** Which issue takes the copy: the open one, or a new one. */
function IntoChoice({ open, into, onInto }: IntoChoiceProps) {
  const { t } = useTranslation()
  const paper = useStore(desk, (state) => state.issue?.paper)
  const day = useStore(desk, (state) => state.issue?.date)
  const now = t("review.intoOpen", { paper, month: day?.month, day: day?.day })
  return (
    <span className="review-into">
      {open ? (
        <Select
          size="small"
          variant="borderless"
          aria-label={t("review.into")}
          value={into}
          onChange={onInto}
          options={[
            { value: "open" as const, label: now },
            { value: "new" as const, label: t("review.intoNew") },
          ]}
        />
      ) : (
        <span className="quiet">{t("review.intoNew")}</span>
      )}
    </span>
  )
}
