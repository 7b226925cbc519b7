import { AutoComplete } from "antd"
import { ChevronDown } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Command } from "../commands/command.ts"
import { view, zoomTo, ZOOM_STEPS } from "../state/view.ts"
import "../style/view.css"

/** Commands at the head of the list of zooms. */
const FITS = ["fitPage", "fitWidth", "actualSize"] as const

/** The zoom, to be read, typed or chosen from a list. */
export function ZoomField({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  const zoom = useStore(view, (state) => state.zoom)
  const [draft, setDraft] = useState<string | null>(null)
  const keep = (typed: string | null): void => {
    setDraft(null)
    const percent = Number.parseFloat((typed ?? "").replace(/[%％\s]/g, ""))
    if (percent > 0) zoomTo(percent / 100)
  }
  const fits = FITS.map((id) => ({ value: id, label: t(`menu.${id}`) }))
  const steps = ZOOM_STEPS.map((step) => ({ value: percentOf(step), label: percentOf(step) }))
  return (
    <AutoComplete
      className="zoom-field"
      size="small"
      aria-label={t("view.zoom")}
      value={draft ?? percentOf(zoom)}
      options={[...fits, ...steps]}
      popupMatchSelectWidth={140}
      listHeight={420}
      suffixIcon={<ChevronDown size={14} />}
      onChange={setDraft}
      onSelect={(value: string) => {
        const command = commands.find(({ id }) => id === value)
        if (command) {
          setDraft(null)
          command.run()
        } else keep(value)
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") keep(draft)
        if (event.key === "Escape") setDraft(null)
      }}
      onFocus={(event) => (event.target as HTMLInputElement).select?.()}
      onBlur={() => keep(draft)}
    />
  )
}

/** A zoom in percent: whole, but for the small ones. */
function percentOf(zoom: number): string {
  const percent = zoom * 100
  return `${percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent)}%`
}
