import { CircleAlert, Info, TriangleAlert } from "lucide-react"
import { memo } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Finding } from "../../layouts/finding.ts"
import { jumpTo } from "../state/jump.ts"
import { view } from "../state/view.ts"
import "../style/findings.css"

/** The sign of each severity. */
export const SIGN = { error: CircleAlert, warning: TriangleAlert, note: Info } as const

interface FindingRowProps {
  readonly finding: Finding
  /** The page that is told beside it; null for none. */
  readonly page: string | null
  /** Called before the desk goes to its place. */
  readonly onGo?: () => void
}

/** One finding; a click goes to its place. */
export const FindingRow = memo(function FindingRow({ finding, page, onGo }: FindingRowProps) {
  const { t } = useTranslation()
  const english = useStore(view, (state) => state.language === "en")
  const { severity, say, where, rule } = finding
  const Sign = SIGN[severity]
  const go = (): void => {
    onGo?.()
    jumpTo(where)
  }
  return (
    <li data-rule={rule}>
      <button type="button" title={rule} onClick={go}>
        <Sign size={14} className={severity} aria-label={t(`findings.${severity}`)} />
        <span>{english ? say.en : say.zh}</span>
        <span className="quiet">{page}</span>
      </button>
    </li>
  )
})
