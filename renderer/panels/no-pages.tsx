import { Button } from "antd"
import { FileInput, LayoutTemplate } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Command } from "../commands/command.ts"
import { desk } from "../state/desk.ts"
import "../style/templates.css"

/** What an issue without a page offers: a page from a template, or copy that becomes pages. */
export function NoPages({ commands }: { readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  const empty = useStore(desk, (state) => state.issue?.pages.length === 0)
  const waiting = useStore(desk, (state) => state.issue?.articles.length ?? 0)
  if (!empty) return null
  const run = (id: string) => (): void => commands.find((command) => command.id === id)?.run()
  return (
    <div className="no-pages">
      <p>{waiting > 0 ? t("noPages.waiting", { count: waiting }) : t("noPages.none")}</p>
      <Button type="primary" icon={<LayoutTemplate size={14} />} onClick={run("addPage")}>
        {t("menu.addPage")}
      </Button>
      <Button icon={<FileInput size={14} />} onClick={run("import")}>
        {t("menu.import")}
      </Button>
    </div>
  )
}
