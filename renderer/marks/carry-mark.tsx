import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { boxOf } from "../../layouts/grid/geometry.ts"
import { regionAround } from "../../layouts/grid/regions.ts"
import { emptySlots } from "../../layouts/placement/empty-slots.ts"
import { carried } from "../state/carry-article.ts"
import type { MarkedPage } from "./flash-mark.tsx"
import { areaStyle } from "./pixels.ts"

/**
 * Where a carried article can go: the empty slots of the page, and the frames that it would get where
 * it is, with their sizes.
 */
export function CarryMark({ page: { page }, px }: MarkedPage) {
  const { t } = useTranslation()
  const { hand, frames } = useStore(carried)
  if (hand.kind !== "carrying") return null
  const slots = emptySlots(page).map((slot) => regionAround(slot.map(({ region }) => region)))
  const here = hand.over?.page === page.id ? (frames ?? []) : []
  return (
    <>
      {slots.map((region) => (
        <div
          key={`${region.column} ${region.line}`}
          className="carry-slot"
          data-testid="carry-slot"
          style={areaStyle(boxOf(page.grid, region), px)}
        />
      ))}
      {here.map(({ id, role, region }) => (
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
      ))}
    </>
  )
}
