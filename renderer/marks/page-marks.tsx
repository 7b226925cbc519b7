import { useMemo, useRef } from "react"
import { useStore } from "zustand"
import type { Door } from "../../main/bridge/contract.ts"
import type { Command } from "../commands/command.ts"
import { useWheel } from "../canvas/hand.ts"
import { composedPage, desk } from "../state/desk.ts"
import { leavesOf } from "../state/spread.ts"
import { pxPerPt, view } from "../state/view.ts"
import "../style/marks.css"
import { AloudMark } from "./aloud-mark.tsx"
import { BreakMarks } from "./break-marks.tsx"
import { CarryMark } from "./carry-mark.tsx"
import { CropMark } from "./crop-mark.tsx"
import { DifferenceMarks } from "./difference-marks.tsx"
import { FlashMark } from "./flash-mark.tsx"
import { HitMarks } from "./hit-marks.tsx"
import { LengthMarks } from "./length-marks.tsx"
import { MarkField } from "./mark-field.tsx"
import { OutlineMark } from "./outline-mark.tsx"
import { ProofNotes } from "./proof-notes.tsx"
import { SlotMarks } from "./slot-marks.tsx"
import { SpotMark } from "./spot-mark.tsx"

/** What the marks on the page ask of the desk. */
export interface PageMarksProps {
  /** Shows how the chosen article can be fitted. */
  readonly onFit: () => void
  /** Shows the list of proof marks. */
  readonly onMark: () => void
  readonly commands: readonly Command[]
  readonly door: Door
}

/**
 * What lies on the pages that are seen, to be read and pressed though it is not printed: lengths,
 * column breaks, the place that was jumped to. Panning moves the layer alone; its marks are laid
 * anew when pages or zoom change.
 */
export function PageMarks({ onFit, onMark, commands, door }: PageMarksProps) {
  const layer = useRef<HTMLDivElement>(null)
  useWheel(layer)
  const state = useStore(view)
  const pages = useStore(desk, (known) => known.pages)
  const px = pxPerPt(state)
  const { page: shown, spread, breakMarks, hits } = state
  const marks = useMemo(() => {
    const records = pages.map(({ page }) => page)
    const leaves = shown === null ? [] : leavesOf(records, shown, spread)
    return leaves.map(({ page: id, offset }) => {
      const page = composedPage({ pages }, id)
      if (!page) return null
      const marked = { page, px, offset }
      return (
        <div key={id} className="leaf-marks" style={{ left: offset * px }}>
          <SlotMarks {...marked} />
          {breakMarks && <BreakMarks {...marked} commands={commands} />}
          {hits && <HitMarks {...marked} door={door} />}
          <LengthMarks {...marked} onFit={onFit} />
          <CarryMark {...marked} />
          <CropMark {...marked} />
          <OutlineMark {...marked} />
          <DifferenceMarks {...marked} />
          <SpotMark {...marked} />
          <FlashMark {...marked} />
          <AloudMark {...marked} />
          <ProofNotes {...marked} onMark={onMark} />
        </div>
      )
    })
  }, [pages, shown, spread, px, breakMarks, hits, onFit, onMark, commands, door])
  const [x, y] = [-state.left * px, -state.top * px]
  return (
    <div ref={layer} className="page-marks">
      <div style={{ transform: `translate(${x}px, ${y}px)` }}>{marks}</div>
      <MarkField />
    </div>
  )
}
