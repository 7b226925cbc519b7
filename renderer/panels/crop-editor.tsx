import { useRef, type CSSProperties, type PointerEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Crop } from "../../layouts/flow/pictures.ts"
import type { PictureSize } from "../../layouts/press.ts"
import { followPointer } from "../controls/follow-pointer.ts"
import { pictureAddress } from "../state/actions.ts"
import { CROP_CORNERS, CROP_STEPS, slid, stretched } from "../tools/crop.ts"

/** What the crop editor shows and asks for. */
export interface CropEditorProps {
  readonly picture: string
  readonly size: PictureSize
  /** The part that is printed. */
  readonly part: Crop
  /** True where the part may have any proportions. */
  readonly free: boolean
  /** Shows a part while it is dragged. */
  readonly onTry: (part: Crop) => void
  readonly onKeep: (part: Crop) => void
}

/** The whole picture with the part that is printed; drag it, its corners, or use the arrow keys. */
export function CropEditor({ picture, size, part, free, onTry, onKeep }: CropEditorProps) {
  const { t } = useTranslation()
  const stage = useRef<HTMLDivElement>(null)
  const latest = useRef(part)
  latest.current = part
  const address = pictureAddress(picture)

  /** Follows the pointer until it is let go, then keeps what came of it. */
  const follow = (down: PointerEvent, move: (event: globalThis.PointerEvent) => Crop): void =>
    followPointer(down, {
      move: (event) => onTry((latest.current = move(event))),
      end: () => onKeep(latest.current),
    })
  const onSlide = (down: PointerEvent): void => {
    const { width, height } = stage.current!.getBoundingClientRect()
    const from = part
    follow(down, ({ clientX, clientY }) =>
      slid(from, (clientX - down.clientX) / width, (clientY - down.clientY) / height),
    )
  }
  const onCorner = (down: PointerEvent, corner: (typeof CROP_CORNERS)[number]): void => {
    const { left, top, width, height } = stage.current!.getBoundingClientRect()
    const from = part
    follow(down, ({ clientX, clientY }) => {
      const to = { x: (clientX - left) / width, y: (clientY - top) / height }
      return stretched(from, corner, to, free)
    })
  }

  return (
    <div
      ref={stage}
      className="crop"
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
      data-testid="crop"
    >
      {address && <img src={address} alt="" draggable={false} />}
      <div
        className="crop-part"
        style={boxOf(part)}
        tabIndex={0}
        role="slider"
        aria-label={t("picture.part")}
        aria-valuenow={Math.round(part.x * 100)}
        aria-valuetext={`${Math.round(part.x * 100)} %, ${Math.round(part.y * 100)} %`}
        onPointerDown={onSlide}
        onKeyDown={(event) => {
          const step = CROP_STEPS[event.key]
          if (!step) return
          event.preventDefault()
          event.stopPropagation()
          onKeep(slid(part, step[0], step[1]))
        }}
      >
        {CROP_CORNERS.map((corner) => (
          <i
            key={`${corner.across}${corner.down}`}
            className="crop-corner"
            style={{
              left: corner.across < 0 ? 0 : "100%",
              top: corner.down < 0 ? 0 : "100%",
              cursor: corner.across === corner.down ? "nwse-resize" : "nesw-resize",
            }}
            onPointerDown={(event) => onCorner(event, corner)}
          />
        ))}
      </div>
    </div>
  )
}

function boxOf({ x, y, width, height }: Crop): CSSProperties {
  const percent = (value: number): string => `${value * 100}%`
  return {
    left: percent(x),
    top: percent(y),
    width: percent(width),
    height: percent(height),
  }
}
