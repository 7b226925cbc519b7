import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { desk } from "../state/desk.ts"
import { lengthOfPages } from "../state/lengths.ts"
import { view } from "../state/view.ts"

/** The foot of the window: whether all is saved, what the issue has over and short, the last message. */
export function Status() {
  const { t } = useTranslation()
  const { saving, pages, message, path } = useStore(desk)
  const language = useStore(view, (state) => state.language)
  const { over, short } = lengthOfPages(pages)
  return (
    <footer className="foot" aria-live="polite">
      {path !== null && <span data-testid="saving">{t(`status.${saving}`)}</span>}
      {path !== null && (
        <span className={over > 0 ? "over" : ""}>{t("status.over", { count: over })}</span>
      )}
      {path !== null && <span>{t("status.short", { count: short })}</span>}
      {message && (
        <span className={message.bad ? "over" : ""}>
          {language === "en" ? message.say.en : message.say.zh}
        </span>
      )}
    </footer>
  )
}
