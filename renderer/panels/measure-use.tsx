import { Button, Dropdown, Switch } from "antd"
import { ChevronDown } from "lucide-react"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { shippedTemplates, templateForMeasure } from "../../layouts/templates/shelf.ts"
import type { Template } from "../../layouts/templates/template.ts"
import { useTemplateName } from "../dialogs/template-words.ts"
import { recompose } from "../state/actions.ts"
import { desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"
import { takeTemplate, tryTemplate } from "../state/page-deeds.ts"
import { templates } from "../state/templates.ts"
import { view } from "../state/view.ts"

/** A measure, and what it is set with. */
export interface MeasureUseProps {
  readonly measure: number
  readonly means: Means
}

/** What can be done with a measure: set the page in a template of it, and let columns end as printed. */
export function MeasureUse({ measure, means }: MeasureUseProps) {
  const { t } = useTranslation()
  const name = useTemplateName()
  const page = useStore(view, (state) => state.page)
  const breaks = useStore(desk, (state) => state.breaks)
  const kept = useStore(templates, (state) => state.kept)
  const offered = useMemo(() => templatesOf(measure, kept ?? []), [measure, kept])
  const take = (id: string): void => {
    const template = offered.find((one) => one.id === id)
    if (!template || page === null) return
    const target = { kind: "page", page } as const
    const made = tryTemplate(template, target, "fitted", means)
    if (made) takeTemplate(made, target)
  }
  return (
    <div className="measure-use">
      <Dropdown
        trigger={["click"]}
        disabled={page === null || offered.length === 0}
        menu={{
          items: offered.map((template) => ({ key: template.id, label: name(template) })),
          onClick: ({ key }) => take(key),
        }}
      >
        <Button size="small" icon={<ChevronDown size={14} />} iconPlacement="end">
          {t("measure.use", { measure })}
        </Button>
      </Dropdown>
      <label>
        <Switch
          size="small"
          checked={breaks === "original"}
          onChange={(original) => {
            desk.setState({ breaks: original ? "original" : "free" })
            recompose(means)
          }}
        />
        {t("measure.original")}
      </label>
    </div>
  )
}

/** Templates whose columns have a measure: shipped and kept ones, else one made for it. */
function templatesOf(measure: number, kept: readonly Template[]): readonly Template[] {
  const all = [...shippedTemplates(), ...kept].filter(({ grid }) => grid.measure === measure)
  const made = all.length === 0 ? templateForMeasure(measure) : null
  return made ? [made] : all
}
