import { Button } from "antd"
import { useRef, useState, type PointerEvent } from "react"
import { useTranslation } from "react-i18next"
import type { PlacedPicture } from "../../layouts/flow/pictures.ts"
import type { OutlinePoint } from "../../layouts/issue/wrap.ts"
import { pictureAddress } from "../state/actions.ts"
import "../style/outline.css"

export interface OutlineEditorProps {
  readonly outline: readonly OutlinePoint[]
  /** The picture that it goes round; null for what is none. */
  readonly placed: PlacedPicture | null
  readonly onKeep: (outline: readonly OutlinePoint[]) => void
}

/** Shape of what has no picture, and the fewest corners that go round something. */
const PLAIN = { width: 3, height: 2 } as const
const FEWEST = 3

/** The outline over its picture; a new one is drawn by clicking its corners one after another. */
export function OutlineEditor({ outline, placed, onKeep }: OutlineEditorProps) {
  const { t } = useTranslation()
  const stage = useRef<HTMLDivElement>(null)
  const [drawing, setDrawing] = useState<readonly OutlinePoint[] | null>(null)
  const room = placed?.room ?? PLAIN
  const corner = ({ clientX, clientY }: PointerEvent): void => {
    if (!drawing) return
    const { left, top, width, height } = stage.current!.getBoundingClientRect()
    const at = (value: number): number => Math.min(1, Math.max(0, value))
    setDrawing([...drawing, [at((clientX - left) / width), at((clientY - top) / height)]])
  }
  const keep = (): void => {
    if (drawing && drawing.length >= FEWEST) onKeep(drawing)
    setDrawing(null)
  }
  const points = (drawing ?? outline).map(([x, y]) => `${x},${y}`).join(" ")
  return (
    <>
      <div
        ref={stage}
        className={drawing ? "outline drawing" : "outline"}
        style={{ aspectRatio: `${room.width} / ${room.height}` }}
        onPointerDown={corner}
        data-testid="outline"
      >
        {placed?.shown && <ShownPart placed={placed} />}
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
          <polygon points={points} vectorEffect="non-scaling-stroke" />
        </svg>
        {drawing?.map(([x, y], i) => (
          <i key={i} style={{ left: `${x * 100}%`, top: `${y * 100}%` }} />
        ))}
      </div>
      <div className="picture-ways">
        {drawing ? (
          <>
            <Button size="small" type="primary" disabled={drawing.length < FEWEST} onClick={keep}>
              {t("wrap.close")}
            </Button>
            <Button size="small" onClick={() => setDrawing(null)}>
              {t("wrap.cancel")}
            </Button>
          </>
        ) : (
          <Button size="small" onClick={() => setDrawing([])}>
            {t("wrap.draw")}
          </Button>
        )}
      </div>
      {drawing && <p className="quiet">{t("wrap.drawing")}</p>}
    </>
  )
}

/** The part of the picture that is shown, where it stands in its frame. */
function ShownPart({ placed }: { readonly placed: PlacedPicture }) {
  const { room, shown } = placed
  const { box, crop, picture } = shown!
  const part = (value: number): string => `${value * 100}%`
  return (
    <div
      className="outline-picture"
      style={{
        left: part((box.x - room.x) / room.width),
        top: part((box.y - room.y) / room.height),
        width: part(box.width / room.width),
        height: part(box.height / room.height),
      }}
    >
      <img
        src={pictureAddress(picture.id) ?? ""}
        alt=""
        draggable={false}
        style={{
          width: part(1 / crop.width),
          height: part(1 / crop.height),
          left: part(-crop.x / crop.width),
          top: part(-crop.y / crop.height),
        }}
      />
    </div>
  )
}
