import { Spin } from "antd"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { AppliedTemplate, Manner } from "../../layouts/apply-template.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { PageProof } from "../canvas/page-proof.tsx"
import { desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { tryTemplate, type Target } from "../state/page-deeds.ts"
import { nameOf } from "../../layouts/issue/article-name.ts"
import { useTemplateName } from "./template-words.ts"

/** Width of the page that is tried, CSS pixels. */
const WIDE = 264

/** Under what name a page that is only tried is told to the tile workers. */
const TRIAL = "trial of a template"

/** The page that a template would give; null while it is being made up. */
export function useTrial(
  template: Template,
  target: Target,
  manner: Manner,
  means: Means,
): AppliedTemplate | null {
  const [trial, setTrial] = useState<AppliedTemplate | null>(null)
  useEffect(() => {
    setTrial(null)
    // The dialog is drawn first: making a page up takes longer than a frame.
    const later = window.setTimeout(() => {
      const made = tryTemplate(template, target, manner, means)
      if (!made) return
      const list = { ...made.composed.list, page: TRIAL }
      means.tiles.setList(list)
      setTrial({ ...made, composed: { ...made.composed, list } })
    })
    return () => window.clearTimeout(later)
  }, [template, target, manner, means])
  return trial
}

interface TrialProps {
  readonly trial: AppliedTemplate | null
  readonly template: Template
  readonly means: Means
}

/** The page as it would be, and what the template is, in numbers. */
export function TrialPage({ trial, template, means }: TrialProps) {
  const { t } = useTranslation()
  const name = useTemplateName()
  const { sheet, grid } = template
  return (
    <>
      <div className="trial">
        {trial ? (
          <PageProof
            tiles={means.tiles}
            list={trial.composed.list}
            width={WIDE}
            label={t("templates.trial")}
          />
        ) : (
          <Spin size="small" />
        )}
      </div>
      <div className="facts">
        <strong>{name(template)}</strong>
        <span>
          {t("templates.facts", {
            ...{ width: sheet.width, height: sheet.height },
            ...{ columns: grid.columns, measure: Math.round(grid.measure * 10) / 10 },
            ...{ lines: grid.lines, size: grid.bodySize },
          })}
        </span>
      </div>
    </>
  )
}

/** What would come of it: how many articles stand, which go back, and which are over or short. */
export function Outcome({ trial }: { readonly trial: AppliedTemplate }) {
  const { t } = useTranslation()
  const issue = useStore(desk, (state) => state.issue)
  const titled = (id: string): string => {
    const article = issue?.articles.find((one) => one.id === id)
    return (article && nameOf(article)) || t("tray.untitled")
  }
  const over = trial.unfit.filter((one) => one.over > 0)
  const short = trial.unfit.reduce((sum, one) => sum + (one.over > 0 ? 0 : one.short), 0)
  return (
    <ul className="outcome">
      <li>{t("templates.stands", { count: trial.composed.articles.length })}</li>
      {trial.back.length > 0 && (
        <li className="over">
          {t("templates.back", { count: trial.back.length })}
          <span>{trial.back.map(titled).join("、")}</span>
        </li>
      )}
      {over.map((one) => (
        <li key={one.article} className="over">
          {t("templates.over", { count: one.over })}
          <span>{titled(one.article)}</span>
        </li>
      ))}
      {short > 0 && <li className="short">{t("templates.short", { count: short })}</li>}
    </ul>
  )
}
