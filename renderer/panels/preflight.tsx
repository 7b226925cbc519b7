import { Select } from "antd"
import { CircleCheck } from "lucide-react"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Finding } from "../../layouts/finding.ts"
import type { ConditionEntry } from "../../main/bridge/contract.ts"
import { useAtRest } from "../state/at-rest.ts"
import { conditionOptions, useConditions } from "../state/conditions.ts"
import { exporting } from "../state/export.ts"
import type { Means } from "../state/means.ts"
import { byPage, preflightFindings, type PressChoice } from "../state/preflight.ts"
import "../style/preflight.css"
import { FindingRow } from "./finding-row.tsx"
import { SeverityCounts } from "./severities.tsx"

/** Preflight of the open issue (印前检查): what a press would stumble over, page by page. */
export function Preflight({ means }: { readonly means: Means }) {
  const { t } = useTranslation()
  const [choice, setChoice] = useState<PressChoice>(firstChoice)
  const { conditions } = useConditions(means.door)
  const issue = useAtRest((state) => state.issue)
  const pages = useAtRest((state) => state.pages)
  const findings = useMemo(
    () => preflightFindings({ issue, pages }, choice, conditions),
    [issue, pages, choice, conditions],
  )
  const groups = byPage(
    findings,
    pages.map(({ page }) => page.id),
  )
  return (
    <section className="findings-panel preflight" aria-label={t("preflight.title")}>
      <PreflightHead {...{ choice, conditions, findings }} onChoose={setChoice} />
      {conditions.length > 0 && findings.length === 0 && (
        <p className="findings-none">
          <CircleCheck size={16} />
          {t("preflight.none")}
        </p>
      )}
      <div className="preflight-pages">
        {groups.map(([page, own]) => (
          <section key={page ?? ""} aria-label={page ?? t("preflight.issue")}>
            <h3>
              {page === null ? t("preflight.issue") : t("preflight.page", { page })}
              <SeverityCounts findings={own} />
            </h3>
            <ul className="findings">
              {own.map((finding, i) => (
                <FindingRow key={i} finding={finding} page={null} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}

/** What was last exported for a printer, else PDF/X-4 for the first condition. */
function firstChoice(): PressChoice {
  const { standard, condition } = exporting.getState().wish
  return { standard: standard === "proof" ? "x4" : standard, condition }
}

interface HeadProps {
  readonly choice: PressChoice
  readonly conditions: readonly ConditionEntry[]
  readonly findings: readonly Finding[]
  readonly onChoose: (choice: PressChoice) => void
}

/** What the issue is held against, and how much was found. */
function PreflightHead({ choice, conditions, findings, onChoose }: HeadProps) {
  const { t, i18n } = useTranslation()
  return (
    <header className="findings-head">
      <Select
        size="small"
        aria-label={t("press.standard")}
        value={choice.standard}
        options={[
          { value: "x4", label: "PDF/X-4" },
          { value: "x1a", label: "PDF/X-1a" },
          { value: "proof", label: t("press.proof") },
        ]}
        onChange={(standard) => onChoose({ ...choice, standard })}
      />
      <Select
        size="small"
        className="preflight-condition"
        aria-label={t("press.condition")}
        value={choice.condition}
        options={conditionOptions(conditions, i18n.language)}
        onChange={(condition) => onChoose({ ...choice, condition })}
      />
      <SeverityCounts findings={findings} />
    </header>
  )
}
