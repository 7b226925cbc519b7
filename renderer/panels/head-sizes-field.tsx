import { Button } from "antd"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { setHeadTable } from "../../layouts/edits/set-head-table.ts"
import { HOUSE_TABLE, type HeadTable } from "../../layouts/issue/head-setting.ts"
import { sizeNamed } from "../../layouts/type-sizes.ts"
import { pt, type Pt } from "../../layouts/units.ts"
import { NumberField } from "../controls/number-field.tsx"
import { PercentField } from "../controls/percent-field.tsx"
import { TextField } from "../controls/text-field.tsx"
import { perform } from "../state/actions.ts"
import { desk } from "../state/desk.ts"

/** The paper's table of headline sizes (字号表) and how far headlines give way, for the whole issue. */
export function HeadSizesField() {
  const { t } = useTranslation()
  const own = useStore(desk, ({ issue }) => issue?.styles?.heads)
  const table: HeadTable = { ...HOUSE_TABLE, ...own }
  const keep = (change: Partial<HeadTable>): void => perform(setHeadTable({ ...own, ...change }))
  return (
    <details className="headline-table">
      <summary>{t("headline.table")}</summary>
      <div className="headline-lines">
        <TextField
          label={t("headline.sizes")}
          value={table.sizes.join(" ")}
          onKeep={(typed) => {
            const sizes = sizesIn(typed)
            if (sizes.length > 0) keep({ sizes })
          }}
        />
      </div>
      <div className="headline-fields">
        <NumberField
          label={t("headline.below")}
          value={table.below}
          least={0}
          most={6}
          onKeep={(below) => keep({ below })}
        />
        <NumberField
          label={t("headline.steps")}
          value={table.steps}
          least={0}
          most={12}
          onKeep={(steps) => keep({ steps })}
        />
        <PercentField
          label={t("headline.tightest")}
          value={table.tightest}
          least={-0.1}
          most={0}
          step={1}
          onKeep={(tightest) => keep({ tightest })}
        />
        <PercentField
          label={t("headline.narrowest")}
          value={table.narrowest}
          least={0.7}
          most={1}
          step={5}
          onKeep={(narrowest) => keep({ narrowest })}
        />
        <Button size="small" disabled={!own} onClick={() => perform(setHeadTable({}))}>
          {t("headline.house")}
        </Button>
      </div>
    </details>
  )
}

/** Sizes written as points or by their names: 42 36 小初 二号. */
function sizesIn(typed: string): readonly Pt[] {
  return typed.split(/[\s,，、]+/u).flatMap((word) => {
    const size = sizeNamed(word) ?? Number.parseFloat(word)
    return Number.isFinite(size) ? [pt(size)] : []
  })
}
