import { useEffect, useMemo, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { Issue } from "../../layouts/issue/issue.ts"
import type { Furniture, Page } from "../../layouts/issue/page.ts"
import { PageProof } from "../canvas/page-proof.tsx"
import { pressOf } from "../state/actions.ts"
import type { Means } from "../state/means.ts"
import { placeOf, trialOf, type DraftPiece } from "./furniture-draft.ts"

/** Width of the page, CSS pixels. */
const WIDE = 856

/** Under what name the page with edited furniture is told to the tile workers. */
const TRIAL = "trial of furniture"

/** A page whose furniture is edited, and the piece that is chosen of it. */
export interface FurnitureTrialProps {
  readonly issue: Issue
  readonly page: Page
  readonly pieces: readonly DraftPiece[]
  readonly chosen: Furniture | null
  readonly means: Means
}

/** The page's furniture as it would print, with the chosen piece in sight. */
export function FurnitureTrial({ issue, page, pieces, chosen, means }: FurnitureTrialProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const list = useMemo(() => {
    const made = { ...trialOf(issue, page, pieces, pressOf(means)).list, page: TRIAL }
    means.tiles.setList(made)
    return made
  }, [issue, page, pieces, means])
  const px = WIDE / list.trim.width
  const { grid } = page
  const { x, y } = chosen ? placeOf(chosen, grid) : { x: 0, y: 0 }
  const left = (grid.x + x * grid.bodySize) * px
  const top = (grid.y + y * grid.linePitch) * px
  useEffect(() => {
    if (box.current) box.current.scrollTop = top - box.current.clientHeight / 2
  }, [top])
  return (
    <div ref={box} className="furniture-trial">
      <PageProof tiles={means.tiles} list={list} width={WIDE} label={t("furniture.trial")} />
      {chosen && <i style={{ left, top }} />}
    </div>
  )
}
