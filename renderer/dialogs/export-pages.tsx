import { Form, Input, Radio, Segmented } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { pagesInRange, type PageRange } from "../../layouts/issue/page-range.ts"
import { desk } from "../state/desk.ts"
import type { ExportWish } from "../state/export.ts"
import { otherSheets } from "../state/open-export.ts"
import { view } from "../state/view.ts"

export interface FieldsProps {
  readonly wish: ExportWish
  readonly change: (some: Partial<ExportWish>) => void
}

/** Whether pages go out as they are printed, as page proofs or as galleys (版面 大样 小样). */
export function SheetKind({ wish, change }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <Form.Item label={t("export.as")} extra={wish.as === "pages" ? "" : t(`export.on.${wish.as}`)}>
      <Segmented<ExportWish["as"]>
        value={wish.as}
        options={(["pages", "proofs", "galleys"] as const).map((value) => ({
          value,
          label: t(`export.sheets.${value}`),
        }))}
        onChange={(as) => change(otherSheets(wish, as))}
      />
    </Form.Item>
  )
}

/** Which pages; of galleys also the one article in hand, wherever it stands. */
export function PageFields({ wish, change, range }: FieldsProps & { readonly range: PageRange }) {
  const { t } = useTranslation()
  const pages = useStore(desk, (state) => state.pages.length)
  const shown = useStore(view, (state) => state.page)
  const inHand = useStore(view, (state) => state.article)
  const wrong = wish.scope === "range" && !range.ok && wish.range.trim() !== ""
  return (
    <Form.Item
      label={t("export.pages")}
      {...(wrong
        ? { validateStatus: "error", help: t("export.noPage", { word: range.word }) }
        : {})}
    >
      <Radio.Group value={wish.scope} onChange={({ target }) => change({ scope: target.value })}>
        <Radio value="all">{t("export.all", { count: pages })}</Radio>
        <Radio value="page">{t("export.page", { page: shown ?? "" })}</Radio>
        {wish.as === "galleys" && (
          <Radio value="article" disabled={inHand === null}>
            {t("export.article")}
          </Radio>
        )}
        <Radio value="range">{t("export.range")}</Radio>
      </Radio.Group>
      <Input
        className="export-range"
        aria-label={t("export.range")}
        placeholder="A1-A3, B2"
        value={wish.range}
        status={wrong ? "error" : ""}
        onChange={({ target }) => change({ scope: "range", range: target.value })}
      />
    </Form.Item>
  )
}

/** The pages that a wish names; the article in hand names none. */
export function usePages({ scope, range }: ExportWish): PageRange {
  const pages = useStore(desk, (state) => state.pages)
  const shown = useStore(view, (state) => state.page)
  const inHand = useStore(view, (state) => state.article)
  const ids = pages.map(({ page }) => page.id)
  if (scope === "all") return { ok: true, pages: ids }
  if (scope === "article")
    return inHand === null ? { ok: false, word: "" } : { ok: true, pages: [] }
  if (scope === "page")
    return shown === null ? { ok: false, word: "" } : { ok: true, pages: [shown] }
  return pagesInRange(range, ids)
}
