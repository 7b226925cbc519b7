import { Checkbox } from "antd"
import { useTranslation } from "react-i18next"
import { setBands } from "../../layouts/edits/set-bands.ts"
import { frameBands } from "../../layouts/grid/bands.ts"
import type { Bands, Frame, Grid } from "../../layouts/issue/page.ts"
import { zi } from "../../layouts/units.ts"
import { perform } from "../state/actions.ts"
import { ShareFields } from "./share-fields.tsx"

/** The bands of vertical text frames (分档): how many, how the height is shared out, and their gutter. */
export function BandFields({
  grid,
  frames,
}: {
  readonly grid: Grid
  readonly frames: readonly Frame[]
}) {
  const { t } = useTranslation()
  const text = frames.filter(({ role, vertical }) => role === "body" && vertical)
  const [first] = text
  if (!first) return null
  const bands = frameBands(grid, first)
  const own = ownOf(first)
  const alike = text.every((frame) => {
    const other = ownOf(frame)
    return other.count === own.count && other.mode === own.mode && other.gutter === own.gutter
  })
  const disabled = text.some(({ locked }) => locked)
  const keep = (change: Partial<Bands>): void =>
    perform(
      setBands(
        text.map(({ id }) => id),
        kept({ ...own, ...change }),
      ),
    )
  const [one, two] = bands
  const gap = one && two ? two.box.y - one.box.y - one.box.height : 0
  return (
    <ShareFields
      area="bands"
      {...{ own, alike, disabled }}
      shared={{ measures: bands.map(({ measure }) => measure), gap: gap / grid.bodySize }}
      onKeep={keep}
    >
      {own.count > 1 && (
        <Checkbox
          checked={text.every(({ bands: known }) => known?.level)}
          disabled={disabled}
          onChange={({ target }) => keep({ level: target.checked ? true : undefined })}
        >
          {t("bands.level")}
        </Checkbox>
      )}
    </ShareFields>
  )
}

/** The bands that a frame has, or the one that it is. */
function ownOf({ bands }: Frame): Bands {
  return bands ?? { count: 1, mode: "absolute", gutter: zi(1) }
}

/** What is kept of bands: nothing of one band. */
function kept(bands: Bands): Bands | null {
  return bands.count === 1 ? null : bands
}
