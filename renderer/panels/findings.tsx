import { CircleCheck } from "lucide-react"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Finding, Severity } from "../../layouts/finding.ts"
import { useAtRest } from "../state/at-rest.ts"
import { spotOf } from "../state/spots.ts"
import { view } from "../state/view.ts"
import "../style/findings.css"
import { FindingRow, SIGN } from "./finding-row.tsx"

const ORDER: readonly Severity[] = ["error", "warning", "note"]

/** Every finding of the issue, grouped by how much it matters; each goes to its place. */
export function Findings() {
  const { t } = useTranslation()
  const [shown, setShown] = useState<readonly Severity[]>(ORDER)
  const [here, setHere] = useState(false)
  const findings = useAtRest((state) => state.findings)
  const pages = useAtRest((state) => state.pages)
  const page = useStore(view, (state) => state.page)
  const placed = useMemo(
    () =>
      findings.map((finding) => ({
        finding,
        page: spotOf(pages, finding.where)?.page ?? null,
      })),
    [findings, pages],
  )
  const asked = here ? placed.filter((one) => one.page === page) : placed
  const flip = (severity: Severity): void =>
    setShown(ORDER.filter((one) => shown.includes(one) !== (one === severity)))
  return (
    <section className="findings-panel" aria-label={t("findings.title")}>
      <FindingsHead {...{ asked, shown, here }} onFlip={flip} onHere={setHere} />
      {asked.length === 0 && (
        <p className="findings-none">
          <CircleCheck size={16} />
          {t(here ? "findings.noneHere" : "findings.none")}
        </p>
      )}
      <ul className="findings">
        {ORDER.filter((severity) => shown.includes(severity)).flatMap((severity) =>
          asked
            .filter(({ finding }) => finding.severity === severity)
            .map((one, i) => <FindingRow key={`${severity}${i}`} {...one} />),
        )}
      </ul>
    </section>
  )
}

interface PlacedFinding {
  readonly finding: Finding
  /** The page that it is on; null when it is on none. */
  readonly page: string | null
}

interface FindingsHeadProps {
  readonly asked: readonly PlacedFinding[]
  readonly shown: readonly Severity[]
  readonly here: boolean
  readonly onFlip: (severity: Severity) => void
  readonly onHere: (here: boolean) => void
}

/** Which findings are shown: by severity, of all pages or of the one on the canvas. */
function FindingsHead({ asked, shown, here, onFlip, onHere }: FindingsHeadProps) {
  const { t } = useTranslation()
  return (
    <header className="findings-head">
      {ORDER.map((severity) => {
        const Sign = SIGN[severity]
        const count = asked.filter(({ finding }) => finding.severity === severity).length
        return (
          <button
            key={severity}
            type="button"
            aria-pressed={shown.includes(severity)}
            title={t(`findings.${severity}`)}
            aria-label={`${t(`findings.${severity}`)} ${count}`}
            onClick={() => onFlip(severity)}
          >
            <Sign size={14} className={severity} />
            {count}
          </button>
        )
      })}
      <label>
        <input type="checkbox" checked={here} onChange={(event) => onHere(event.target.checked)} />
        {t("findings.here")}
      </label>
    </header>
  )
}
