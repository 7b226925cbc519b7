import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { boxOf } from "../../layouts/grid/geometry.ts"
import { isDrawn } from "../../layouts/issue/page.ts"
import { view } from "../state/view.ts"
import type { MarkedPage } from "./flash-mark.tsx"
import { pointStyle } from "./pixels.ts"

/** The least size on the screen, CSS pixels, of a frame that has room for its name. */
const LEAST = { width: 48, height: 18 } as const

/** The names of the slots that templates have: `news-2` is one of news. */
const SLOT = /^(lead|news|photo|filler)(-|$)/

/** What empty frames wait for, at their top left: 头条 题, 消息 文; while frames are shown. */
export function SlotMarks({ page: { page }, px }: MarkedPage) {
  const { t } = useTranslation()
  const frames = useStore(view, (state) => state.frames)
  if (!frames) return null
  return page.frames.map(({ id, role, article, region, slot, notice }) => {
    if (article !== null || isDrawn(role) || notice !== undefined) return null
    const box = boxOf(page.grid, region)
    if (box.width * px < LEAST.width || box.height * px < LEAST.height) return null
    const kind = SLOT.exec(slot)?.[1]
    return (
      <span key={id} className="slot-mark" style={pointStyle(box, px)}>
        {kind && kind !== role ? `${t(`kind.${kind}`)} · ` : ""}
        {t(`slotMark.${role}`)}
      </span>
    )
  })
}
