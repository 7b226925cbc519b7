import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { FrozenPage } from "../../layouts/proof/frozen-page.ts"
import { useAtRest } from "../state/at-rest.ts"
import { showSpot } from "../state/jump.ts"
import type { Means } from "../state/means.ts"
import { compareWith, differencesSince } from "../state/round-deeds.ts"
import { rounds } from "../state/rounds.ts"
import { useSay } from "./rounds-say.ts"

/** The frozen proofs (大样) of a page, newest first; one can be compared with the page as it stands. */
export function ProofVersions({ page, means }: { readonly page: string; readonly means: Means }) {
  const { t } = useTranslation()
  const say = useSay()
  const { proofs, compared } = useStore(rounds)
  const own = proofs.filter((proof) => proof.page === page).toReversed()
  const shown = compared?.page === page ? compared : null
  return (
    <section className="rounds-proofs">
      <h3>{t("rounds.proofs", { count: own.length })}</h3>
      <ul>
        {own.map((proof) => (
          <li key={proof.number}>
            <b>{t("rounds.number", { number: proof.number })}</b>
            <span>{`${proof.state}\u3000${proof.who}\u3000${proof.at.slice(5, 16).replace("T", " ")}`}</span>
            {proof.fault ? (
              <em className="rounds-bad">{say(proof.fault)}</em>
            ) : (
              <button
                type="button"
                aria-pressed={shown?.number === proof.number}
                onClick={() => void compareWith(proof, means)}
              >
                {t("rounds.compare")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown && <Differences page={page} frozen={shown.frozen} />}
    </section>
  )
}

interface DifferencesProps {
  readonly page: string
  readonly frozen: FrozenPage
}

/** What differs now, each of which is shown on the page when it is pressed. */
function Differences({ page, frozen }: DifferencesProps) {
  const { t } = useTranslation()
  const say = useSay()
  const pages = useAtRest((state) => state.pages)
  const marks = useAtRest((state) => state.marks)
  const differences = useMemo(
    () => differencesSince(frozen, { pages, marks }),
    [frozen, pages, marks],
  )
  if (differences.length === 0) return <p className="rounds-none">{t("rounds.same")}</p>
  return (
    <ul className="rounds-differences" aria-label={t("rounds.differences")}>
      {differences.map((difference, i) => (
        <li key={i}>
          <button type="button" onClick={() => showSpot({ page, boxes: difference.now })}>
            <i>{t(`rounds.kind.${difference.kind}`)}</i>
            {say(difference.say)}
          </button>
        </li>
      ))}
    </ul>
  )
}
