import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { InferredMeasure } from "../../layouts/flow/infer-measure.ts"
import { desk } from "../state/desk.ts"
import { measureLines } from "../state/measure-lines.ts"
import type { Means } from "../state/means.ts"
import "../style/measure.css"
import { MeasureUse } from "./measure-use.tsx"
import { MeasureLine } from "./measure-line.tsx"

/** Ranks shown; further ones say nothing more. */
const SHOWN = 6

/** What the original column breaks say of the printed measure: the ranking, and the lines that tell. */
export function Measure({ means }: { readonly means: Means }) {
  const { t } = useTranslation()
  const inferred = useStore(desk, (state) => state.measure)
  const [asked, setAsked] = useState<number | null>(null)
  const best = inferred?.ranking[0]
  if (!inferred || !best) return <p className="measure-none">{t("measure.none")}</p>
  const shown = inferred.ranking.find(({ measure }) => measure === asked) ?? best
  return (
    <section className="measure" aria-label={t("measure.title")}>
      <p className="measure-best">{told(inferred, t)}</p>
      <MeasureUse measure={shown.measure} means={means} />
      <Ranking inferred={inferred} shown={shown.measure} onShow={setAsked} />
      <Lines inferred={inferred} measure={shown.measure} />
    </section>
  )
}

type Words = ReturnType<typeof useTranslation>["t"]

function told({ measure, ranking }: InferredMeasure, t: Words): string {
  const { breaks, fullLines, measure: best } = ranking[0]!
  const key = measure === null ? "measure.unsure" : "measure.best"
  return t(key, { measure: best, full: fullLines, total: breaks.length })
}

interface RankingProps {
  readonly inferred: InferredMeasure
  readonly shown: number
  readonly onShow: (measure: number) => void
}

/** The likeliest measures with the share of breaks that end a full line; a press shows the lines. */
function Ranking({ inferred, shown, onShow }: RankingProps) {
  const { t } = useTranslation()
  return (
    <div className="measure-ranking">
      {inferred.ranking.slice(0, SHOWN).map(({ measure, fullLines, score, breaks }) => (
        <button
          key={measure}
          type="button"
          aria-pressed={measure === shown}
          title={t("measure.score", { percent: Math.round(score * 100) })}
          onClick={() => onShow(measure)}
        >
          <span>{t("measure.row", { measure })}</span>
          <i>
            <b style={{ width: `${Math.round(score * 100)}%` }} />
          </i>
          <span>
            {fullLines}/{breaks.length}
          </span>
        </button>
      ))}
    </div>
  )
}

/** The line before each break at a measure: full, or by how many characters not. */
function Lines({
  inferred,
  measure,
}: Omit<RankingProps, "shown" | "onShow"> & { measure: number }) {
  const { t } = useTranslation()
  const articles = useStore(desk, (state) => state.issue?.articles)
  const lines = useMemo(() => {
    const ranked = inferred.ranking.find((one) => one.measure === measure)
    return measureLines(articles ?? [], measure, ranked?.breaks ?? [])
  }, [articles, inferred, measure])
  return (
    <>
      <h3>{t("measure.lines", { measure })}</h3>
      <ol className="measure-lines">
        {lines.map((line) => {
          const { article, paragraph, offset } = line.evidence
          const key = `${article} ${paragraph} ${offset}`
          return <MeasureLine key={key} line={line} measure={measure} />
        })}
      </ol>
    </>
  )
}
