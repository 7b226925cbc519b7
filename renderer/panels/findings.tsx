import { Empty } from "antd"
import { CircleAlert, Info, TriangleAlert } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { desk } from "../state/desk.ts"
import { jumpTo } from "../state/jump.ts"
import { view } from "../state/view.ts"

const SIGN = { error: CircleAlert, warning: TriangleAlert, note: Info } as const
const ORDER = ["error", "warning", "note"] as const

/** Every finding of the issue, worst first; a click goes to its place. */
export function Findings() {
  const { t } = useTranslation()
  const findings = useStore(desk, (state) => state.findings)
  const language = useStore(view, (state) => state.language)
  if (findings.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("findings.none")} />
  const sorted = ORDER.flatMap((severity) => findings.filter((f) => f.severity === severity))
  return (
    <ul className="findings">
      {sorted.map((finding, i) => {
        const Sign = SIGN[finding.severity]
        return (
          <li key={i}>
            <button type="button" onClick={() => jumpTo(finding.where)}>
              <Sign
                size={15}
                className={finding.severity}
                aria-label={t(`findings.${finding.severity}`)}
              />
              <span>{language === "en" ? finding.say.en : finding.say.zh}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
