import { Form, Input } from "antd"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Finding } from "../../layouts/finding.ts"
import type { ConditionEntry } from "../../main/bridge/contract.ts"
import { FindingRow } from "../panels/finding-row.tsx"
import { closeDialog } from "../state/dialog.ts"
import { desk } from "../state/desk.ts"
import type { ExportWish } from "../state/export.ts"
import { preflightFindings } from "../state/preflight.ts"
import "../style/preflight.css"

/** The errors that keep the pages of a wish from a printer; none for what is made to be looked at. */
export function usePageErrors(
  wish: ExportWish,
  pages: readonly string[],
  conditions: readonly ConditionEntry[],
): readonly Finding[] {
  const issue = useStore(desk, (state) => state.issue)
  const composed = useStore(desk, (state) => state.pages)
  const { kind, as, standard, condition } = wish
  const printed = kind === "pdf" && as === "pages" && standard !== "proof"
  const wanted = pages.join("\n")
  return useMemo(() => {
    if (!printed) return []
    const choice = { standard, condition }
    const ids = wanted.split("\n")
    return preflightFindings({ issue, pages: composed }, choice, conditions, ids).filter(
      ({ severity }) => severity === "error",
    )
  }, [printed, standard, condition, issue, composed, conditions, wanted])
}

interface OverrideProps {
  readonly wish: ExportWish
  readonly errors: readonly Finding[]
  readonly change: (some: Partial<ExportWish>) => void
}

/** The pages' errors, and who lets them go out all the same, and why (带错输出). */
export function OverrideFields({ wish, errors, change }: OverrideProps) {
  const { t } = useTranslation()
  if (errors.length === 0) return null
  return (
    <Form.Item label={t("override.title")} extra={t("override.hint")} className="override">
      <ul className="findings" aria-label={t("override.errors", { count: errors.length })}>
        {errors.map((finding, i) => (
          <FindingRow
            key={i}
            finding={finding}
            page={finding.where.page ?? null}
            onGo={closeDialog}
          />
        ))}
      </ul>
      <Input
        aria-label={t("override.name")}
        placeholder={t("override.name")}
        maxLength={100}
        value={wish.signer}
        onChange={({ target }) => change({ signer: target.value })}
      />
      <Input
        aria-label={t("override.reason")}
        placeholder={t("override.reason")}
        maxLength={500}
        value={wish.reason}
        onChange={({ target }) => change({ reason: target.value })}
      />
    </Form.Item>
  )
}
