import { Checkbox, Form, InputNumber, Modal, Radio, Segmented } from "antd"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { mmToPt } from "../../layouts/units.ts"
import { useConditions } from "../state/conditions.ts"
import { closeDialog } from "../state/dialog.ts"
import { desk } from "../state/desk.ts"
import {
  conditionNotes,
  exporting,
  firstWish,
  isSigned,
  startExport,
  type ExportWish,
} from "../state/export.ts"
import { firstTarget, withEnding, withSheet } from "../state/export-target.ts"
import "../style/export.css"
import type { DialogProps } from "./dialog-props.ts"
import { PageFields, SheetKind, usePages, type FieldsProps } from "./export-pages.tsx"
import { OverrideFields, usePageErrors } from "./override-fields.tsx"
import { PressFields, SheetFields, SlugFields } from "./press-fields.tsx"
import { TargetFields, usePlan } from "./target-fields.tsx"

const COLUMNS = { labelCol: { span: 5 }, wrapperCol: { span: 19 } }

/** Asks which pages go where and how (输出). The export itself runs while the desk goes on. */
export function ExportDialog({ means }: DialogProps) {
  const { t } = useTranslation()
  const { wish, change } = useWish(means.door)
  const range = usePages(wish)
  const { plan, taken } = usePlan(wish, range, means.door)
  const { conditions, reload } = useConditions(means.door)
  const pressed = wish.kind === "pdf" && wish.as === "pages"
  const wrong = pressed && conditionNotes(wish, conditions) !== null
  const errors = usePageErrors(wish, range.ok ? range.pages : [], conditions)
  const refused = errors.length > 0 && !isSigned(wish)
  const busy = useStore(exporting, (state) => state.running !== null)
  const begin = (): void => {
    if (!range.ok) return
    closeDialog()
    void startExport(wish, range.pages, means)
  }
  return (
    <Modal
      open
      title={t("export.title")}
      width={560}
      okText={t(taken.length > 0 ? "export.replace" : "export.begin")}
      okButtonProps={{
        disabled: busy || wrong || refused || !range.ok || !plan.ok || wish.out.trim() === "",
      }}
      onOk={begin}
      onCancel={closeDialog}
    >
      <Form {...COLUMNS} className="export">
        <SheetKind wish={wish} change={change} />
        {wish.as !== "galleys" && (
          <Form.Item label={t("export.kind")}>
            <Segmented<ExportWish["kind"]>
              value={wish.kind}
              options={[
                { value: "pdf", label: "PDF" },
                { value: "png", label: "PNG" },
              ]}
              onChange={(kind) => change({ kind, out: withEnding(wish.out, kind) })}
            />
          </Form.Item>
        )}
        <PageFields wish={wish} change={change} range={range} />
        {wish.kind === "png" && <PngFields wish={wish} change={change} />}
        {pressed && <PressFields {...{ wish, change, conditions, reload }} door={means.door} />}
        <Form.Item label={t("export.sheet")} hidden={wish.as !== "pages"}>
          <Checkbox
            checked={wish.marks}
            onChange={({ target }) => change({ marks: target.checked })}
          >
            {t("export.marks")}
          </Checkbox>
        </Form.Item>
        {wish.as === "proofs" && (
          <Form.Item label={t("panel.marks")}>
            <Checkbox
              checked={wish.notes}
              onChange={({ target }) => change({ notes: target.checked })}
            >
              {t("export.notes")}
            </Checkbox>
          </Form.Item>
        )}
        {pressed && <SheetFields wish={wish} change={change} />}
        {(wish.as !== "pages" || (pressed && wish.marks)) && (
          <SlugFields wish={wish} change={change} />
        )}
        {wish.kind === "pdf" && wish.scope !== "article" && (
          <Form.Item label={t("export.parts")}>
            <Checkbox
              checked={wish.each}
              onChange={({ target }) => change({ each: target.checked })}
            >
              {t("export.each")}
            </Checkbox>
          </Form.Item>
        )}
        <OverrideFields {...{ wish, errors, change }} />
        <TargetFields {...{ wish, change, plan, taken }} door={means.door} />
      </Form>
    </Modal>
  )
}

function PngFields({ wish, change }: FieldsProps) {
  const { t } = useTranslation()
  const size = usePixels(wish)
  return (
    <>
      <Form.Item label={t("export.dpi")} htmlFor="export-dpi" extra={size}>
        <InputNumber
          id="export-dpi"
          min={10}
          max={2400}
          value={wish.dpi}
          suffix="dpi"
          onChange={(dpi) => dpi !== null && change({ dpi })}
        />
      </Form.Item>
      <Form.Item label={t("export.pictures")}>
        <Radio.Group
          value={wish.pictures}
          onChange={({ target }) => change({ pictures: target.value })}
        >
          <Radio value="print">{t("export.print")}</Radio>
          <Radio value="colour">{t("export.colour")}</Radio>
        </Radio.Group>
      </Form.Item>
    </>
  )
}

/** The wish that the dialog edits: the last one, with a place for this issue. */
function useWish(door: DialogProps["means"]["door"]) {
  const [wish, setWish] = useState<ExportWish>(firstWish)
  const change = (some: Partial<ExportWish>): void => setWish((now) => ({ ...now, ...some }))
  useEffect(() => {
    const { out, kind } = firstWish()
    if (out !== "") return
    void firstTarget(kind, door).then((first) =>
      setWish((now) =>
        now.out === "" ? { ...now, out: withEnding(withSheet(first, now.as), now.kind) } : now,
      ),
    )
  }, [door])
  return { wish, change }
}

/** Size of a page's PNG in words. */
function usePixels({ dpi }: ExportWish): string {
  const { t } = useTranslation()
  const page = useStore(desk, (state) => state.pages[0]?.page)
  if (!page) return ""
  const pixels = (length: typeof page.sheet.width): number => Math.ceil((mmToPt(length) * dpi) / 72)
  return t("export.pixels", { across: pixels(page.sheet.width), down: pixels(page.sheet.height) })
}
