import { Select } from "antd"
import { useTranslation } from "react-i18next"
import { setOwnColumns } from "../../layouts/edits/set-own-columns.ts"
import { frameColumns, type FrameColumn } from "../../layouts/grid/own-columns.ts"
import {
  OWN_COLUMNS,
  type ColumnMode,
  type Frame,
  type Grid,
  type OwnColumns,
} from "../../layouts/issue/page.ts"
import { zi } from "../../layouts/units.ts"
import { NumberField } from "../controls/number-field.tsx"
import { perform } from "../state/actions.ts"

const MODES: readonly ColumnMode[] = ["absolute", "relative", "free", "auto"]

/** The columns of text frames (变栏): how many, how the width is shared out, and their gutter. */
export function ColumnFields({
  grid,
  frames,
}: {
  readonly grid: Grid
  readonly frames: readonly Frame[]
}) {
  const { t } = useTranslation()
  const text = frames.filter(({ role, vertical }) => role === "body" && !vertical)
  const [first] = text
  if (!first) return null
  const columns = frameColumns(grid, first)
  const own = ownOf(first, grid, columns.length)
  const alike = text.every((frame) => {
    const other = ownOf(frame, grid, frameColumns(grid, frame).length)
    return other.count === own.count && other.mode === own.mode && other.gutter === own.gutter
  })
  const disabled = text.some(({ locked }) => locked)
  const keep = (change: Partial<OwnColumns>): void =>
    perform(
      setOwnColumns(
        text.map(({ id }) => id),
        kept(first, { ...own, ...change }),
      ),
    )
  return (
    <>
      <div className="frame-fields">
        <NumberField
          label={t("columns.count")}
          value={alike ? own.count : null}
          least={1}
          most={OWN_COLUMNS.most}
          disabled={disabled}
          onKeep={(count) => keep({ count, mode: modeFor(first, own, count) })}
        />
        <NumberField
          label={t("columns.gutter")}
          value={alike ? own.gutter : null}
          least={0}
          most={OWN_COLUMNS.gutter}
          step={0.5}
          suffix={t("columns.zi")}
          disabled={disabled || own.mode === "auto"}
          onKeep={(gutter) => keep({ gutter: zi(gutter) })}
        />
      </div>
      <label className="frame-row">
        <span>{t("columns.mode")}</span>
        <Select
          size="small"
          value={alike ? own.mode : null}
          placeholder={t("frame.various")}
          disabled={disabled}
          options={MODES.map((value) => ({
            value,
            label: t(`columns.modes.${value}`),
            title: t(`columns.does.${value}`),
          }))}
          onChange={(mode: ColumnMode) => keep({ mode })}
        />
      </label>
      {alike && <p className="quiet frame-told">{t("columns.told", told(grid, columns))}</p>}
    </>
  )
}

/** The columns that a frame has: its own, or the page's. */
function ownOf({ ownColumns: own }: Frame, grid: Grid, count: number): OwnColumns {
  if (!own) return { count, mode: "auto", gutter: grid.gutter }
  return { ...own, count, gutter: own.mode === "auto" ? grid.gutter : own.gutter }
}

/** What is kept of columns: nothing of those that are the page's. */
function kept({ region }: Frame, own: OwnColumns): OwnColumns | null {
  return own.mode === "auto" && own.count >= region.columns ? null : own
}

/** Columns that the page has none for are broken ones. */
function modeFor({ region }: Frame, own: OwnColumns, count: number): ColumnMode {
  return own.mode === "auto" && region.columns % count !== 0 ? "absolute" : own.mode
}

/** The measures of columns and the gutters between them, 字. */
function told(
  grid: Grid,
  columns: readonly FrameColumn[],
): { readonly measures: string; readonly gutter: number } {
  const rounded = (value: number): number => Math.round(value * 100) / 100
  const [first, second] = columns
  const gap = first && second ? second.box.x - first.box.x - first.box.width : 0
  const measures = columns.map(({ measure }) => rounded(measure))
  const even = measures.every((measure) => measure === measures[0])
  return {
    measures: even ? `${measures.length} × ${measures[0]!}` : measures.join(" + "),
    gutter: rounded(gap / grid.bodySize),
  }
}
