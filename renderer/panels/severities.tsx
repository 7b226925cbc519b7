import { useTranslation } from "react-i18next"
import type { Finding, Severity } from "../../layouts/finding.ts"
import "../style/findings.css"
import { SIGN } from "./finding-row.tsx"

/** All severities, what matters most first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "note"]

type Counted = readonly Pick<Finding, "severity">[]

interface SwitchesProps {
  readonly findings: Counted
  /** The severities that are listed. */
  readonly shown: readonly Severity[]
  readonly onShow: (shown: readonly Severity[]) => void
}

/** How many findings of each severity there are, each a switch of whether they are listed. */
export function SeveritySwitches({ findings, shown, onShow }: SwitchesProps) {
  const { t } = useTranslation()
  return SEVERITIES.map((severity) => (
    <button
      key={severity}
      type="button"
      aria-pressed={shown.includes(severity)}
      title={t(`findings.${severity}`)}
      aria-label={`${t(`findings.${severity}`)} ${countOf(findings, severity)}`}
      onClick={() => onShow(SEVERITIES.filter((one) => shown.includes(one) !== (one === severity)))}
    >
      <SeverityCount severity={severity} count={countOf(findings, severity)} />
    </button>
  ))
}

/** How many findings of each severity there are; one that has none is left out. */
export function SeverityCounts({ findings }: Pick<SwitchesProps, "findings">) {
  const { t } = useTranslation()
  const there = SEVERITIES.filter((severity) => countOf(findings, severity) > 0)
  return (
    <span className="severity-counts">
      {there.map((severity) => (
        <span
          key={severity}
          aria-label={`${t(`findings.${severity}`)} ${countOf(findings, severity)}`}
        >
          <SeverityCount severity={severity} count={countOf(findings, severity)} />
        </span>
      ))}
    </span>
  )
}

function SeverityCount({
  severity,
  count,
}: {
  readonly severity: Severity
  readonly count: number
}) {
  const Sign = SIGN[severity]
  return (
    <>
      <Sign size={14} className={severity} />
      {count}
    </>
  )
}

function countOf(findings: Counted, severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length
}
