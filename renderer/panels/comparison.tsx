import { Button, Select, Tooltip } from "antd"
import { ChevronDown, ChevronUp, PanelLeft, X } from "lucide-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { differenceBlocks, type ProofDifference } from "../../layouts/proof/proof-difference.ts"
import type { StoredProof } from "../../main/bridge/contract.ts"
import { chooseDifference, stepDifference } from "../state/compare-deeds.ts"
import {
  compareWith,
  comparing,
  putAwayComparison,
  showBeside,
  useDifferences,
  type Comparison,
} from "../state/comparing.ts"
import { desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { nameOf } from "../../layouts/issue/article-name.ts"
import "../style/compare.css"
import { useSay } from "./rounds-say.ts"

interface ComparisonProps {
  readonly comparison: Comparison
  /** The page's proofs that are sound, newest first. */
  readonly proofs: readonly StoredProof[]
  readonly means: Means
}

/** How two versions of a page differ (版样对比): which they are, and what differs, block by block. */
export function ComparisonPart({ comparison, proofs, means }: ComparisonProps) {
  const { t } = useTranslation()
  const differences = useDifferences()
  return (
    <>
      <ComparisonBar {...{ comparison, proofs, means, count: differences.length }} />
      {differences.length === 0 ? (
        <p className="rounds-none">{t("rounds.same")}</p>
      ) : (
        <DifferenceList differences={differences} />
      )}
    </>
  )
}

/** The compared versions, and ways through what differs. */
function ComparisonBar({ comparison, proofs, means, count }: ComparisonProps & { count: number }) {
  const { t } = useTranslation()
  const { beside, chosen } = useStore(comparing)
  const { was, now } = comparison
  const others = proofs.filter(({ number }) => number !== was.number)
  const against = (number: number): void =>
    void compareWith(proofs.find((proof) => proof.number === number) ?? null, means)
  return (
    <div className="compare-bar">
      <b>{t("rounds.number", { number: was.number })}</b>
      {"→"}
      <Select
        size="small"
        aria-label={t("compare.with")}
        value={now?.number ?? 0}
        popupMatchSelectWidth={false}
        options={[
          { value: 0, label: t("compare.now") },
          ...others.map(({ number }) => ({ value: number, label: t("rounds.number", { number }) })),
        ]}
        onChange={against}
      />
      <BarButton
        name="compare.besideKey"
        icon={<PanelLeft size={16} />}
        pressed={beside !== null}
        onClick={() => showBeside(beside === null ? "was" : null)}
      />
      <BarButton
        name="menu.lastDifference"
        icon={<ChevronUp size={16} />}
        onClick={() => stepDifference(-1)}
      />
      <span className="quiet">{`${chosen === null ? 0 : chosen + 1}/${count}`}</span>
      <BarButton
        name="menu.nextDifference"
        icon={<ChevronDown size={16} />}
        onClick={() => stepDifference(1)}
      />
      <BarButton name="menu.endComparison" icon={<X size={16} />} onClick={putAwayComparison} />
    </div>
  )
}

interface BarButtonProps {
  readonly name: string
  readonly icon: ReactNode
  readonly pressed?: boolean
  readonly onClick: () => void
}

function BarButton({ name, icon, pressed = false, onClick }: BarButtonProps) {
  const { t } = useTranslation()
  return (
    <Tooltip title={t(name)}>
      <Button
        size="small"
        type={pressed ? "primary" : "text"}
        aria-label={t(name)}
        aria-pressed={pressed}
        icon={icon}
        onClick={onClick}
      />
    </Tooltip>
  )
}

/** What differs, block by block; each is brought into sight when it is pressed. */
function DifferenceList({ differences }: { readonly differences: readonly ProofDifference[] }) {
  const { t } = useTranslation()
  const issue = useStore(desk, (state) => state.issue)
  const chosen = useStore(comparing, (state) => state.chosen)
  const say = useSay()
  const named = (id: string | null): string => {
    const article = issue?.articles.find((one) => one.id === id)
    if (article) return nameOf(article) || t("tray.untitled")
    return t(id === null ? "compare.furniture" : "compare.gone")
  }
  return (
    <div className="rounds-differences" role="group" aria-label={t("rounds.differences")}>
      {differenceBlocks(differences).map((block) => (
        <section key={block.article ?? ""}>
          <h4>{named(block.article)}</h4>
          <ul>
            {block.differences.map((difference) => {
              const n = differences.indexOf(difference)
              return (
                <li key={n}>
                  <button
                    type="button"
                    aria-current={n === chosen}
                    onClick={() => chooseDifference(n)}
                  >
                    <i>{t(`rounds.kind.${difference.kind}`)}</i>
                    {say(difference.say)}
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
