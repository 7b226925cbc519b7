import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { boxOf } from "../../layouts/grid/geometry.ts"
import { carried } from "../state/carry-article.ts"
import type { MarkedPage } from "./flash-mark.tsx"
import { areaStyle } from "./pixels.ts"

/** The frames that a carried article would get on the page, with their sizes. */
export function CarryMark({ page: { page }, px }: MarkedPage) {
  const { t } = useTranslation()
  const { hand, frames } = useStore(carried)
  if (hand.kind !== "carrying" || hand.over?.page !== page.id) return null
  return frames?.map(({ id, role, region }) => (
    <div
      key={id}
      className={`carry-frame ${role}`}
      data-testid="carry-frame"
      style={areaStyle(boxOf(page.grid, region), px)}
    >
      {role === "body" && (
        <span>{t("tray.size", { columns: region.columns, lines: region.lines })}</span>
      )}
    </div>
  ))
}
