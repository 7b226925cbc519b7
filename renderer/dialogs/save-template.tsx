import { Form, Input, Modal, Radio } from "antd"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { TemplatePicture } from "../controls/template-picture.tsx"
import { templateOf } from "../../layouts/templates/template-of.ts"
import { closeDialog } from "../state/dialog.ts"
import { composedPage, desk } from "../state/desk.ts"
import { tell } from "../state/means.ts"
import { isKept, keepPage, templateNamed } from "../state/templates.ts"
import { view } from "../state/view.ts"
import "../style/templates.css"
import type { DialogProps } from "./dialog-props.ts"
import { usePictureAnswers, useTemplateName } from "./template-words.ts"

/** Asks under what name the page that is shown is kept as a template (存为版式). */
export function SaveTemplate({ means }: DialogProps) {
  const { t } = useTranslation()
  const nameIn = useTemplateName()
  const answers = usePictureAnswers()
  const shown = useStore(view, (state) => state.page)
  const page = useStore(desk, (state) => composedPage(state, shown)?.page ?? null)
  const base = page && templateNamed(page.template)
  const own = base && isKept(base) ? base : null
  const [name, setName] = useState("")
  const [replaces, setReplaces] = useState(false)
  if (!page) return null
  const replaced = own !== null && replaces ? own : null
  const reading = templateOf(page, { id: "own-1", name: { zh: "版", en: "page" }, base })
  const keep = async (): Promise<void> => {
    const kept = await keepPage(
      page,
      { name: replaced ? nameIn(replaced) : name.trim(), replaces: replaced?.id ?? null },
      means.door,
    )
    if (!kept) return
    closeDialog()
    tell(
      { zh: `已存为版式“${kept.name.zh}”。`, en: `Kept as the template “${kept.name.en}”.` },
      false,
    )
  }
  return (
    <Modal
      open
      title={t("saveTemplate.title", { page: page.id })}
      width={460}
      okText={t("saveTemplate.save")}
      okButtonProps={{ disabled: !reading.ok || (!replaced && name.trim() === "") }}
      onOk={() => void keep()}
      onCancel={closeDialog}
    >
      <div className="save-template">
        {reading.ok && (
          <TemplatePicture template={reading.template} width={112} answers={answers} />
        )}
        <Form layout="vertical">
          {own && (
            <Radio.Group value={replaces} onChange={({ target }) => setReplaces(target.value)}>
              <Radio value={false}>{t("saveTemplate.new")}</Radio>
              <Radio value={true}>{t("saveTemplate.replace", { name: nameIn(own) })}</Radio>
            </Radio.Group>
          )}
          <Form.Item label={t("saveTemplate.name")} htmlFor="template-name">
            <Input
              id="template-name"
              autoFocus
              disabled={replaced !== null}
              value={replaced ? nameIn(replaced) : name}
              placeholder={t("saveTemplate.example")}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={() => name.trim() !== "" && void keep()}
            />
          </Form.Item>
          <p className="quiet">{reading.ok ? t("saveTemplate.what") : reading.faults[0]!.say.zh}</p>
        </Form>
      </div>
    </Modal>
  )
}
