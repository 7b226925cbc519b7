import { Button, Popconfirm } from "antd"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { Template } from "../../layouts/templates/template.ts"
import { TemplatePicture } from "../controls/template-picture.tsx"
import { closeDialog } from "../state/dialog.ts"
import type { Means } from "../state/means.ts"
import { draftTemplate } from "../state/template-draft.ts"
import { isKept, removeTemplate } from "../state/templates.ts"
import { usePictureAnswers, useTemplateName } from "./template-words.ts"

/** Width of a picture in the list, CSS pixels. */
const WIDE = 104

/** Templates of one kind, and which of all is chosen. */
export interface TemplateShelfProps {
  readonly title: string
  readonly templates: readonly Template[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** Templates of one kind as pictures to choose from. */
export function TemplateShelf({ title, templates, chosen, onChoose }: TemplateShelfProps) {
  const { t } = useTranslation()
  return (
    <section>
      <h3>{title}</h3>
      {templates.length === 0 && <p className="quiet">{t("templates.noneKept")}</p>}
      <div className="cards" role="listbox" aria-label={title}>
        {templates.map((template) => (
          <Card
            key={template.id}
            template={template}
            chosen={template.id === chosen}
            onChoose={() => onChoose(template.id)}
          />
        ))}
      </div>
    </section>
  )
}

interface CardProps {
  readonly template: Template
  readonly chosen: boolean
  readonly onChoose: () => void
}

function Card({ template, chosen, onChoose }: CardProps) {
  const name = useTemplateName()
  const answers = usePictureAnswers()
  const card = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: "nearest" })
  }, [chosen])
  return (
    <button
      ref={card}
      type="button"
      role="option"
      aria-selected={chosen}
      className={chosen ? "card chosen" : "card"}
      onClick={onChoose}
    >
      <TemplatePicture template={template} width={WIDE} answers={answers} />
      <span>{name(template)}</span>
    </button>
  )
}

/** What can be done with the template itself. */
export function TemplateButtons({ template, means }: { template: Template; means: Means }) {
  const { t } = useTranslation()
  const name = useTemplateName()
  const edit = (): void => {
    closeDialog()
    draftTemplate(template, means)
  }
  return (
    <>
      <Button onClick={edit}>
        {t(isKept(template) ? "templates.edit" : "templates.editCopy")}
      </Button>
      {isKept(template) && (
        <Popconfirm
          title={t("templates.removeSure", { name: name(template) })}
          okText={t("templates.remove")}
          cancelText={t("templates.cancel")}
          onConfirm={() => void removeTemplate(template, means.door)}
        >
          <Button danger>{t("templates.remove")}</Button>
        </Popconfirm>
      )}
    </>
  )
}
