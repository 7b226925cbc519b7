import { Select } from "antd"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { OWN_COLUMNS, type ColumnMode, type OwnColumns } from "../../layouts/issue/page.ts"
import { zi } from "../../layouts/units.ts"
import { NumberField } from "../controls/number-field.tsx"

const MODES: readonly ColumnMode[] = ["absolute", "relative", "free", "auto"]

/** What columns or bands came out as: the length of each and of the gaps between them, 字. */
export interface Shared {
  readonly measures: readonly number[]
  readonly gap: number
}

/** How frames are cut into columns or bands: how many, how the room is shared out, and the gutter. */
export function ShareFields({
  area,
  own,
  alike,
  disabled,
  shared,
  onKeep,
  children,
}: {
  /** Where the words of the fields are. */
  readonly area: "columns" | "bands"
  readonly own: OwnColumns
  /** False where the frames differ; then the fields show none of them. */
  readonly alike: boolean
  readonly disabled: boolean
  readonly shared: Shared
  readonly onKeep: (change: Partial<OwnColumns>) => void
  readonly children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <>
      <div className="frame-fields">
        <NumberField
          label={t(`${area}.count`)}
          value={alike ? own.count : null}
          least={1}
          most={OWN_COLUMNS.most}
          disabled={disabled}
          onKeep={(count) => onKeep({ count })}
        />
        <NumberField
          label={t(`${area}.gutter`)}
          value={alike ? own.gutter : null}
          least={0}
          most={OWN_COLUMNS.gutter}
          step={0.5}
          suffix={t("columns.zi")}
          disabled={disabled || own.mode === "auto"}
          onKeep={(gutter) => onKeep({ gutter: zi(gutter) })}
        />
      </div>
      <label className="frame-row">
        <span>{t(`${area}.mode`)}</span>
        <Select
          size="small"
          value={alike ? own.mode : null}
          placeholder={t("frame.various")}
          disabled={disabled}
          options={MODES.map((value) => ({
            value,
            label: t(`columns.modes.${value}`),
            title: t(`${area}.does.${value}`),
          }))}
          onChange={(mode: ColumnMode) => onKeep({ mode })}
        />
      </label>
      {children}
      {alike && <p className="quiet frame-told">{t(`${area}.told`, told(shared))}</p>}
    </>
  )
}

function told({ measures: all, gap }: Shared): {
  readonly measures: string
  readonly gutter: number
} {
  const measures = all.map(rounded)
  const even = measures.every((measure) => measure === measures[0])
  return {
    measures: even ? `${measures.length} × ${measures[0]!}` : measures.join(" + "),
    gutter: rounded(gap),
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
