import { useState, type DragEvent } from "react"
import { useTranslation } from "react-i18next"
import type { ComposedPage } from "../../layouts/compose.ts"
import type { Means } from "../state/means.ts"
import { movePageTo } from "../state/page-deeds.ts"
import { PageCard } from "./page-card.tsx"

/** A page that is dragged, and the gap between pages that it is over: an index, the pages' number at the end. */
interface Dragging {
  readonly page: string
  readonly gap: number | null
}

/** The pages in order; a page is dragged before or behind another. */
export function PageCards({ pages, means }: { pages: readonly ComposedPage[]; means: Means }) {
  const { t } = useTranslation()
  const [dragging, setDragging] = useState<Dragging | null>(null)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    const from = pages.findIndex(({ page }) => page.id === dragging?.page)
    if (dragging && dragging.gap !== null && from >= 0)
      movePageTo(dragging.page, dragging.gap > from ? dragging.gap - 1 : dragging.gap)
    setDragging(null)
  }
  return (
    <div
      className="plan-cards"
      role="list"
      aria-label={t("plan.pages")}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      {pages.map((composed, i) => (
        <div
          key={composed.page.id}
          role="listitem"
          className={looksOf(dragging, composed.page.id, { index: i, of: pages.length })}
          draggable
          onDragStart={() => setDragging({ page: composed.page.id, gap: null })}
          onDragEnd={() => setDragging(null)}
          onDragOver={({ currentTarget, clientX }) => {
            const { left, width } = currentTarget.getBoundingClientRect()
            const gap = clientX < left + width / 2 ? i : i + 1
            if (dragging && dragging.gap !== gap) setDragging({ ...dragging, gap })
          }}
        >
          <PageCard composed={composed} index={i} last={pages.length - 1} means={means} />
        </div>
      ))}
    </div>
  )
}

/** The classes of a card while a page is dragged. */
function looksOf(
  dragging: Dragging | null,
  page: string,
  { index, of }: { readonly index: number; readonly of: number },
): string {
  const looks = ["plan-card"]
  if (dragging?.page === page) looks.push("dragged")
  if (dragging?.gap === index) looks.push("gap-before")
  if (dragging?.gap === of && index === of - 1) looks.push("gap-after")
  return looks.join(" ")
}
