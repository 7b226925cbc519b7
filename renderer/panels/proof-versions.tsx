import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { StoredProof } from "../../main/bridge/contract.ts"
import { compareProof, comparing } from "../state/comparing.ts"
import type { Means } from "../state/means.ts"
import { takeOutProof } from "../state/round-deeds.ts"
import { rounds } from "../state/rounds.ts"
import { ComparisonPart } from "./comparison.tsx"
import { useSay } from "./rounds-say.ts"

/** The frozen proofs (大样) of a page, newest first; any is compared with the page or with another. */
export function ProofVersions({ page, means }: { readonly page: string; readonly means: Means }) {
  const { t } = useTranslation()
  const { proofs } = useStore(rounds)
  const comparison = useStore(comparing, (state) => state.comparison)
  const own = proofs.filter((proof) => proof.page === page).toReversed()
  return (
    <section className="rounds-proofs">
      <h3>{t("rounds.proofs", { count: own.length })}</h3>
      <ul>
        {own.map((proof) => (
          <ProofRow key={proof.number} proof={proof} means={means} />
        ))}
      </ul>
      {comparison?.page === page && (
        <ComparisonPart
          comparison={comparison}
          proofs={own.filter(({ fault }) => fault === null)}
          means={means}
        />
      )}
    </section>
  )
}

function ProofRow({ proof, means }: { readonly proof: StoredProof; readonly means: Means }) {
  const { t } = useTranslation()
  const say = useSay()
  const comparison = useStore(comparing, (state) => state.comparison)
  const { page, number, state, who, at, fault } = proof
  const compared = comparison?.page === page && comparison.was.number === number
  return (
    <li>
      <b>{t("rounds.number", { number })}</b>
      <span>{`${state}\u3000${who}\u3000${at.slice(5, 16).replace("T", " ")}`}</span>
      {fault ? (
        <em className="rounds-bad">{say(fault)}</em>
      ) : (
        <>
          <button type="button" onClick={() => void takeOutProof(proof, means)}>
            {t("rounds.takeOut")}
          </button>
          <button
            type="button"
            aria-pressed={compared}
            onClick={() => void compareProof(proof, means)}
          >
            {t("rounds.compare")}
          </button>
        </>
      )}
    </li>
  )
}
