import { Button, Input, Popconfirm } from "antd"
import { LayoutTemplate } from "lucide-react"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { endDraft } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { keepDraft } from "../state/template-draft.ts"
import { isKept } from "../state/templates.ts"
import { view } from "../state/view.ts"
import "../style/templates.css"

/** Says over the canvas that a template is edited there, and how that ends. */
export function DraftBar({ means }: { readonly means: Means }) {
  const { t } = useTranslation()
  const draft = useStore(desk, (state) => state.draft)
  const changed = useStore(desk, (state) => state.undoable !== null)
  const language = useStore(view, (state) => state.language)
  const [name, setName] = useState("")
  useEffect(() => {
    if (!draft) return
    const own = language === "en" ? draft.name.en : draft.name.zh
    setName(isKept(draft) ? own : t("draft.copyOf", { name: own }))
  }, [draft, language, t])
  if (!draft) return null
  return (
    <div className="draft-bar" role="region" aria-label={t("draft.title")}>
      <LayoutTemplate size={16} />
      <span>{t("draft.title")}</span>
      <Input
        size="small"
        className="draft-name"
        aria-label={t("draft.name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <span className="draft-hint">{t("draft.hint")}</span>
      {changed ? (
        <Popconfirm
          title={t("draft.discardSure")}
          okText={t("draft.discard")}
          cancelText={t("draft.stay")}
          onConfirm={endDraft}
        >
          <Button size="small">{t("draft.discard")}</Button>
        </Popconfirm>
      ) : (
        <Button size="small" onClick={endDraft}>
          {t("draft.discard")}
        </Button>
      )}
      <Button
        size="small"
        type="primary"
        disabled={name.trim() === ""}
        onClick={() => void keepDraft(name.trim(), means)}
      >
        {t("draft.save")}
      </Button>
    </div>
  )
}
