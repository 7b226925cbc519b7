import { memo, useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Mark } from "../../layouts/issue/mark.ts"
import { passLook, type DrawnMark } from "../../layouts/proof/draw-marks.ts"
import type { Box } from "../../layouts/units.ts"
import { useAtRest, useRested } from "../state/at-rest.ts"
import { chooseMark } from "../state/mark-deeds.ts"
import { proof } from "../state/proof.ts"
import "../style/proof.css"
import type { MarkedPage } from "./flash-mark.tsx"
import { markWords } from "./mark-words.ts"
import { pointStyle } from "./pixels.ts"

/**
 * The notes of the marks on a page, to be pressed, and who made them to be seen by hovering. They
 * follow the page when it is at rest: what is read is painted on it already.
 */
export function ProofNotes({ page, px, onMark }: MarkedPage & { readonly onMark: () => void }) {
  const drawn = useRested(useStore(proof, (state) => state.drawn.get(page.page.id)))
  const chosen = useStore(proof, (state) => state.chosen)
  const marks = useAtRest((state) => state.marks)
  const byId = useMemo(() => new Map(marks.map((mark) => [mark.id, mark])), [marks])
  return (drawn?.drawn ?? []).map((one) => {
    const mark = byId.get(one.id)
    if (!mark) return null
    return (
      <MarkNote key={one.id} {...{ mark, px, onMark }} drawn={one} chosen={one.id === chosen} />
    )
  })
}

interface MarkNoteProps {
  readonly mark: Mark
  readonly drawn: DrawnMark
  readonly chosen: boolean
  readonly px: number
  readonly onMark: () => void
}

/** What of one mark can be pressed; left as it is while its mark stands where it did. */
const MarkNote = memo(function MarkNote({ mark, drawn, chosen, px, onMark }: MarkNoteProps) {
  const { t } = useTranslation()
  const { boxes, note } = drawn
  const says = t("mark.hover", {
    words: markWords(mark, t),
    author: mark.author,
    pass: passLook(mark.pass).label,
  })
  const places = [...(note ? [note] : []), ...boxes.map(edgeOf)]
  return places.map((box, i) => (
    <button
      key={i}
      type="button"
      tabIndex={-1}
      className={`proof-note${chosen ? " chosen" : ""}`}
      data-mark={mark.id}
      title={says}
      aria-label={says}
      style={{ ...pointStyle(box, px), width: box.width * px, height: box.height * px }}
      onClick={() => {
        chooseMark(mark.id)
        onMark()
      }}
    />
  ))
})

/** The strip above marked words: the words below it stay the pointer's to select. */
function edgeOf({ x, y, width, height }: Box): Pick<Box, "x" | "y" | "width" | "height"> {
  return {
    x,
    y: y - 0.25 * height,
    width: Math.max(width, 0.4 * height),
    height: 0.4 * height,
  } as Box
}
