import { useTranslation } from "react-i18next"
import { useStore } from "zustand"
import type { Proposal } from "../../layouts/notes/proposal.ts"
import { PageProof } from "../canvas/page-proof.tsx"
import { composedPage, desk } from "../state/desk.ts"
import type { Means } from "../state/means.ts"

/** The part of the page that is shown, and the whole page behind it, CSS pixels. */
const PART = { width: 340, height: 420 } as const
const PAGE_WIDTH = 1300

interface NotePlaceProps {
  readonly proposal: Proposal
  readonly means: Means
}

/** The place of a comment on the page as it is now, with a frame where it stood in the proof. */
export function NotePlace({ proposal: { seen }, means }: NotePlaceProps) {
  const { t } = useTranslation()
  const page = useStore(desk, (state) => composedPage(state, seen?.page ?? null))
  if (!seen || !page) return <div className="notes-place quiet">{t("notes.nowhere")}</div>
  const { list } = page
  const scale = PAGE_WIDTH / list.trim.width
  const height = list.trim.height * scale
  const { x, y, width, height: high } = seen.box
  const across = (x + width / 2) * scale - PART.width / 2
  const down = (y + high / 2) * scale - PART.height / 2
  const left = Math.min(Math.max(0, across), PAGE_WIDTH - PART.width)
  const top = Math.min(Math.max(0, down), height - PART.height)
  const frame = {
    left: x * scale - left - 3,
    top: y * scale - top - 3,
    width: width * scale + 6,
    height: high * scale + 6,
  }
  return (
    <div className="notes-place" style={PART}>
      <div style={{ position: "absolute", left: -left, top: -top }}>
        <PageProof tiles={means.tiles} list={list} width={PAGE_WIDTH} label={seen.page} />
      </div>
      <div className="notes-frame" data-testid="note-frame" style={frame} />
      <span className="notes-page">{seen.page}</span>
    </div>
  )
}
