import { useTranslation } from "react-i18next"
import type { Score } from "../../layouts/proof/checks/score.ts"

interface ScoreLineProps {
  readonly score: Score
  /** Whether articles wait to be looked through. */
  readonly running: boolean
}

/** What the faults of an issue come to as the regulation counts them. */
export function ScoreLine({ score, running }: ScoreLineProps) {
  const { t } = useTranslation()
  const { characters, errors, doubtful, important, rate, limit, passes } = score
  return (
    <footer className="score-line" aria-label={t("checks.score")} title={t("checks.source")}>
      <b className={passes ? "passes" : "error"}>
        {t(running ? "checks.running" : passes ? "checks.passes" : "checks.fails")}
      </b>
      <span>{t("checks.rate", { rate, limit })}</span>
      <span>{t("checks.errors", { errors })}</span>
      {important > 0 && (
        <span className="error">{t("checks.important", { count: important })}</span>
      )}
      <span className="quiet">{t("checks.doubtful", { doubtful })}</span>
      <span className="quiet">{t("checks.characters", { characters })}</span>
    </footer>
  )
}
