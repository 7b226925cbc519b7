import { CircleCheck } from "lucide-react"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Finding, Severity } from "../../layouts/finding.ts"
import { useAtRest } from "../state/at-rest.ts"
import { spotOf } from "../state/spots.ts"
import { view } from "../state/view.ts"
import "../style/findings.css"
import { FindingRow } from "./finding-row.tsx"
import { SEVERITIES, SeveritySwitches } from "./severities.tsx"

/** Every finding of the issue, grouped by how much it matters; each goes to its place. */
export function Findings() {
  const { t } = useTranslation()
  const [shown, setShown] = useState(SEVERITIES)
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
  return (
    <section className="findings-panel" aria-label={t("findings.title")}>
      <FindingsHead {...{ asked, shown, here }} onShow={setShown} onHere={setHere} />
      {asked.length === 0 && (
        <p className="findings-none">
          <CircleCheck size={16} />
          {t(here ? "findings.noneHere" : "findings.none")}
        </p>
      )}
      <ul className="findings">
        {SEVERITIES.filter((severity) => shown.includes(severity)).flatMap((severity) =>
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
  readonly onShow: (shown: readonly Severity[]) => void
  readonly onHere: (here: boolean) => void
}

/** Which findings are shown: by severity, of all pages or of the one on the canvas. */
function FindingsHead({ asked, shown, here, onShow, onHere }: FindingsHeadProps) {
  const { t } = useTranslation()
  return (
    <header className="findings-head">
      <SeveritySwitches
        findings={asked.map(({ finding }) => finding)}
        shown={shown}
        onShow={onShow}
      />
      <label>
        <input type="checkbox" checked={here} onChange={(event) => onHere(event.target.checked)} />
        {t("findings.here")}
      </label>
    </header>
  )
}
