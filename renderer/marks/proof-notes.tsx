import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import { passLook } from "../../layouts/proof/draw-marks.ts"
import type { Box } from "../../layouts/units.ts"
import { chooseMark } from "../state/mark-deeds.ts"
import { desk } from "../state/desk.ts"
import { proof } from "../state/proof.ts"
import "../style/proof.css"
import type { MarkedPage } from "./flash-mark.tsx"
import { markWords } from "./mark-words.ts"
import { pointStyle } from "./pixels.ts"

/** The notes of the marks on a page, to be pressed, and who made them to be seen by hovering. */
export function ProofNotes({ page, px, onMark }: MarkedPage & { readonly onMark: () => void }) {
  const { t } = useTranslation()
  const drawn = useStore(proof, (state) => state.drawn.get(page.page.id))
  const chosen = useStore(proof, (state) => state.chosen)
  const marks = useStore(desk, (state) => state.marks)
  const byId = new Map(marks.map((mark) => [mark.id, mark]))
  return (drawn?.drawn ?? []).map(({ id, boxes, note }) => {
    const mark = byId.get(id)
    if (!mark) return null
    const says = t("mark.hover", {
      words: markWords(mark, t),
      author: mark.author,
      pass: passLook(mark.pass).label,
    })
    const places = [...(note ? [note] : []), ...boxes.map(edgeOf)]
    return places.map((box, i) => (
      <button
        key={`${id} ${i}`}
        type="button"
        tabIndex={-1}
        className={`proof-note${id === chosen ? " chosen" : ""}`}
        data-mark={id}
        title={says}
        aria-label={says}
        style={{ ...pointStyle(box, px), width: box.width * px, height: box.height * px }}
        onClick={() => {
          chooseMark(id)
          onMark()
        }}
      />
    ))
  })
}

/** The strip above marked words: the words below it stay the pointer's to select. */
function edgeOf({ x, y, width, height }: Box): Pick<Box, "x" | "y" | "width" | "height"> {
  return {
    x,
    y: y - 0.25 * height,
    width: Math.max(width, 0.4 * height),
    height: 0.4 * height,
  } as Box
}
