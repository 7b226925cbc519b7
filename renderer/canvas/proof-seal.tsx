import { FileDown, ShieldAlert, ShieldCheck } from "lucide-react"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { DisplayList } from "../../layouts/display/list.ts"
import type { Means } from "../state/means.ts"
import { takeOutProof } from "../state/round-deeds.ts"
import { hashOfPage, rounds } from "../state/rounds.ts"

interface ProofSealProps {
  readonly page: string
  readonly number: number
  /** What is shown of the proof; undefined for one that kept nothing to paint. */
  readonly paper: DisplayList | undefined
  readonly means: Means
}

/** Whether what is shown of a proof is what its PDF printed, by their hashes, and the way to the PDF. */
export function ProofSeal({ page, number, paper, means }: ProofSealProps) {
  const { t } = useTranslation()
  const proof = useStore(rounds, ({ proofs }) =>
    proofs.find((one) => one.page === page && one.number === number),
  )
  const hash = useHash(paper)
  if (!proof) return null
  const same = hash === proof.list
  return (
    <>
      {hash !== null && (
        <span
          className={same ? "proof-seal" : "proof-seal error"}
          title={t(same ? "compare.sameWhy" : "compare.otherWhy", {
            hash: proof.list.slice(0, 12),
          })}
        >
          {same ? (
            <ShieldCheck size={14} aria-hidden="true" />
          ) : (
            <ShieldAlert size={14} aria-hidden="true" />
          )}
          {t(same ? "compare.sameAsPdf" : "compare.otherThanPdf")}
        </span>
      )}
      <button
        type="button"
        title={t("rounds.takeOut")}
        aria-label={t("rounds.takeOut")}
        onClick={() => void takeOutProof(proof, means)}
      >
        <FileDown size={16} />
      </button>
    </>
  )
}

/** SHA-256 of a list; null until it is known, and without one. */
function useHash(list: DisplayList | undefined): string | null {
  const [known, setKnown] = useState<{ readonly of: DisplayList; readonly hash: string } | null>(
    null,
  )
  useEffect(() => {
    let stale = false
    if (list) void hashOfPage({ list }).then((hash) => !stale && setKnown({ of: list, hash }))
    return () => {
      stale = true
    }
  }, [list])
  return known !== null && known.of === list ? known.hash : null
}
