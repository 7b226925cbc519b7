import { Button, Progress } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { cancelExport, exporting } from "../state/export.ts"
import type { Means } from "../state/means.ts"
import "../style/export.css"

/** How far the export is that runs, in the foot of the window, and the button that ends it. */
export function ExportProgress({ means }: { readonly means: Means }) {
  const { t } = useTranslation()
  const running = useStore(exporting, (state) => state.running)
  if (!running) return null
  const { done, pages } = running
  return (
    <span className="export-progress">
      {t("export.running", { done, pages })}
      <Progress
        size="small"
        percent={Math.round((100 * done) / Math.max(1, pages))}
        showInfo={false}
        aria-label={t("export.title")}
      />
      <Button size="small" type="text" onClick={() => void cancelExport(means)}>
        {t("export.cancel")}
      </Button>
    </span>
  )
}
