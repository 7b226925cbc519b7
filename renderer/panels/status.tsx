import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { useShallow } from "zustand/react/shallow"
import { useAtRest } from "../state/at-rest.ts"
import { desk } from "../state/desk.ts"
import { lengthOfPages } from "../state/lengths.ts"
import { jumpToUnfitting } from "../state/next-length.ts"
import type { Means } from "../state/means.ts"
import { view } from "../state/view.ts"
import { ExportProgress } from "./export-progress.tsx"

/**
 * The foot of the window: whether all is saved, what the issue has over and short, the export that
 * runs, the last message.
 */
export function Status({ means }: { readonly means: Means }) {
  const { t } = useTranslation()
  const { saving, message, path } = useStore(
    desk,
    useShallow(({ saving, message, path }) => ({ saving, message, path })),
  )
  const language = useStore(view, (state) => state.language)
  const pages = useAtRest((state) => state.pages)
  const { over, short } = useMemo(() => lengthOfPages(pages), [pages])
  return (
    <footer className="foot" aria-live="polite">
      {path !== null && <span data-testid="saving">{t(`status.${saving}`)}</span>}
      {path !== null && (
        <>
          <button
            type="button"
            className={over > 0 ? "over" : ""}
            disabled={over === 0}
            title={t("length.jump")}
            onClick={() => jumpToUnfitting("over", 1)}
          >
            {t("status.over", { count: over })}
          </button>
          <button
            type="button"
            className={short > 0 ? "short" : ""}
            disabled={short === 0}
            title={t("length.jump")}
            onClick={() => jumpToUnfitting("short", 1)}
          >
            {t("status.short", { count: short })}
          </button>
        </>
      )}
      <ExportProgress means={means} />
      {message && (
        <span className={message.bad ? "over" : ""}>
          {language === "en" ? message.say.en : message.say.zh}
        </span>
      )}
    </footer>
  )
}
