import { Empty, Progress } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { desk } from "../state/desk.ts"

/** Ranks shown; further ones say nothing more. */
const SHOWN = 8

/** What the original column breaks say of the printed measure, with the evidence. */
export function Measure() {
  const { t } = useTranslation()
  const inferred = useStore(desk, (state) => state.measure)
  const best = inferred?.ranking[0]
  if (!best) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("measure.none")} />
  const total = best.breaks.length
  return (
    <div className="measure">
      <p>{t("measure.best", { measure: best.measure, full: best.fullLines, total })}</p>
      <ul>
        {inferred.ranking.slice(0, SHOWN).map(({ measure, fullLines, score }) => (
          <li key={measure}>
            <span>{t("measure.row", { measure })}</span>
            <Progress percent={Math.round(score * 100)} size="small" showInfo={false} />
            <span>
              {fullLines}/{total}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
