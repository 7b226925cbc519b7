import { useTranslation } from "react-i18next"
import { resizeFrame } from "../../layouts/edits/resize-frame.ts"
import type { Frame, Grid, Region } from "../../layouts/issue/page.ts"
import { placeWords, sizeWords } from "../canvas/measure-words.ts"
import { NumberField } from "../controls/number-field.tsx"
import { perform } from "../state/actions.ts"

/** Where a frame stands, in columns and lines, and what that is in 字 and mm. */
export function RegionFields({ grid, frame }: { readonly grid: Grid; readonly frame: Frame }) {
  const { t } = useTranslation()
  const { region } = frame
  const right = grid.columns - region.columns
  const foot = grid.lines - region.lines
  const place = (change: Partial<Region>): void =>
    perform(resizeFrame(frame.id, { ...region, ...change }))
  const field = {
    least: 1,
    disabled: frame.locked === true,
  }
  const [size, sizeMm] = sizeWords(t, grid, region)
  const placeMm = placeWords(t, grid, region)[1]
  return (
    <>
      <div className="frame-fields">
        <NumberField
          {...field}
          label={t("frame.column")}
          value={region.column + 1}
          most={right + 1}
          onKeep={(column) => place({ column: column - 1 })}
        />
        <NumberField
          {...field}
          label={t("frame.line")}
          value={region.line + 1}
          most={foot + 1}
          onKeep={(line) => place({ line: line - 1 })}
        />
        <NumberField
          {...field}
          label={t("frame.columns")}
          value={region.columns}
          most={grid.columns - region.column}
          onKeep={(columns) => place({ columns })}
        />
        <NumberField
          {...field}
          label={t("frame.lines")}
          value={region.lines}
          most={grid.lines - region.line}
          onKeep={(lines) => place({ lines })}
        />
      </div>
      <p className="quiet frame-told">
        {size}
        <br />
        {sizeMm} · {placeMm}
      </p>
    </>
  )
}
